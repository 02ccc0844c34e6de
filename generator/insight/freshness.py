"""How long ago somebody read an entry, or confirmed an adoption, and what that means for a reader."""

from __future__ import annotations

import datetime as dt

from generator.insight.dates import months_later
from generator.model.choices import Choice

CURRENT_MONTHS = 12
CONFIRM_MONTHS = 18
COUNTS_MONTHS = 36
"""An adoption that nobody has confirmed for longer no longer counts as use."""


class Freshness(Choice):
    """Whether a reader can still rely on it."""

    CURRENT = "current", "Actueel", "Current"
    TO_CONFIRM = "to-confirm", "Opnieuw bevestigen", "To be confirmed again"
    OUT_OF_DATE = "out-of-date", "Verouderd", "Out of date"


def freshness(reviewed: dt.date, today: dt.date) -> Freshness:
    """Return how fresh something is that was last found right on `reviewed`; a day to come is fresh."""
    if today <= months_later(reviewed, CURRENT_MONTHS):
        return Freshness.CURRENT
    if today <= months_later(reviewed, CONFIRM_MONTHS):
        return Freshness.TO_CONFIRM
    return Freshness.OUT_OF_DATE


def still_counts(confirmed: dt.date, today: dt.date) -> bool:
    """Whether an adoption confirmed on that day still counts as use."""
    return today <= months_later(confirmed, COUNTS_MONTHS)
