"""What the last build wrote and from what, so that the next one need not write it again.

Two files: a small one with what is needed of every page, and a pack with what is mostly needed of none.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from types import MappingProxyType

from generator.build.made import Made
from generator.build.pack import Pack, Passage, copy, opened

_VERSION = "2"


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


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a build wrote.

    Attributes:
        pages: Those that were written, by address.
        leads: As in `Built.leads`, or more: some that only pages before led to.
    """

    pages: Mapping[str, Written] = field(default_factory=lambda: MappingProxyType({}))
    leads: frozenset[str] = frozenset()


EMPTY = Manifest()


def stamp_of(file: Path | str) -> Stamp | None:
    """Return the stamp of a file; None when it is not there or no ordinary file."""
    try:
        return stamped(os.lstat(file))
    except OSError:
        return None


def stamped(found: os.stat_result) -> Stamp:
    """Return the stamp of a file that was looked at."""
    return Stamp(found.st_ino, found.st_size, found.st_mtime_ns)


def read_manifest(file: Path) -> Manifest:
    """Return what the last build wrote; nothing when the files are not there, or not as they were left."""
    try:
        first, _, content = file.read_bytes().partition(b"\n")
        if first.decode("ascii") != _seal(content):
            return EMPTY
        beside, pages, leads = json.loads(content)
        if stamp_of(_beside(file)) != Stamp(*beside):
            return EMPTY
        pack = opened(_beside(file))
        return Manifest({item[0]: _loaded(pack, *item) for item in pages}, frozenset(leads))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return EMPTY


def write_manifest(file: Path, manifest: Manifest) -> None:
    """Keep what a build wrote; without a place to keep it the next one only takes longer."""
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        packed = (item.made.kept_search for item in manifest.pages.values())
        copy((it for it in packed if isinstance(it, Passage)), fresh)
        content = _dumped(manifest, stamped(fresh.lstat()))
        # Between the two, what is kept is of no use: the one says which other it belongs to.
        fresh.replace(_beside(file))
        fresh.write_bytes(_seal(content).encode("ascii") + b"\n" + content)
        fresh.replace(file)
    except OSError:
        with suppress(OSError):
            fresh.unlink()


def _beside(file: Path) -> Path:
    return file.with_suffix(".search")


def _seal(content: bytes) -> str:
    return f"{_VERSION} {blake2b(content, digest_size=16).hexdigest()}"


def _dumped(manifest: Manifest, beside: Stamp) -> bytes:
    pages, start = [], 0
    for item in manifest.pages.values():
        made, kept, stamp = item.made, item.made.kept_search, item.stamp
        size = kept.size if isinstance(kept, Passage) else 0
        found = [made.address, made.kind, made.search_key, start, size, item.digest, item.place, item.frame]
        pages.append([*found, [stamp.inode, stamp.size, stamp.modified]])
        start += size
    whole = [[beside.inode, beside.size, beside.modified], pages, sorted(manifest.leads)]
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def _loaded(  # noqa: PLR0913, PLR0917 - one for each field
    pack: Pack,
    address: str,
    kind: str,
    key: str,
    start: int,
    size: int,
    digest: str,
    place: str,
    frame: str,
    stamp: list[int],
) -> Written:
    made = Made(address, kind, key, Passage(pack, start, size) if key else "")
    return Written(made, digest, place, frame, Stamp(*stamp))
