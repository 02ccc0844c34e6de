"""One file → `Document` and faults: size, characters, front matter, YAML, body, in that order."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.documents.characters import decode
from generator.documents.composer import compose
from generator.documents.nodes import EMPTY, Document, Mapping, Scalar
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
VOCABULARY_LIMITS = Limits(file=2 * 1024 * 1024, front=2 * 1024 * 1024, depth=6)

_FENCE = re.compile(r"---[ \t]*")
_KEY_LINE = re.compile(r"[A-Za-z_][\w-]*:(\s|$)")


def read(path: str, content: bytes, *, limits: Limits = ENTRY_LIMITS) -> tuple[Document, list[Fault]]:
    """Read one file; never raises, whatever the bytes.

    Args:
        path: As in `Location.path`; the ending (`.md` or `.yml`) decides where the front matter is.
        content: The file's bytes.
        limits: What it may measure.

    Returns:
        The document (its front matter empty when it cannot be read) and every fault, in no order.
    """
    if len(content) > limits.file:
        return _nothing(path), [fault("file-too-large", Location(path), limit=limits.file, size=len(content))]
    text, faults = decode(path, content)
    if text is None:
        # To quote the line from, with a mark in the place of what is no text.
        shown = content.decode("utf-8-sig", "replace").replace("\r\n", "\n")
        return _nothing(path, tuple(shown.split("\n"))), faults
    lines = tuple(text.split("\n"))
    if not text.strip():
        return _nothing(path, lines), [*faults, fault("empty-file", Location(path))]
    reader = _read_yaml if path.endswith(".yml") else _read_markdown
    document, found = reader(path, lines, limits)
    return document, faults + found


def _nothing(path: str, lines: tuple[str, ...] = ()) -> Document:
    return Document(path, EMPTY, "", 1, 0, lines)


def _read_markdown(path: str, lines: tuple[str, ...], limits: Limits) -> tuple[Document, list[Fault]]:
    if not _FENCE.fullmatch(lines[0]):
        first = next(number for number, line in enumerate(lines) if line.strip())
        kind = "blank-before-front-matter" if _FENCE.fullmatch(lines[first]) else "no-front-matter"
        return _nothing(path, lines), [fault(kind, Location(path, 1, 1, 1, len(lines[0]) + 1))]
    end = next((number for number, line in enumerate(lines) if number and _FENCE.fullmatch(line)), None)
    if end is None:
        last_key = max((n for n, line in enumerate(lines) if _KEY_LINE.match(line)), default=0)
        return _nothing(path, lines), [
            fault("unclosed-front-matter", Location(path, 1, 1, 1, 4), after=last_key + 1)
        ]
    front, faults = _front(path, lines[1:end], 2, limits)
    return Document(path, front, "\n".join(lines[end + 1 :]), end + 2, 0, lines), faults


def _read_yaml(path: str, lines: tuple[str, ...], limits: Limits) -> tuple[Document, list[Fault]]:
    # The body counts for the file's limit only, as it does in a Markdown entry.
    front, faults = _front(path, lines, 1, Limits(limits.file, limits.file, limits.depth))
    body = front.get("body")
    if not isinstance(body, Scalar):
        return Document(path, front, "", 1, 0, lines), faults
    rest = Mapping(tuple(pair for pair in front.pairs if pair.key.text != "body"), front.span)
    line, indent = body.span.line, body.span.column - 1
    if body.block:
        line += 1
        below = next((text for text in lines[line - 1 :] if text.strip()), "")
        indent = len(below) - len(below.lstrip())
    return Document(path, rest, body.text, line, indent, lines), faults


def _front(path: str, lines: tuple[str, ...], first_line: int, limits: Limits) -> tuple[Mapping, list[Fault]]:
    text = "\n".join(lines)
    if len(text) > limits.front:
        return EMPTY, [fault("front-matter-too-large", Location(path, first_line), limit=limits.front)]
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
