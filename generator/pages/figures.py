"""The page with the figures of the catalogue: what there is, who takes part, and what is still missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.insight.growth import Month
from generator.insight.statistics import Statistics, statistics
from generator.messages import msg
from generator.pages.addresses import FIGURES
from generator.pages.charts import columns
from generator.pages.page import Page
from generator.pages.planning import Plan
from generator.pages.rendering import headings, partial_date_text, render
from generator.pages.site import Setting, Site
from generator.pages.structured import collection_json


@dataclass(frozen=True, slots=True)
class Given:
    """What the page follows from, beside the setting."""

    figures: Statistics
    growth: tuple[Month, ...]


def plans(site: Site) -> Iterator[Plan]:
    """Yield the plan of the page."""
    yield Plan(FIGURES, "figures", _page, Given(statistics(site.insight), site.growth))


def _page(setting: Setting, given: Given) -> Page:
    title = msg("Figures").in_language(setting.language)
    text = msg("What municipalities share and reuse, who takes part, and what is still missing.")
    description = text.in_language(setting.language)
    years = with_gaps(given.figures.begun)
    months = [
        (partial_date_text(f"{item.first:%Y-%m}", setting.language), item.entries, item.adoptions)
        for item in given.growth
    ]
    html = render(
        "figures.html",
        address=FIGURES,
        language=setting.language,
        title=title,
        text=description,
        figures=given.figures,
        years=years,
        begun=columns([(str(year), number) for year, number in years]),
        months=months,
        grown=columns([(words, entries) for words, entries, _ in months]),
    )
    return Page(
        address=FIGURES,
        title=title,
        description=description,
        html=html,
        kind="figures",
        toc=headings(html),
        language=setting.language,
        json_ld=collection_json(title, description),
    )


def with_gaps(counted: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return every year from the first to the last: one in which nothing began has 0."""
    known = dict(counted)
    return tuple((year, known.get(year, 0)) for year in range(min(known), max(known) + 1)) if known else ()
