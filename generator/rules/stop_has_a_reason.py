"""Who stopped, or decided against it, says when and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.model.choices import Kind
from generator.rules._documents import fields_of_kind, lacks, readable
from generator.rules._hints import example, missing

RULE = Rule(
    "stop-has-a-reason",
    Severity.ERROR,
    summary=msg("Who stopped, or decided against it, says when and why."),
    why=msg("What did not work is worth as much to a colleague as what did."),
    repair=msg("Add `until` and `stop_reason`."),
)

_ENDED = frozenset({"stopped", "rejected"})
_NEEDED = frozenset({("until",), ("stop_reason",)})


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield stopped and rejected adoptions without a day or a reason."""
    for record in readable(catalogue, Kind.ADOPTION):
        if record.document.text("status") not in _ENDED:
            continue
        for spec in fields_of_kind(record.kind):
            if spec.path in _NEEDED and lacks(record, *spec.path):
                place = record.document.place(("status",))
                yield RULE.finding(place, missing(spec.name, spec.about), example(spec.name, spec.about))
