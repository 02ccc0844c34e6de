"""An earlier id is not the id, or the earlier id, of something else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.model.choices import Kind
from generator.rules._documents import readable
from generator.rules._fixes import safe, without_item
from generator.text import shown

RULE = Rule(
    "alias-is-free",
    Severity.ERROR,
    summary=msg("An earlier id is not the id, or the earlier id, of something else."),
    why=msg("The old address has to lead to one page."),
    repair=msg("Remove the alias from one of the two."),
    crosses_files=True,
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield aliases that are taken."""
    taken: dict[str, str] = {}
    for record in readable(catalogue, Kind.APPLICATION, Kind.PRACTICE):
        for path, alias in record.document.texts("aliases"):
            owner = catalogue.records_by_id.get(alias, ())
            other = owner[0].path if owner else taken.setdefault(alias, record.path)
            if not owner and other == record.path:
                continue
            fix = None
            if other == record.path:
                fix = safe(without_item(record.document, path))
                message = msg("'{name}' is the id of this entry itself", name=shown(alias))
            else:
                message = msg("'{name}' is taken by {path}", name=shown(alias), path=other)
            yield RULE.finding(record.document.place(path), message, msg("remove this alias"), fix)
