"""What has happened has a date that is not in the future."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue, Record
from generator.documents import Path
from generator.findings import Finding, Rule, Severity
from generator.messages import Message, msg
from generator.model.choices import Kind
from generator.rules._dates import day, first_day
from generator.rules._documents import readable, values_at
from generator.text import shown

RULE = Rule(
    "date-is-not-in-the-future",
    Severity.ERROR,
    summary=msg("What has happened has a date that is not in the future."),
    why=msg("Nobody can have read, measured or tested something tomorrow, so the date is a slip."),
    repair=msg("Correct the date. Did you mean when something will end? There is another field for that."),
)

# Fields about the past, in any kind of file that has them; `*` is any place in a list.
_PAST = (
    ("reviewed",),
    ("confirmed",),
    ("opened",),
    ("sources", "*", "retrieved"),
    ("privacy", "assessed"),
    ("security", "pentested"),
    ("software", "released"),
)
_YEAR = ("monitor", "*", "year")
_DIGITS = 4
_ENDED = frozenset({"stopped", "rejected"})
_BEGUN = frozenset({"pilot", "in-use", "stopped"})


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield days of the past that lie ahead."""
    now = today.isoformat()
    for record in readable(catalogue):
        fields = record.document.fields
        for pattern in _PAST:
            for path, text in values_at(record.document, pattern) if pattern[0] in fields else ():
                # A day that is not later as a text is not later.
                written = day(text) if text > now else None
                if written and written > today:
                    message = msg("{date} lies in the future", date=text)
                    yield RULE.finding(record.document.place(path), message, msg("look at the year"))
        for path, text, hint in _of_an_adoption(record) if record.kind is Kind.ADOPTION else ():
            written = first_day(text) if text > now else None
            if written and written > today:
                message = msg("{date} lies in the future", date=shown(text))
                yield RULE.finding(record.document.place(path), message, hint)
        for path, text in values_at(record.document, _YEAR) if _YEAR[0] in fields else ():
            if text.isdecimal() and len(text) == _DIGITS and int(text) > today.year:
                message = msg("{date} lies in the future", date=text)
                yield RULE.finding(record.document.place(path), message, msg("look at the year"))


def _of_an_adoption(record: Record) -> Iterator[tuple[Path, str, Message]]:
    """Yield where an adoption tells of a beginning or an end that must have been, and what to do about it."""
    status = record.document.text("status")
    since, until = record.document.text("since"), record.document.text("until")
    if since and status in _BEGUN:
        yield ("since",), since, msg("correct it, or give the adoption the status 'planned'")
    if until and status in _ENDED:
        yield ("until",), until, msg("correct it, or change the status on that day")
