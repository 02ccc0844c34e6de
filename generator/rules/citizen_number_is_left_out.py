"""No citizen service number (BSN) stands in a text."""

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
    "citizen-number-is-left-out",
    Severity.ERROR,
    summary=msg("No citizen service number (BSN) stands in a text."),
    why=msg(
        "A citizen service number is personal data that the law protects strictly. Here everyone can "
        "read it, and copies stay."
    ),
    repair=msg(
        "Remove the number. Is it another number? Write what it is before it, for example RSIN or KvK."
    ),
    hides_line=True,
)

# Apart: one pattern for both takes five times as long.
_SIGN = b"000000000"
_SIGN_WITH_POINTS = b".00.000"
_NUMBER = re.compile(r"(?<![\w.,/#+=-])(?:[0-9]{9}|[0-9]{4}\.[0-9]{2}\.[0-9]{3})(?![\w/=]|[.,-][0-9])")
# Numbers of companies and the like may be nine digits too, and an RSIN passes the same test.
_OTHER = re.compile(
    r"(?:kvk|oin|rsin|btw|bic|ean|gln|isbn|issn|fiscaal|telefoon|tel|fax|versie|version|zaak|dossier|factuur|test)"
    r"[\w-]*[ .:=(]*$|(?:\+|00)31[ ()0-]*$",
    re.IGNORECASE,
)
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_BEFORE = 30


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield numbers of nine digits that pass the eleven-test."""
    for passage in passages(catalogue, _has_sign):
        words = passage.words
        for found in _NUMBER.finditer(words):
            is_other = _OTHER.search(words, max(0, found.start() - _BEFORE), found.start())
            if _passes(found[0].replace(".", "")) and not is_other:
                message = msg("this looks like a citizen service number (BSN)")
                hint = msg("remove it; is it another number, write before it what it is, for example RSIN")
                yield RULE.finding(passage.place(*found.span()), message, hint)


def _passes(digits: str) -> bool:
    """Whether a number passes the test that every citizen service number passes."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True))
    return total % 11 == 0 and int(digits) > 0


def _has_sign(signs: Signs) -> bool:
    return _SIGN in signs.figures or _SIGN_WITH_POINTS in signs.figures
