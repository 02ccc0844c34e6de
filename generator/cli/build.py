"""`catalogue build`: checks the catalogue, builds the site beside the old one and puts it in its place."""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import dataclass
from pathlib import Path

import click

from generator.build.check import shortcomings
from generator.build.content import Content
from generator.build.engine import Engine
from generator.build.errors import SiteError
from generator.build.publish import alone_at, renewing
from generator.build.rest import at_rest, growing
from generator.build.unchanged import Outcome, state_of
from generator.build.writing import Earlier, earlier_of
from generator.cli import clock, engines, options
from generator.cli.caches import caches_folder
from generator.cli.explained import explained, manner, report
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
            job = _Job(engines.engine_for(name, file, address, language), file, language, progress, strict)
        with alone_at(output) as places:
            earlier = earlier_of(output, file.parent)
            with progress.stage(msg("Looking for changes")):
                state = state_of(job.engine.given, (name, language, *manner(file)), earlier)
                outcome = state.outcome(places.target)
            has_changed = outcome is None
            if outcome is None:
                with renewing(places, progress) as folder:
                    outcome = _made(job, output, folder, earlier)
                    state.keep(folder, outcome)
            else:
                _repeat(outcome, strict=strict)
    summary = msg("The site is in '{folder}': {pages} pages.", folder=output, pages=outcome.pages)
    if not has_changed:
        summary = msg(
            "Nothing changed. The site is in '{folder}': {pages} pages.", folder=output, pages=outcome.pages
        )
    click.echo(summary.in_language(language), err=True)
    if progress.is_shown and progress.summary():
        click.echo(progress.summary(), err=True)
    # The process ends here: the system takes memory back at once, Python would first look through all of it.
    gc.freeze()


@dataclass(frozen=True, slots=True)
class _Job:
    """A build that was asked for.

    Attributes:
        engine: Makes the site.
        file: Describes it.
        language: Of what is said.
        progress: Is told how far it is.
        is_strict: Whether warnings are errors.
    """

    engine: Engine
    file: Path
    language: Language
    progress: Progress
    is_strict: bool


def _repeat(outcome: Outcome, *, strict: bool) -> None:
    """Say again what the last build said; end the command where that would have ended it."""
    if outcome.report:
        click.echo(outcome.report)
    if strict and not outcome.is_strict:
        sys.exit(1)
    for notice in outcome.notices:
        click.echo(notice, err=True)


def _made(job: _Job, output: Path, folder: Path, earlier: Earlier) -> Outcome:
    """Make a site in a fresh folder, and return what there is to say; errors end the command.

    Raises:
        SiteError: It cannot be made, or is not whole.
    """
    with job.progress.stage(msg("Reading and checking")), growing():
        content = job.engine.read(job.progress, caches=caches_folder(is_anew=False))
    said = report(content, job.file, job.language) if content.findings else ""
    if said:
        click.echo(said)
    if content.failing(strict=job.is_strict):
        sys.exit(1)
    _refuse_to_empty(content, output)
    content.catalogue.settle()
    with job.progress.stage(msg("Building pages"), len(content.plans)) as advance, at_rest():
        built = job.engine.build(content, folder, advance, earlier=earlier, written=content.let_go)
    notices = tuple(notice.in_language(job.language) for notice in built.notices)
    for notice in notices:
        click.echo(notice, err=True)
    with job.progress.stage(msg("Checking pages and links")):
        missing = tuple(shortcomings(folder, built))
    if missing:
        raise SiteError(*missing)
    return Outcome(len(content.plans), said, not content.failing(strict=True), notices)


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
