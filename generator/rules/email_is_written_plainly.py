"""A mail address is written as it is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._fixes import replaced, unsafe, written
from generator.rules._passages import passages
from generator.rules._signs import Signs

RULE = Rule(
    "email-is-written-plainly",
    Severity.WARNING,
    summary=msg("A mail address is written as it is."),
    why=msg(
        "Robots read [at] as well as @. A colleague has to type the address over, and a screen reader "
        "reads it wrong."
    ),
    repair=msg("Write the address of a shared mailbox with @, or link to a page with a form."),
)

# Apart, and each beginning with one fixed character: that makes the search of many files quick.
_SIGNS = tuple(
    map(
        re.compile,
        (
            rb" a(?:t|penstaart) ",
            *(rb"%b ?(?:at|@|apenstaart) ?[\])}]" % bracket for bracket in (rb"\(", rb"\[", rb"\{")),
        ),
    )
)
_DOT = r" ?[\[({] ?(?:dot|punt|\.) ?[\])}] ?"
_WORD_DOT = r"(?: (?:dot|punt) )"
_AT = r" ?[\[({] ?(?:at|@|apenstaart) ?[\])}] ?| apenstaart "
_ADDRESS = re.compile(
    rf"(?<![\w.+-])[\w.+-]{{1,64}}(?:(?:{_AT})[\w-]{{1,63}}(?:(?:\.|{_DOT}|{_WORD_DOT})[\w-]{{1,63}}){{1,4}}"
    rf"| at [\w-]{{1,63}}(?:(?:{_DOT}|{_WORD_DOT})[\w-]{{1,63}}){{1,4}})",
    re.IGNORECASE,
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield addresses with a word for @."""
    for passage in passages(catalogue, _has_sign):
        for found in _ADDRESS.finditer(passage.words):
            message = msg("this is a mail address without @")
            hint = msg("write the address of a shared mailbox with @, or link to a page with a form")
            place = passage.place(*found.span())
            # The words may be those of a value that is written otherwise, with a backslash.
            is_as_written = written(catalogue, place) == found[0]
            fix = unsafe(replaced(place, _plainly(found[0]))) if is_as_written else None
            yield RULE.finding(place, message, hint, fix)


def _has_sign(signs: Signs) -> bool:
    is_marked = any(sign.search(signs.small) for sign in _SIGNS)
    return is_marked and bool(_ADDRESS.search(signs.lowered))


def _plainly(address: str) -> str:
    """Return an address with @ and dots."""
    name, domain = re.split(rf"{_AT}| at ", address, maxsplit=1, flags=re.IGNORECASE)
    return f"{name}@{re.sub(f'{_DOT}|{_WORD_DOT}', '.', domain, flags=re.IGNORECASE)}"
