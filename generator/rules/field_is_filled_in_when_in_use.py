"""What is in use says what taking it over requires, and which personal data it uses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.model.about import Need
from generator.model.choices import Kind, Status
from generator.rules._documents import fields_of_kind, lacks, readable
from generator.rules._hints import example, missing
from generator.rules._status import NOT_YET, is_misspelt

RULE = Rule(
    "field-is-filled-in-when-in-use",
    Severity.ERROR,
    summary=msg("What is in use says what taking it over requires, and which personal data it uses."),
    why=msg("A colleague cannot decide without knowing this. For an idea or a pilot it may still be open."),
    repair=msg("Add the field. What you do not know yet is `unknown`."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield fields that only an idea or a pilot may leave out."""
    for record in readable(catalogue, Kind.APPLICATION, Kind.PRACTICE):
        if record.document.text("status") in NOT_YET | {None} or is_misspelt(record, "status", Status):
            continue
        for spec in fields_of_kind(record.kind):
            if spec.about.need is Need.IN_USE and lacks(record, *spec.path):
                place = record.document.place(("status",))
                yield RULE.finding(place, missing(spec.name, spec.about), example(spec.name, spec.about))
