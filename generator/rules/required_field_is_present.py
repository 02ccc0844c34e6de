"""Every required field is filled in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults, field
from generator.rules._hints import example, missing

RULE = Rule(
    "required-field-is-present",
    Severity.ERROR,
    summary=msg("Every required field is filled in."),
    why=msg(
        "Without these fields a colleague cannot see what it is, whom to ask and whether it still holds."
    ),
    repair=msg("Add the field. When you do not know the answer, many fields accept the word `unknown`."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield fields that are missing."""
    for item in faults(catalogue, "missing-field"):
        words = item.values["about"]
        name = field(item)
        yield RULE.finding(item.location, missing(name, words), example(name, words))
