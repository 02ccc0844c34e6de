"""A file, read: what it says is kept, where it says so is found again when asked for.

Most files have no fault, so that nobody asks for a place, and places take ten times the memory of the words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Protocol

from generator.documents.characters import bare_lines
from generator.documents.nodes import Mapping, Node, Path, Sequence, Span, Written, written
from generator.documents.whole import Limits, Whole, body_of, read_whole, text_of
from generator.findings import Location

_MOST_OPEN = 256
"""Documents whose places are kept: more than are looked at together, and 20 MB when all are large."""


class Source(Protocol):
    """Where files can be read once more."""

    def content(self, path: str) -> bytes:
        """Return the bytes of a file; none when they cannot be had."""


@dataclass(frozen=True, slots=True)
class Held:
    """The bytes of one file."""

    held: bytes

    def content(self, path: str) -> bytes:  # noqa: ARG002 - as in Source
        """Return the bytes."""
        return self.held


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A file, read.

    Attributes:
        path: As in `Location.path`.
        kept_fields: `fields`; None when they are read again when asked for.
        is_tidy: Whether each value is known to be filled in, without space around it.
        kept_body: The body; None when it is read again when asked for.
        body_line: Line of the file on which the body's first line stands, from 1.
        body_indent: Characters by which the file indents each body line (a block in a `.yml` file).
        source: Where the file can be read again.
        limits: What it may measure.
    """

    path: str
    kept_fields: dict[str, Written] | None
    is_tidy: bool
    kept_body: str | None
    body_line: int
    body_indent: int
    source: Source
    limits: Limits

    @property
    def fields(self) -> dict[str, Written]:
        """What the front matter says (or the whole of a `.yml` file, without its `body`), as written."""
        kept = self.kept_fields
        return opened(self).fields if kept is None else kept

    def settle(self) -> None:
        """Let go of the fields: whoever asks for them from now on has the file read again."""
        object.__setattr__(self, "kept_fields", None)

    @property
    def body(self) -> str:
        """Markdown; empty when there is none. Line ends are bare line feeds."""
        return opened(self).body if self.kept_body is None else self.kept_body

    @property
    def front(self) -> Mapping:
        """What `fields` holds, with a place for each key and value."""
        return opened(self).whole.front

    @property
    def lines(self) -> tuple[str, ...]:
        """The file's lines without their ends, to quote from."""
        return opened(self).lines

    @property
    def lowered(self) -> str:
        """The whole file in small letters."""
        return opened(self).lowered

    @property
    def encoded(self) -> bytes:
        """The whole file, as the text it is read as: in UTF-8, with bare line feeds."""
        return opened(self).encoded

    @property
    def values(self) -> tuple[tuple[Path, str], ...]:
        """Every single value that is filled in, with its path, in the order written."""
        return opened(self).values

    def written(self, path: Path) -> Written:
        """Return what is written at `path`, without places; None when there is nothing."""
        here: Written = self.fields
        for step in path:
            if isinstance(step, str):
                here = here.get(step) if isinstance(here, dict) else None
            else:
                here = here[step] if isinstance(here, list) and step < len(here) else None
        return here

    def node(self, path: Path) -> Node | None:
        """Return what is written at `path`, with its place, or None."""
        here: Node | None = self.front
        for step in path:
            if isinstance(step, str):
                here = here.get(step) if isinstance(here, Mapping) else None
            else:
                here = here.items[step] if isinstance(here, Sequence) and step < len(here.items) else None
        return here

    def text(self, *path: str | int) -> str | None:
        """Return the text written at `path`, or None when there is none or it is not filled in."""
        found = self.written(path)
        return found if isinstance(found, str) else None

    def texts(self, *path: str | int) -> Iterator[tuple[Path, str]]:
        """Yield the path and text of each scalar in the sequence at `path`."""
        found = self.written(path)
        for index, item in enumerate(found if isinstance(found, list) else ()):
            if isinstance(item, str):
                yield (*path, index), item

    def place(self, path: Path = ()) -> Location:
        """Return where the value at `path` stands; of a missing one, the nearest key above it."""
        node = self.node(path) if path else None
        if node is not None:
            return self.location(node.span)
        return self.key_place(path[:-1]) if path else self.location(Span(1, 1, 1, 1))

    def key_place(self, path: Path) -> Location:
        """Return where the key of `path` stands; of an item in a list, the item itself."""
        if path and isinstance(path[-1], str):
            above = self.node(path[:-1])
            if isinstance(above, Mapping) and path[-1] in above.by_key:
                return self.location(above.by_key[path[-1]].key.span)
        return self.place(path)

    def body_place(self, line: int, column: int, end_column: int) -> Location:
        """Return the place in the file of a span in one line of the body, all counted from 1."""
        at, shift = self.body_line + line - 1, self.body_indent
        return Location(self.path, at, column + shift, at, end_column + shift)

    def location(self, span: Span) -> Location:
        """Return the `Location` of a span in this file."""
        return Location(self.path, *span)


class _Opened:
    """What is made of a document when it is asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def content(self) -> bytes:
        return self._document.source.content(self._document.path)

    @cached_property
    def whole(self) -> Whole:
        return read_whole(self._document.path, self.content, self._document.limits)[0]

    @cached_property
    def fields(self) -> dict[str, Written]:
        return {pair.key.text: written(pair.value) for pair in self.whole.front.pairs}

    @cached_property
    def body(self) -> str:
        return body_of(self._document.path, self.content, self._document.limits)

    @cached_property
    def text(self) -> str:
        return text_of(self._document.path, self.content, self._document.limits)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        return tuple(self.text.split("\n"))

    @cached_property
    def lowered(self) -> str:
        return self.text.lower()

    @cached_property
    def encoded(self) -> bytes:
        # In a tidy file no character makes way for another.
        if self._document.is_tidy and len(self.content) <= self._document.limits.file:
            return bare_lines(self.content)
        return self.text.encode("utf-8")

    @cached_property
    def values(self) -> tuple[tuple[Path, str], ...]:
        return tuple(values_in(self._document.fields))


@lru_cache(maxsize=_MOST_OPEN)
def opened(document: Document) -> _Opened:
    """Return what is made of a document when it is asked for; the ones asked for longest ago are let go."""
    return _Opened(document)


def values_in(
    written: dict[str, Written] | list[Written], path: Path = (), *, sign: str = ""
) -> list[tuple[Path, str]]:
    """Return every single value in what is written that holds a sign, with its path."""
    # A list, not generators within generators: this visits all there is in every file.
    found: list[tuple[Path, str]] = []
    steps = written.items() if isinstance(written, dict) else enumerate(written)
    for step, value in steps:
        if isinstance(value, str):
            if sign in value:
                found.append(((*path, step), value))
        elif value:
            found += values_in(value, (*path, step), sign=sign)
    return found
