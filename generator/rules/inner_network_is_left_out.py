"""No text gives an address or a name inside your own network."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._networks import has_sign, numbers
from generator.rules._passages import Passage, passages
from generator.rules._signs import Signs
from generator.text import shown

RULE = Rule(
    "inner-network-is-left-out",
    Severity.ERROR,
    summary=msg("No text gives an address or a name inside your own network."),
    why=msg(
        "Names and numbers of your own computers are of no use to a colleague elsewhere, and of great "
        "use to an attacker."
    ),
    repair=msg("Say what it is in general words, such as the file server."),
)

_ENDINGS = ("local", "localdomain", "lan", "intern", "internal", "intranet", "corp")
_ENDING = rf"(?:{'|'.join(_ENDINGS)})"
_SIGNS = (re.compile(rf"\.{_ENDING}".encode()), re.compile(rb"srv"))
# In small or in capital letters: "proces.Intern" is a space that was forgotten.
_LABELS = r"(?:[a-z0-9][a-z0-9-]{0,62}\.){1,6}"
_HOST = re.compile(
    rf"(?<![\w@.-])(?:{_LABELS}{_ENDING}|{_LABELS.replace('a-z', 'A-Z')}{_ENDING.upper()})(?![\w-]|\.\w)"
)
_SERVER = re.compile(
    r"(?<![\w./-])srv(?=[a-z0-9-]{0,40}[0-9])-?[a-z0-9][a-z0-9-]{0,40}(?!\w|\.\w)", re.IGNORECASE
)
# A share of Windows; Markdown may want each backslash twice.
_SHARE = re.compile(r"(?<!\\)\\{2,4}[A-Za-z0-9][\w.-]{0,62}\\{1,2}[\w$.-]{1,80}")
# Names that many products use, and names that are examples: they tell nothing about anybody.
_COMMON = re.compile(
    r"host\.docker\.internal|localhost\.localdomain|cluster\.local|example|voorbeeld", re.IGNORECASE
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield private IP addresses, names of computers inside, and shares."""
    for passage in passages(catalogue, _has_sign):
        for start, end in sorted(set(_found(passage))):
            message = msg("'{text}' is inside a network of one's own", text=shown(passage.text[start:end]))
            hint = msg("say in general words what it is, such as the file server")
            yield RULE.finding(passage.place(start, end), message, hint)


def _found(passage: Passage) -> Iterator[tuple[int, int]]:
    for number in numbers(passage):
        if number.is_inside:
            yield number.start, number.end
    for pattern in (_HOST, _SERVER, _SHARE):
        for found in pattern.finditer(passage.words):
            if not _COMMON.search(found[0]):
                yield found.span()


def _has_sign(signs: Signs) -> bool:
    return b"\\" in signs.written or has_sign(signs) or any(sign.search(signs.small) for sign in _SIGNS)
