"""Lines are indented with spaces, not with tabs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults

RULE = Rule(
    "indent-uses-spaces",
    Severity.ERROR,
    summary=msg("Lines are indented with spaces, not with tabs."),
    why=msg("A tab has another width in every program, so YAML does not accept it."),
    repair=msg("Replace each tab at the start of a line by two spaces."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield lines that begin with a tab."""
    for item in faults(catalogue, "tab-indent"):
        message = msg("a tab stands at the start of this line")
        yield RULE.finding(item.location, message, msg("use two spaces for each level"))
