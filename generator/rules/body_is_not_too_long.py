"""The text is short enough to read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Location, Rule, Severity
from generator.markdown import LONGEST
from generator.messages import msg

RULE = Rule(
    "body-is-not-too-long",
    Severity.ERROR,
    summary=msg("The text is short enough to read."),
    why=msg("What is too long is not read, and past this length it is not shown."),
    repair=msg("Keep to what a colleague needs to decide and to begin. Link to the rest."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield texts past the limit."""
    for record in catalogue.records:
        if len(record.document.body) > LONGEST:
            message = msg("the text has more than {most} characters", most=LONGEST)
            hint = msg("shorten it, or link to documents elsewhere")
            yield RULE.finding(Location(record.path), message, hint)
