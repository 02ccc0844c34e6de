"""Findings for a person: where, what is wrong, the line itself with a caret below the span, and a hint."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wcwidth import wcswidth, wcwidth

from generator.findings import Finding, Location, Severity
from generator.reporters._context import Context
from generator.text import neutral

WIDTH = 100
"""Columns of a quoted line; what is longer is cut around the span."""

_TAB = 4
_WIDEST_SPAN = 60
_WIDEST_BEFORE = 30
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


def report(findings: Sequence[Finding], context: Context) -> str:
    """Return every finding, an empty line between two."""
    return "\n\n".join("\n".join(_one(finding, context)) for finding in findings)


def _one(finding: Finding, context: Context) -> list[str]:
    paint = _Paint(context.is_coloured, _COLOURS[finding.severity])
    place = f"{context.path(finding)}:{finding.location.line}:{finding.location.column}"
    name = f"{paint.severity(context.severity(finding))} [{finding.rule}]"
    head = f"{paint.bold(place)}: {name} {context.words(finding.message)} {context.mark(finding)}".rstrip()
    hint = context.words(finding.hint) if finding.hint else ""
    quote = None if finding.hides_line else _quote(finding.location, context)
    if quote is None:
        return [head, f"    = {hint}"] if hint else [head]
    number = str(finding.location.line)
    caret = paint.severity("^" * max(width(quote.span), 1))
    below = f"{' ' * width(quote.before)}{caret} {hint}".rstrip()
    return [head, f"  {number} | {quote.text}", f"  {' ' * len(number)} | {below}"]


@dataclass(frozen=True, slots=True)
class _Quote:
    """A line in three parts: before the span, the span, after it."""

    before: str
    span: str
    after: str

    @property
    def text(self) -> str:
        return f"{self.before}{self.span}{self.after}".rstrip()


def _quote(location: Location, context: Context) -> _Quote | None:
    """Return the line to show; None when the finding is about the whole file, or the line is not there."""
    lines = context.lines.get(location.path, ())
    is_whole_file = location == Location(location.path)
    if is_whole_file or location.line > len(lines):
        return None
    line = lines[location.line - 1].rstrip()
    start = min(location.column - 1, len(line))
    end = location.end_column - 1 if location.end_line == location.line else len(line)
    end = min(max(end, start), len(line))
    before, span, after = _flat(line[:start]), _flat(line[start:end]), _flat(line[end:])
    if width(before + span + after) <= WIDTH:
        return _Quote(before, span, after)
    if width(span) > _WIDEST_SPAN:
        span, after = f"{_first(span, _WIDEST_SPAN - 1)}…", ""
    if width(before) > _WIDEST_BEFORE:
        before = f"…{_last(before, _WIDEST_BEFORE - 1)}"
    room = WIDTH - width(before + span)
    if width(after) > room:
        after = f"{_first(after, room - 1)}…"
    return _Quote(before, span, after)


def width(text: str) -> int:
    """Return the columns a terminal needs for a neutral text: 2 for wide characters, 0 for accents."""
    return max(wcswidth(text), 0)


def _flat(text: str) -> str:
    return neutral(text.replace("\t", " " * _TAB))


def _first(text: str, columns: int) -> str:
    """Return the start of a text that fits in some columns."""
    used = 0
    for index, character in enumerate(text):
        used += max(wcwidth(character), 0)
        if used > columns:
            return text[:index]
    return text


def _last(text: str, columns: int) -> str:
    """Return the end of a text that fits in some columns."""
    used = 0
    for index in range(len(text) - 1, -1, -1):
        used += max(wcwidth(text[index]), 0)
        if used > columns:
            return text[index + 1 :]
    return text


@dataclass(frozen=True, slots=True)
class _Paint:
    """Colours for a terminal, or none."""

    is_on: bool
    colour: str

    def bold(self, text: str) -> str:
        return f"\x1b[1m{text}\x1b[0m" if self.is_on else text

    def severity(self, text: str) -> str:
        return f"\x1b[1;{self.colour}m{text}\x1b[0m" if self.is_on else text
