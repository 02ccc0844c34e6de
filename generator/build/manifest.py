"""What the last build wrote and from what, so that the next one need not write it again."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from types import MappingProxyType

from generator.build.made import Made

_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells a file from one that was written since."""

    inode: int
    size: int
    modified: int


@dataclass(frozen=True, slots=True)
class Written:
    """A page that was written.

    Attributes:
        made: What is left of it.
        digest: Of all the page follows from but its frame.
        place: What its frame depends on; empty for a page with a frame of its own.
        frame: Mark of its frame.
        stamp: Of its file.
    """

    made: Made
    digest: str
    place: str
    frame: str
    stamp: Stamp


Manifest = Mapping[str, Written]
"""Pages that were written, by address."""

EMPTY: Manifest = MappingProxyType({})


def stamp_of(file: Path | str) -> Stamp | None:
    """Return the stamp of a file; None when it is not there or no ordinary file."""
    try:
        found = os.lstat(file)
    except OSError:
        return None
    return Stamp(found.st_ino, found.st_size, found.st_mtime_ns)


def read_manifest(file: Path) -> Manifest:
    """Return what the last build wrote; nothing when the file is not there, or not as it was left."""
    try:
        first, _, content = file.read_bytes().partition(b"\n")
        if first.decode("ascii") != _seal(content):
            return EMPTY
        return {item[0]: _loaded(*item) for item in json.loads(content)}
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return EMPTY


def write_manifest(file: Path, written: Iterable[Written]) -> None:
    """Keep what a build wrote; without a place to keep it the next one only takes longer."""
    items = [_dumped(item) for item in written]
    content = json.dumps(items, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(_seal(content).encode("ascii") + b"\n" + content)
        fresh.replace(file)
    except OSError:
        with suppress(OSError):
            fresh.unlink()


def _seal(content: bytes) -> str:
    return f"{_VERSION} {blake2b(content, digest_size=16).hexdigest()}"


def _dumped(item: Written) -> list[str | int]:
    made, stamp = item.made, item.stamp
    first = [made.address, made.kind, made.kept_links, made.kept_search, item.digest, item.place, item.frame]
    return [*first, stamp.inode, stamp.size, stamp.modified]


def _loaded(  # noqa: PLR0913, PLR0917 - one for each field
    address: str,
    kind: str,
    links: str,
    search: str,
    digest: str,
    place: str,
    frame: str,
    inode: int,
    size: int,
    modified: int,
) -> Written:
    return Written(Made(address, kind, links, search), digest, place, frame, Stamp(inode, size, modified))
