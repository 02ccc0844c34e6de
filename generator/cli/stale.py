"""`catalogue stale`: what to confirm again, the longest ago first."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options
from generator.cli.reading import read_insight
from generator.cli.tables import Table, say_json, written
from generator.insight.freshness import CURRENT_MONTHS
from generator.insight.stale import Stale, stale
from generator.messages import Language, msg


@click.command("stale")
@click.option(
    "--months",
    type=click.IntRange(min=0),
    default=CURRENT_MONTHS,
    show_default=True,
    help="How many months ago it was last confirmed, or longer.",
)
@options.as_json
@options.folder
@options.language
def command(*, months: int, as_json: bool, folder: Path, language: Language) -> None:
    """List entries and adoptions that nobody has confirmed for long.

    An adoption of 36 months or older no longer counts as use.
    """
    insight = read_insight(folder, language)
    found = stale(insight.dossiers.values(), insight.today, months)
    if as_json:
        say_json([_as_json(item) for item in found])
    else:
        click.echo(written([_table(found, months, language)], language))


def _table(found: tuple[Stale, ...], months: int, language: Language) -> Table:
    rows = tuple(
        (
            item.confirmed.isoformat(),
            item.months,
            item.kind.label(language) if item.counts else msg("No longer counts"),
            item.organisation.name,
            item.path,
        )
        for item in found
    )
    nothing = msg("Everything was confirmed less than {months} months ago.", months=months)
    head = (msg("Confirmed"), msg("Months"), msg("What"), msg("Organisation"), msg("File"))
    return Table(msg("To confirm again"), head, rows, nothing)


def _as_json(item: Stale) -> dict[str, object]:
    return {
        "path": item.path,
        "kind": item.kind.value,
        "id": item.id,
        "title": item.title,
        "organisation": item.organisation.slug,
        "confirmed": item.confirmed.isoformat(),
        "months": item.months,
        "counts": item.counts,
    }
