"""A text in a field is one line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults, field
from generator.rules._fixes import in_quotes, replaced, unsafe

RULE = Rule(
    "text-is-one-line",
    Severity.ERROR,
    summary=msg("A text in a field is one line."),
    why=msg("These texts stand in lists and headings, where a second line has no place."),
    repair=msg("Put it on one line. Longer text belongs below the second line `---`."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield texts with a line end in them."""
    for item in faults(catalogue, "has-line-break"):
        message = msg("'{field}' is more than one line", field=field(item))
        value = " ".join(str(item.values["value"] or "").split())
        # A block ends where the next line begins.
        end = "\n" if item.location.end_column == 1 else ""
        fix = unsafe(replaced(item.location, in_quotes(value, '"') + end))
        yield RULE.finding(item.location, message, msg("make it one line, without \\n, | or >"), fix)
