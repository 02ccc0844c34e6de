"""An entry was read and found right in the last 18 months."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.model.choices import Kind
from generator.rules._dates import day, months_after
from generator.rules._documents import readable

RULE = Rule(
    "entry-was-read-lately",
    Severity.WARNING,
    summary=msg("An entry was read and found right in the last 18 months."),
    why=msg("Contacts, versions and costs change. A colleague wants to know that it still holds."),
    repair=msg("Read the entry, correct what changed, and set `reviewed` to today."),
    can_be_excused=True,
)

_MONTHS = 18


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield entries that nobody has read for too long."""
    limit = months_after(today, -_MONTHS)
    for record in readable(catalogue, Kind.APPLICATION, Kind.PRACTICE):
        reviewed = day(record.document.text("reviewed"))
        if reviewed and reviewed < limit and record.document.text("status") != "stopped":
            message = msg("nobody has read this entry for more than {months} months", months=_MONTHS)
            hint = msg("read it again, then fill in today: {date}", date=today.isoformat())
            yield RULE.finding(record.document.place(("reviewed",)), message, hint)
