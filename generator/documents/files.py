"""The files below a folder, in one sorted walk; what is no plain, portable file is a fault."""

from __future__ import annotations

import os
import re
import unicodedata
from collections import defaultdict
from pathlib import Path

from generator.causes import cause
from generator.faults import Fault, fault
from generator.findings import Location

LONGEST_NAME = 80
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file#naming-conventions
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_PORTABLE = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?")


def walk(root: Path, *, prefix: str) -> list[str | Fault]:
    """Return the path of each file below `root`, sorted; a fault for all that is no plain, portable file.

    Paths have `/` in them, on every system. Symbolic links are not followed, wherever they lead: a link in a
    contribution can point at a secret.

    Args:
        root: The folder to walk.
        prefix: What paths start with, for example `catalogue`.
    """
    found: list[str | Fault] = []
    _walk(root, prefix, found)
    return found


def _walk(root: Path | str, prefix: str, found: list[str | Fault]) -> None:
    try:
        entries = sorted(os.scandir(root), key=lambda entry: entry.name)
    except OSError as error:
        found.append(fault("unreadable", Location(prefix), reason=cause(error)))
        return
    others = _others([entry.name for entry in entries])
    for entry in entries:
        path = f"{prefix}/{entry.name}"
        wrong = (
            fault("name-differs-in-case", Location(path), other=others[entry.name])
            if entry.name in others
            else None
        )
        try:
            wrong = wrong or _wrong(entry, path)
            if wrong:
                found.append(wrong)
            elif entry.is_dir(follow_symlinks=False):
                _walk(entry.path, path, found)
            else:
                found.append(path)
        except OSError as error:
            found.append(fault("unreadable", Location(path), reason=cause(error)))


def _others(names: list[str]) -> dict[str, str]:
    """Return the names that some system takes for another one in the same folder, each with that one."""
    if all(map(_PORTABLE.fullmatch, names)):
        return {}
    same = defaultdict(list)
    for name in names:
        same[unicodedata.normalize("NFKC", name).casefold()].append(name)
    found = {}
    for alike in same.values():
        # The portable one of the two is right.
        right = next((name for name in alike if _PORTABLE.fullmatch(name)), alike[0])
        found.update({name: right for name in alike if name != right})
    return found


def is_portable(name: str) -> bool:
    """Whether a file can have this name on every system."""
    return len(name) <= LONGEST_NAME and bool(_PORTABLE.fullmatch(name)) and not _RESERVED.fullmatch(name)


def _wrong(entry: os.DirEntry[str], path: str) -> Fault | None:
    """Return what is wrong with a file or a folder, if anything; a system tells its kind with its name."""
    name = entry.name
    if entry.is_symlink():
        return fault("symbolic-link", Location(path))
    if _RESERVED.fullmatch(name):
        return fault("reserved-name", Location(path), name=name)
    if not is_portable(name):
        return fault("unportable-name", Location(path), name=name, suggestion=_portable(name))
    if not (entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False)):
        return fault("not-a-file", Location(path))
    return None


def _portable(name: str) -> str:
    """Return a portable name close to `name`; empty when nothing is left of it."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"-*[.]-*", ".", re.sub(r"[^a-z0-9.]+", "-", plain)).strip("-.")[:LONGEST_NAME]
