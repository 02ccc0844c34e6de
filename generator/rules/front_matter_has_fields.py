"""The front matter consists of fields: a name, a colon and a value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults

RULE = Rule(
    "front-matter-has-fields",
    Severity.ERROR,
    summary=msg("The front matter consists of fields: a name, a colon and a value."),
    why=msg("Loose text or a list has no names, so nobody knows what is what."),
    repair=msg("Write each field on its own line, for example `status: in-use`."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield front matter that is text or a list."""
    for item in faults(catalogue, "not-a-mapping"):
        is_list = item.values["shape"] == "list"
        message = msg("here stands a list, not a field") if is_list else msg("here stands text, not a field")
        yield RULE.finding(item.location, message, msg("write each field as: name: value"))
