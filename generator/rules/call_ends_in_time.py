"""A call closes within 18 months."""

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
    "call-ends-in-time",
    Severity.ERROR,
    summary=msg("A call closes within 18 months."),
    why=msg("A call that stays open for years asks for an answer nobody reads any more."),
    repair=msg("Choose an earlier day. You can always move it later on."),
    can_be_excused=True,
)

_MONTHS = 18


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield calls that close later."""
    limit = months_after(today, _MONTHS)
    for record in readable(catalogue, Kind.CALL):
        until = day(record.document.text("until"))
        if until and until > limit:
            message = msg("this call stays open for more than {months} months", months=_MONTHS)
            hint = msg("choose a day up to and including {date}", date=limit.isoformat())
            yield RULE.finding(record.document.place(("until",)), message, hint)
