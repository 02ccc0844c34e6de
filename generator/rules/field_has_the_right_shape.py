"""A field is what it has to be: one value, a list, or a group of fields."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.faults import Fault
from generator.findings import Finding, Rule, Severity
from generator.messages import Message, msg
from generator.rules._faults import faults, field
from generator.rules._hints import example
from generator.text import shown

RULE = Rule(
    "field-has-the-right-shape",
    Severity.ERROR,
    summary=msg("A field is what it has to be: one value, a list, or a group of fields."),
    why=msg("A list where one text is expected, or the other way round, cannot be shown."),
    repair=msg("Write the value as in the example."),
)

_SHAPES = {
    "text": msg("one value"),
    "list": msg("a list"),
    "mapping": msg("a group of fields"),
}


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield values of another shape."""
    for item in faults(catalogue, "wrong-shape"):
        message = msg(
            "'{field}' is {written}; it has to be {expected}",
            field=shown(field(item)),
            written=_SHAPES[str(item.values["written"])],
            expected=_SHAPES[str(item.values["expected"])],
        )
        yield RULE.finding(item.location, message, _hint(item))


def _hint(item: Fault) -> Message | None:
    if item.values["expected"] == "list" and item.values["written"] == "text":
        written = str(item.values["value"] or "")
        if written.startswith("-"):
            return msg("put a space after each dash")
        line = f"{field(item)}: [{written}]"
        return msg("make it a list: {line}", line=shown(line, most=100))
    return example(field(item), item.values["about"])
