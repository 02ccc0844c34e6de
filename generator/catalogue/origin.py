"""Where the files of a catalogue come from: its folder, and what is to be read instead of some files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from generator.documents import FileFound, walk
from generator.faults import Fault

_LARGEST = 4 * 1024 * 1024
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
        for item in walk(self.folder, prefix=self.name):
            yield item.path if isinstance(item, FileFound) else item

    def read(self, path: str, largest: int) -> bytes:
        """Return the bytes of a file, one more than `largest` at most.

        Raises:
            OSError: It cannot be read.
        """
        if path in self.contents:
            return self.contents[path][: largest + 1]
        with open(f"{self.folder}/{path[len(self.name) + 1 :]}", "rb") as stream:  # noqa: PTH123 - twice as quick
            return stream.read(largest + 1)

    def content(self, path: str) -> bytes:
        """Return the bytes of a file; none when they cannot be had."""
        try:
            return self.read(path, _LARGEST)
        except (OSError, ValueError):
            return b""
