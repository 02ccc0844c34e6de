"""An open call is not about something that has stopped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.model.choices import Kind, Status
from generator.rules._dates import day
from generator.rules._documents import readable
from generator.text import shown

RULE = Rule(
    "call-is-about-what-goes-on",
    Severity.WARNING,
    summary=msg("An open call is not about something that has stopped."),
    why=msg("Nobody joins something that is no longer there."),
    repair=msg("Name what replaces it, or let the call end today with `until`."),
    can_be_excused=True,
    crosses_files=True,
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield open calls about an entry that has stopped."""
    for record in readable(catalogue, Kind.CALL):
        until = day(record.document.text("until"))
        name = record.document.text("entry")
        if name is None or until is None or until < today:
            continue
        entries = [other for other in catalogue.records_by_id.get(name, ()) if other.is_entry]
        if any(other.document.text("status") == Status.STOPPED for other in entries):
            message = msg("'{name}' has stopped, and this call is open", name=shown(name))
            hint = msg("name what replaces it, or let the call end today with 'until'")
            yield RULE.finding(record.document.place(("entry",)), message, hint)
