"""The text does not begin with the title again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.model.sections import SECTIONS
from generator.rules._documents import body_place, readable

RULE = Rule(
    "title-is-not-repeated",
    Severity.WARNING,
    summary=msg("The text does not begin with the title again."),
    why=msg("The page shows the title from the fields already."),
    repair=msg("Remove the heading with one `#`, or give it two."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield headings of level 1."""
    for record in readable(catalogue):
        for heading in catalogue.inspected[record.path].headings:
            if heading.level == 1 and heading.text not in SECTIONS:
                message = msg("a heading with one # is the title of the page, which is there already")
                hint = msg("remove this heading, or begin it with ##")
                yield RULE.finding(body_place(record, heading.spot), message, hint)
