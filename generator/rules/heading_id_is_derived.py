"""The address of a heading follows from its words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._documents import body_place, with_text
from generator.rules._fixes import safe, swapped
from generator.text import shown

RULE = Rule(
    "heading-id-is-derived",
    Severity.WARNING,
    summary=msg("The address of a heading follows from its words."),
    why=msg("An id between braces is shown as it is written."),
    repair=msg("Remove the braces. A link to the heading uses its words: `#wat-is-het`."),
)

# As in `body-has-no-attributes`, which reports all others.
_ID = re.compile(r"\{:?\s*#[A-Za-z][\w-]*\s*\}$")


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield headings with an id of their own."""
    for record in with_text(catalogue):
        for heading in catalogue.inspected[record.path].headings:
            found = _ID.search(heading.text)
            if found:
                message = msg("'{text}' is shown as it is written", text=shown(found[0]))
                place = body_place(record, heading.spot)
                fix = safe(swapped(catalogue, place, f" {found[0]}", ""))
                yield RULE.finding(place, message, msg("remove it"), fix)
