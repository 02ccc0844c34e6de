"""Which files of the catalogue came and went, from git: one pass through the log of the branch."""

from __future__ import annotations

import datetime as dt
import os
import secrets
import shutil
import subprocess
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from generator.insight.growth import Turn

# A clone with a part of the history begins with a commit in which every file seems new.
_IS_SHALLOW = "true"
_STEPS = {"A": 1, "D": -1}


def turns_in(folder: Path) -> tuple[Turn, ...]:
    """Return every file below a catalogue that came or went, as the branch saw it.

    Nothing is known without git, outside a repository, before its first commit, and in a clone with only a
    part of the history.

    Args:
        folder: Of the catalogue.
    """
    state = state_of_history(folder)
    if state is None:
        return ()
    shallow, _, commit = state.strip().partition("\n")
    return () if shallow == _IS_SHALLOW else _turns(folder.resolve(), commit)


def state_of_history(folder: Path) -> str | None:
    """Return a text that differs when git knows another history; None when it knows none."""
    return _asked(folder, "rev-parse", "--is-shallow-repository", "--verify", "HEAD")


@lru_cache(maxsize=2)
def _turns(folder: Path, commit: str) -> tuple[Turn, ...]:
    """Return the turns up to a commit: these never change, and who serves a site asks for them often."""
    # Whatever a file is named, its name is not taken for the line above a commit.
    mark = secrets.token_hex(16)
    listed = _asked(
        folder,
        *("-c", "log.showSignature=false", "log", "-z", "--first-parent", "-m", "--no-renames"),
        *("--diff-filter=AD", "--name-status", "--relative", f"--format=format:{mark}%ct", commit, "--", "."),
    )
    return tuple(_parsed((listed or "").split("\0"), mark))


def _parsed(parts: list[str], mark: str) -> Iterator[Turn]:
    """Yield what stands in the log: a commit, then a letter and a name for each file."""
    day, letter = dt.date.min, ""
    for item in parts:
        part = item
        if part.startswith(mark):
            moment, _, part = part.removeprefix(mark).partition("\n")
            day, letter = dt.datetime.fromtimestamp(int(moment), dt.UTC).date(), ""
        if letter and part:
            yield Turn(day, part, _STEPS[letter])
            letter = ""
        elif part in _STEPS:
            letter = part


def _asked(folder: Path, *words: str) -> str | None:
    """Return what git prints; None when it fails or is not there."""
    git = shutil.which("git")
    if git is None or not folder.is_dir():
        return None
    # A checkout can name a program for git to run; it is not run.
    command = [git, "-C", str(folder), "-c", "core.fsmonitor=false", *words]
    result = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - git, by its full path
    return os.fsdecode(result.stdout) if result.returncode == 0 else None
