"""An organisation does not name itself as its own partner."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._documents import readable, values_at

RULE = Rule(
    "organisation-names-others",
    Severity.ERROR,
    summary=msg("An organisation does not name itself as its own partner."),
    why=msg("The folder says already whose it is. A second mention would count the same organisation twice."),
    repair=msg("Remove the name, or put the organisation there that is meant."),
)

_FIELDS = (("co_owners", "*"), ("members", "*", "organisation"))


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield owners among their co-owners, and partnerships among their members."""
    for record in readable(catalogue):
        for pattern in _FIELDS:
            for path, slug in values_at(record.document, pattern):
                if slug == record.organisation:
                    message = msg("'{name}' is the organisation itself", name=slug)
                    yield RULE.finding(record.document.place(path), message, msg("remove this name"))
