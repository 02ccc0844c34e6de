"""Names in one folder differ in more than capitals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults
from generator.text import shown

RULE = Rule(
    "file-names-differ-clearly",
    Severity.ERROR,
    summary=msg("Names in one folder differ in more than capitals."),
    why=msg("On Windows and macOS such names are one file, so one of the two is lost without a warning."),
    repair=msg("Rename or remove one of the two."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield names that differ only in capitals."""
    for item in faults(catalogue, "name-differs-in-case"):
        message = msg("this name differs only in capitals from '{other}'", other=shown(item.values["other"]))
        yield RULE.finding(item.location, message, msg("rename or remove one of the two"))
