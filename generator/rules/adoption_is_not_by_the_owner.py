"""The owner of an entry has no adoption of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Location, Rule, Severity
from generator.messages import msg
from generator.model.choices import Kind

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
    for record in catalogue.records:
        if record.kind is not Kind.ADOPTION:
            continue
        owners = {
            entry.organisation for entry in catalogue.records_by_id.get(record.id, ()) if entry.is_entry
        }
        if record.organisation in owners:
            message = msg("this organisation is the owner of '{name}'", name=record.id)
            yield RULE.finding(Location(record.path), message, msg("remove this file"))
