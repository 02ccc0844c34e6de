"""Which calls are open on a day, and how long still."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from generator.catalogue import Record
from generator.model.call import Call
from generator.register import Organisation


@dataclass(frozen=True, slots=True)
class KnownCall:
    """A call and what follows from it.

    Attributes:
        record: The file.
        call: As written.
        owner: Who asks.
        days_left: Whole days after today until the last one; 0 on the last day and after it.
        is_open: Whether one can still respond; the last day counts.
    """

    record: Record
    call: Call
    owner: Organisation
    days_left: int
    is_open: bool


def known_call(record: Record, call: Call, owner: Organisation, today: dt.date) -> KnownCall:
    """Return what follows from a call on a day."""
    return KnownCall(record, call, owner, max(0, (call.until - today).days), today <= call.until)


def open_calls(calls: Iterable[KnownCall]) -> tuple[KnownCall, ...]:
    """Return the calls one can respond to, the first to close first."""
    return tuple(sorted((c for c in calls if c.is_open), key=lambda c: (c.call.until, c.record.id)))


def closed_calls(calls: Iterable[KnownCall]) -> tuple[KnownCall, ...]:
    """Return the calls that have closed, the last to close first."""
    closed = sorted((c for c in calls if not c.is_open), key=lambda c: c.record.id)
    return tuple(sorted(closed, key=lambda c: c.call.until, reverse=True))
