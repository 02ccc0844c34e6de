"""What the editors wrote, or a source confirms, names its sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.model.choices import Kind
from generator.rules._documents import lacks, readable

RULE = Rule(
    "facts-have-a-source",
    Severity.ERROR,
    summary=msg("What the editors wrote, or a source confirms, names its sources."),
    why=msg("A reader must be able to check where a fact comes from."),
    repair=msg("Add `sources`: for each the address, the day you read it and what it says."),
)

_FIELDS = {
    Kind.APPLICATION: ("reviewed_by", "editors"),
    Kind.PRACTICE: ("reviewed_by", "editors"),
    Kind.CALL: ("reviewed_by", "editors"),
    Kind.ADOPTION: ("confirmed_by", "source"),
}
_EXAMPLE = '[{url: "https://www.voorbeeld.nl", retrieved: 2026-11-24, what: licentie en versie}]'


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield files that need sources and have none."""
    for record in readable(catalogue, *_FIELDS):
        name, value = _FIELDS[record.kind]
        is_empty = record.document.written(("sources",)) == []
        if record.document.text(name) == value and (is_empty or lacks(record, "sources")):
            message = msg("'{field}: {value}' needs 'sources'", field=name, value=value)
            hint = msg("for example: {name}: {example}", name="sources", example=_EXAMPLE)
            yield RULE.finding(record.document.place((name,)), message, hint)
