"""What others have and one body does not, and in which order to look at it.

The formula stands, for readers, in docs/over/lijkt-op.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nlargest, nsmallest
from operator import mul
from types import MappingProxyType

from generator.insight.merits import Merits
from generator.model.choices import Choice


class Reason(Choice):
    """What makes an entry worth a look; a reader decides how much each weighs."""

    PARTNER = "partner", "Uw partner heeft het al", "Your partner has it already"
    PEERS = "peers", "Organisaties als de uwe hebben het", "Organisations like yours have it"
    LAW = "law", "Een wet vraagt het nu", "A law asks for it now"
    EASE = "ease", "Weinig werk om over te nemen", "Little work to take over"
    REUSED = "reused", "Al vaak overgenomen", "Taken over often"
    VOLUME = "volume", "Inwoners vragen er vaak om", "Residents often ask for it"


WEIGHTS: Mapping[Reason, int] = MappingProxyType(
    {
        Reason.PARTNER: 50,
        Reason.PEERS: 20,
        Reason.LAW: 10,
        Reason.EASE: 10,
        Reason.REUSED: 5,
        Reason.VOLUME: 5,
    }
)
"""Together 100; a partner weighs as much as all others together, so what a partner has comes first."""

_Points = tuple[int, int, int, int, int, int]

BEST_OF_EACH = 3
"""How many entries are taken along for each reason, so that other weights have something to bring up."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a body stands among others.

    Attributes:
        own: Ids of entries it owns, uses, tries, plans, or has stopped with.
        partners: Slugs of the partnerships it belongs to and of its fellow members.
        peers: Slugs of bodies like it and how much they are alike, 0 to 1; the most alike first.
    """

    own: frozenset[str]
    partners: tuple[str, ...]
    peers: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """An entry that others have and this body does not.

    Attributes:
        entry: Its id.
        points: 0 to 100 for each reason.
        partners: Slugs of partners that have it.
        peers: Slugs of bodies like it that have it, the most alike first.
    """

    entry: str
    points: Mapping[Reason, int]
    partners: tuple[str, ...]
    peers: tuple[str, ...]

    @property
    def score(self) -> int:
        """The weighted mean of the points, 0 to 100, with the weights one starts with."""
        return (weighted(self.points) + 50) // 100


def weighted(points: Mapping[Reason, int]) -> int:
    """Return the sum of points times weight; what is ordered by, so without rounding."""
    return sum(weight * points[reason] for reason, weight in WEIGHTS.items())


def gaps(
    position: Position,
    has: Mapping[str, frozenset[str]],
    merits: Mapping[str, Merits],
    extra: Iterable[str],
    most: int,
) -> tuple[Gap, ...]:
    """Return what is worth a look for one body: most points first, then what is most reused, then by id.

    Looks only at what partners and peers have, and at `extra`: never at all entries.

    Args:
        position: Of the body.
        has: Ids of the entries each body owns or uses, by slug.
        merits: What speaks for an entry whoever looks, by id; an entry without is never suggested.
        extra: Ids of entries that deserve a look from anyone.
        most: How many with the most points; the best for each single reason come on top of these.
    """
    nothing: frozenset[str] = frozenset()
    by_partner = nothing.union(*(has.get(slug, nothing) for slug in position.partners))
    alike: dict[str, float] = dict.fromkeys((*extra, *by_partner), 0.0)
    for slug, likeness in position.peers:
        for entry in has.get(slug, nothing):
            alike[entry] = alike.get(entry, 0.0) + likeness
    points = {
        entry: _points(merits[entry], entry in by_partner, alike[entry])
        for entry in alike.keys() & merits.keys() - position.own
    }
    return tuple(_gap(entry, points[entry], position, has) for entry in _chosen(points, merits, most))


def peer_points(alike: float) -> int:
    """Return the points for peers: 0 without any, half with one that is wholly alike, ever nearer to 100.

    Args:
        alike: How much those that have it are alike, added up.
    """
    return round(100 * alike / (alike + 1))


def reused_points(times: int) -> int:
    """Return the points for use anywhere: 0 without any, half with five users, ever nearer to 100."""
    return round(100 * times / (times + 5))


def _points(merits: Merits, by_partner: bool, alike: float) -> _Points:  # noqa: FBT001
    """Return the points in the order of the reasons: a tuple, since there may be a million of these."""
    return (
        100 if by_partner else 0,
        peer_points(alike),
        merits.law,
        merits.ease,
        reused_points(merits.reused),
        merits.volume,
    )


def _gap(entry: str, points: _Points, position: Position, has: Mapping[str, frozenset[str]]) -> Gap:
    return Gap(
        entry,
        dict(zip(Reason, points, strict=True)),
        tuple(slug for slug in position.partners if entry in has.get(slug, ())),
        tuple(slug for slug, _ in position.peers if entry in has.get(slug, ())),
    )


def _chosen(points: Mapping[str, _Points], merits: Mapping[str, Merits], most: int) -> list[str]:
    """Return the ids of the entries with the most points and of the best for each reason, in order."""
    weights = tuple(WEIGHTS.values())
    places = {
        entry: (-sum(map(mul, weights, of)), -merits[entry].reused, entry) for entry, of in points.items()
    }
    chosen = set(nsmallest(most, places.values()))
    for index in range(len(weights)):
        least = min(nlargest(BEST_OF_EACH, (of[index] for of in points.values())), default=0)
        best = (
            (-of[index], *places[entry]) for entry, of in points.items() if of[index] and of[index] >= least
        )
        chosen.update(place[1:] for place in nsmallest(BEST_OF_EACH, best))
    return [entry for _, _, entry in sorted(chosen)]
