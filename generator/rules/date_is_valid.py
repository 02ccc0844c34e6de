"""A date is a day that exists, written as 2026-11-24."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults
from generator.text import shown

RULE = Rule(
    "date-is-valid",
    Severity.ERROR,
    summary=msg("A date is a day that exists, written as 2026-11-24."),
    why=msg("Other ways of writing a date mean different days to different people."),
    repair=msg("Write the year, the month and the day in digits, with hyphens in between."),
)

_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield what is no date."""
    for item in faults(catalogue, "not-date", "no-such-day", "not-partial-date"):
        value = str(item.values["value"] or "")
        if item.kind == "no-such-day":
            message = msg("the day {value} does not exist", value=shown(value))
            yield RULE.finding(item.location, message, msg("look at the month and the day"))
            continue
        message = msg("'{value}' is not a date", value=shown(value))
        if _turned(value):
            hint = msg("write year-month-day: {date}", date=_turned(value))
        elif item.kind == "not-date":
            hint = msg("write year-month-day, for example 2026-11-24")
        else:
            hint = msg("write a year, a month or a day, for example 2026, 2026-11 or 2026-11-24")
        yield RULE.finding(item.location, message, hint)


def _turned(value: str) -> str:
    """Return a date written as 24-11-2026 with the year first, or an empty text."""
    found = _DAY_FIRST.fullmatch(value.strip())
    if not found:
        return ""
    try:
        return dt.date(int(found[3]), int(found[2]), int(found[1])).isoformat()
    except ValueError:
        return ""
