"""Who uses something does not say which version of which software."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._networks import numbers
from generator.rules._passages import Passage, security_passages
from generator.rules._signs import Signs
from generator.text import shown

RULE = Rule(
    "version-is-left-out",
    Severity.WARNING,
    summary=msg("Who uses something does not say which version of which software."),
    why=msg("A version at the name of an organisation tells an attacker which holes to try."),
    repair=msg("Name the software without its version. What it needs belongs in the entry of the software."),
)

_NUMBER = r"[0-9]{1,4}(?:\.[0-9]{1,5})"
# Between a word and its number a line can end.
_SIGNS = tuple(
    map(re.compile, (rb"\.[0-9]{1,5}\.[0-9]", rb"versi", rb"release", rb"build", rb"v\.?\s*[0-9]", rb"\\"))
)
_POINT = re.compile(r"\.(?<=[0-9]\.)[0-9]")
_VERSION = re.compile(
    rf"(?<![\w.])(?:(?:versie|version|release|build|v\.?) ?{_NUMBER}{{1,3}}"
    rf"|(?<=[A-Za-z] ){_NUMBER}{{2,3}})(?![\w]|\.[0-9])",
    re.IGNORECASE,
)
# Of a standard, a law or a method a version tells nothing about a computer.
_STANDARD = re.compile(
    r"\b(bio2?|iso|nen|nis2?|tls|wcag|api|apis|norm|normen|standaard|standaarden|standard|richtlijn|handreiking"
    r"|handboek|gids|model|kader|baseline|cvss|artikel|hoofdstuk|paragraaf|bijlage|maatregel|control|gemma|http|oauth)\b",
    re.IGNORECASE,
)
_AROUND = 60
"""Characters before and after a number in which a standard can be named."""


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield versions in adoptions, in what organisations say of themselves and in cybersecurity practices."""
    for passage in security_passages(catalogue, _has_sign):
        # A source is a document, with versions of its own.
        if passage.path[:1] == ("sources",) or not _POINT.search(passage.text):
            continue
        for start, end in _found(passage):
            message = msg("'{version}' is the version of software", version=shown(passage.text[start:end]))
            hint = msg("leave out the number")
            yield RULE.finding(passage.place(start, end), message, hint)


def _found(passage: Passage) -> Iterator[tuple[int, int]]:
    words = passage.words
    for found in _VERSION.finditer(words):
        around = words[max(found.start() - _AROUND, 0) : found.end() + _AROUND]
        # An address is for the rules about those.
        addresses = {(number.start, number.end) for number in numbers(passage)}
        if not _STANDARD.search(around) and found.span() not in addresses:
            yield found.span()


def _has_sign(signs: Signs) -> bool:
    # "0.0" first: it is quick to find, and most files have none.
    return b"0.0" in signs.figures and any(sign.search(signs.small) for sign in _SIGNS)
