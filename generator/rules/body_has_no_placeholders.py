"""The text has no places that are still to be filled in."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.markdown import Spot
from generator.messages import msg
from generator.rules._documents import body_place, with_text

RULE = Rule(
    "body-has-no-placeholders",
    Severity.WARNING,
    summary=msg("The text has no places that are still to be filled in."),
    why=msg("Nothing fills in `{{ name }}` here: a reader sees the braces."),
    repair=msg(
        "Write the word itself. Do you want to show the braces? Put them in code, between back ticks."
    ),
)

_PLACE = re.compile(r"\{\{[^{}\n]{1,200}\}\}|\{%[^{}\n]{1,200}%\}")


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield places of a template in prose, not in code."""
    for record in with_text(catalogue):
        if "{" not in record.document.body:
            continue
        for number, line in enumerate(catalogue.inspected[record.path].prose, start=1):
            for found in _PLACE.finditer(line):
                spot = Spot(number, found.start() + 1, found.end() + 1, found[0])
                message = msg("nothing fills this in")
                yield RULE.finding(body_place(record, spot), message, msg("write the word itself"))
