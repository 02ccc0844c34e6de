"""A contract or agreement of what is in use has not ended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.model.choices import Kind
from generator.rules._dates import day
from generator.rules._documents import readable

RULE = Rule(
    "agreement-has-not-ended",
    Severity.WARNING,
    summary=msg("A contract or agreement of what is in use has not ended."),
    why=msg("Who buys or takes over, counts on the day that stands here. A day in the past helps nobody."),
    repair=msg("Fill in the new day, remove the field, or change the status when it is no longer used."),
    can_be_excused=True,
)

_FIELDS = (("procurement", "contract_end"), ("maintenance", "until"))
_USED = frozenset({"pilot", "in-use", "phasing-out"})


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield days in the past on which a contract or the maintenance ended, of what is still used."""
    for record in readable(catalogue, Kind.APPLICATION):
        if record.document.text("status") not in _USED:
            continue
        for path in _FIELDS:
            end = day(record.document.text(*path))
            if end and end < today:
                message = msg("this ended on {date}", date=end.isoformat())
                hint = msg("fill in the new day, or remove this field")
                yield RULE.finding(record.document.place(path), message, hint)
