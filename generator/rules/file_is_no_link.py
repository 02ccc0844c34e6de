"""Every file stands in the catalogue itself: no symbolic links."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults

RULE = Rule(
    "file-is-no-link",
    Severity.ERROR,
    summary=msg("Every file stands in the catalogue itself: no symbolic links."),
    why=msg(
        "A symbolic link can lead anywhere on the computer that builds the site, "
        "also to files that are secret."
    ),
    repair=msg("Remove the link and put the file itself in its place."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield every symbolic link."""
    for item in faults(catalogue, "symbolic-link"):
        yield RULE.finding(
            item.location, msg("this is a link to another file or folder"), msg("put the file itself here")
        )
