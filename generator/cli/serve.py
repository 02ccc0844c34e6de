"""`catalogue serve`: shows the site on this computer and follows changes."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

import click

from generator.cli import options
from generator.cli.errors import CannotRunError
from generator.cli.explained import explained, report
from generator.messages import Language, msg
from generator.plugin.engine import Engine


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

    A file with an error shows as a message above the last good version.
    """

    def ready(address: str) -> None:
        line = msg("Open {address} in your browser. Stop with Ctrl+C.", address=address)
        click.echo(line.in_language(language), err=True)

    with explained(language):
        engine = Engine(file)
        content = engine.read()
        if content.failing():
            click.echo(report(content, file, language))
            sys.exit(1)
        try:
            engine.serve(content, f"{host}:{port}", ready)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            place = f"{host}:{port}"
            taken = msg(
                "something runs on {place} already. Choose another port, for example --port {other}.",
                place=place,
                other=port + 1,
            )
            raise CannotRunError(taken.in_language(language)) from error
