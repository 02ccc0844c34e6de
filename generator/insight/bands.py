"""What users report in effort, time and money, beside what the owner says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.model.choices import Choice, Cost, Effort, LeadTime

Band = TypeVar("Band", Effort, LeadTime, Cost)


class Against(Choice):
    """What users report, set against the owner's claim."""

    LESS = "less", "minder dan de eigenaar zegt", "less than the owner says"
    SAME = "same", "zoals de eigenaar zegt", "as the owner says"
    MORE = "more", "meer dan de eigenaar zegt", "more than the owner says"
    MIXED = (
        "mixed",
        "soms minder, soms meer dan de eigenaar zegt",
        "sometimes less, sometimes more than the owner says",
    )


@dataclass(frozen=True, slots=True)
class Reported(Generic[Band]):
    """Bands that users report, from least to most, each with how many report it."""

    bands: tuple[tuple[Band, int], ...]

    @property
    def count(self) -> int:
        """How many users report anything."""
        return sum(number for _, number in self.bands)


def reported(kind: type[Band], values: Iterable[Band | None]) -> Reported[Band]:
    """Return what is known among the values; unknown is not a number and is left out of every range."""
    counts = Counter(value for value in values if value is not None and value.value != "unknown")
    return Reported(tuple((band, counts[band]) for band in kind if band in counts))


def against(kind: type[Band], claim: Band | None, found: Reported[Band]) -> Against | None:
    """Return how reports relate to the claim; None when either is not known."""
    if claim is None or claim.value == "unknown" or not found.bands:
        return None
    order = list(kind)
    places = [order.index(band) - order.index(claim) for band, _ in found.bands]
    if min(places) < 0 < max(places):
        return Against.MIXED
    if max(places) > 0:
        return Against.MORE
    return Against.LESS if min(places) < 0 else Against.SAME
