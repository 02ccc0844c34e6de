"""Every organisation stands once in the register."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults
from generator.text import shown

RULE = Rule(
    "organisation-is-registered-once",
    Severity.ERROR,
    summary=msg("Every organisation stands once in the register."),
    why=msg("Two organisations with one short name would share one folder and one page."),
    repair=msg("Remove the double row, or give one of the two another short name."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield short names that the register has twice."""
    for item in faults(catalogue, "duplicate-organisation"):
        value = shown(item.values["value"])
        message = msg("the organisation '{value}' stands in the register twice", value=value)
        yield RULE.finding(item.location, message, msg("remove one of the two"))
