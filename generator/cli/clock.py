"""The day commands judge dates by: the only place that reads the clock for it."""

from __future__ import annotations

import datetime as dt
import os

from generator.build.day import day_of_epoch


def today() -> dt.date:
    """Return the day of `SOURCE_DATE_EPOCH` when that is set, else today where the user is."""
    return day_of_epoch(os.environ.get("SOURCE_DATE_EPOCH", "")) or dt.datetime.now().astimezone().date()


def settle() -> None:
    """Take a `SOURCE_DATE_EPOCH` that is no moment out of the environment: MkDocs fails on it."""
    if day_of_epoch(os.environ.get("SOURCE_DATE_EPOCH", "")) is None:
        os.environ.pop("SOURCE_DATE_EPOCH", None)
