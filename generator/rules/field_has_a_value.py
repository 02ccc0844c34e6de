"""A field that is there has a value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.documents import Path
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._faults import Failed, faults, field
from generator.rules._fixes import unsafe, without_field
from generator.rules._outdented import outdented
from generator.text import shown

RULE = Rule(
    "field-has-a-value",
    Severity.ERROR,
    summary=msg("A field that is there has a value."),
    why=msg("An empty field looks as if it was filled in, yet says nothing."),
    repair=msg("Fill in the value, or remove the field."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield fields without a value."""
    failed, loose = Failed(catalogue), outdented(catalogue)
    documents = {record.path: record.document for record in catalogue.records}
    for item in faults(catalogue, "empty-value"):
        path: Path = item.values["path"]  # type: ignore[assignment]
        if (item.location.path, path[:-1]) in failed:
            continue
        name = shown(field(item))
        if isinstance(path[-1], int):
            message = msg("here stands an empty item in the list '{field}'", field=name)
            yield RULE.finding(item.location, message, msg("fill it in, or remove the item"))
        else:
            message = msg("the field '{field}' is empty", field=name)
            document = documents.get(item.location.path)
            fix = unsafe(without_field(document, path)) if document else None
            hint = msg("fill it in, or remove the field")
            if (item.location.path, path) in loose.values():
                hint, fix = msg("begin the lines below it that belong to it with two spaces"), None
            elif " " in name:
                hint, fix = msg("does it belong to the text before it? Then put that text in quotes"), None
            yield RULE.finding(item.location, message, hint, fix)
