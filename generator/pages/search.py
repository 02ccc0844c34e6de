"""The search page: the frame that the browser fills from the search index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.insight.freshness import Freshness
from generator.insight.maturity import Maturity
from generator.insight.sizes import SizeClass
from generator.messages import Message, msg, translator
from generator.model.choices import Advice, Choice, Effort, Kind, Status
from generator.model.choices_more import Domain, Hosting, OrganisationType
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
        first: Values that come before the others, in this order, whatever their number of results.
        is_open: Whether its values are shown at once. A closed facet costs nothing until it is opened.
    """

    name: str
    title: Message
    first: tuple[Choice, ...] = ()
    is_open: bool = False


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
    Facet("soort", msg("Kind"), (Kind.APPLICATION, Kind.PRACTICE, Kind.CALL), is_open=True),
    Facet("thema", msg("Theme"), is_open=True),
    Facet("status", msg("Status"), tuple(Status), is_open=True),
    Facet("domein", msg("Field of practices"), tuple(Domain)),
    Facet("volwassenheid", msg("How widely used"), tuple(Maturity)),
    Facet("advies", msg("Advice for reuse"), tuple(Advice)),
    Facet("inspanning", msg("Own working days"), tuple(Effort)),
    Facet("bij", msg("In use at which kind of body"), tuple(OrganisationType)),
    Facet("omvang", msg("In use at municipalities of what size"), tuple(SizeClass)),
    Facet("provincie", msg("In use in which province")),
    Facet("organisatie", msg("Shared or used by")),
    Facet("voorziening", msg("National facility")),
    Facet("standaard", msg("Standard")),
    Facet("maatregel", msg("Security control")),
    Facet("wet", msg("Law")),
    Facet("licentie", msg("Licence")),
    Facet("hosting", msg("Who runs it"), tuple(Hosting)),
    Facet("actualiteit", msg("Up to date"), tuple(Freshness)),
)
ORDERS = (
    Order("gebruikt", msg("Most reused"), descending=True),
    Order("gelezen", msg("Last checked"), descending=True),
    Order("inspanning", msg("Least work"), descending=False),
    Order("titel", msg("Title"), descending=False),
)
SCRIPTS = (
    "search/choices.js",
    "search/engine.js",
    "search/facets.js",
    "search/marks.js",
    "search/nearest.js",
    "search/packing.js",
    "search/query.js",
    "search/rank.js",
    "search/sheet.js",
    "search/state.js",
    "search/stem.js",
    "search/store.js",
    "search/terms.js",
    "search/view.js",
    "search/words.js",
)
"""All that `search/page.js` imports, and what that imports: a browser asks for them together."""
LISTS = (*KINDS.values(), VOCABULARIES["themes"], ORGANISATIONS)
"""Where to go without the search: their titles are those of the lists."""

_TITLES = (msg("Applications"), msg("Practices"), msg("Calls"), msg("Themes"), msg("Organisations"))


def pages(site: Site) -> Iterator[Page]:
    """Yield the search page."""
    words = translator(site.language)
    lists = tuple(zip(_TITLES, LISTS, strict=True))
    html = render(
        "search.html",
        address=SEARCH,
        language=site.language,
        facets=FACETS,
        orders=ORDERS,
        lists=lists,
        scripts=SCRIPTS,
    )
    yield Page(
        address=SEARCH,
        title=words.gettext("Search page"),
        description=words.gettext("Find applications and practices that other municipalities already use."),
        html=html,
        kind="search",
        language=site.language,
    )
