"""How the catalogue grew: how many entries and adoptions it held at the end of each month."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.insight.dates import months_later

ENTRIES = frozenset({"applications", "practices"})
ADOPTIONS = "adoptions"
_DEPTH = 4


@dataclass(frozen=True, slots=True)
class Turn:
    """A file that came or went.

    Attributes:
        day: When.
        path: Below the catalogue: `organisations/utrecht/applications/x.md`.
        step: 1 for one that came, -1 for one that went.
    """

    day: dt.date
    path: str
    step: int


@dataclass(frozen=True, slots=True)
class Month:
    """What there was at the end of a month.

    Attributes:
        first: Its first day.
        entries: Applications and practices.
        adoptions: Files in which an organisation says what it did with an entry.
    """

    first: dt.date
    entries: int
    adoptions: int


def growth(turns: Iterable[Turn], today: dt.date) -> tuple[Month, ...]:
    """Return every month from that of the first entry to that of today.

    Args:
        turns: In any order; what is neither an entry nor an adoption does not count.
        today: What happened after it is left out.
    """
    steps: dict[dt.date, list[int]] = defaultdict(lambda: [0, 0])
    for turn in turns:
        place = _place(turn.path)
        if place is not None and turn.day <= today:
            steps[turn.day.replace(day=1)][place] += turn.step
    if not steps:
        return ()
    found, entries, adoptions = [], 0, 0
    month, last = min(steps), today.replace(day=1)
    while month <= last:
        more, uses = steps.get(month, (0, 0))
        entries, adoptions = entries + more, adoptions + uses
        found.append(Month(month, entries, adoptions))
        month = months_later(month, 1)
    return tuple(found)


def _place(path: str) -> int | None:
    """Return 0 for an entry, 1 for an adoption, None for another file."""
    parts = path.split("/")
    if len(parts) != _DEPTH or parts[0] != "organisations" or not parts[3].endswith((".md", ".yml")):
        return None
    if parts[2] in ENTRIES:
        return 0
    return 1 if parts[2] == ADOPTIONS else None
