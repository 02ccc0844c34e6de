"""The files below a folder, in one sorted walk; what is no plain, portable file is a fault."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.causes import cause
from generator.faults import Fault, fault
from generator.findings import Location

LONGEST_NAME = 80
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file#naming-conventions
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_PORTABLE = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?")


@dataclass(frozen=True, slots=True)
class FileFound:
    """A plain file: where it is, and its path with `/` from the folder above the one walked."""

    path: str
    file: Path


def walk(root: Path, *, prefix: str) -> Iterator[FileFound | Fault]:
    """Yield every file below `root`, sorted by path, and a fault for all that is not a plain, portable file.

    Symbolic links are not followed, wherever they lead: a link in a contribution can point at a secret.

    Args:
        root: The folder to walk.
        prefix: What paths start with, for example `catalogue`.
    """
    try:
        found = sorted(os.scandir(root), key=lambda entry: entry.name)
    except OSError as error:
        yield fault("unreadable", Location(prefix), reason=cause(error))
        return
    same = defaultdict(list)
    for entry in found:
        same[unicodedata.normalize("NFKC", entry.name).casefold()].append(entry.name)
    for entry in found:
        path = f"{prefix}/{entry.name}"
        names = same[unicodedata.normalize("NFKC", entry.name).casefold()]
        # The portable one of the two is right.
        twin = next((name for name in names if _PORTABLE.fullmatch(name)), names[0])
        if entry.name != twin:
            yield fault("name-differs-in-case", Location(path), other=twin)
            continue
        try:
            yield from _one(entry, path)
        except OSError as error:
            yield fault("unreadable", Location(path), reason=cause(error))


def is_portable(name: str) -> bool:
    """Whether a file can have this name on every system."""
    return len(name) <= LONGEST_NAME and bool(_PORTABLE.fullmatch(name)) and not _RESERVED.fullmatch(name)


def _one(entry: os.DirEntry[str], path: str) -> Iterator[FileFound | Fault]:
    name = entry.name
    mode = entry.stat(follow_symlinks=False).st_mode
    if stat.S_ISLNK(mode):
        yield fault("symbolic-link", Location(path))
    elif _RESERVED.fullmatch(name):
        yield fault("reserved-name", Location(path), name=name)
    elif not is_portable(name):
        yield fault("unportable-name", Location(path), name=name, suggestion=_portable(name))
    elif stat.S_ISDIR(mode):
        yield from walk(Path(entry.path), prefix=path)
    elif stat.S_ISREG(mode):
        yield FileFound(path, Path(entry.path))
    else:
        yield fault("not-a-file", Location(path))


def _portable(name: str) -> str:
    """Return a portable name close to `name`; empty when nothing is left of it."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"-*[.]-*", ".", re.sub(r"[^a-z0-9.]+", "-", plain)).strip("-.")[:LONGEST_NAME]
