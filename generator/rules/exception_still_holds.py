"""An exception has not ended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._exceptions import waivers

RULE = Rule(
    "exception-still-holds",
    Severity.WARNING,
    summary=msg("An exception has not ended."),
    why=msg("After its last day an exception excuses nothing: the rule counts again."),
    repair=msg(
        "Remove the exception, and mend what the rule finds. Does the reason still hold? Choose a new day."
    ),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield exceptions whose last day has passed."""
    for waiver in waivers(catalogue):
        if waiver.until and waiver.has_ended(today):
            message = msg("this exception ended on {date}", date=waiver.until.isoformat())
            hint = msg("remove it, or choose a new day when the reason still holds")
            yield RULE.finding(waiver.record.document.place((*waiver.path, "until")), message, hint)
