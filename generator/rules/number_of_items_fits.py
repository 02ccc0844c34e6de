"""A list has neither too few nor too many items."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults, field
from generator.rules._hints import example

RULE = Rule(
    "number-of-items-fits",
    Severity.ERROR,
    summary=msg("A list has neither too few nor too many items."),
    why=msg("A long list hides what matters; an empty one says nothing."),
    repair=msg("Keep the items that matter most to a colleague."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield lists that are too short or too long."""
    for item in faults(catalogue, "too-many"):
        name, limit = field(item), item.values["limit"]
        message = msg(
            "'{field}' has {length} items; {limit} is the most",
            field=name,
            length=item.values["length"],
            limit=limit,
        )
        yield RULE.finding(item.location, message, msg("keep the ones that matter most"))
    for item in faults(catalogue, "too-few"):
        message = msg("'{field}' is an empty list", field=field(item))
        yield RULE.finding(item.location, message, example(field(item), item.values["about"]))
