"""The name of an entry's file is its id: lower-case letters, digits and single hyphens."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Location, Rule, Severity
from generator.messages import msg
from generator.model.choices import Kind
from generator.text import shown

RULE = Rule(
    "file-name-is-an-id",
    Severity.ERROR,
    summary=msg("The name of an entry's file is its id: lower-case letters, digits and single hyphens."),
    why=msg("The name is the address of the page and how others refer to the entry."),
    repair=msg("Rename the file, for example to `open-zaak.md`."),
)

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield names that are no id."""
    for record in catalogue.records:
        if record.kind is not Kind.ORGANISATION and not _ID.fullmatch(record.id):
            name = "-".join(re.findall(r"[a-z0-9]+", record.id))
            message = msg("the file name '{name}' is not an id", name=shown(record.id))
            ending = record.path.rpartition(".")[2]
            hint = msg("call it '{name}'", name=shown(f"{name}.{ending}"))
            yield RULE.finding(Location(record.path), message, hint)
