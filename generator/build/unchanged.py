"""Did anything change since the last build? Known without reading a file; when in doubt, something did."""

from __future__ import annotations

import json
import os
import stat
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass
from hashlib import blake2b
from pathlib import Path

from generator.build.writing import Earlier

_VERSION = "1"


class UnsureError(Exception):
    """A file may change and still look the same."""


@dataclass(frozen=True, slots=True)
class Given:
    """All that a site follows from.

    Attributes:
        settings: Whatever is no file, as text: what is asked for, the day, our own code.
        folders: With the files it is made of; none need be there.
    """

    settings: str
    folders: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build had to say.

    Attributes:
        pages: How many pages of the catalogue the site has.
        report: Findings, as text for a person; empty when there are none.
        is_strict: Whether it is a site for who takes warnings for errors, too.
        notices: What who built it may want to know, as text.
    """

    pages: int
    report: str
    is_strict: bool
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class State:
    """All that a site follows from, as it is at one moment: before anything of it is read.

    Attributes:
        mark: Another one when anything changed since; empty when that could not be told.
        file: Where what the last build had to say is kept.
    """

    mark: str
    file: Path

    def outcome(self, site: Path) -> Outcome | None:
        """Return what the last build had to say; None when there is anything to do.

        Args:
            site: As it is in place. It must be as that build left it, down to the last file.
        """
        try:
            mark, found, outcome = json.loads(self.file.read_bytes())
            if not self.mark or mark != self.mark or found != _mark_of(_of_site(site)):
                return None
            pages, report, is_strict, notices = outcome
            return Outcome(pages, report, is_strict, tuple(notices))
        except (OSError, ValueError, TypeError):
            return None

    def keep(self, site: Path, outcome: Outcome) -> None:
        """Keep what a build had to say; without a place to keep it the next one only takes longer.

        Args:
            site: Whole, where it will be or where it was made: it may be renamed.
            outcome: Of the build.
        """
        if not self.mark:
            return
        content = json.dumps([self.mark, _mark_of(_of_site(site)), astuple(outcome)]).encode()
        fresh = self.file.with_name(f".{self.file.name}.{os.getpid()}")
        try:
            fresh.write_bytes(content)
            fresh.replace(self.file)
        except OSError:
            with suppress(OSError):
                fresh.unlink()


def state_of(given: Given | None, asked: Sequence[object], earlier: Earlier) -> State:
    """Return the state of all that a site follows from.

    Args:
        given: None when the engine does not know all of it.
        asked: What else decides what a build says, such as the language of its words.
        earlier: The last build.
    """
    file = earlier.manifest.with_suffix(".last")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=file.parent) as probe:
            now = os.fstat(probe.fileno())
        sources = None if given is None else list(stamps_in(given.folders, now))
    except (OSError, UnsureError):
        sources = None
    if given is None or sources is None:
        return State("", file)
    return State(_mark_of([_VERSION, given.settings, repr(asked), *sources]), file)


def stamps_in(folders: Sequence[Path], now: os.stat_result) -> Iterator[str]:
    """Yield what tells files from what they were, as git does.

    Args:
        folders: With the files; none need be there.
        now: Of a file that was made just now.

    Raises:
        OSError: A folder may not be read.
        UnsureError: A file is a link, is on another disk, or was changed just now: clocks of disks stand
            still for some milliseconds, and it could be changed once more in the same one.
    """
    for folder in folders:
        yield str(folder)
        for path, found in _below(str(folder)) if folder.is_dir() else ():
            if stat.S_ISDIR(found.st_mode):
                continue
            is_here = stat.S_ISREG(found.st_mode) and found.st_dev == now.st_dev
            if not is_here or found.st_ctime_ns >= now.st_ctime_ns:
                raise UnsureError
            # The moment of the last change to what the disk knows of it, too: nobody can set that one.
            yield f"{path} {found.st_ino} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"


def _of_site(site: Path) -> Iterator[str]:
    """Yield what tells a site from what it was, wherever it is."""
    above = len(str(site))
    for path, found in _below(str(site)):
        # Links to a file change what the disk knows of it, and files what it knows of a folder.
        rest = "" if stat.S_ISDIR(found.st_mode) else f"{found.st_ino} {found.st_size} {found.st_mtime_ns}"
        yield f"{path[above:]} {found.st_mode} {rest}"


def _below(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """Yield all that is below a folder, folders too, in the order of the names.

    Raises:
        OSError: A folder may not be read.
    """
    with os.scandir(folder) as found:
        items = sorted(found, key=lambda item: item.name)
    for item in items:
        yield item.path, item.stat(follow_symlinks=False)
        if item.is_dir(follow_symlinks=False):
            yield from _below(item.path)


def _mark_of(parts: Iterator[str] | Sequence[str]) -> str:
    found = blake2b(digest_size=16)
    for part in parts:
        content = part.encode("utf-8", "surrogateescape")
        found.update(b"%d " % len(content))
        found.update(content)
    return found.hexdigest()
