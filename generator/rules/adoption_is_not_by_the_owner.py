"""The owner of an entry has no adoption of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Location, Rule, Severity
from generator.messages import msg
from generator.model.choices import Kind
from generator.rules._entries import owners_by_entry

RULE = Rule(
    "adoption-is-not-by-the-owner",
    Severity.ERROR,
    summary=msg("The owner of an entry has no adoption of it."),
    why=msg("The owner uses it already, by owning it. An adoption would count the same use twice."),
    repair=msg("Remove the adoption. What it cost and taught you belongs in the entry itself."),
    crosses_files=True,
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield adoptions by the owner."""
    owners = owners_by_entry(catalogue)
    for record in catalogue.records:
        if record.kind is Kind.ADOPTION and record.organisation in owners.get(record.id, ()):
            message = msg("this organisation is the owner of '{name}'", name=record.id)
            yield RULE.finding(Location(record.path), message, msg("remove this file"))
