"""Every field is given once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Fix, Location, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults
from generator.rules._fixes import safe, without_lines
from generator.text import shown

RULE = Rule(
    "field-is-given-once",
    Severity.ERROR,
    summary=msg("Every field is given once."),
    why=msg(
        "Of two equal fields most programs keep the last one without a word, so what you wrote first is lost."
    ),
    repair=msg("Keep one of the two."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield the second and later fields of one name."""
    for item in faults(catalogue, "duplicate-key"):
        key, line = shown(item.values["key"]), item.values["first_line"]
        message = msg("the field '{field}' is given a second time", field=key)
        hint = msg("keep one of the two; the first is on line {line}", line=line)
        yield RULE.finding(item.location, message, hint, _fix(catalogue, item.location, int(str(line))))


def _fix(catalogue: Catalogue, place: Location, first: int) -> Fix | None:
    """Return how to remove the second field, when it says the same and takes one line."""
    lines = (*catalogue.lines.get(place.path, ()), "")
    if place.line >= len(lines) or lines[place.line - 1] != lines[first - 1]:
        return None
    own, following = lines[place.line - 1], lines[place.line]
    # Something may stand before the field on its line, or below it.
    is_alone = not own[: place.column - 1].strip() and ": " in own
    indent = len(following) - len(following.lstrip())
    goes_on = bool(following.strip()) and (indent >= place.column or following.lstrip().startswith("- "))
    return safe(without_lines(place.path, place.line, place.line)) if is_alone and not goes_on else None
