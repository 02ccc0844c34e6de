"""What speaks for an entry whoever looks at it: a law, little work, much use."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.insight.dates import months_between
from generator.insight.dossier import Dossier
from generator.model.choices import Advice, Effort, Mode, Status
from generator.model.choices_more import OrganisationType
from generator.model.vocabulary import Term
from generator.register import Organisation

LAW_MONTHS = 36
"""So long before and after the day a law begins to apply, it weighs more than other laws."""
ANY_LAW = 25
"""Points for an entry that helps with a law that applies for long, or from a day that is not known."""
SMALL = 50_000
"""A municipality with fewer inhabitants is small: what it could take over, others can too."""

_EFFORT: Mapping[Effort, int] = MappingProxyType(
    {Effort.UNDER_1: 100, Effort.FROM_1: 80, Effort.FROM_6: 60, Effort.FROM_21: 30, Effort.OVER_60: 0}
)
_MODE: Mapping[str, int] = MappingProxyType(
    {Mode.ONE_TO_ONE.value: 60, Advice.CONFIGURE.value: 30, Mode.CONFIGURED.value: 30}
)
_OFFERED = frozenset({Status.IN_USE, Status.PILOT})


@dataclass(frozen=True, slots=True)
class Merits:
    """What speaks for one entry.

    Attributes:
        law: 0 to 100: how near the day is on which a law it helps with begins to apply.
        ease: 0 to 100: how little work it takes.
        volume: 0 to 100: how often residents ask for the service.
        reused: How many use it.
        law_id: The law that gives those points; empty without.
        small: The smallest municipality that took it over one-to-one, when it is a small one; else None.
    """

    law: int = 0
    ease: int = 0
    volume: int = 0
    reused: int = 0
    law_id: str = ""
    small: Organisation | None = None


def merits_of(dossiers: Iterable[Dossier], laws: Mapping[str, Term], today: dt.date) -> Mapping[str, Merits]:
    """Return the merits of every entry that can be taken over, by id; ideas and what ends are left out."""
    return {item.id: _merits(item, laws, today) for item in dossiers if item.entry.status in _OFFERED}


def law_points(applies_from: dt.date | None, today: dt.date) -> int:
    """Return 100 on the day a law begins to apply, less the longer before or after, and at least 25."""
    if applies_from is None:
        return ANY_LAW
    away = months_between(min(today, applies_from), max(today, applies_from))
    return max(ANY_LAW, round(100 * (1 - away / LAW_MONTHS)))


def ease_points(efforts: Iterable[Effort | None], modes: Iterable[str | None]) -> int:
    """Return how easy it is to take over: the mean effort, or how it was taken over when that gives more.

    Args:
        efforts: What the owner and the users say; those who do not know say nothing.
        modes: What the owner advises and how users took it over.
    """
    known = [_EFFORT[effort] for effort in efforts if effort is not None and effort in _EFFORT]
    mean = round(sum(known) / len(known)) if known else 0
    return max(mean, *(_MODE.get(mode or "", 0) for mode in (*modes, "")))


def volume_points(volume: int | None) -> int:
    """Return 0 when unknown, and 100 for a service asked for a million times a year; it is logarithmic."""
    return min(100, round(100 * math.log10(1 + volume) / 6)) if volume else 0


def worth_a_look(merits: Mapping[str, Merits], each: int) -> tuple[str, ...]:
    """Return entries that deserve a look from anyone, also from who has no partners and no peers here.

    Those a law asks for now, those a small municipality took over one-to-one, and those most reused.

    Args:
        merits: By id.
        each: How many of each at most.
    """
    ids = sorted(merits)
    by_use = sorted(ids, key=lambda item: -merits[item].reused)
    lawful = [
        item for item in sorted(by_use, key=lambda item: -merits[item].law) if merits[item].law > ANY_LAW
    ]
    small = [item for item in by_use if merits[item].small]
    reused = [item for item in by_use if merits[item].reused]
    return tuple(dict.fromkeys((*lawful[:each], *small[:each], *reused[:each])))


def _merits(dossier: Dossier, laws: Mapping[str, Term], today: dt.date) -> Merits:
    entry, told = dossier.entry, [use.adoption for use in dossier.uses if use.via is None and use.goes_on]
    reuse = entry.reuse
    by_law = {name: law_points(laws[name].applies_from, today) for name in entry.legislation if name in laws}
    law_id = max(by_law, key=lambda name: by_law[name], default="")
    return Merits(
        by_law.get(law_id, 0),
        ease_points(
            [reuse.effort if reuse else None, *(item.effort for item in told)],
            [reuse.advice if reuse else None, *(item.mode for item in told)],
        ),
        volume_points(max((item.volume_per_year or 0 for item in entry.services), default=0)),
        len(dossier.adopters),
        law_id,
        _smallest(dossier),
    )


def _smallest(dossier: Dossier) -> Organisation | None:
    takers = (use.organisation for use in dossier.uses if use.counts and use.adoption.mode is Mode.ONE_TO_ONE)
    small = (
        item
        for item in takers
        if item.type is OrganisationType.MUNICIPALITY and item.inhabitants and item.inhabitants < SMALL
    )
    return min(small, key=lambda item: (item.inhabitants or 0, item.slug), default=None)
