"""Every id stands once in its list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults
from generator.text import shown

RULE = Rule(
    "term-is-given-once",
    Severity.ERROR,
    summary=msg("Every id stands once in its list."),
    why=msg("With two terms under one id nobody knows which one is meant."),
    repair=msg("Give one of the two another id, or remove it."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield ids that a list has twice."""
    for item in faults(catalogue, "duplicate-term"):
        message = msg("the id '{value}' stands in this list twice", value=shown(item.values["value"]))
        yield RULE.finding(item.location, message, msg("remove one of the two"))
