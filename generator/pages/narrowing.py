"""Lists a reader narrows and orders where they stand: what rows say of themselves, what one can choose."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.insight.dossier import Dossier
from generator.messages import Message
from generator.pages.found import order_of
from generator.pages.found_facets import facets_of
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
    facets = {dossier.id: facets_of(setting, dossier) for dossier in dossiers}
    marks = {dossier.id: _marks(dossier, facets[dossier.id]) for dossier in dossiers}
    # To order by what nobody knows would only mix things up.
    known = {name for dossier in dossiers for name in order_of(dossier)}
    orders = (FIRST, *(order for order in _OTHERS if order.name in known))
    return Narrowing(orders, tuple(_choosings(setting, facets.values())), marks)


def _choosings(setting: Setting, each: Collection[Facets]) -> Iterator[Choosing]:
    """Yield what differs among entries."""
    for facet in FACETS:
        found = {value for values in each for value in values.get(facet.name, ())}
        if facet.name in _NARROWED and len(found) > 1:
            yield Choosing(facet.name, facet.title, _ordered(setting, facet, found))


def _marks(dossier: Dossier, facets: Facets) -> Markup:
    marks = {name: _BETWEEN.join(facets[name]) for name in _NARROWED if name in facets}
    marks |= {f"op-{name}": value for name, value in order_of(dossier).items() if name != "titel"}
    return Markup().join(Markup(' data-{}="{}"').format(name, value) for name, value in marks.items())


def _ordered(setting: Setting, facet: Facet, found: set[str]) -> tuple[str, ...]:
    """Return values as the search page orders them: those of a closed list first, then by alphabet."""
    first = [choice.label(setting.language) for choice in facet.first]
    return tuple(value for value in (*first, *sorted(found - set(first), key=str.casefold)) if value in found)
