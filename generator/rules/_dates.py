"""Days as they are written, and spans of months between them."""

from __future__ import annotations

import calendar
import datetime as dt
import re

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_YEAR = re.compile(r"[0-9]{4}")


def day(text: str | None) -> dt.date | None:
    """Return a day written as `2026-11-24`, or None; `date-is-valid` reports what is no day."""
    if text is None or not _DAY.fullmatch(text):
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def first_day(text: str | None) -> dt.date | None:
    """Return the first day of a year, a month or a day as written, or None."""
    if text is None:
        return None
    if _YEAR.fullmatch(text):
        return day(f"{text}-01-01")
    return day(f"{text}-01") if _MONTH.fullmatch(text) else day(text)


def is_before(end: str, start: str) -> bool:
    """Whether an end lies before a start, only as precise as both are: 2021 is not before 2021-05."""
    return end[: len(start)] < start[: len(end)]


def months_after(start: dt.date, months: int) -> dt.date:
    """Return the same day some months later (or earlier), or the last day of a shorter month."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(start.day, last))
