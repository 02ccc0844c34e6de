"""Every file says something."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults

RULE = Rule(
    "file-is-not-empty",
    Severity.ERROR,
    summary=msg("Every file says something."),
    why=msg("An empty file gives an empty page."),
    repair=msg(
        "Fill in the fields, or remove the file. `catalogue new` writes a file with the fields in it."
    ),
)

_HINT = msg("remove the file, or make a new one with: catalogue new")


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield empty files and empty front matter."""
    for item in faults(catalogue, "empty-file"):
        yield RULE.finding(item.location, msg("this file is empty"), _HINT)
    for item in faults(catalogue, "empty-front-matter"):
        yield RULE.finding(item.location, msg("this file has no fields"), _HINT)
