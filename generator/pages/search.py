"""The search page: the frame that the browser fills from the search index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.messages import Message, msg, translator
from generator.model.choices import Kind
from generator.pages.addresses import KINDS, ORGANISATIONS, SEARCH, VOCABULARIES
from generator.pages.page import Page
from generator.pages.rendering import render
from generator.pages.site import Site


@dataclass(frozen=True, slots=True)
class Facet:
    """Something to narrow results by.

    Attributes:
        name: As in `SearchFields.filters`; also in the address of a search.
        title: Above its values.
        first: Values that come before the others, whatever their number of results.
    """

    name: str
    title: Message
    first: tuple[Kind, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """A way to order results.

    Attributes:
        name: As in `SearchFields.sort`; also in the address of a search.
        title: In the list to choose from.
        descending: Whether the highest value comes first.
    """

    name: str
    title: Message
    descending: bool


FACETS = (
    Facet("soort", msg("Kind"), (Kind.APPLICATION, Kind.PRACTICE, Kind.CALL)),
    Facet("thema", msg("Theme")),
    Facet("status", msg("Status")),
    Facet("voorziening", msg("National facility")),
    Facet("organisatie", msg("Shared or used by")),
)
ORDERS = (
    Order("gebruikt", msg("Most reused"), descending=True),
    Order("gelezen", msg("Last checked"), descending=True),
    Order("titel", msg("Title"), descending=False),
)
LISTS = (*KINDS.values(), VOCABULARIES["themes"], ORGANISATIONS)
"""Where to go without the search: their titles are those of the lists."""

_TITLES = (msg("Applications"), msg("Practices"), msg("Calls"), msg("Themes"), msg("Organisations"))


def pages(site: Site) -> Iterator[Page]:
    """Yield the search page."""
    words = translator(site.language)
    lists = tuple(zip(_TITLES, LISTS, strict=True))
    html = render(
        "search.html", address=SEARCH, language=site.language, facets=FACETS, orders=ORDERS, lists=lists
    )
    yield Page(
        address=SEARCH,
        title=words.gettext("Search page"),
        description=words.gettext("Find applications and practices that other municipalities already use."),
        html=html,
        kind="search",
        language=site.language,
    )
