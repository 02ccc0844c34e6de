"""The text does not begin with the title again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.model.sections import SECTIONS
from generator.rules._documents import body_place, with_text
from generator.rules._fixes import safe, without_lines, written

RULE = Rule(
    "title-is-not-repeated",
    Severity.WARNING,
    summary=msg("The text does not begin with the title again."),
    why=msg("The page shows the title from the fields already."),
    repair=msg("Remove the heading with one `#`, or give it two."),
    can_be_excused=True,
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield headings of level 1."""
    for record in with_text(catalogue):
        for heading in catalogue.inspected[record.path].headings:
            if heading.level == 1 and heading.text not in SECTIONS:
                message = msg("a heading with one # is the title of the page, which is there already")
                hint = msg("remove this heading, or begin it with ##")
                place, fix = body_place(record, heading.spot), None
                line = written(catalogue, place) or ""
                if line.startswith("# ") and heading.text == record.document.text("title"):
                    fix = safe(without_lines(place.path, place.line, place.line))
                yield RULE.finding(place, message, hint, fix)
