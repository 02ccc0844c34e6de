"""Days as people write them, put the way the catalogue does: the year first, in digits, with hyphens."""

from __future__ import annotations

import datetime as dt
import re

_MONTHS = (
    ("januari", "jan", "january"),
    ("februari", "feb", "february"),
    ("maart", "mrt", "march", "mar"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "jun", "june"),
    ("juli", "jul", "july"),
    ("augustus", "aug", "august"),
    ("september", "sep", "sept"),
    ("oktober", "okt", "october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_NUMBERS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
_DAY_FIRST = re.compile(r"(?P<day>[0-9]{1,2})(?P<sign>[-/. ])(?P<month>[0-9]{1,2})[-/. ](?P<year>[0-9]{4})")
_YEAR_FIRST = re.compile(
    r"(?P<year>[0-9]{4})(?P<sign>[-/. ]?)(?P<month>[0-9]{1,2})(?P=sign)(?P<day>[0-9]{1,2})"
)
_IN_WORDS = re.compile(r"(?P<day>[0-9]{1,2}) (?P<name>[a-z]{3,9})\.? (?P<year>[0-9]{4})")
_MONTH_FIRST = re.compile(r"(?P<month>[0-9]{1,2})[-/. ](?P<year>[0-9]{4})")
_MONTH_IN_WORDS = re.compile(r"(?P<name>[a-z]{3,9})\.? (?P<year>[0-9]{4})")
_MONTH_LAST = re.compile(r"(?P<year>[0-9]{4})[-/. ](?P<month>[0-9]{1,2})")


def written_day(text: str) -> tuple[str, bool] | None:
    """Return the day that a text names, and whether it can be no other day; None when it names none.

    `24-11-2026`, `2026/11/24`, `20261124` and `24 november 2026` are certain. So is 3-4-2026, since in Dutch
    the day comes first; of 3/4/2026 that is not certain. Neither is a day and month that had to be turned.
    """
    found = _DAY_FIRST.fullmatch(text) or _YEAR_FIRST.fullmatch(text) or _IN_WORDS.fullmatch(text.lower())
    if found is None or (not found.groupdict().get("sign", "-") and len(text) != len("20261124")):
        return None
    day, month = int(found["day"]), _month(found)
    whole = _iso(int(found["year"]), month, day)
    if whole:
        is_american = found.groupdict().get("sign") == "/" and found.re is _DAY_FIRST
        return whole, not (is_american and day <= 12 and day != month)  # noqa: PLR2004 - months
    turned = _iso(int(found["year"]), day, month)
    return (turned, False) if turned else None


def written_month(text: str) -> str:
    """Return the month that a text names, such as `11-2026`, `2026-3` or `november 2026`; else nothing."""
    found = (
        _MONTH_FIRST.fullmatch(text) or _MONTH_LAST.fullmatch(text) or _MONTH_IN_WORDS.fullmatch(text.lower())
    )
    return _iso(int(found["year"]), _month(found), 1)[:7] if found else ""


def _month(found: re.Match[str]) -> int:
    parts = found.groupdict()
    return _NUMBERS.get(parts["name"], 0) if "name" in parts else int(parts["month"])


def _iso(year: int, month: int, day: int) -> str:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return ""
