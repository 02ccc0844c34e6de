"""When each file last changed, from git: one pass through its log for all files together."""

from __future__ import annotations

import datetime as dt
import os
import secrets
import shutil
import subprocess
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import IO

# How git marks a commit of which it does not have the one before, and so not what changed in it.
_CUT_OFF = "grafted"
_CHUNK = 1 << 16


def last_changes(base: Path, folders: Collection[Path]) -> Mapping[Path, dt.date]:
    """Return the day, in UTC, of the last commit that changed each file.

    Absent are files that git does not keep, and files that did not change since the first commit of a clone
    with a part of the history. Nothing is known without git, outside a repository or before its first commit.

    Args:
        base: A folder above all `folders`; where git is asked.
        folders: Where the files are.
    """
    git = shutil.which("git")
    if git is None:
        return {}
    base = base.resolve()
    wanted = set(_files([folder.resolve() for folder in folders]))
    # Whatever a file is named, its name is not taken for the line above a commit.
    mark = secrets.token_hex(16)
    command = [
        *(git, "-C", str(base), "-c", "log.showSignature=false", "log", "-z", "--no-renames"),
        *("--name-only", "--relative", f"--format=format:{mark}%ct %D", "--"),
        *(f":(literal){folder.resolve().relative_to(base).as_posix()}" for folder in folders),
    ]
    found: dict[Path, dt.date] = {}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:  # noqa: S603
        for name, day in _changes(_parts(process.stdout), mark):
            path = base / name
            if path in wanted:
                # The log goes back in time: the first one seen is the last one made.
                wanted.discard(path)
                if day is not None:
                    found[path] = day
            if not wanted:
                process.terminate()
                break
    return found


def _files(folders: Collection[Path]) -> Iterator[Path]:
    for folder in folders:
        for root, _, names in os.walk(folder):
            yield from (Path(root, name) for name in names)


def _parts(stream: IO[bytes] | None) -> Iterator[str]:
    """Yield what stands between zero bytes, the only ones that no file name has."""
    rest = b""
    while stream is not None and (chunk := stream.read(_CHUNK)):
        *whole, rest = (rest + chunk).split(b"\0")
        yield from map(os.fsdecode, whole)
    yield os.fsdecode(rest)


def _changes(parts: Iterator[str], mark: str) -> Iterator[tuple[str, dt.date | None]]:
    """Yield each file of each commit with its day; None when the commit may not have changed it."""
    day = None
    for part in parts:
        name = part
        if part.startswith(mark):
            about, _, name = part.removeprefix(mark).partition("\n")
            moment, _, labels = about.partition(" ")
            is_known = _CUT_OFF not in labels.split(", ")
            day = dt.datetime.fromtimestamp(int(moment), dt.UTC).date() if is_known else None
        if name:
            yield name, day
