"""What ends says what comes next, or what was learned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.model.choices import Status
from generator.rules._documents import lacks, readable

RULE = Rule(
    "ended-entry-leads-on",
    Severity.NOTE,
    summary=msg("What ends says what comes next, or what was learned."),
    why=msg("Who uses it has to go on with something else. Who considered it wants to know why it ended."),
    repair=msg("Name what replaces it in `replaced_by`, or add the section `## Lessen`."),
    can_be_excused=True,
)

_ENDING = frozenset({Status.PHASING_OUT, Status.STOPPED})
_LESSONS = "Lessen"


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield ending entries without a follower and without lessons."""
    for record in readable(catalogue):
        if not record.is_entry or record.document.text("status") not in _ENDING:
            continue
        headings = {heading.text for heading in catalogue.inspected[record.path].headings}
        if _LESSONS not in headings and lacks(record, "replaced_by"):
            message = msg("this ends, and does not say what comes next or what was learned")
            hint = msg("add 'replaced_by', or the section '## Lessen'")
            yield RULE.finding(record.document.place(("status",)), message, hint)
