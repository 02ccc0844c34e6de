"""What ends does not end before it began."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue, Record
from generator.documents import Path
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.model.choices import Kind
from generator.rules._dates import first_day, is_before
from generator.rules._documents import readable

RULE = Rule(
    "end-is-not-before-start",
    Severity.ERROR,
    summary=msg("What ends does not end before it began."),
    why=msg("One of the two dates is wrong, and a reader cannot know which."),
    repair=msg("Correct one of the two dates."),
)

_NAMES = {
    Kind.ADOPTION: ("since", "until"),
    Kind.CALL: ("opened", "until"),
    Kind.ORGANISATION: ("since", "until"),
}


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield ends before their start."""
    for record in readable(catalogue, *_NAMES):
        for above in _spans(record):
            start, end = (_text(record, (*above, name)) for name in _NAMES[record.kind])
            first, last = first_day(start), first_day(end)
            if start and end and first and last and is_before(end, start):
                message = msg("this is before the start ({date})", date=start)
                yield RULE.finding(
                    record.document.place((*above, "until")), message, msg("correct one of the two")
                )


def _spans(record: Record) -> Iterator[Path]:
    """Yield the path of each part that can have a start and an end."""
    if record.kind is not Kind.ORGANISATION:
        if "until" in record.document.fields:
            yield ()
        return
    members = record.document.written(("members",))
    for index in range(len(members) if isinstance(members, list) else 0):
        yield ("members", index)


def _text(record: Record, path: Path) -> str | None:
    return record.document.text(*path)
