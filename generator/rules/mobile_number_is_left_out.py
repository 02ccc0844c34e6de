"""No mobile number of a person stands in a text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._passages import passages
from generator.rules._signs import Signs

RULE = Rule(
    "mobile-number-is-left-out",
    Severity.WARNING,
    summary=msg("No mobile number of a person stands in a text."),
    why=msg("A mobile number leads to one person, also in the evening and after a change of jobs."),
    repair=msg("Name the general number or the shared mailbox of a team."),
)

_SIGN = b"0000000000"
_NUMBER = re.compile(
    r"(?<![\w./+-])(?:(?:\+|00)31[ -]?(?:\(0\)[ -]?)?|\(0|0)6\)?(?:[ -]{0,2}[0-9]){8}(?![\w/=]|[.,-][0-9])"
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield numbers that begin with 06 or +31 6."""
    for passage in passages(catalogue, _has_sign):
        for found in _NUMBER.finditer(passage.words):
            message = msg("this looks like the mobile number of a person")
            hint = msg("name the general number or the shared mailbox of a team")
            yield RULE.finding(passage.place(*found.span()), message, hint)


def _has_sign(signs: Signs) -> bool:
    return _SIGN in signs.figures.translate(None, b" -()") and bool(_NUMBER.search(signs.lowered))
