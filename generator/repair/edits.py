"""Edits in the bytes of a file: all else keeps its place, its quotes, its remarks and its line ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.findings import Edit, Fix

_BOM = "\ufeff"


def mended(content: bytes, fixes: Iterable[Fix]) -> bytes:
    """Return the content of a file after as many fixes as can be made at once, the first ones first.

    A fix with an edit over another one, or at the same point, is left for the next time. A fix that cannot
    be made at all, since the bytes are not what it takes them for, changes nothing.

    Args:
        content: The file as it is.
        fixes: Of the findings in this file.
    """
    ordered = list(fixes)
    anew = next((fix for fix in ordered if fix.encoding), None)
    if anew:
        return _anew(content, anew.encoding)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return content
    start = len(_BOM) if text.startswith(_BOM) else 0
    lines = _Lines(text, start)
    chosen = _apart([lines.span(edit) for edit in fix.edits] for fix in ordered)
    for span in sorted(chosen, reverse=True):
        text = text[: span.start] + span.text + text[span.end :]
    return text.encode("utf-8")


def _anew(content: bytes, encoding: str) -> bytes:
    try:
        return content.decode(encoding).encode("utf-8")
    except UnicodeError:
        return content


@dataclass(frozen=True, slots=True, order=True)
class _Span:
    """An edit, by character of the text."""

    start: int
    end: int
    text: str


class _Lines:
    """Where each line of a text begins."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.starts = [start]
        while (end := text.find("\n", self.starts[-1])) >= 0:
            self.starts.append(end + 1)

    def span(self, edit: Edit) -> _Span:
        place = edit.location
        start = self.offset(place.line, place.column)
        end = max(self.offset(place.end_line, place.end_column), start)
        new = edit.text
        if "\n" in new and "\r\n" in self.text:
            new = new.replace("\n", "\r\n")
        return _Span(start, end, new)

    def offset(self, line: int, column: int) -> int:
        """Return the character at a place; past the end of the line, the end of the line."""
        if line > len(self.starts):
            return len(self.text)
        start = self.starts[line - 1]
        end = self.starts[line] - 1 if line < len(self.starts) else len(self.text)
        if end > start and self.text[end - 1] == "\r":
            end -= 1
        return min(start + column - 1, end)


def _apart(groups: Iterable[Sequence[_Span]]) -> Iterator[_Span]:
    """Yield the spans of each group that touches none of an earlier one."""
    taken: list[_Span] = []
    for group in groups:
        if not any(_touch(one, other) for one in group for other in taken):
            taken += group
            yield from group


def _touch(one: _Span, other: _Span) -> bool:
    return one.start <= other.end and other.start <= one.end
