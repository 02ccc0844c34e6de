"""`catalogue build`: checks the catalogue, builds the site beside the old one and puts it in its place."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from generator.build.check import shortcomings
from generator.build.content import Content
from generator.build.engine import Engine
from generator.build.errors import SiteError
from generator.build.publish import replacing
from generator.build.writing import Earlier, earlier_of
from generator.cli import clock, engines, options
from generator.cli.caches import caches_folder
from generator.cli.explained import explained, report
from generator.cli.progress import Progress
from generator.cli.stopping import stoppable
from generator.cli.watched import watched
from generator.messages import Language, msg
from generator.model.choices import Kind
from generator.pages.addresses import KINDS


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
@click.option(
    "--engine",
    "name",
    type=click.Choice(engines.NAMES),
    default=engines.NAMES[0],
    show_default=True,
    help="What puts the pages into the frame of the site.",
)
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@options.profile
@options.site_file
@options.language
def command(  # noqa: PLR0913 - one for each option
    *,
    output: Path,
    address: str,
    name: str,
    strict: bool,
    profile: Path | None,
    file: Path,
    language: Language,
) -> None:
    """Build the site beside the old one and put it in place when it is whole."""
    # Whoever builds, a web server may read the result.
    os.umask(0o022)
    clock.settle()
    with explained(language), stoppable(language), watched(language, profile) as progress:
        with progress.stage(msg("Starting")):
            engine = engines.engine_for(name, file, address, language)
        with replacing(output, progress) as folder:
            content = _read(engine, progress, file, language, strict=strict)
            _refuse_to_empty(content, output)
            earlier = earlier_of(output, file.parent)
            _build(engine, content, folder, earlier, progress, language)
    summary = msg("The site is in '{folder}': {pages} pages.", folder=output, pages=len(content.plans))
    click.echo(summary.in_language(language), err=True)
    if progress.is_shown and progress.summary():
        click.echo(progress.summary(), err=True)


def _read(engine: Engine, progress: Progress, file: Path, language: Language, *, strict: bool) -> Content:
    """Read and check the catalogue; what is wrong is printed, and errors end the command."""
    with progress.stage(msg("Reading and checking")):
        content = engine.read(progress, caches=caches_folder(is_anew=False))
    if content.findings:
        click.echo(report(content, file, language))
    if content.failing(strict=strict):
        sys.exit(1)
    return content


def _refuse_to_empty(content: Content, output: Path) -> None:
    """Do not take a catalogue that vanished for one that is empty: its site would vanish with it.

    Raises:
        SiteError: The catalogue has no entries, and the site in place has some.
    """
    kinds = (KINDS[Kind.APPLICATION], KINDS[Kind.PRACTICE])
    if not content.catalogue.entries and any(any((output / kind).glob("*/index.html")) for kind in kinds):
        raise SiteError(
            msg("The catalogue is empty, and the site that is there is not. Where are the entries?"),
            msg("If this is right, remove the folder '{folder}' first.", folder=output),
        )


def _build(
    engine: Engine, content: Content, folder: Path, earlier: Earlier, progress: Progress, language: Language
) -> None:
    with progress.stage(msg("Building pages"), len(content.plans)) as advance:
        built = engine.build(content, folder, advance, earlier=earlier)
    for notice in built.notices:
        click.echo(notice.in_language(language), err=True)
    with progress.stage(msg("Checking pages and links")):
        missing = tuple(shortcomings(folder, built.pages))
    if missing:
        raise SiteError(*missing)
