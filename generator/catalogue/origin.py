"""Where the files of a catalogue come from: its folder, and what is to be read instead of some files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from generator.documents import walk
from generator.faults import Fault

_LARGEST = 4 * 1024 * 1024
_PIECE = 16 * 1024
"""Bytes that are read at a time: to make room for a large file takes longer than to read a small one."""

NOTHING_ELSE: Mapping[str, bytes] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Origin:
    """A catalogue on disk.

    Attributes:
        folder: The folder `catalogue` itself.
        contents: What to read instead of what files hold, by path as in `Location.path`.
    """

    folder: Path
    contents: Mapping[str, bytes] = field(default_factory=lambda: NOTHING_ELSE)

    @property
    def name(self) -> str:
        """What paths start with."""
        return self.folder.name

    def files(self) -> Iterator[str | Fault]:
        """Yield the path of each file, and a fault for what is no plain file."""
        yield from walk(self.folder, prefix=self.name)

    def read(self, path: str, largest: int) -> bytes:
        """Return the bytes of a file, one more than `largest` at most.

        Raises:
            OSError: It cannot be read.
        """
        if path in self.contents:
            return self.contents[path][: largest + 1]
        with open(self._place(path), "rb", buffering=0) as stream:  # noqa: PTH123 - twice as quick
            content = stream.read(min(largest + 1, _PIECE))
            while len(content) <= largest and (more := stream.read(min(largest + 1 - len(content), _PIECE))):
                content += more
        return content

    def stamp(self, path: str, settled: int) -> str:
        """Return what tells the state of a file from another one without reading it; empty when nothing does.

        Args:
            path: Of the file.
            settled: A moment so long ago, in nanoseconds, that what changed before it and changes again has
                another time: the clocks of some disks are coarse.

        Raises:
            OSError: It cannot be looked at.
        """
        if path in self.contents:
            return ""
        seen = os.lstat(self._place(path))
        written, changed = seen.st_mtime_ns, seen.st_ctime_ns
        is_settled = written < settled and changed < settled
        return f"{seen.st_ino} {seen.st_size} {written} {changed}" if is_settled else ""

    def content(self, path: str) -> bytes:
        """Return the bytes of a file; none when they cannot be had."""
        try:
            return self.read(path, _LARGEST)
        except (OSError, ValueError):
            return b""

    def _place(self, path: str) -> str:
        return f"{self.folder}/{path[len(self.name) + 1 :]}"
