"""The lines of files, to quote from: read again when asked for, since most files are never quoted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from generator.documents import Limits, Source
from generator.documents.whole import text_of

_ANY_SIZE = Limits(file=2**40, front=0, depth=0)
# Findings about one file come one after another.
_MOST_KEPT = 16


class Lines(Mapping[str, tuple[str, ...]]):
    """The lines of every file that was read, by path."""

    def __init__(self, source: Source, paths: Iterable[str]) -> None:
        self._source = source
        self._paths = dict.fromkeys(paths)
        self._read = lru_cache(maxsize=_MOST_KEPT)(self._lines)

    def __getitem__(self, path: str) -> tuple[str, ...]:
        """Return the lines of a file as they are now; none when it is gone."""
        if path not in self._paths:
            raise KeyError(path)
        return self._read(path)

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)

    def _lines(self, path: str) -> tuple[str, ...]:
        return tuple(text_of(path, self._source.content(path), _ANY_SIZE).split("\n"))


class Joined(Mapping[str, Sequence[str]]):
    """The lines of the files of several catalogues, by a path that tells them apart."""

    def __init__(self, places: Mapping[str, tuple[Mapping[str, Sequence[str]], str]]) -> None:
        self._places = places

    def __getitem__(self, path: str) -> Sequence[str]:
        """Return the lines of a file."""
        lines, inside = self._places[path]
        return lines[inside]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
