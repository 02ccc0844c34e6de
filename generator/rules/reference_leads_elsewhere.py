"""An entry does not refer to itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.model.choices import Kind
from generator.rules._documents import readable, references
from generator.rules._fixes import unsafe, without_item

RULE = Rule(
    "reference-leads-elsewhere",
    Severity.ERROR,
    summary=msg("An entry does not refer to itself."),
    why=msg("A link to the page itself leads nowhere."),
    repair=msg("Remove the reference, or name the entry that is meant."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield references of an entry to itself."""
    for record in readable(catalogue, Kind.APPLICATION, Kind.PRACTICE):
        for path, name in references(record, "entry"):
            if name == record.id:
                message = msg("this is the entry itself")
                fix = unsafe(without_item(record.document, path))
                yield RULE.finding(record.document.place(path), message, msg("remove this reference"), fix)
