"""The rows of the register agree with each other."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Container, Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Location, Rule, Severity
from generator.messages import Message, msg
from generator.register import Organisation
from generator.rules._faults import unread_rows

RULE = Rule(
    "register-agrees",
    Severity.ERROR,
    summary=msg("The rows of the register agree with each other."),
    why=msg("What a former municipality shared, goes on under its successor. That one has to be there."),
    repair=msg("Look up the code and the dates in the official register, and correct the row."),
    crosses_files=True,
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield codes that two rows have, successors that are not there, and ends before their start."""
    codes = Counter(item.code for item in catalogue.organisations.values())
    seen: set[str] = set()
    # A row that cannot be read, or takes the place of another, is a finding already; its code is not known.
    unread = unread_rows(catalogue)
    for item in catalogue.organisations.values():
        wrong = _wrong(item, codes, seen)
        seen.add(item.code)
        if wrong and not (wrong[1] == "successor" and unread):
            yield RULE.finding(_place(catalogue, item), wrong[0], msg("look it up in the official register"))


def _wrong(item: Organisation, codes: Container[str], seen: Container[str]) -> tuple[Message, str] | None:
    """Return what is wrong with a row, and in which column."""
    if item.code in seen:
        return msg("another organisation has the code '{code}' too", code=item.code), "code"
    if item.successor == item.code:
        return msg("'{name}' is its own successor", name=item.slug), "successor"
    if item.successor and item.successor not in codes:
        return msg("the successor '{code}' is not in the register", code=item.successor), "successor"
    if item.since and item.until and item.until < item.since:
        return msg("'{name}' ended before it began", name=item.slug), "until"
    return None


def _place(catalogue: Catalogue, item: Organisation) -> Location:
    """Return the row of an organisation: its short name in it."""
    for path, lines in catalogue.lines.items():
        if "/register/" not in path:
            continue
        for number, line in enumerate(lines, start=1):
            start = line.find(f",{item.slug},")
            if start >= 0 and line.startswith(f"{item.code},"):
                return Location(path, number, start + 2, number, start + 2 + len(item.slug))
    return Location(f"{next(iter(catalogue.lines)).partition('/')[0]}/register")
