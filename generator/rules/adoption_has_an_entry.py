"""Every adoption is of an application or practice that is here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Location, Rule, Severity
from generator.messages import msg
from generator.model.choices import Kind
from generator.nearest import Nearest
from generator.rules._entries import by_alias, entry_hint, entry_names, misnamed, owners_by_entry
from generator.rules._organisations import SLUG
from generator.text import shown

RULE = Rule(
    "adoption-has-an-entry",
    Severity.ERROR,
    summary=msg("Every adoption is of an application or practice that is here."),
    why=msg("The file name says what is reused. Without the entry nobody can see what it is about."),
    repair=msg("Give the file the name of the entry that is reused."),
    crosses_files=True,
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield adoptions of what is not there."""
    index: Nearest | None = None
    aliases = by_alias(catalogue)
    entries = owners_by_entry(catalogue)
    elsewhere = misnamed(catalogue)
    for record in catalogue.records:
        if (
            record.kind is not Kind.ADOPTION
            or record.id in entries
            or not SLUG.fullmatch(record.id)
            or record.id in elsewhere
        ):
            continue
        index = index or Nearest(entry_names(catalogue))
        message = msg("there is no application or practice '{name}' to reuse", name=shown(record.id))
        yield RULE.finding(Location(record.path), message, entry_hint(record.id, aliases, index))
