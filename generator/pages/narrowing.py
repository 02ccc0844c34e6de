"""Lists a reader narrows and orders where they stand: what rows say of themselves, what one can choose."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup, escape

from generator.insight.dossier import Dossier
from generator.messages import Message
from generator.pages.found import order_of
from generator.pages.found_facets import values_of
from generator.pages.search import FACETS, ORDERS, Facet
from generator.pages.site import Setting
from generator.pages.subjects import BY_TITLE

# Those that most entries have a value of; all others are on the search page.
_NARROWED = ("soort", "thema", "status", "inspanning")
_BETWEEN = "|"

FEW = 5
"""A list this short has no bar above it."""

Facets = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Choosing:
    """Something to narrow a list by.

    Attributes:
        name: As on the search page, so that a choice made here can be taken along to there.
        title: Above its values.
        values: To choose one from; two at least.
    """

    name: str
    title: Message
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ordering:
    """A way to order a list.

    Attributes:
        name: In the address; empty for the order of the page itself.
        title: In the list to choose from.
        descending: Whether the highest value comes first; what has no value always comes last.
    """

    name: str
    title: Message
    descending: bool


FIRST = Ordering("", BY_TITLE, descending=False)
"""How entries stand on a page."""

_OTHERS = tuple(
    Ordering(order.name, order.title, order.descending) for order in ORDERS if order.name != "titel"
)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What the bar above a list needs.

    Attributes:
        orders: Ways to order it.
        choosings: What it can be narrowed by.
        marks: What the row of each entry says of itself, as attributes, by the id of the entry.
    """

    orders: tuple[Ordering, ...]
    choosings: tuple[Choosing, ...]
    marks: Mapping[str, Markup]


def narrowing_of(setting: Setting, dossiers: Sequence[Dossier]) -> Narrowing | None:
    """Return what the bar above these entries needs; None for a list that is read faster than narrowed."""
    if len(dossiers) <= FEW:
        return None
    facets = [values_of(setting, dossier, _NARROWED) for dossier in dossiers]
    places = [order_of(dossier) for dossier in dossiers]
    each = zip(dossiers, facets, places, strict=True)
    marks = {dossier.id: _marks(values, place) for dossier, values, place in each}
    # To order by what nobody knows would only mix things up.
    known = {name for place in places for name in place}
    orders = (FIRST, *(order for order in _OTHERS if order.name in known))
    return Narrowing(orders, tuple(_choosings(setting, facets)), marks)


def _choosings(setting: Setting, each: Collection[Facets]) -> Iterator[Choosing]:
    """Yield what differs among entries."""
    for facet in (facet for facet in FACETS if facet.name in _NARROWED):
        found = {value for values in each for value in values.get(facet.name, ())}
        if len(found) > 1:
            yield Choosing(facet.name, facet.title, _ordered(setting, facet, found))


def _marks(facets: Facets, places: Mapping[str, str]) -> Markup:
    said = [_mark(name, values) for name, values in facets.items()]
    said += [_mark(f"op-{name}", (value,)) for name, value in places.items() if name != "titel"]
    # Each is escaped.
    return Markup("".join(said))  # noqa: S704


@lru_cache(maxsize=10_000)
def _mark(name: str, values: tuple[str, ...]) -> str:
    # Kept, since a catalogue has few of these, and every entry stands in many lists.
    return f' data-{name}="{escape(_BETWEEN.join(values))}"'


def _ordered(setting: Setting, facet: Facet, found: set[str]) -> tuple[str, ...]:
    """Return values as the search page orders them: those of a closed list first, then by alphabet."""
    first = [choice.label(setting.language) for choice in facet.first]
    return tuple(value for value in (*first, *sorted(found - set(first), key=str.casefold)) if value in found)
