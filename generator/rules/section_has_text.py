"""Every section says something."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.model.choices import Kind
from generator.rules._documents import body_place, with_text
from generator.rules._fixes import unsafe, without_lines, written

RULE = Rule(
    "section-has-text",
    Severity.ERROR,
    summary=msg("Every section says something."),
    why=msg("An empty section promises what it does not give."),
    repair=msg("Write something below the heading, or remove it."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield sections without text."""
    for record in with_text(catalogue, Kind.APPLICATION, Kind.PRACTICE):
        lines = record.document.body.split("\n")
        headings = catalogue.inspected[record.path].headings
        for number, heading in enumerate(headings):
            following = headings[number + 1] if number + 1 < len(headings) else None
            end = following.spot.line - 1 if following else len(lines)
            is_empty = not any(line.strip(" \t=-") for line in lines[heading.spot.line : end])
            if is_empty and (following is None or following.level <= heading.level):
                message = msg("nothing stands below this heading")
                hint = msg("write something, or remove the heading")
                place, fix = body_place(record, heading.spot), None
                # A heading with a line below it, instead of # before it, takes two lines.
                if (written(catalogue, place) or "").startswith("#"):
                    fix = unsafe(without_lines(place.path, place.line, place.line))
                yield RULE.finding(place, message, hint, fix)
