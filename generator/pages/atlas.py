"""The map: every municipality in its place, with what it shares and reuses, and the same in a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from generator.insight import Insight
from generator.insight.dossier import Dossier
from generator.insight.memberships import has_ended
from generator.insight.statistics import reuses_of, shares_of
from generator.messages import msg
from generator.model.choices_more import OrganisationType
from generator.model.vocabulary import Term
from generator.pages.addresses import MAP
from generator.pages.organisations import sort_key
from generator.pages.page import Page
from generator.pages.planning import Plan
from generator.pages.positions import HEIGHT, WIDTH, Position, position
from generator.pages.rendering import headings, render
from generator.pages.site import Setting, Site
from generator.pages.structured import collection_json
from generator.register import Organisation

_SMALLEST = 4
_UNITS_BY_ROOT = 0.027
"""Radius by the root of the inhabitants: a mark twice as large stands for twice as many."""
_BANDS = (1, 2, 5, 10)
"""From which number each darker shade begins; assets/javascripts/map.js has the same."""


@dataclass(frozen=True, slots=True)
class Row:
    """A municipality on the map and in the table.

    Attributes:
        organisation: The municipality.
        shares: How many entries it owns.
        reuses: How many of others it uses.
        themes: How many entries of each theme it owns or uses, in the order of the vocabulary.
        place: On the map, or None.
    """

    organisation: Organisation
    shares: int
    reuses: int
    themes: tuple[int, ...]
    place: Position | None

    @property
    def radius(self) -> int:
        """Of its mark."""
        return max(_SMALLEST, round(_UNITS_BY_ROOT * sqrt(self.organisation.inhabitants or 0)))

    @property
    def shade(self) -> int:
        """Of its mark, by what it shares and reuses: 0 for nothing, to 4."""
        return sum(self.shares + self.reuses >= band for band in _BANDS)


@dataclass(frozen=True, slots=True)
class Region:
    """A province, by the middle of its municipalities."""

    name: str
    place: Position


@dataclass(frozen=True, slots=True)
class Given:
    """What the page follows from, beside the setting.

    Attributes:
        rows: Sorted by name.
        themes: In the order of the vocabulary.
        regions: Names on the map.
    """

    rows: tuple[Row, ...]
    themes: tuple[Term, ...]
    regions: tuple[Region, ...]


def plans(site: Site) -> Iterator[Plan]:
    """Yield the plan of the page."""
    themes = tuple(site.catalogue.vocabularies.get("themes", {}).values())
    municipalities = [
        item
        for item in site.catalogue.organisations.values()
        if item.type is OrganisationType.MUNICIPALITY and not has_ended(item, site.today)
    ]
    municipalities.sort(key=lambda item: sort_key(item.name))
    rows = tuple(_row(site.insight, item, themes) for item in municipalities)
    yield Plan(MAP, "map", _page, Given(rows, themes, tuple(_regions(site, rows))))


def _row(insight: Insight, organisation: Organisation, themes: tuple[Term, ...]) -> Row:
    slug = organisation.slug
    found: dict[str, Dossier] = {item.id: item for item in insight.dossiers_by_owner.get(slug, ())}
    for use in insight.uses_by_organisation.get(slug, ()):
        if use.counts:
            found[use.entry] = insight.dossiers[use.entry]
    counted = Counter(name for item in found.values() for name in set(item.entry.themes))
    by_theme = tuple(counted[theme.id] for theme in themes)
    return Row(
        organisation,
        shares_of(insight, organisation),
        reuses_of(insight, organisation),
        by_theme,
        position(organisation),
    )


def _regions(site: Site, rows: tuple[Row, ...]) -> Iterator[Region]:
    places: dict[str, list[Position]] = {}
    for row in rows:
        if row.place:
            places.setdefault(row.organisation.province, []).append(row.place)
    for code, found in sorted(places.items()):
        name = site.setting.provinces.get(code, "").removeprefix("Provincie ")
        if name:
            x, y = (round(sum(each) / len(found)) for each in zip(*((p.x, p.y) for p in found), strict=True))
            yield Region(name, Position(x, y))


def _page(setting: Setting, given: Given) -> Page:
    title = msg("Map of municipalities").in_language(setting.language)
    text = msg("Who shares, who reuses, and who uses one application or practice: on the map and in a table.")
    description = text.in_language(setting.language)
    html = render(
        "atlas.html",
        address=MAP,
        language=setting.language,
        title=title,
        text=description,
        rows=given.rows,
        # The large ones first, so that no small one lies hidden below.
        marks=sorted((row for row in given.rows if row.place), key=lambda row: -row.radius),
        themes=given.themes,
        regions=given.regions,
        provinces=setting.provinces,
        size=(WIDTH, HEIGHT),
    )
    return Page(
        address=MAP,
        title=title,
        description=description,
        html=html,
        kind="map",
        toc=headings(html),
        language=setting.language,
        json_ld=collection_json(title, description),
    )
