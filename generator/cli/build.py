"""`catalogue build`: checks the catalogue, builds the site beside the old one and puts it in its place."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from generator.build.check import shortcomings
from generator.build.content import Content
from generator.build.publish import replacing
from generator.cli import options
from generator.cli.explained import explained, report
from generator.messages import Language, msg
from generator.plugin.engine import Engine, SiteError


@click.command(name="build")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("site"),
    show_default=True,
    help="Folder for the site. An older site in it stays until the new one is whole.",
)
@click.option(
    "--site-url",
    "address",
    default="",
    metavar="URL",
    help="Web address of the site; without it the one in mkdocs.yml.",
)
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@options.site_file
@options.language
def command(*, output: Path, address: str, strict: bool, file: Path, language: Language) -> None:
    """Build the site beside the old one and put it in place when it is whole."""
    # Whoever builds, a web server may read the result.
    os.umask(0o022)
    with explained(language):
        engine = Engine(file, address=address)
        content = engine.read()
        if content.findings:
            click.echo(report(content, file, language))
        if content.failing(strict=strict):
            sys.exit(1)
        with replacing(output) as folder:
            _build(engine, content, folder, language)
    summary = msg("The site is in '{folder}': {pages} pages.", folder=output, pages=len(content.pages))
    click.echo(summary.in_language(language), err=True)


def _build(engine: Engine, content: Content, folder: Path, language: Language) -> None:
    with _progress(len(content.pages), language) as written:
        engine.build(content, folder, written)
    missing = tuple(shortcomings(folder, content.pages))
    if missing:
        raise SiteError(*missing)


@contextmanager
def _progress(pages: int, language: Language) -> Iterator[Callable[[int], None]]:
    """Show how far the pages are, on a terminal only."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    label = msg("Building pages").in_language(language)
    with click.progressbar(length=pages, label=label, file=sys.stderr) as bar:
        # Hand-written pages come on top of those of the catalogue.
        yield lambda written: bar.update(1 if written <= pages else 0)
