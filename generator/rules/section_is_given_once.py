"""Every section stands in a text once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.model.choices import Kind
from generator.model.sections import SECTIONS
from generator.rules._documents import body_place, with_text

RULE = Rule(
    "section-is-given-once",
    Severity.ERROR,
    summary=msg("Every section stands in a text once."),
    why=msg("A reader who has found a section does not look for a second one."),
    repair=msg("Put the two sections together."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield the second and later sections of one name."""
    for record in with_text(catalogue, Kind.APPLICATION, Kind.PRACTICE):
        seen: set[str] = set()
        for heading in catalogue.inspected[record.path].headings:
            if heading.text in SECTIONS and heading.text in seen:
                message = msg("the section '{section}' stands here a second time", section=heading.text)
                yield RULE.finding(body_place(record, heading.spot), message, msg("put the two together"))
            seen.add(heading.text)
