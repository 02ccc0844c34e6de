"""A text is as long as its place on the page allows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults, field
from generator.rules._hints import example

RULE = Rule(
    "text-fits",
    Severity.ERROR,
    summary=msg("A text is as long as its place on the page allows."),
    why=msg("Too short a text says nothing; too long a text does not fit in a list and is not read."),
    repair=msg("Shorten the text, or say more."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield texts that are too short or too long."""
    for item in faults(catalogue, "text-too-long"):
        length, limit = int(str(item.values["length"])), int(str(item.values["limit"]))
        message = msg(
            "'{field}' has {length} characters; {limit} is the most",
            field=field(item),
            length=length,
            limit=limit,
        )
        yield RULE.finding(
            item.location, message, msg("make it {count} characters shorter", count=length - limit)
        )
    for item in faults(catalogue, "text-too-short"):
        length, limit = int(str(item.values["length"])), int(str(item.values["limit"]))
        message = msg(
            "'{field}' has {length} characters; {limit} is the least",
            field=field(item),
            length=length,
            limit=limit,
        )
        yield RULE.finding(item.location, message, example(field(item), item.values["about"]))
