"""A number is a whole number within its limits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults
from generator.text import shown

RULE = Rule(
    "number-is-valid",
    Severity.ERROR,
    summary=msg("A number is a whole number within its limits."),
    why=msg("Numbers are compared and added up, so they have to be written in digits alone."),
    repair=msg("Write the number in digits, without dots, commas, units or words."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield what is no whole number, and numbers outside their limits."""
    for item in faults(catalogue, "not-whole-number"):
        value = shown(item.values["value"])
        message = msg("'{value}' is not a whole number", value=value)
        yield RULE.finding(item.location, message, msg("write digits alone, for example 1200"))
    for item in faults(catalogue, "outside-range"):
        least, most = item.values["least"], item.values["most"]
        message = msg("{value} does not fit here", value=shown(item.values["value"]))
        hint = msg("choose a number from {least} to {most}", least=least, most=most)
        yield RULE.finding(item.location, message, hint)
