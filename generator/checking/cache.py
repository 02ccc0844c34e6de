"""What files without a fault hold, kept by their content for the next time; it never changes what is found.

A row says what a file holds, and on which day the rules on one file had nothing to say of it. It counts only
for the same bytes at the same path, read by the same code with the same vocabularies and register, and only
when its seal is whole. Whatever is wrong with the cache makes it empty.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import markdown_it
import pydantic
import yaml

from generator.catalogue import Inner
from generator.documents import Written
from generator.markdown import LinkFound, Spot

_TABLE = """
CREATE TABLE IF NOT EXISTS files
(path TEXT PRIMARY KEY, version TEXT, content BLOB, day TEXT, seal BLOB, facts BLOB)
"""
_WAIT = 2.0
"""Seconds to wait for another process that writes; then do without."""

_MOST_CATALOGUES = 16
_BATCH = 500


Sealed = tuple[object, ...]
"""A row as it stands in the file: path, version, digest of the content, day, seal and facts."""


class Row(NamedTuple):
    """What is kept of a file.

    Attributes:
        fields: As in `Document`.
        is_tidy: As in `Document`.
        body_line: As in `Document`.
        body_indent: As in `Document`.
        inner: As in `Record`.
        day: On which the rules on one file found nothing, as an ISO date; empty when they were not asked.
    """

    fields: dict[str, Written]
    is_tidy: bool
    body_line: int
    body_indent: int
    inner: Inner
    day: str


@dataclass(frozen=True, slots=True)
class Cache:
    """One file with rows; each call opens it anew, so that processes can share it.

    Attributes:
        file: Where it stands, or will.
        version: What the rows depend on besides the bytes of their files.
    """

    file: Path
    version: str

    def count(self) -> int:
        """Return how many rows could be found."""
        with self._opened() as rows:
            if rows is None:
                return 0
            found = rows.execute("SELECT count(*) FROM files WHERE version = ?", (self.version,)).fetchone()
            return int(found[0])
        return 0

    def find(self, contents: Mapping[str, bytes]) -> dict[str, Row]:
        """Return what is kept of some files, by path.

        Args:
            contents: The bytes of each file, by path.
        """
        whole: list[tuple[str, str, bytes]] = []
        with self._opened() as rows:
            paths = list(contents) if rows is not None else []
            for start in range(0, len(paths), _BATCH):
                part = paths[start : start + _BATCH]
                marks = ",".join("?" * len(part))
                query = f"SELECT path, content, day, seal, facts FROM files WHERE path IN ({marks})"  # noqa: S608 - marks
                for path, content, day, seal, facts in rows.execute(query, part) if rows else ():
                    # A damaged index can lead to the row of something else.
                    key = _digest(contents[path]) if path in contents else b""
                    if content == key and seal == self._seal(path, key, day, facts):
                        whole.append((path, day, facts))
        try:
            # All at once: so equal keys are one text in memory.
            found = json.loads(b"[%b]" % b",".join(facts for _, _, facts in whole))
            return {path: _row(each, day) for (path, day, _), each in zip(whole, found, strict=True)}
        except (ValueError, TypeError, KeyError, RecursionError):
            return {}

    def keep(self, made: Sequence[Sealed], paths: Iterable[str]) -> None:
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

    def _write(self, made: Iterable[Sealed], paths: Iterable[str]) -> bool:
        """Return whether the file is sound; one that another process holds or that cannot be written is."""
        try:
            with contextlib.closing(sqlite3.connect(self.file, timeout=_WAIT)) as rows, rows:
                rows.execute("PRAGMA synchronous = OFF")
                rows.execute(_TABLE)
                rows.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)", made)
                gone = {path for (path,) in rows.execute("SELECT path FROM files")} - set(paths)
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

    def sealed(self, path: str, content: bytes, row: Row) -> Sealed:
        """Return a row as it is kept.

        Args:
            path: Of the file.
            content: Its bytes.
            row: What is kept of it.
        """
        key = _digest(content)
        facts = json.dumps(row[:-1], ensure_ascii=False, separators=(",", ":")).encode(
            "utf-8", "surrogatepass"
        )
        return path, self.version, key, row.day, self._seal(path, key, row.day, facts), facts

    def _seal(self, path: object, content: bytes, day: object, facts: object) -> bytes:
        if not (isinstance(path, str) and isinstance(day, str) and isinstance(facts, bytes)):
            return b"-"
        known_by = f"{self.version}\n{path}\n{day}\n".encode()
        return _digest(known_by + content + facts)

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
    name = _digest(str(catalogue.absolute()).encode("utf-8", "surrogateescape")).hex()
    return Cache(folder.absolute() / f"{name}.sqlite", _digest(f"{_code()}{shared}".encode()).hex())


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


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=16).digest()


def _row(facts: Any, day: str) -> Row:  # noqa: ANN401 - what json gives; its seal was whole
    fields, is_tidy, body_line, body_indent, (links, ids) = facts
    found = tuple(LinkFound(href, text, Spot(*spot)) for href, text, spot in links)
    return Row(fields, is_tidy, body_line, body_indent, Inner(found, tuple(ids)), day)
