"""What others have and one body does not, and in which order to look at it.

The formula stands, for readers, in docs/over/lijkt-op.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
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
    partners = [(slug, has[slug]) for slug in position.partners if slug in has]
    peers = [(slug, has[slug], likeness) for slug, likeness in position.peers if slug in has]
    by_partner = frozenset[str]().union(*(ids for _, ids in partners))
    alike: dict[str, float] = defaultdict(float, dict.fromkeys((*extra, *by_partner), 0.0))
    for _, ids, likeness in peers:
        for entry in ids:
            alike[entry] += likeness
    names = list(alike.keys() & merits.keys() - position.own)
    found = _candidates(
        names,
        [merits[name] for name in names],
        [name in by_partner for name in names],
        [alike[name] for name in names],
    )
    return tuple(
        Gap(
            names[place],
            {reason: points[place] for reason, points in found.points.items()},
            tuple(slug for slug, ids in partners if names[place] in ids),
            tuple(slug for slug, ids, _ in peers if names[place] in ids),
        )
        for place in _chosen(found, most)
    )


def peer_points(alike: float) -> int:
    """Return the points for peers: 0 without any, half with one that is wholly alike, ever nearer to 100.

    Args:
        alike: How much those that have it are alike, added up.
    """
    return round(100 * alike / (alike + 1))


@cache
def reused_points(times: int) -> int:
    """Return the points for use anywhere: 0 without any, half with five users, ever nearer to 100."""
    return round(100 * times / (times + 5))


@dataclass(frozen=True, slots=True)
class _Candidates:
    """Entries to choose from: lists side by side, since all bodies together have a million of these.

    Attributes:
        names: Ids, in any order.
        points: For each reason, 0 to 100.
        totals: Points times weight.
        reused: How many use it.
    """

    names: list[str]
    points: Mapping[Reason, list[int]]
    totals: list[int]
    reused: list[int]

    def order(self, place: int) -> tuple[int, int, str]:
        """Return what one of them is ordered by."""
        return -self.totals[place], -self.reused[place], self.names[place]

    def foremost(self, places: Sequence[int], most: int) -> list[int]:
        """Return those of some that come first, in any order."""
        if not 0 < most < len(places):
            return list(places)[:most]
        # Most can be passed over by one number, without anything to order them by.
        least = sorted([self.totals[place] for place in places])[-most]
        return sorted([it for it in places if self.totals[it] >= least], key=self.order)[:most]


def _candidates(
    names: list[str], merits: list[Merits], by_partner: list[bool], alike: list[float]
) -> _Candidates:
    reused = [item.reused for item in merits]
    points = {
        Reason.PARTNER: [100 * has for has in by_partner],
        Reason.PEERS: [peer_points(sum_of) for sum_of in alike],
        Reason.LAW: [item.law for item in merits],
        Reason.EASE: [item.ease for item in merits],
        Reason.REUSED: [reused_points(times) for times in reused],
        Reason.VOLUME: [item.volume for item in merits],
    }
    weighed = ([WEIGHTS[reason] * number for number in column] for reason, column in points.items())
    return _Candidates(names, points, list(map(sum, zip(*weighed, strict=True))), reused)


def _chosen(found: _Candidates, most: int) -> list[int]:
    """Return the places of the candidates with the most points and of the best for each reason, in order."""
    chosen = set(found.foremost(range(len(found.names)), most))
    for points in found.points.values():
        left = BEST_OF_EACH
        for number in sorted(set(points) - {0}, reverse=True):
            best = found.foremost([place for place, it in enumerate(points) if it == number], left)
            chosen.update(best)
            left -= len(best)
            if not left:
                break
    return sorted(chosen, key=found.order)
