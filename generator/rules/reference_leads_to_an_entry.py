"""Every reference to an application or practice leads to one that is here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.nearest import Nearest
from generator.rules._documents import readable, references
from generator.rules._entries import by_alias, entry_hint, entry_names, misnamed, owners_by_entry
from generator.rules._fixes import rewritten, safe, unsafe
from generator.rules._organisations import SLUG
from generator.text import shown

RULE = Rule(
    "reference-leads-to-an-entry",
    Severity.ERROR,
    summary=msg("Every reference to an application or practice leads to one that is here."),
    why=msg("A reference to nothing is a dead link on the page."),
    repair=msg("Use the file name of the entry, without `.md`."),
    crosses_files=True,
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield references to entries that are not there."""
    index: Nearest | None = None
    aliases = by_alias(catalogue)
    entries = owners_by_entry(catalogue)
    elsewhere = misnamed(catalogue)
    for record in readable(catalogue):
        for path, name in references(record, "entry"):
            if name in entries or not SLUG.fullmatch(name) or name in elsewhere:
                continue
            index = index or Nearest(entry_names(catalogue))
            message = msg("there is no application or practice '{name}'", name=shown(name))
            place = record.document.place(path)
            certain = aliases.get(name) or index.certain(name)
            near = index.find(name, most=2)
            fix = None
            if certain:
                fix = safe(rewritten(catalogue, place, certain))
            elif len(near) == 1:
                fix = unsafe(rewritten(catalogue, place, near[0]))
            yield RULE.finding(place, message, entry_hint(name, aliases, index), fix)
