"""A list names everything once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.documents import Path, Written
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._documents import readable
from generator.rules._faults import Failed
from generator.rules._fixes import safe, without_item
from generator.text import shown

RULE = Rule(
    "list-has-no-doubles",
    Severity.ERROR,
    summary=msg("A list names everything once."),
    why=msg("A second mention adds nothing and looks like a slip."),
    repair=msg("Remove the second one."),
)

_NAMES = ("id", "organisation", "measure")
_WITH = ("since", "year", "source")
_DASHES = (b"- ", b" -\n", b"\n-\n", b"-\t")


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield values that a list has twice, and parts with the same id."""
    failed = Failed(catalogue)
    for record in readable(catalogue):
        for path, items in _lists(record.document.fields, ()) if _may_list(record.document.encoded) else ():
            if _are_different(items):
                continue
            seen: set[str] = set()
            for index, item in enumerate(items):
                key, named = _key_of(item)
                if not named:
                    continue
                where: Path = (*path, index, key) if key else (*path, index)
                known_by = _known_by(item, named)
                if known_by in seen and (record.path, where) not in failed:
                    message = msg("'{value}' stands in this list twice", value=shown(named))
                    fix = safe(without_item(record.document, where))
                    place = record.document.place(where)
                    yield RULE.finding(place, message, msg("remove one of the two"), fix)
                seen.add(known_by)


def _may_list(written: bytes) -> bool:
    """Whether a file could have a list of two: items stand behind dashes or between brackets."""
    return b"[" in written or sum(map(written.count, _DASHES)) > 1


def _are_different(items: list[Written]) -> bool:
    """Whether all values of a list are texts, and different ones: as nearly every list."""
    return len({item.casefold() for item in items if isinstance(item, str)}) == len(items)


def _key_of(item: Written) -> tuple[str, str]:
    """Return the field that names a part (empty for a single value) and the name, empty without one."""
    if not isinstance(item, dict):
        return "", item or "" if isinstance(item, str) else ""
    key = next((key for key in _NAMES if isinstance(item.get(key), str)), "")
    return key, str(item[key]) if key else ""


def _known_by(item: Written, named: str) -> str:
    """Return what tells a part from others: a member can have been one twice, a figure is of a year."""
    more = [item.get(key) for key in _WITH] if isinstance(item, dict) else []
    return "\n".join(str(each or "") for each in (named.casefold(), *more))


def _lists(written: dict[str, Written] | list[Written], path: Path) -> list[tuple[Path, list[Written]]]:
    """Return every list of two or more in what is written, with its path."""
    # Lists, not generators within generators: this visits all there is in every file.
    found: list[tuple[Path, list[Written]]] = []
    if isinstance(written, list) and len(written) > 1:
        found.append((path, written))
    steps = written.items() if isinstance(written, dict) else enumerate(written)
    for step, value in steps:
        if value and not isinstance(value, str):
            found += _lists(value, (*path, step))
    return found
