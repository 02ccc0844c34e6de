"""The text of an entry has the section `Wat lost het op`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue, Record
from generator.findings import Finding, Location, Rule, Severity
from generator.messages import msg
from generator.model.choices import Kind
from generator.model.sections import REQUIRED_SECTION, SECTIONS
from generator.nearest import nearest
from generator.rules._documents import body_place, readable
from generator.rules._fixes import safe, swapped

RULE = Rule(
    "required-section-is-present",
    Severity.ERROR,
    summary=msg("The text of an entry has the section `Wat lost het op`."),
    why=msg("This is the first thing a colleague wants to know."),
    repair=msg("Add the heading `## Wat lost het op`, with two or three sentences below it."),
)

_LEVEL = 2


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield entries without it."""
    for record in readable(catalogue, Kind.APPLICATION, Kind.PRACTICE):
        headings = catalogue.inspected[record.path].headings
        sections = [heading.text for heading in headings if heading.level == _LEVEL]
        # A heading that is nearly right, or that stands in its place, is for `section-is-known`.
        others = [section for section in sections if section not in SECTIONS]
        is_other = bool(sections) and sections[0] not in SECTIONS
        if REQUIRED_SECTION in sections or is_other or nearest(REQUIRED_SECTION, others):
            continue
        hint = msg("add a heading: {line}", line=f"## {REQUIRED_SECTION}")
        elsewhere = next((heading for heading in headings if heading.text == REQUIRED_SECTION), None)
        if elsewhere:
            message = msg("the heading '{section}' has to begin with ##", section=REQUIRED_SECTION)
            hint = msg("write: {line}", line=f"## {REQUIRED_SECTION}")
            place = body_place(record, elsewhere.spot)
            line = f"{'#' * elsewhere.level} {REQUIRED_SECTION}"
            fix = safe(swapped(catalogue, place, line, f"## {REQUIRED_SECTION}"))
            yield RULE.finding(place, message, hint, fix)
        else:
            message = msg("the section '{section}' is missing", section=REQUIRED_SECTION)
            place = _top(record)
            if catalogue.lines[record.path][place.line - 1].strip("#*_:? ") == REQUIRED_SECTION:
                hint = msg("write: {line}", line=f"## {REQUIRED_SECTION}")
            yield RULE.finding(place, message, hint)


def _top(record: Record) -> Location:
    """Return the first line of the text that has something on it; the file when there is no text."""
    for number, line in enumerate(record.document.body.split("\n"), start=1):
        if line.strip():
            return record.document.body_place(number, 1, len(line) + 1)
    return Location(record.path)
