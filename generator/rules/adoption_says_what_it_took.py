"""An organisation that reuses something says how, since when, with what effort and lessons."""

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
    "adoption-says-what-it-took",
    Severity.ERROR,
    summary=msg("An organisation that reuses something says how, since when, with what effort and lessons."),
    why=msg("This is what colleagues come for: what it really took, and what you would do otherwise."),
    repair=msg("Add the field. What you do not know is `unknown`, but a lesson is never unknown."),
)

_BEGUN = frozenset({"pilot", "in-use", "stopped"})
_NEEDED = frozenset({("mode",), ("since",), ("effort",), ("changes",), ("lesson",)})


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield fields that are missing from a pilot on, when the organisation itself confirms."""
    for record in readable(catalogue, Kind.ADOPTION):
        text = record.document.text
        if text("status") not in _BEGUN or text("confirmed_by") != "organisation":
            continue
        for spec in fields_of_kind(record.kind):
            if spec.path in _NEEDED and lacks(record, *spec.path):
                place = record.document.place(("status",))
                yield RULE.finding(place, missing(spec.name, spec.about), example(spec.name, spec.about))
