"""An e-mail address has the form `team@voorbeeld.nl`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults
from generator.text import shown

RULE = Rule(
    "email-is-valid",
    Severity.ERROR,
    summary=msg("An e-mail address has the form `team@voorbeeld.nl`."),
    why=msg("A colleague who has a question must reach you at once."),
    repair=msg("Write the address alone, without a name or brackets around it."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield what is no e-mail address."""
    for item in faults(catalogue, "not-email"):
        message = msg("'{value}' is not an e-mail address", value=shown(item.values["value"]))
        yield RULE.finding(item.location, message, msg("write it as: {example}", example="team@voorbeeld.nl"))
