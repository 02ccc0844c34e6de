"""`catalogue stats`: the catalogue in figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from generator.cli import options
from generator.cli.reading import read_insight
from generator.cli.tables import Cell, Table, say_json, written
from generator.insight.statistics import Reach, Statistics, statistics
from generator.messages import Language, Message, msg
from generator.model.choices import Choice


@click.command("stats")
@options.as_json
@options.folder
@options.language
def command(*, as_json: bool, folder: Path, language: Language) -> None:
    """Show the catalogue in figures: what there is, who takes part, and what is still missing."""
    figures = statistics(read_insight(folder, language))
    if as_json:
        say_json(as_values(figures))
    else:
        click.echo(written(_tables(figures, language), language))


def _tables(figures: Statistics, language: Language) -> list[Table]:
    missing = tuple((term.id, term.label(language)) for term in figures.controls.missing)
    return [
        Table(msg("Figures"), (), _totals(figures)),
        *_who(figures, language),
        *_how(figures, language),
        Table(msg("Controls without a practice"), (), missing),
    ]


def _who(figures: Statistics, language: Language) -> list[Table]:
    """Return what it is about, and who takes part."""
    reach_head = (msg("Municipalities"), msg("Take part"), msg("Times shared"), msg("Times reused"))
    return [
        Table(
            msg("Themes"),
            (msg("Theme"), msg("Entries"), msg("Times reused")),
            tuple((item.term.label(language), item.entries, item.reused) for item in figures.themes),
        ),
        Table(
            msg("Provinces"),
            (msg("Province"), *reach_head),
            (
                *((body.name, *_cells(item)) for body, item in figures.provinces),
                (msg("Together"), *_cells(figures.municipalities)),
            ),
        ),
        Table(
            msg("Size"),
            (msg("Size"), *reach_head),
            tuple((size.label(language), *_cells(item)) for size, item in figures.sizes),
        ),
    ]


def _how(figures: Statistics, language: Language) -> list[Table]:
    """Return how far entries are, when uses began, and what is known of the effort."""
    chosen = (
        (msg("Status"), figures.statuses),
        (msg("Spread"), figures.maturities),
        (msg("Freshness"), figures.freshness),
    )
    began = tuple((str(year), number) for year, number in figures.begun)
    efforts = figures.efforts
    known = (
        (msg("Entries whose owner says it"), efforts.claimed),
        (msg("Adoptions that say it"), efforts.reporting),
        (msg("Entries with both"), len(efforts.compared)),
    )
    return [
        *(
            Table(title, (), tuple((item.label(language), number) for item, number in counted))
            for title, counted in chosen
        ),
        Table(msg("Uses that began in each year"), (), (*began, (msg("not known yet"), figures.undated))),
        Table(msg("Effort"), (), known),
    ]


def _totals(figures: Statistics) -> tuple[tuple[Message, int], ...]:
    return (
        (msg("Applications"), figures.applications),
        (msg("Practices"), figures.practices),
        (msg("Adoptions"), figures.adoptions),
        (msg("Times reused"), figures.reused),
        (msg("Organisations that take part"), figures.participants),
        (msg("Open calls"), figures.open_calls),
        (msg("Uses that no longer count"), figures.lapsed),
    )


def _cells(item: Reach) -> tuple[Cell, ...]:
    return item.total, item.active, item.shares, item.reuses


def as_values(figures: Statistics) -> Mapping[str, object]:
    """Return the figures for other programs; names stay the same in every language."""
    efforts = figures.efforts
    return {
        "applications": figures.applications,
        "practices": figures.practices,
        "adoptions": figures.adoptions,
        "reused": figures.reused,
        "participants": figures.participants,
        "organisations": figures.organisations,
        "open_calls": figures.open_calls,
        "lapsed": figures.lapsed,
        "municipalities": _reach(figures.municipalities),
        "themes": {it.term.id: {"entries": it.entries, "reused": it.reused} for it in figures.themes},
        "provinces": {body.slug: _reach(item) for body, item in figures.provinces},
        "sizes": {size.value: _reach(item) for size, item in figures.sizes},
        "status": _counts(figures.statuses),
        "maturity": _counts(figures.maturities),
        "freshness": _counts(figures.freshness),
        "begun": {str(year): number for year, number in figures.begun},
        "undated": figures.undated,
        "effort": {
            "claimed": efforts.claimed,
            "reporting": efforts.reporting,
            "compared": {
                item.dossier.id: {
                    "claim": item.claim.value,
                    "reported": {band.value: number for band, number in item.reports.bands},
                    "verdict": item.verdict.value,
                }
                for item in efforts.compared
            },
        },
        "controls": {
            "covered": {term.id: number for term, number in figures.controls.covered},
            "missing": [term.id for term in figures.controls.missing],
        },
    }


def _reach(item: Reach) -> Mapping[str, int]:
    return {"total": item.total, "active": item.active, "shares": item.shares, "reuses": item.reuses}


def _counts(counted: Iterable[tuple[Choice, int]]) -> Mapping[str, int]:
    return {item.value: number for item, number in counted}
