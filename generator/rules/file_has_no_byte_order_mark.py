"""No file begins with a byte order mark."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults
from generator.rules._fixes import safe_anew

RULE = Rule(
    "file-has-no-byte-order-mark",
    Severity.WARNING,
    summary=msg("No file begins with a byte order mark."),
    why=msg("Some programs do not see the first line when this invisible mark stands before it."),
    repair=msg("Save the file as UTF-8, not as UTF-8 with BOM."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield files with a byte order mark."""
    for item in faults(catalogue, "byte-order-mark"):
        message = msg("an invisible mark (BOM) stands at the start of this file")
        hint = msg("save the file as UTF-8, not as UTF-8 with BOM")
        yield RULE.finding(item.location, message, hint, safe_anew("utf-8-sig"))
