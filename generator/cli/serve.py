"""`catalogue serve`: shows the site on this computer and follows changes."""

from __future__ import annotations

import errno
import sys
import tempfile
import threading
from collections.abc import Callable
from contextlib import ExitStack, suppress
from http.server import ThreadingHTTPServer
from pathlib import Path

import click

from generator.build.following import Following
from generator.build.showing import Showing, server_of
from generator.cli import clock, options
from generator.cli.caches import caches_folder
from generator.cli.errors import CannotRunError
from generator.cli.explained import explained, report
from generator.cli.preview import Preview, Project
from generator.cli.progress import is_awaited
from generator.messages import Language, Message, msg


@click.command(name="serve")
@click.option(
    "-p", "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port to show it on."
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Network address to show it on; this computer alone unless told otherwise.",
)
@options.site_file
@options.language
def command(*, port: int, host: str, file: Path, language: Language) -> None:
    """Show the site on this computer and follow changes.

    The page of a file shows at once what you write in it; the other pages follow. A file with an error shows
    as a message above the last good version.
    """
    clock.settle()
    with explained(language), ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="catalogue-serve-")))
        showing = Showing(folder, language)
        # First of all: a port in use is known at once, not after a build.
        server = stack.enter_context(_listening(showing, host, port, language))
        project = Project(file, f"http://{host}:{port}/", folder, language)
        engine = project.engine()
        showing.language = engine.language
        following = Following([file, *engine.sources])
        stack.callback(following.stop)
        content = engine.read(caches=caches_folder(is_anew=False))
        if content.failing():
            click.echo(report(content, file, language))
            sys.exit(1)
        preview = Preview(project, showing, _teller(language))
        preview.begin(engine, content)
        # Nothing is written any more when the folder is removed.
        stack.callback(preview.end)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        stack.callback(server.shutdown)
        del engine, content
        line = msg("Open {address} in your browser. Stop with Ctrl+C.", address=project.address)
        # Ctrl-C is how one stops it.
        with suppress(KeyboardInterrupt):
            click.echo(line.in_language(language), err=True)
            while True:
                preview.take(following.wait())


def _teller(language: Language) -> Callable[[Message], None]:
    """Return what tells a person at a terminal something."""
    if not is_awaited():
        return lambda _: None
    return lambda message: click.echo(message.in_language(language), err=True)


def _listening(showing: Showing, host: str, port: int, language: Language) -> ThreadingHTTPServer:
    try:
        return server_of(showing, host, port)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        taken = msg(
            "something runs on {place} already. Choose another port, for example --port {other}.",
            place=f"{host}:{port}",
            other=port + 1,
        )
        raise CannotRunError(taken.in_language(language)) from error
