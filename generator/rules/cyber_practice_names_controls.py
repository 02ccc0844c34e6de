"""A cybersecurity practice names the BIO2 controls it serves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.model.choices import Kind
from generator.rules._documents import lacks, readable
from generator.rules._status import is_in_use

RULE = Rule(
    "cyber-practice-names-controls",
    Severity.ERROR,
    summary=msg("A cybersecurity practice names the BIO2 controls it serves."),
    why=msg("Security officers look for a practice by the control they have to meet."),
    repair=msg("Add `security` with `controls`: numbers from the list `bio2`."),
    can_be_excused=True,
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield cybersecurity practices in use without controls."""
    for record in readable(catalogue, Kind.PRACTICE):
        if record.document.text("domain") != "cybersecurity" or not is_in_use(record):
            continue
        is_empty = record.document.written(("security", "controls")) == []
        if lacks(record, "security") or lacks(record, "security", "controls") or is_empty:
            message = msg("a cybersecurity practice needs 'controls' below 'security'")
            hint = msg("for example: {name}: {example}", name="security", example='{controls: ["5.24"]}')
            yield RULE.finding(record.document.place(("domain",)), message, hint)
