"""The quick way through a plain file: what it says, without places; the unusual is left to `whole`.

Regular front matter is read by its lines, other front matter by the events of libyaml.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass
from sys import intern

import yaml

from generator.documents.characters import bare_lines, is_plain, refused
from generator.documents.nodes import NOT_FILLED_IN, Written
from generator.documents.regular import LONGEST_SHARED, regular
from generator.documents.whole import Limits, fences


@dataclass(frozen=True, slots=True)
class Lean:
    """A file without a fault that the reader can see.

    Attributes:
        front: The front matter, never empty.
        is_tidy: Whether every value is filled in, without space around it.
        body: As in `Whole`.
        body_line: As in `Whole`.
    """

    front: dict[str, Written]
    is_tidy: bool
    body: str
    body_line: int


def read_lean(path: str, content: bytes, limits: Limits) -> Lean | None:
    """Return what a file holds, or None when only `read_whole` can tell.

    Args:
        path: As in `Location.path`.
        content: The file's bytes.
        limits: What it may measure.
    """
    if len(content) > limits.file:
        return None
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if not is_plain(bare_lines(content)):
        return None
    text = text.replace("\r\n", "\n") if b"\r" in content else text
    return _yaml(text, limits) if path.endswith(".yml") else _markdown(text, limits)


def _markdown(text: str, limits: Limits) -> Lean | None:
    found = fences(text)
    if found is None or found.closing - found.front - 1 > limits.front:
        return None
    # Without the last line feed, as in `whole`: a block of text at the end would have it.
    front = _front(text[found.front : found.closing - 1], limits.depth)
    if front is None:
        return None
    return Lean(*front, text[found.body :], text.count("\n", 0, found.closing) + 2)


def _yaml(text: str, limits: Limits) -> Lean | None:
    front = _front(text, limits.depth)
    # Where a body begins depends on how it is written.
    return None if front is None or "body" in front[0] else Lean(*front, "", 1)


def _front(text: str, depth: int) -> tuple[dict[str, Written], bool] | None:
    fields = regular(text, depth)
    return tree(text, depth) if fields is None else (fields, True)


class _UnusualError(Exception):
    """The text has something that only `compose` can judge."""


def tree(text: str, depth: int) -> tuple[dict[str, Written], bool] | None:
    """Return what a YAML text says and whether it is tidy; None when it is unusual in any way, or empty.

    Args:
        text: YAML of plain characters.
        depth: Levels of nesting allowed.
    """
    grower = _Grower(depth)
    try:
        grower.grow(yaml.CSafeLoader(text).get_event)
    except (yaml.YAMLError, ValueError, _UnusualError):
        return None
    root = grower.root
    return (root, grower.is_tidy) if isinstance(root, dict) and root else None


class _Grower:
    """Builds nested texts on an explicit stack."""

    def __init__(self, depth: int) -> None:
        self.depth = depth
        self.root: Written = None
        self.is_tidy = True
        self.documents = 0

    def grow(self, following: Callable[[], yaml.Event | None]) -> None:
        """Take every event; the most frequent kind first."""
        # What is being filled: a list, or a mapping with the key that waits for its value.
        here: dict[str, Written] | list[Written] | None = None
        key: str | None = None
        above: list[tuple[dict[str, Written] | list[Written] | None, str | None]] = []
        made: Written
        # Names close by: in this loop each look in a module is 1 % of the time of reading.
        scalar, text_of, key_of = yaml.ScalarEvent, self._text, _key
        while (event := following()) is not None:
            if type(event) is scalar:
                if key is None and type(here) is dict:
                    key = key_of(event, here)
                    continue
                made = text_of(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                if key is None and type(here) is dict:
                    raise _UnusualError
                self._check(event, len(above))
                above.append((here, key))
                here, key = ({} if isinstance(event, yaml.MappingStartEvent) else []), None
                continue
            elif isinstance(event, yaml.CollectionEndEvent):
                made = here
                here, key = above.pop()
            else:
                self._pass(event)
                continue
            if key is not None:
                here[key], key = made, None  # type: ignore[index,call-overload]
            elif here is None:
                self.root = made
            else:
                here.append(made)  # type: ignore[union-attr]

    def _check(self, event: yaml.CollectionStartEvent, level: int) -> None:
        if event.anchor is not None or event.tag is not None or level >= self.depth:
            raise _UnusualError

    def _pass(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
        if isinstance(event, yaml.AliasEvent) or self.documents > 1:
            raise _UnusualError

    def _text(self, event: yaml.ScalarEvent) -> str | None:
        if event.anchor is not None or event.tag is not None:
            raise _UnusualError
        text: str = event.value
        style = event.style
        if not style and text in NOT_FILLED_IN:
            self.is_tidy = False
            return None
        if style == '"' and refused(text):
            raise _UnusualError
        # Also without quotes: to YAML a no-break space is no space.
        if text != text.strip():
            self.is_tidy = False
        return intern(text) if len(text) <= LONGEST_SHARED else text


def _key(event: yaml.ScalarEvent, here: Container[str]) -> str:
    key: str = event.value
    if event.anchor is not None or event.tag is not None or key in here:
        raise _UnusualError
    style = event.style
    if style and style == '"' and refused(key):
        raise _UnusualError
    if key == "<<" and not style:
        raise _UnusualError
    return intern(key)
