"""A licence has a name that SPDX still uses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import either, msg
from generator.model.choices import Kind
from generator.rules._documents import inside, readable
from generator.rules._fixes import swapped, unsafe
from generator.spdx import licences_in

RULE = Rule(
    "licence-is-current",
    Severity.WARNING,
    summary=msg("A licence has a name that SPDX still uses."),
    why=msg("Withdrawn names do not say whether a later version of the licence may be chosen."),
    repair=msg("Look in the source code what the makers chose, and use that name."),
    can_be_excused=True,
)

_FIELD = ("software", "licence")


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield withdrawn names of licences."""
    licences = catalogue.vocabularies["licences"]
    for record in readable(catalogue, Kind.APPLICATION):
        written = record.document.text(*_FIELD) or ""
        for name in licences_in(written) or ():
            licence = licences.get(name)
            if licence and licence.is_withdrawn:
                start = written.find(name)
                message = msg("SPDX has withdrawn the name {name}", name=name)
                hint = msg("use {words}", words=either(licence.successors)) if licence.successors else None
                place, fix = inside(record, _FIELD, start, start + len(name)), None
                if len(licence.successors) == 1:
                    fix = unsafe(swapped(catalogue, place, name, licence.successors[0]))
                yield RULE.finding(place, message, hint, fix)
