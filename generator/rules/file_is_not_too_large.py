"""No file is larger than a reader can read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults

RULE = Rule(
    "file-is-not-too-large",
    Severity.ERROR,
    summary=msg("No file is larger than a reader can read."),
    why=msg("A very large file makes checking and searching slow for everybody."),
    repair=msg("Keep to the main points and link to documents elsewhere."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield files and front matter past their limit."""
    for item in faults(catalogue, "file-too-large"):
        limit = int(str(item.values["limit"])) // 1024
        message = msg("this file is larger than {limit} kB", limit=limit)
        yield RULE.finding(item.location, message, msg("shorten it, or link to documents elsewhere"))
    for item in faults(catalogue, "front-matter-too-large"):
        message = msg("the fields take more than {limit} characters", limit=item.values["limit"])
        yield RULE.finding(item.location, message, msg("move long text below the second line ---"))
