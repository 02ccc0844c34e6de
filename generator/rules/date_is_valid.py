"""A date is a day that exists, written as 2026-11-24."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._dates_written import written_day, written_month
from generator.rules._faults import faults
from generator.rules._fixes import rewritten, safe, unsafe
from generator.text import shown

RULE = Rule(
    "date-is-valid",
    Severity.ERROR,
    summary=msg("A date is a day that exists, written as 2026-11-24."),
    why=msg("Other ways of writing a date mean different days to different people."),
    repair=msg("Write the year, the month and the day in digits, with hyphens in between."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield what is no date."""
    for item in faults(catalogue, "not-date", "no-such-day", "not-partial-date"):
        value = str(item.values["value"] or "").strip()
        date, fix = "", None
        named = written_day(value)
        if named:
            date, is_certain = named
            fix = (safe if is_certain else unsafe)(rewritten(catalogue, item.location, date))
        elif item.kind == "not-partial-date" and written_month(value):
            date = written_month(value)
            fix = safe(rewritten(catalogue, item.location, date))
        if item.kind == "no-such-day":
            message = msg("the day {value} does not exist", value=shown(value))
            yield RULE.finding(item.location, message, msg("look at the month and the day"), fix)
            continue
        message = msg("'{value}' is not a date", value=shown(value))
        if named:
            hint = msg("write year-month-day: {date}", date=date)
        elif date:
            hint = msg("write year-month: {date}", date=date)
        elif item.kind == "not-date":
            hint = msg("write year-month-day, for example 2026-11-24")
        else:
            hint = msg("write a year, a month or a day, for example 2026, 2026-11 or 2026-11-24")
        yield RULE.finding(item.location, message, hint, fix)
