"""Every shared list is there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults

RULE = Rule(
    "vocabulary-is-present",
    Severity.ERROR,
    summary=msg("Every shared list is there."),
    why=msg("Without the list the values that use it cannot be checked or named."),
    repair=msg("Put the file back from an earlier version of the catalogue."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield lists that are missing."""
    for item in faults(catalogue, "vocabulary-missing"):
        message = msg("the list '{name}' is missing", name=item.values["vocabulary"])
        yield RULE.finding(item.location, message, msg("put this file back"))
