"""Every id is used once in the whole catalogue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Location, Rule, Severity
from generator.messages import msg
from generator.model.choices import Kind

RULE = Rule(
    "id-is-unique",
    Severity.ERROR,
    summary=msg("Every id is used once in the whole catalogue."),
    why=msg("The id is the address of the page. Two files with one id would overwrite each other."),
    repair=msg(
        "Rename one of the two files. Is it the same thing? Keep one, and let the other "
        "organisation add an adoption."
    ),
    crosses_files=True,
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield every file but the first that has the same id."""
    for name, records in catalogue.records_by_id.items():
        for record in records[1:]:
            message = msg("the id '{name}' is taken by {path}", name=name, path=records[0].path)
            yield RULE.finding(Location(record.path), message, msg("rename one of the two"))
    first: dict[tuple[str, str], str] = {}
    for record in catalogue.records:
        if record.kind is Kind.ADOPTION:
            path = first.setdefault((record.organisation, record.id), record.path)
            if path != record.path:
                message = msg("the id '{name}' is taken by {path}", name=record.id, path=path)
                yield RULE.finding(Location(record.path), message, msg("remove one of the two"))
