"""Contracts that end before long: what municipalities could buy together next time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from generator.insight.dates import months_later
from generator.insight.dossier import Dossier
from generator.model.application import Application

MONTHS = 18
"""How long before the end it is told: buying together takes about a year."""


@dataclass(frozen=True, slots=True)
class Ending:
    """An application whose contract ends, and its last day."""

    dossier: Dossier
    day: dt.date


def endings(dossiers: Iterable[Dossier], today: dt.date) -> tuple[Ending, ...]:
    """Return the contracts that end from today to 18 months on, the first to end first, then by title.

    Args:
        dossiers: Sorted by title.
        today: A contract that ends today is still there.
    """
    found = []
    for dossier in dossiers:
        entry = dossier.entry
        procurement = entry.procurement if isinstance(entry, Application) else None
        day = procurement.contract_end if procurement else None
        if day is not None and today <= day <= months_later(today, MONTHS):
            found.append(Ending(dossier, day))
    return tuple(sorted(found, key=lambda item: item.day))
