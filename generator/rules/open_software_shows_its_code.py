"""Software with an open licence says where its source code is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.model.choices import Kind
from generator.rules._documents import lacks, readable
from generator.spdx import licences_in

RULE = Rule(
    "open-software-shows-its-code",
    Severity.ERROR,
    summary=msg("Software with an open licence says where its source code is."),
    why=msg("Open software can only be taken over by those who can find the code."),
    repair=msg("Add `repository` with the address of the source code."),
    can_be_excused=True,
)

_OPEN = frozenset({"osi", "fsf"})
_EXAMPLE = '"https://github.com/open-zaak/open-zaak"'


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield open software without an address of its code."""
    licences = catalogue.vocabularies["licences"]
    for record in readable(catalogue, Kind.APPLICATION):
        written = record.document.text("software", "licence") or ""
        found = [licences[name] for name in licences_in(written) or () if name in licences]
        is_open = any(licence.kind in _OPEN for licence in found)
        if is_open and lacks(record, "software", "repository") and record.document.text("status") != "idea":
            message = msg("software with the licence {licence} needs 'repository'", licence=written)
            hint = msg("for example: {name}: {example}", name="repository", example=_EXAMPLE)
            yield RULE.finding(record.document.place(("software", "licence")), message, hint)
