"""The values a document consists of: scalars as written, sequences and mappings, each with its span."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

Path = tuple[str | int, ...]
"""Keys and indexes from the top of the front matter down: `("contact", "email")`, `("themes", 0)`."""

Written = str | None | list["Written"] | dict[str, "Written"]
"""What is written, without places; None where a key or a dash has nothing behind it."""

NOT_FILLED_IN = frozenset({"", "~", "null", "Null", "NULL"})
"""Texts that stand for nothing, when they are not in quotes."""


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
        return not self.quoted and self.text in NOT_FILLED_IN


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


def written(node: Node) -> Written:
    """Return a node without its places."""
    if isinstance(node, Scalar):
        return None if node.is_empty else node.text
    if isinstance(node, Sequence):
        return [written(item) for item in node.items]
    return {pair.key.text: written(pair.value) for pair in node.pairs}
