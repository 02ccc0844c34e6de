"""Every file can be opened and read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults

RULE = Rule(
    "file-can-be-read",
    Severity.ERROR,
    summary=msg("Every file can be opened and read."),
    why=msg("A file that cannot be read is missing from the site, and nobody notices."),
    repair=msg(
        "Check the permissions of the file. Remove what is no plain file, such as a socket or a device."
    ),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield what cannot be opened, and what is no file."""
    for item in faults(catalogue, "unreadable"):
        message = msg("this file cannot be read ({reason})", reason=item.values["reason"])
        yield RULE.finding(item.location, message, msg("check the permissions of the file"))
    for item in faults(catalogue, "not-a-file"):
        yield RULE.finding(item.location, msg("this is not a plain file"), msg("remove it"))
