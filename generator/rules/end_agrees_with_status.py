"""An adoption that has ended says so in its status."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue, Record
from generator.findings import Finding, Rule, Severity
from generator.messages import Message, msg
from generator.model.choices import Kind
from generator.model.choices_more import AdoptionStatus
from generator.rules._dates import first_day, is_before
from generator.rules._documents import readable
from generator.rules._status import is_misspelt

RULE = Rule(
    "end-agrees-with-status",
    Severity.WARNING,
    summary=msg("An adoption that has ended says so in its status."),
    why=msg("Otherwise it counts as use, and a colleague calls someone who stopped."),
    repair=msg("Give it the status `stopped` or `rejected`, or remove `until` and `stop_reason`."),
    can_be_excused=True,
)

_ENDED = frozenset({"stopped", "rejected"})
_OF_AN_END = frozenset({"until", "stop_reason"})


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield adoptions with an end behind them, or a reason to stop, whose status says otherwise."""
    for record in readable(catalogue, Kind.ADOPTION):
        if _OF_AN_END.isdisjoint(record.document.fields):
            continue
        status = record.document.text("status")
        if status is None or status in _ENDED or is_misspelt(record, "status", AdoptionStatus):
            continue
        found = _ended(record, today)
        if found:
            field, message = found
            hint = msg("choose the status 'stopped' or 'rejected', or remove '{field}'", field=field)
            yield RULE.finding(record.document.place((field,)), message, hint)


def _ended(record: Record, today: dt.date) -> tuple[str, Message] | None:
    """Return the field that tells of an end, and what it tells; None when there is no such field."""
    until = record.document.text("until")
    end = first_day(until)
    since = record.document.text("since")
    if until and end and since and first_day(since) and is_before(until, since):
        return None  # One of the two is wrong, and a finding already.
    if until and end and is_before(until, today.isoformat()):
        return "until", msg("this ended on {date}, yet the status says otherwise", date=until)
    if record.document.text("stop_reason"):
        return "stop_reason", msg("here stands why it ended, yet the status says otherwise")
    return None
