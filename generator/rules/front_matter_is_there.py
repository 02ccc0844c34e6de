"""Every `.md` file begins with fields between two lines `---`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults

RULE = Rule(
    "front-matter-is-there",
    Severity.ERROR,
    summary=msg("Every `.md` file begins with fields between two lines `---`."),
    why=msg("Without these lines nobody knows where the fields end and the text begins."),
    repair=msg(
        "Put `---` on the first line, the fields below it, "
        "and `---` on a line of its own after the last field."
    ),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield files whose fields are not between two lines `---`."""
    for item in faults(catalogue, "no-front-matter"):
        message = msg("this file does not begin with a line ---")
        yield RULE.finding(item.location, message, msg("put the fields between two lines --- at the top"))
    for item in faults(catalogue, "blank-before-front-matter"):
        message = msg("an empty line stands above the first line ---")
        yield RULE.finding(item.location, message, msg("begin the file with --- itself"))
    for item in faults(catalogue, "unclosed-front-matter"):
        message = msg("the second line --- is missing, after the last field")
        hint = msg("put --- on a new line after line {line}", line=item.values["after"])
        yield RULE.finding(item.location, message, hint)
