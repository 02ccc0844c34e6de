"""The text brings in no other files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.markdown import Spot
from generator.messages import msg
from generator.rules._documents import body_place, with_text

RULE = Rule(
    "body-has-no-snippets",
    Severity.ERROR,
    summary=msg("The text brings in no other files."),
    why=msg(
        "Lines with `--8<--` fetch a file from the computer that builds the site, also one that is secret."
    ),
    repair=msg("Write the text itself, or link to it."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield lines that fetch a file."""
    for record in with_text(catalogue):
        if "<" not in record.document.body:
            continue
        for number, line in enumerate(record.document.body.split("\n"), start=1):
            if "-8<-" in line:
                start = len(line) - len(line.lstrip())
                spot = Spot(number, start + 1, len(line.rstrip()) + 1, "")
                message = msg("this line fetches another file")
                yield RULE.finding(body_place(record, spot), message, msg("write the text itself"))
