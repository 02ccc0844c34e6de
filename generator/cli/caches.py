"""Where the command keeps what it read for the next time: among the user's caches, theirs alone."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import click

_NAME = "intermunicipal-catalogue"
_OTHERS = stat.S_IWGRP | stat.S_IWOTH

option = click.option(
    "--no-cache",
    "is_anew",
    is_flag=True,
    envvar="CATALOGUE_NO_CACHE",
    show_envvar=True,
    help="Read every file anew, and keep nothing for the next time.",
)


def caches_folder(*, is_anew: bool) -> Path | None:
    """Return the folder for caches; None when nothing is to be kept or when others could write there.

    Args:
        is_anew: Whether the user wants no cache.
    """
    above = _caches_of_user()
    if is_anew or above is None:
        return None
    folder = above / _NAME
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return None
    # Windows has no such owner and no such marks: there the folder is the user's own.
    is_theirs = not hasattr(os, "getuid") or (found.st_uid == os.getuid() and not found.st_mode & _OTHERS)
    return folder if is_theirs and stat.S_ISDIR(found.st_mode) else None


def _caches_of_user() -> Path | None:
    """Return where programs keep what they can make again; None when the system names no place."""
    if sys.platform == "win32":
        named = os.environ.get("LOCALAPPDATA", "")
    else:
        # https://specifications.freedesktop.org/basedir-spec/latest/
        named = os.environ.get("XDG_CACHE_HOME", "")
        if not os.path.isabs(named):  # noqa: PTH117 - an empty text is none
            home = os.environ.get("HOME", "")
            named = f"{home}/{'Library/Caches' if sys.platform == 'darwin' else '.cache'}" if home else ""
    return Path(named) if named else None
