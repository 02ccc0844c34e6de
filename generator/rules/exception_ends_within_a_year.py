"""An exception ends within a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._dates import months_after
from generator.rules._exceptions import waivers

RULE = Rule(
    "exception-ends-within-a-year",
    Severity.ERROR,
    summary=msg("An exception ends within a year."),
    why=msg("Someone has to look at it again. What was right once, does not stay so by itself."),
    repair=msg("Choose an earlier day. Does the reason still hold then? You can choose a new day."),
)

_MONTHS = 12


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield exceptions that last longer."""
    limit = months_after(today, _MONTHS)
    for waiver in waivers(catalogue):
        if waiver.until and waiver.until > limit:
            message = msg("this exception lasts for more than {months} months", months=_MONTHS)
            hint = msg("choose a day up to and including {date}", date=limit.isoformat())
            yield RULE.finding(waiver.record.document.place((*waiver.path, "until")), message, hint)
