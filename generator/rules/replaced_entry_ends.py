"""What is replaced by something else does not stay in use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.model.choices import Status
from generator.rules._documents import readable
from generator.rules._entries import is_entry
from generator.text import shown

RULE = Rule(
    "replaced-entry-ends",
    Severity.WARNING,
    summary=msg("What is replaced by something else does not stay in use."),
    why=msg("A colleague who sees that it is in use, chooses it, and has to change soon after."),
    repair=msg("Make the status `phasing-out` or `stopped`, or leave `replaced_by` out."),
    can_be_excused=True,
    crosses_files=True,
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield entries in use that name what replaces them."""
    for record in readable(catalogue):
        if not record.is_entry or record.document.text("status") != Status.IN_USE:
            continue
        names = [name for _, name in record.document.texts("replaced_by") if is_entry(catalogue, name)]
        if names:
            message = msg("this is in use, yet '{name}' replaces it", name=shown(names[0]))
            hint = msg("make it 'phasing-out' or 'stopped', or leave 'replaced_by' out")
            yield RULE.finding(record.document.place(("status",)), message, hint)
