"""One file → its parts with places, and faults: size, characters, front matter, YAML, body, in that order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from generator.documents.characters import decode
from generator.documents.composer import compose
from generator.documents.nodes import EMPTY, Mapping, Scalar
from generator.documents.syntax import Source
from generator.faults import Fault, fault
from generator.findings import Location


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may measure; reasons in docs/decisions/0001-reader.md.

    Attributes:
        file: Bytes of the whole file.
        front: Characters of the front matter.
        depth: Levels of nesting in the front matter.
    """

    file: int
    front: int
    depth: int


ENTRY_LIMITS = Limits(file=128 * 1024, front=16 * 1024, depth=6)
VOCABULARY_LIMITS = Limits(file=384 * 1024, front=384 * 1024, depth=6)

_FENCE = re.compile(r"---[ \t]*")
_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^---[ \t]*$", re.MULTILINE)
_KEY_LINE = re.compile(r"[A-Za-z_][\w-]*:(\s|$)")


@dataclass(frozen=True, slots=True)
class Whole:
    """A file, read with a place for every key and value.

    Attributes:
        front: The front matter (or the whole of a `.yml` file, without its `body`).
        body: Markdown; empty when there is none. Line ends are bare line feeds.
        body_line: Line of the file on which the body's first line stands, from 1.
        body_indent: Characters by which the file indents each body line (a block in a `.yml` file).
        lines: The file's lines without their ends.
    """

    front: Mapping
    body: str
    body_line: int
    body_indent: int
    lines: tuple[str, ...]


def read_whole(path: str, content: bytes, limits: Limits) -> tuple[Whole, list[Fault]]:
    """Read one file; never raises, whatever the bytes.

    Args:
        path: As in `Location.path`; the ending (`.md` or `.yml`) decides where the front matter is.
        content: The file's bytes.
        limits: What it may measure.

    Returns:
        The parts (the front matter empty when it cannot be read) and every fault, in no order.
    """
    if len(content) > limits.file:
        return _nothing(), [fault("file-too-large", Location(path), limit=limits.file, size=len(content))]
    text, faults = decode(path, content)
    lines = tuple(_shown(text, content).split("\n"))
    if text is None:
        return _nothing(lines), faults
    if not text.strip():
        return _nothing(lines), [*faults, fault("empty-file", Location(path))]
    reader = _read_yaml if path.endswith(".yml") else _read_markdown
    whole, found = reader(path, lines, limits)
    return whole, faults + found


class Fences(NamedTuple):
    """Where the parts of a Markdown file begin, from 0: its front matter, the fence after it, its body."""

    front: int
    closing: int
    body: int


def fences(text: str) -> Fences | None:
    """Return where the parts of a Markdown file begin; None when the front matter is not between fences."""
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    return Fences(opening.end(), closing.start(), closing.end() + 1) if opening and closing else None


def body_of(path: str, content: bytes, limits: Limits) -> str:
    """Return the body that `read_whole` gives, and of a Markdown file nothing else is read."""
    if path.endswith(".yml"):
        return read_whole(path, content, limits)[0].body
    text = decode(path, content)[0] if len(content) <= limits.file else None
    found = fences(text) if text else None
    return text[found.body :] if text and found else ""


def text_of(path: str, content: bytes, limits: Limits) -> str:
    """Return the text whose lines `read_whole` gives; nothing of a file that is too large."""
    return "" if len(content) > limits.file else _shown(decode(path, content)[0], content)


def _shown(text: str | None, content: bytes) -> str:
    # To quote the line from, with a mark in the place of what is no text.
    return content.decode("utf-8-sig", "replace").replace("\r\n", "\n") if text is None else text


def _nothing(lines: tuple[str, ...] = ()) -> Whole:
    return Whole(EMPTY, "", 1, 0, lines)


def _read_markdown(path: str, lines: tuple[str, ...], limits: Limits) -> tuple[Whole, list[Fault]]:
    if not _FENCE.fullmatch(lines[0]):
        first = next(number for number, line in enumerate(lines) if line.strip())
        kind = "blank-before-front-matter" if _FENCE.fullmatch(lines[first]) else "no-front-matter"
        return _nothing(lines), [fault(kind, Location(path, 1, 1, 1, len(lines[0]) + 1))]
    end = next((number for number, line in enumerate(lines) if number and _FENCE.fullmatch(line)), None)
    if end is None:
        last_key = max((n for n, line in enumerate(lines) if _KEY_LINE.match(line)), default=0)
        return _nothing(lines), [
            fault("unclosed-front-matter", Location(path, 1, 1, 1, 4), after=last_key + 1)
        ]
    front, faults = _front(path, lines[1:end], 2, limits)
    return Whole(front, "\n".join(lines[end + 1 :]), end + 2, 0, lines), faults


def _read_yaml(path: str, lines: tuple[str, ...], limits: Limits) -> tuple[Whole, list[Fault]]:
    # The body counts for the file's limit only, as it does in a Markdown entry.
    front, faults = _front(path, lines, 1, Limits(limits.file, limits.file, limits.depth))
    body = front.get("body")
    if not isinstance(body, Scalar):
        return Whole(front, "", 1, 0, lines), faults
    rest = Mapping(tuple(pair for pair in front.pairs if pair.key.text != "body"), front.span)
    line, indent = body.span.line, body.span.column - 1
    if body.block:
        line += 1
        below = next((text for text in lines[line - 1 :] if text.strip()), "")
        indent = len(below) - len(below.lstrip())
    return Whole(rest, body.text, line, indent, lines), faults


def _front(path: str, lines: tuple[str, ...], first_line: int, limits: Limits) -> tuple[Mapping, list[Fault]]:
    text = "\n".join(lines)
    if len(text) > limits.front:
        place = Location(path, first_line, 1, first_line, len(lines[0]) + 1)
        return EMPTY, [fault("front-matter-too-large", place, limit=limits.front)]
    if not text.strip():
        return EMPTY, [fault("empty-front-matter", Location(path, 1, 1, 1, 4))]
    source = Source(path, lines, first_line)
    root, faults = compose(text, source, depth=limits.depth)
    if faults or (isinstance(root, Mapping) and root.pairs):
        return (root if isinstance(root, Mapping) else EMPTY), faults
    if isinstance(root, Mapping) or (isinstance(root, Scalar) and root.is_empty):
        return EMPTY, [fault("empty-front-matter", Location(path, 1, 1, 1, 4))]
    line, column = root.span.line, root.span.column
    end = max(len(source.line(line - first_line)), column) + 1
    shape = "text" if isinstance(root, Scalar) else "list"
    return EMPTY, [fault("not-a-mapping", Location(path, line, column, line, end), shape=shape)]
