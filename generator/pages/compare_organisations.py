"""The page that sets two organisations side by side; the browser fills it from the pages of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from generator.insight.memberships import has_ended, heir
from generator.messages import msg
from generator.model.choices_more import OrganisationType
from generator.pages.addresses import COMPARE_ORGANISATIONS
from generator.pages.organisations import sort_key
from generator.pages.page import Page
from generator.pages.rendering import headings, render
from generator.pages.site import Site
from generator.pages.structured import collection_json
from generator.register import Organisation

EXAMPLES = 3
"""How many pairs the page proposes."""


def pages(site: Site) -> Iterator[Page]:
    """Yield the page."""
    title = msg("Compare two organisations").in_language(site.language)
    text = msg("What both have, what only one of them has, and their figures side by side.")
    description = text.in_language(site.language)
    municipalities, others = choices(site)
    html = render(
        "compare_organisations.html",
        address=COMPARE_ORGANISATIONS,
        language=site.language,
        title=title,
        text=description,
        municipalities=municipalities,
        others=others,
        examples=tuple(telling_pairs(site))[:EXAMPLES],
    )
    yield Page(
        address=COMPARE_ORGANISATIONS,
        title=title,
        description=description,
        html=html,
        kind="compare",
        toc=headings(html),
        language=site.language,
        json_ld=collection_json(title, description),
    )


def choices(site: Site) -> tuple[tuple[Organisation, ...], tuple[Organisation, ...]]:
    """Return whom one can choose: all municipalities of today, and other bodies that take part; by name."""
    known, takes_part = site.catalogue.organisations.values(), site.insight.participants
    alive = [item for item in known if not has_ended(item, site.today)]
    return (
        _by_name(item for item in alive if item.type is OrganisationType.MUNICIPALITY),
        _by_name(
            item
            for item in known
            if item.type is not OrganisationType.MUNICIPALITY
            and item.slug in takes_part
            and heir(site.catalogue, item, site.today) is item
        ),
    )


def telling_pairs(site: Site) -> Iterator[tuple[Organisation, Organisation]]:
    """Yield pairs that work or worked together and were measured alike in one year, with another outcome."""
    near = site.insight.neighbours
    seen: set[tuple[str, str]] = set()
    for partnership in _by_name(site.catalogue.organisations.values()):
        members = near.ever_members.get(partnership.slug, ())
        for one, other in combinations(sorted(members, key=lambda item: item.slug), 2):
            pair = (one.slug, other.slug)
            if pair not in seen and _differ(one, other):
                seen.add(pair)
                yield one, other


def _differ(one: Organisation, other: Organisation) -> bool:
    """Whether both have a figure of one measure and year, and those are not the same."""
    if one.profile is None or other.profile is None:
        return False
    figures = {(item.measure, item.year): (item.value, item.rank) for item in one.profile.monitor}
    return any(
        figures.get((item.measure, item.year), (item.value, item.rank)) != (item.value, item.rank)
        for item in other.profile.monitor
    )


def _by_name(organisations: Iterable[Organisation]) -> tuple[Organisation, ...]:
    return tuple(sorted(organisations, key=lambda item: (sort_key(item.name), item.slug)))
