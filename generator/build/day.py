"""The day a build is true for: the same input on another day gives the same pages."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from pathlib import Path


def day_of_epoch(epoch: str) -> dt.date | None:
    """Return the day of a `SOURCE_DATE_EPOCH`, or None when the text is no such moment.

    See https://reproducible-builds.org/specs/source-date-epoch/.
    """
    try:
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        return None


def day_of_last_commit(folder: Path) -> dt.date | None:
    """Return the day, in UTC, on which the repository that holds `folder` last changed.

    None without git, outside a repository, or before its first commit.
    """
    git = shutil.which("git")
    if git is None:
        return None
    command = [git, "-C", str(folder), "log", "-1", "--format=%ct"]
    try:
        result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    except OSError:
        return None
    return day_of_epoch(result.stdout.strip()) if result.returncode == 0 else None


def day_of_build(epoch: str, folder: Path, today: dt.date) -> dt.date:
    """Return the day pages are true for.

    Args:
        epoch: `SOURCE_DATE_EPOCH`, or an empty text; decides when it is there.
        folder: The catalogue; the last commit decides next.
        today: Decides when there is neither.
    """
    return day_of_epoch(epoch) or day_of_last_commit(folder) or today
