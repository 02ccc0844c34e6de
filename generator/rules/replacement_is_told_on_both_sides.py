"""What replaces something, and what it replaces, name each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._documents import readable
from generator.rules._entries import is_entry
from generator.text import shown

RULE = Rule(
    "replacement-is-told-on-both-sides",
    Severity.NOTE,
    summary=msg("What replaces something, and what it replaces, name each other."),
    why=msg("A reader comes to one of the two, and has to find the other from there."),
    repair=msg("Add `replaces` to the new one and `replaced_by` to the old one."),
    can_be_excused=True,
    crosses_files=True,
)

_BACK = (("replaces", "replaced_by"), ("replaced_by", "replaces"))


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield references to an entry that does not point back."""
    for record in readable(catalogue):
        for field, back in _BACK if record.is_entry else ():
            for path, name in record.document.texts(field):
                if name == record.id or not is_entry(catalogue, name):
                    continue
                others = catalogue.records_by_id[name]
                if not any(told == record.id for other in others for _, told in other.document.texts(back)):
                    message = msg(
                        "'{name}' does not name this in its field '{field}'", name=shown(name), field=back
                    )
                    hint = msg("add it in {path}", path=others[0].path)
                    yield RULE.finding(record.document.place(path), message, hint)
