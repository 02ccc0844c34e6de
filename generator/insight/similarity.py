"""How much two bodies of one kind are alike, and why.

The formula stands, for readers, in docs/over/lijkt-op.md.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from heapq import nsmallest
from itertools import combinations
from types import MappingProxyType

from generator.model.choices import Choice
from generator.register import Organisation

EARTH = 6371.0
FARTHEST = 60.0
"""Kilometres from which being near no longer counts."""
_FARTHEST_NORTH = 1.01 * math.degrees(FARTHEST / EARTH)
SIZE_SPAN = math.log(4)
"""Four times as many inhabitants: no longer alike in size."""
DENSITY_SPAN = math.log(8)
"""Eight times as many inhabitants a square kilometre: no longer alike in that."""
CLOSE_PARTNERS = 4
"""In a partnership of at most this many members each pair counts in full, in a larger one less."""


TELLING = 0.5
"""What they have in common for less than this is no reason to name."""


class Trait(Choice):
    """What two bodies can have in common."""

    SIZE = "size", "vergelijkbaar in grootte", "comparable in size"
    NEAR = "near", "dichtbij", "nearby"
    PARTNERS = "partners", "werken samen", "work together"
    DENSITY = "density", "even dicht bebouwd", "as densely built"
    PROVINCE = "province", "dezelfde provincie", "the same province"


WEIGHTS: Mapping[Trait, int] = MappingProxyType(
    {Trait.SIZE: 35, Trait.NEAR: 20, Trait.PARTNERS: 20, Trait.DENSITY: 15, Trait.PROVINCE: 10}
)
"""Together 100."""
_SHARES = tuple(WEIGHTS.values())


@dataclass(frozen=True, slots=True)
class Traits:
    """What of a body is compared.

    Attributes:
        slug: Which body.
        inhabitants: None when unknown.
        density: Inhabitants a square kilometre; None when unknown.
        place: Degrees north and east; None when unknown.
        province: Code, or an empty text.
        partners: How much a partnership says, 0 to 1, by its slug; half of that for one that is over.
    """

    slug: str
    inhabitants: int | None = None
    density: float | None = None
    place: tuple[float, float] | None = None
    province: str = ""
    partners: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}), hash=False)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much another body is like this one.

    Attributes:
        slug: The other one.
        score: 0 (nothing in common) to 1.
        reasons: What they have in common, what says most first; at most two.
        distance: Kilometres between them; None when unknown.
        partnerships: Slugs of partnerships both belong to, or once did.
    """

    slug: str
    score: float
    reasons: tuple[Trait, ...]
    distance: float | None
    partnerships: tuple[str, ...]


def traits_of(organisation: Organisation, partners: Mapping[str, float]) -> Traits:
    """Return what of a body is compared; the partnerships come from `ties`."""
    lat, lon = organisation.lat, organisation.lon
    inhabitants, area = organisation.inhabitants, organisation.area
    return Traits(
        organisation.slug,
        inhabitants or None,
        inhabitants / area if inhabitants and area else None,
        None if lat is None or lon is None else (lat, lon),
        organisation.province,
        partners,
    )


def alike(one: Traits, other: Traits) -> Mapping[Trait, float]:
    """Return what two bodies have in common, each from 0 to 1; what is not known is 0.

    It is the same in both directions.
    """
    return dict(zip(WEIGHTS, _parts(one, other), strict=True))


def score(parts: Mapping[Trait, float]) -> float:
    """Return the weighted mean, 0 to 1."""
    return _score(tuple(parts[trait] for trait in WEIGHTS))


def distance(one: Traits, other: Traits) -> float | None:
    """Return the kilometres between two bodies as the crow flies; None when a place is not known."""
    if one.place is None or other.place is None:
        return None
    (north, east), (north_too, east_too) = sorted((one.place, other.place))
    up, along = math.radians(north_too - north) / 2, math.radians(east_too - east) / 2
    across = math.cos(math.radians(north)) * math.cos(math.radians(north_too)) * math.sin(along) ** 2
    return 2 * EARTH * math.asin(math.sqrt(min(1.0, math.sin(up) ** 2 + across)))


def nearest(one: Traits, others: Iterable[Traits], most: int) -> tuple[Likeness, ...]:
    """Return the bodies that are most like this one, the most alike first; those with nothing in common not.

    Args:
        one: The body; it may be among the others.
        others: All bodies of its kind, in any order: bodies that are as much alike are ordered by slug.
        most: How many.
    """
    scored = ((_score(_parts(one, other)), other.slug, other) for other in others if other.slug != one.slug)
    return _first(one, ((-value, slug, other) for value, slug, other in scored if value > 0), most)


@lru_cache(maxsize=8)
def nearest_of_each(bodies: tuple[Traits, ...], most: int) -> Mapping[str, tuple[Likeness, ...]]:
    """Return what `nearest` gives for each of these bodies, by slug.

    It is kept: who shows a site while it changes asks again and again, and bodies seldom change.

    Args:
        bodies: All of one kind; their slugs are unique.
        most: How many of each.
    """
    scored: dict[str, list[tuple[float, str, Traits]]] = {body.slug: [] for body in bodies}
    for one, other in combinations(bodies, 2):
        value = _score(_parts(one, other))
        if value > 0:
            scored[one.slug].append((-value, other.slug, other))
            scored[other.slug].append((-value, one.slug, one))
    return MappingProxyType({body.slug: _first(body, scored[body.slug], most) for body in bodies})


def ties(members: Mapping[str, bool]) -> Mapping[str, float]:
    """Return how much belonging to one partnership says, 0 to 1, by the slug of the member.

    Args:
        members: Whether it is a member today, by slug; those of the past too.
    """
    full = min(1.0, CLOSE_PARTNERS / len(members)) if members else 0.0
    return {slug: full if is_today else full / 2 for slug, is_today in members.items()}


def _parts(one: Traits, other: Traits) -> tuple[float, ...]:
    """Return what `alike` gives, in the order of the weights."""
    shared = _shared(one, other)
    return (
        _ratio(one.inhabitants, other.inhabitants, SIZE_SPAN),
        _nearness(one, other),
        min(1.0, sum(min(one.partners[it], other.partners[it]) for it in shared)) if shared else 0.0,
        _ratio(one.density, other.density, DENSITY_SPAN),
        1.0 if one.province and one.province == other.province else 0.0,
    )


def _score(parts: tuple[float, ...]) -> float:
    return sum(share * part for share, part in zip(_SHARES, parts, strict=True)) / 100


def _nearness(one: Traits, other: Traits) -> float:
    # Most bodies are too far north or south of each other to look any further.
    if one.place and other.place and abs(one.place[0] - other.place[0]) > _FARTHEST_NORTH:
        return 0.0
    away = distance(one, other)
    return 0.0 if away is None else max(0.0, 1 - away / FARTHEST)


def _first(one: Traits, scored: Iterable[tuple[float, str, Traits]], most: int) -> tuple[Likeness, ...]:
    return tuple(_likeness(one, other, -value) for value, _, other in nsmallest(most, scored))


def _likeness(one: Traits, other: Traits, value: float) -> Likeness:
    parts = alike(one, other)
    telling = [trait for trait in WEIGHTS if parts[trait] >= TELLING]
    reasons = sorted(telling, key=lambda trait: -WEIGHTS[trait] * parts[trait])[:2]
    return Likeness(other.slug, value, tuple(reasons), distance(one, other), _shared(one, other))


def _shared(one: Traits, other: Traits) -> tuple[str, ...]:
    return tuple(sorted(one.partners.keys() & other.partners.keys())) if one.partners else ()


def _ratio(one: float | None, other: float | None, span: float) -> float:
    if not one or not other:
        return 0.0
    return max(0.0, 1 - abs(math.log(one) - math.log(other)) / span)
