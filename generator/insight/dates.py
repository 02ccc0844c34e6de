"""Days, months and dates that are only partly known."""

from __future__ import annotations

import calendar
import datetime as dt


def months_later(day: dt.date, months: int) -> dt.date:
    """Return the same day `months` later; the last day of a shorter month where that day does not exist."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def months_between(earlier: dt.date, later: dt.date) -> int:
    """Return how many whole months have passed; 0 when `later` is not later."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return max(0, months - (months_later(earlier, months) > later))


def first_day(written: str) -> dt.date:
    """Return the first day of a `PartialDate`: of 2014, 1 January 2014."""
    year, month, day = _parts(written)
    return dt.date(year, month or 1, day or 1)


def last_day(written: str) -> dt.date:
    """Return the last day of a `PartialDate`: of 2018-02, 28 February 2018."""
    year, month, day = _parts(written)
    month = month or 12
    return dt.date(year, month, day or calendar.monthrange(year, month)[1])


def _parts(written: str) -> tuple[int, int, int]:
    """Split a partial date; what is not known is 0, and so is a day its month does not have: 2021-02-31."""
    year, month, day = [*(int(part) for part in written.split("-")), 0, 0][:3]
    if month and day > calendar.monthrange(year, month)[1]:
        day = 0
    return year, month, day
