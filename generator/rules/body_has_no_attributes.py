"""The text has no attributes between braces."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.markdown import Spot
from generator.messages import msg
from generator.rules._documents import body_place, with_text
from generator.rules._fixes import unsafe, without

RULE = Rule(
    "body-has-no-attributes",
    Severity.ERROR,
    summary=msg("The text has no attributes between braces."),
    why=msg(
        "Some programs give parts of the page another look or behaviour by them. Here they "
        "are shown as they are written."
    ),
    repair=msg("Remove the braces and what is in them."),
)

_BRACES = re.compile(r"(?<!\{)\{[^{}]{1,300}\}(?!\})")
_ATTRIBUTES = re.compile(r"\{:|\{\s*[.#][\w-]|\{\s*[\w-]{1,40}=")
# The id of a heading alone does no harm; `heading-id-is-derived` warns of it.
_PLAIN_ID = re.compile(r"\{:?\s*#[A-Za-z][\w-]*\s*\}")


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield lists of attributes."""
    for record in with_text(catalogue):
        if "{" not in record.document.body:
            continue
        for number, line in enumerate(catalogue.inspected[record.path].prose, start=1):
            for found in _BRACES.finditer(line):
                if _ATTRIBUTES.match(found[0]) and not _PLAIN_ID.fullmatch(found[0]):
                    spot = Spot(number, found.start() + 1, found.end() + 1, "")
                    message = msg("attributes between braces are not used here")
                    # With the space before them.
                    gap = line[: found.start()].endswith(" ")
                    whole = body_place(record, spot._replace(column=spot.column - gap))
                    fix = unsafe(without(whole))
                    yield RULE.finding(body_place(record, spot), message, msg("remove them"), fix)
