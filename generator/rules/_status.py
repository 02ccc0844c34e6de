"""How far an entry is: what may still be open."""

from __future__ import annotations

from functools import cache

from generator.catalogue import Record
from generator.model.choices import Choice

NOT_YET = frozenset({"idea", "pilot"})


def is_misspelt(record: Record, name: str, choices: type[Choice]) -> bool:
    """Whether a choice is none of its list; what depends on it cannot be judged."""
    return record.document.text(name) not in _values_of(choices)


def is_in_use(record: Record) -> bool:
    """Whether an entry is past idea and pilot, as far as its status can be read."""
    status = record.document.text("status")
    return status is not None and status not in NOT_YET


@cache
def _values_of(choices: type[Choice]) -> frozenset[str]:
    return frozenset(choice.value for choice in choices)
