"""A new site takes the place of the old one in one step; whatever happens, one whole site is there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.build.lock import only_one

# What only a site of ours has: a folder without it is not replaced, whoever asks.
_MARK = Path("pagefind", "pagefind-entry.json")


class NotASiteError(Exception):
    """The target holds something that is not a site of ours."""


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one publication, beside each other so that a rename moves between them.

    Attributes:
        target: Where the site is served from.
        new: Where the next one is built.
        old: Where the last one waits while the swap takes place.
        lock: Held by the one build.
    """

    target: Path
    new: Path
    old: Path
    lock: Path


def places_of(target: Path) -> Places:
    """Return the folders for a target, which need not exist yet."""
    # Where a link leads, so that the link itself stays.
    whole = target.resolve()
    beside = {name: whole.with_name(f".{whole.name}.{name}") for name in ("new", "old", "lock")}
    return Places(whole, beside["new"], beside["old"], beside["lock"])


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a fresh folder, and put it in the place of `target` when the block ends without an exception.

    What an earlier, killed build left behind is mended first. On an exception the old site stays as it is.

    Raises:
        LockedError: Another build of the same target is at work.
        NotASiteError: The target holds files that are no site.
        OSError: The disk is full, or a folder may not be written.
    """
    places = places_of(target)
    places.target.parent.mkdir(parents=True, exist_ok=True)
    with only_one(places.lock):
        _recover(places)
        if not _may_be_replaced(places.target):
            raise NotASiteError
        places.new.mkdir()
        try:
            yield places.new
            _to_disk(places.new)
            _swap(places)
        finally:
            shutil.rmtree(places.new, ignore_errors=True)


def _recover(places: Places) -> None:
    """Mend what a killed build left: half a new site, or an old one that was not yet put back."""
    shutil.rmtree(places.new, ignore_errors=True)
    if places.old.exists():
        if places.target.exists():
            shutil.rmtree(places.old)
        else:
            places.old.rename(places.target)


def _may_be_replaced(target: Path) -> bool:
    if not target.exists():
        return True
    return target.is_dir() and ((target / _MARK).is_file() or not any(target.iterdir()))


def _swap(places: Places) -> None:
    if places.target.exists():
        places.target.rename(places.old)
    try:
        places.new.rename(places.target)
    except OSError:
        if places.old.exists():
            places.old.rename(places.target)
        raise
    _sync(places.target.parent)
    shutil.rmtree(places.old, ignore_errors=True)


def _to_disk(folder: Path) -> None:
    """Have every byte on disk before the old site goes: a power cut then leaves no empty files."""
    for root, _, names in os.walk(folder):
        for name in names:
            _sync(Path(root, name))
        _sync(Path(root))


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
