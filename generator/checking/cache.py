"""What files without a fault hold, kept for the next time; it never changes what is found.

A row says what a file holds, and on which day the rules on one file had nothing to say of it. It counts only
for the same bytes at the same path, read by the same code with the same vocabularies and register, and only
when its seal is whole. Whatever is wrong with the cache makes it empty.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import markdown_it
import pydantic
import yaml
from pydantic_core import from_json, to_json

from generator.catalogue import Inner
from generator.documents import Written
from generator.markdown import LinkFound, Spot

_TABLE = """
CREATE TABLE IF NOT EXISTS files
(path TEXT PRIMARY KEY, stamp TEXT, digest BLOB, day TEXT, seal BLOB, facts BLOB)
"""
_WAIT = 2.0
"""Seconds to wait for another process that writes; then do without."""

_MOST_CATALOGUES = 16


Sealed = tuple[object, ...]
"""A row as it stands in the file: path, stamp, digest, day, seal and facts."""


class Row(NamedTuple):
    """What is kept of a file.

    Attributes:
        stamp: As `Origin.stamp` gives it; empty when a change might not show in it.
        digest: Of its bytes, by `digest_of`.
        day: On which the rules on one file found nothing, as an ISO date; empty when they were not asked.
        fields: As in `Document`.
        is_tidy: As in `Document`.
        has_body: Whether there is a text.
        body_line: As in `Document`.
        body_indent: As in `Document`.
        inner: As in `Record`.
    """

    stamp: str
    digest: bytes
    day: str
    fields: dict[str, Written]
    is_tidy: bool
    has_body: bool
    body_line: int
    body_indent: int
    inner: Inner


@dataclass(frozen=True, slots=True)
class Cache:
    """One file with rows; each call opens it anew, so that processes can share it.

    Attributes:
        file: Where it stands, or will.
        version: What the rows depend on besides the bytes of their files.
    """

    file: Path
    version: str

    @property
    def _mark(self) -> int:
        """The version, as a database can bear it."""
        return zlib.crc32(self.version.encode()) >> 1

    def count(self) -> int:
        """Return how many rows could be found."""
        with self._opened() as rows:
            if rows is not None and _mark_in(rows) == self._mark:
                return int(rows.execute("SELECT count(*) FROM files").fetchone()[0])
        return 0

    def find(self, paths: Collection[str]) -> dict[str, Row]:
        """Return what is kept of some files, by path; whether it still holds, their stamps or bytes tell.

        Args:
            paths: Of files that stand near each other.
        """
        whole: list[tuple[str, str, bytes, str, bytes]] = []
        query = "SELECT path, stamp, digest, day, seal, facts FROM files WHERE path BETWEEN ? AND ?"
        with self._opened() as rows:
            ends = (min(paths, default=""), max(paths, default=""))
            for path, stamp, digest, day, seal, facts in rows.execute(query, ends) if rows else ():
                # A damaged index can lead to the row of something else.
                if path in paths and seal == self._seal(path, stamp, digest, day, facts):
                    whole.append((path, stamp, digest, day, facts))
        try:
            # All at once: it is quicker.
            found = from_json(b"[%b]" % b",".join([row[-1] for row in whole]), cache_strings="all")
            return {row[0]: _row(*row[1:-1], each) for row, each in zip(whole, found, strict=True)}
        except (ValueError, TypeError, KeyError, RecursionError):
            return {}

    def keep(self, made: Sequence[Sealed], paths: Collection[str]) -> None:
        """Add rows, and drop those of files that are no longer there; when that fails, so be it.

        Args:
            made: By `sealed`.
            paths: All files there are.
        """
        with contextlib.suppress(OSError):
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.file.touch(mode=0o600)
        if not self._write(made, paths):
            # No database, or a broken one: begin anew, once.
            with contextlib.suppress(OSError):
                self.file.unlink(missing_ok=True)
            self._write(made, paths)
        self._prune()

    def _write(self, made: Iterable[Sealed], paths: Collection[str]) -> bool:
        """Return whether the file is sound; one that another process holds or that cannot be written is."""
        try:
            with contextlib.closing(sqlite3.connect(self.file, timeout=_WAIT)) as rows, rows:
                rows.execute("PRAGMA synchronous = OFF")
                rows.execute(_TABLE)
                if _mark_in(rows) != self._mark:
                    rows.execute("DELETE FROM files")
                    rows.execute(f"PRAGMA user_version = {self._mark}")
                rows.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)", made)
                # To look at all paths takes long: only when there must be one too many.
                if rows.execute("SELECT count(*) FROM files").fetchone()[0] > len(paths):
                    gone = {path for (path,) in rows.execute("SELECT path FROM files")}.difference(paths)
                    rows.executemany("DELETE FROM files WHERE path = ?", [(path,) for path in gone])
        except sqlite3.OperationalError as error:
            return "column" not in str(error)
        except (sqlite3.Error, UnicodeError):
            return False
        return True

    @contextlib.contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection | None]:
        """Give a connection to read by; what goes wrong with it ends the block and leaves what was read."""
        with contextlib.suppress(sqlite3.Error, OSError, UnicodeError):
            if not self.file.is_file():
                yield None
                return
            with contextlib.closing(
                sqlite3.connect(f"{self.file.as_uri()}?mode=ro", uri=True, timeout=_WAIT)
            ) as rows:
                yield rows

    def sealed(self, path: str, row: Row) -> Sealed:
        """Return a row as it is kept.

        Args:
            path: Of the file.
            row: What is kept of it.
        """
        stamp, digest, day, *facts = row
        written = to_json(facts)
        return path, stamp, digest, day, self._seal(path, stamp, digest, day, written), written

    def _seal(self, *row: object) -> bytes:
        path, stamp, digest, day, facts = row
        if not (isinstance(digest, bytes) and isinstance(facts, bytes)):
            return b"-"
        return digest_of(f"{self.version}\n{path}\n{stamp}\n{day}\n".encode() + digest + facts)

    def _prune(self) -> None:
        """Remove what was kept of the catalogues that were checked longest ago."""
        with contextlib.suppress(OSError):
            files = sorted(
                self.file.parent.glob("*.sqlite"), key=lambda file: file.stat().st_mtime, reverse=True
            )
            for file in files[_MOST_CATALOGUES:]:
                file.unlink(missing_ok=True)


def cache_of(catalogue: Path, folder: Path, shared: str) -> Cache:
    """Return the cache of one catalogue.

    Args:
        catalogue: Its folder.
        folder: Where caches are kept; only for the user who runs this.
        shared: Tells one state of its vocabularies and register from another.
    """
    name = digest_of(str(catalogue.absolute()).encode("utf-8", "surrogateescape")).hex()
    return Cache(folder.absolute() / f"{name}.sqlite", digest_of(f"{_code()}{shared}".encode()).hex())


@cache
def _code() -> str:
    """Return what tells one state of this program from another: how a file is read may have changed."""
    found = hashlib.blake2b(digest_size=16)
    for library in (yaml.__version__, pydantic.VERSION, markdown_it.__version__):
        found.update(library.encode())
    package = Path(__file__).parent.parent
    for part in ("", "catalogue", "checking", "documents", "markdown", "model", "rules"):
        for file in sorted((package / part).glob("*.py")):
            found.update(file.read_bytes())
    return found.hexdigest()


def digest_of(content: bytes) -> bytes:
    """Return what tells these bytes from any others."""
    return hashlib.blake2b(content, digest_size=16).digest()


def _mark_in(rows: sqlite3.Connection) -> object:
    return rows.execute("PRAGMA user_version").fetchone()[0]


def _row(stamp: str, digest: bytes, day: str, facts: Any) -> Row:  # noqa: ANN401 - what json gives; its seal was whole
    fields, is_tidy, has_body, body_line, body_indent, (links, ids) = facts
    found = tuple([LinkFound(href, text, Spot(*spot)) for href, text, spot in links])
    return Row(
        stamp, digest, day, fields, is_tidy, has_body, body_line, body_indent, Inner(found, tuple(ids))
    )
