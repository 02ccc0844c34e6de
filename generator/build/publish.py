"""A new site takes the place of the old one in one step; whatever happens, one whole site is there."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from generator.build.disk import exchange, flush, sync
from generator.build.lock import only_one
from generator.messages import msg
from generator.search.index import INDEX
from generator.stages import NOBODY, Stages

# What only a site of ours has: a folder without it is not replaced, whoever asks.
_MARKS = (INDEX, "pagefind/pagefind-entry.json")
# No page of ours, yet not a reason to leave a site alone: GitHub Pages wants it.
_HARMLESS = ".nojekyll"


class NotASiteError(Exception):
    """The target holds something that is not a site of ours.

    Attributes:
        name: Of a file or folder in it, or of the target when that is no folder.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one publication, beside each other so that a rename moves between them.

    Attributes:
        target: Where the site is served from.
        new: Where the next one is built; after the swap, the last one until it is removed.
        old: Where the last one waits during a swap that takes two steps.
        lock: Held by the one build.
    """

    target: Path
    new: Path
    old: Path
    lock: Path


def places_of(target: Path) -> Places:
    """Return the folders for a target, which need not exist yet."""
    # Where a link leads, so that the link itself stays. Not resolve(): that fails on a link to itself.
    whole = Path(os.path.realpath(target))
    beside = {name: whole.with_name(f".{whole.name}.{name}") for name in ("new", "old", "lock")}
    return Places(whole, beside["new"], beside["old"], beside["lock"])


@contextmanager
def replacing(target: Path, stages: Stages = NOBODY) -> Iterator[Path]:
    """Give a fresh folder, and put it in the place of `target` when the block ends without an exception.

    As `alone_at` and `renewing`, one in the other.
    """
    with alone_at(target) as places, renewing(places, stages) as folder:
        yield folder


@contextmanager
def alone_at(target: Path) -> Iterator[Places]:
    """Be the one build of a target for as long as the block takes.

    What an earlier, killed build left behind is mended first.

    Raises:
        LockedError: Another build of the same target is at work.
        NotASiteError: The target holds files that are no site.
        OSError: A folder may not be written or is the top of a disk.
    """
    places = places_of(target)
    places.target.parent.mkdir(parents=True, exist_ok=True)
    with only_one(places.lock):
        _recover(places)
        _may_be_replaced(places.target)
        yield places


@contextmanager
def renewing(places: Places, stages: Stages = NOBODY) -> Iterator[Path]:
    """Give a fresh folder, and put it in the place of the target when the block ends without an exception.

    On an exception the old site stays as it is.

    Raises:
        OSError: The disk is full, or a folder may not be written.
    """
    try:
        places.new.mkdir()
        yield places.new
        with stages.stage(msg("Putting the site in place")):
            flush(places.new)
            _swap(places)
    finally:
        # The old site after a swap, else half a new one. What stays behind, the next build removes.
        with suppress(OSError):
            _remove(places.new)


def _recover(places: Places) -> None:
    """Mend what a killed build left: half a new site, or an old one that was not yet put back."""
    _remove(places.new)
    if places.old.exists():
        if places.target.exists():
            _remove(places.old)
        else:
            places.old.rename(places.target)


def _may_be_replaced(target: Path) -> None:
    """Find out before the work whether the swap will be allowed."""
    if not os.path.lexists(target):
        return
    if not target.is_dir():
        raise NotASiteError(target.name)
    if os.path.ismount(target):
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(target))
    names = sorted(item.name for item in target.iterdir())
    # We write no hidden files. `.git`, `.htaccess` or `.well-known` was put there by somebody else.
    hidden = [name for name in names if name.startswith(".") and name != _HARMLESS]
    is_ours = not names or any((target / mark).is_file() for mark in _MARKS)
    if hidden or not is_ours:
        raise NotASiteError((hidden or names)[0])
    if not os.access(target, os.W_OK | os.X_OK):
        # Its parent decides whether it can be moved, yet somebody closed this folder on purpose.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))


def _swap(places: Places) -> None:
    if not places.target.exists():
        places.new.rename(places.target)
    elif not exchange(places.new, places.target):
        _swap_in_two_steps(places)
    sync(places.target.parent)


def _swap_in_two_steps(places: Places) -> None:
    """Swap where the system has no single step: for a moment there is no site."""
    try:
        places.target.rename(places.old)
        places.new.rename(places.target)
    finally:
        # A finally, since a person can stop it here as well.
        if places.old.exists() and not places.target.exists():
            places.old.rename(places.target)
    _remove(places.old)


def _remove(folder: Path) -> None:
    """Remove a folder that is ours, also when something in it was made read-only."""
    if not os.path.lexists(folder):
        return
    try:
        shutil.rmtree(folder)
    except PermissionError:
        for root, _, _ in os.walk(folder):
            Path(root).chmod(0o700)
        shutil.rmtree(folder)
