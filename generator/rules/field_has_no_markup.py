"""Fields are plain text, without HTML."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.markdown import MARKUP
from generator.messages import msg
from generator.rules._documents import inside, readable
from generator.rules._faults import Failed
from generator.rules._signs import suspects
from generator.text import shown

RULE = Rule(
    "field-has-no-markup",
    Severity.ERROR,
    summary=msg("Fields are plain text, without HTML."),
    why=msg("HTML in a field is shown as it is written. It is also a way to attack readers."),
    repair=msg(
        "Write the text without tags. Is it an example of code? Put it in the text below, between backticks."
    ),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield tags and comments in fields."""
    failed = Failed(catalogue)
    for record in suspects(readable(catalogue), lambda signs: b"<" in signs.written):
        for path, value in record.document.values:
            found = MARKUP.search(value)
            if found and (record.path, path) not in failed:
                message = msg("here stands HTML: {text}", text=shown(found[0]))
                yield RULE.finding(
                    inside(record, path, *found.span()), message, msg("write it without < and >")
                )
