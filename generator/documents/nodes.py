"""The values a document consists of: scalars as written, sequences and mappings, each with its span."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.findings import Location

Path = tuple[str | int, ...]
"""Keys and indexes from the top of the front matter down: `("contact", "email")`, `("themes", 0)`."""


class Span(NamedTuple):
    """Lines and columns from 1, in the file (not in the front matter); the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Scalar(NamedTuple):
    """A single value.

    Attributes:
        text: As written, without its quotes: `0353` stays `0353`, `no` stays `no`.
        quoted: Whether quotes or a block style were used; an unquoted empty text means "not filled in".
        block: Whether the text is a block (`|` or `>`), which starts on the line after the span's first.
    """

    text: str
    span: Span
    quoted: bool = False
    block: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in: `title:`, `title: ~` or `title: null`."""
        return not self.quoted and self.text in {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list, in the order written."""

    items: tuple[Node, ...]
    span: Span


class Pair(NamedTuple):
    """A key and its value."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in the order written; keys are unique."""

    pairs: tuple[Pair, ...]
    span: Span
    by_key: dict[str, Pair] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {pair.key.text: pair for pair in self.pairs})

    def get(self, key: str) -> Node | None:
        """Return the value of `key`, or None."""
        pair = self.by_key.get(key)
        return pair.value if pair else None


Node = Scalar | Sequence | Mapping

EMPTY = Mapping((), Span(1, 1, 1, 1))


@dataclass(frozen=True, slots=True)
class Document:
    """A file, read.

    Attributes:
        path: As in `Location.path`.
        front: The front matter (or the whole of a `.yml` file, without its `body`).
        body: Markdown; empty when there is none. Line ends are bare line feeds.
        body_line: Line of the file on which the body's first line stands, from 1.
        body_indent: Characters by which the file indents each body line (a block in a `.yml` file).
        lines: The file's lines without their ends, to quote from.
    """

    path: str
    front: Mapping
    body: str
    body_line: int
    body_indent: int
    lines: tuple[str, ...]

    def node(self, path: Path) -> Node | None:
        """Return what is written at `path`, or None."""
        here: Node | None = self.front
        for step in path:
            if isinstance(step, str):
                here = here.get(step) if isinstance(here, Mapping) else None
            else:
                here = here.items[step] if isinstance(here, Sequence) and step < len(here.items) else None
        return here

    def text(self, *path: str | int) -> str | None:
        """Return the text written at `path`, or None when there is none or it is not filled in."""
        node = self.node(path)
        return node.text if isinstance(node, Scalar) and not node.is_empty else None

    def texts(self, *path: str | int) -> Iterator[tuple[Path, str]]:
        """Yield the path and text of each scalar in the sequence at `path`."""
        node = self.node(path)
        if isinstance(node, Sequence):
            for index, item in enumerate(node.items):
                if isinstance(item, Scalar) and not item.is_empty:
                    yield (*path, index), item.text

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
