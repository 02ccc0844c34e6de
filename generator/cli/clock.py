"""The day commands judge dates by: the only place that reads the clock for it."""

from __future__ import annotations

import datetime as dt
import os

from generator.build.day import day_of_epoch


def today() -> dt.date:
    """Return the day of `SOURCE_DATE_EPOCH` when that is set, else today where the user is."""
    return day_of_epoch(os.environ.get("SOURCE_DATE_EPOCH", "")) or dt.datetime.now().astimezone().date()
