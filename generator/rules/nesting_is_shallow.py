"""Values stand at most a few levels deep."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults

RULE = Rule(
    "nesting-is-shallow",
    Severity.ERROR,
    summary=msg("Values stand at most a few levels deep."),
    why=msg("No field needs more levels. Very deep nesting is used to make programs fail."),
    repair=msg("Take the brackets or indents away that are not needed."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield the first value that is too deep in each file."""
    for item in faults(catalogue, "too-deep"):
        message = msg("this value stands more than {depth} levels deep", depth=item.values["depth"])
        yield RULE.finding(item.location, message, msg("remove needless brackets or indents"))
