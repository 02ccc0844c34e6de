"""Texts that stand on disk until they are asked for: those of ten thousand pages are forty megabytes."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from weakref import WeakValueDictionary

# How much is written at once.
_PART = 1 << 20


# A copy of this process has the same files open under the same numbers.
_PACKS: WeakValueDictionary[int, Pack] = WeakValueDictionary()


class Pack:
    """An open file with one text after another; closed when nobody refers to it any more.

    One process writes to it. What a copy of this process wrote, this one can read: through a pipe goes only
    which file it is in.
    """

    def __init__(self, descriptor: int) -> None:
        """Take over an open file, empty or only to be read."""
        self._descriptor = descriptor
        self._size = 0
        _PACKS[descriptor] = self

    def __del__(self) -> None:
        """Close the file."""
        os.close(self._descriptor)

    def __reduce__(self) -> tuple[Callable[[int], Pack], tuple[int]]:
        """Return what gives the process at the other end its own."""
        return _pack, (self._descriptor,)

    def add(self, text: str) -> Passage:
        """Put a text at the end.

        Raises:
            OSError: The disk is full.
        """
        content = text.encode("utf-8", "surrogatepass")
        start = self._size
        self._size += write_whole(self._descriptor, content)
        return Passage(self, start, len(content))

    def read(self, start: int, size: int) -> bytes:
        """Return a part of what is in it."""
        return os.pread(self._descriptor, size, start)


@dataclass(frozen=True, slots=True)
class Passage:
    """A text in a pack.

    Attributes:
        pack: Where it is.
        start: First byte.
        size: In bytes.
    """

    pack: Pack
    start: int
    size: int

    @property
    def content(self) -> bytes:
        """The text, as UTF-8."""
        return self.pack.read(self.start, self.size)

    @property
    def text(self) -> str:
        """The text."""
        return self.content.decode("utf-8", "surrogatepass")


def pack_in(folder: Path) -> Pack:
    """Return an empty pack on the disk of a folder, in which it has no name: it goes with the process.

    Raises:
        OSError: The disk is full, or the folder may not be written.
    """
    with tempfile.TemporaryFile(dir=folder) as file:
        return Pack(os.dup(file.fileno()))


def opened(file: Path) -> Pack:
    """Return the pack that was kept in a file; it stays whole when another file gets that name.

    Raises:
        OSError: The file is not there, or may not be read.
    """
    return Pack(os.open(file, os.O_RDONLY | os.O_CLOEXEC))


def copy(passages: Iterable[Passage], file: Path) -> None:
    """Write passages to a file, one after another.

    Raises:
        OSError: The disk is full, or the folder may not be written.
    """
    with file.open("wb", buffering=_PART) as stream:
        for passage in passages:
            stream.write(passage.content)


def write_whole(descriptor: int, content: bytes | bytearray) -> int:
    """Write all of a content to an open file, and return how many bytes that is.

    Raises:
        OSError: The disk is full.
    """
    written = os.write(descriptor, content)
    while written < len(content):
        # A disk that is filling up takes a part; the next time it says so.
        written += os.write(descriptor, memoryview(content)[written:])
    return written


def _pack(descriptor: int) -> Pack:
    return _PACKS[descriptor]
