"""Every field is given once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults
from generator.text import shown

RULE = Rule(
    "field-is-given-once",
    Severity.ERROR,
    summary=msg("Every field is given once."),
    why=msg(
        "Of two equal fields most programs keep the last one without a word, so what you wrote first is lost."
    ),
    repair=msg("Keep one of the two."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield the second and later fields of one name."""
    for item in faults(catalogue, "duplicate-key"):
        key, line = shown(item.values["key"]), item.values["first_line"]
        message = msg("the field '{field}' is given a second time", field=key)
        yield RULE.finding(
            item.location, message, msg("keep one of the two; the first is on line {line}", line=line)
        )
