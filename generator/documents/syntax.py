"""A fault in YAML's grammar by its cause: libyaml says what it expected, a person wants to know why."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from generator.documents.nodes import Scalar, Span
from generator.faults import Fault, fault
from generator.findings import Location

_SECOND_COLON = re.compile(r"^\s*(?:- +)?(?P<key>[^\s:'\"#][^:]*?):\s+(?P<value>.*?:(?:\s.*|$))")
_SIGN_FIRST = re.compile(r"^\s*(?:- +)*[^\s:'\"#][^:]*:\s+(?P<value>[\[{*&!|>%].*)$")
_OF_GIT = ("<<<<<<< ", ">>>>>>> ")
_AFTER_KEY = re.compile(r"^\s*(?:- +)*(?:[^\s:'\"#][^:]*:\s+)?")


@dataclass(frozen=True, slots=True)
class Source:
    """The text being parsed: its lines (0-based) and where its first line stands in the file."""

    path: str
    lines: tuple[str, ...]
    first_line: int

    def place(self, line: int, column: int = 0, end_column: int | None = None) -> Location:
        """Return the place in the file; `line` and columns are libyaml's, from 0.

        libyaml notices some faults after the last line; the end of that line is the nearest place there is.
        """
        if line >= len(self.lines):
            line = max(len(self.lines) - 1, 0)
            column, end_column = len(self.line(line)), None
        end = end_column if end_column is not None else max(len(self.line(line)), column + 1)
        return Location(self.path, self.first_line + line, column + 1, self.first_line + line, end + 1)

    def line(self, number: int) -> str:
        """Return a line; past the last one, an empty text."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""


def syntax_fault(error: yaml.YAMLError, source: Source, last: Scalar | None) -> Fault:
    """Return the fault behind a parser error.

    Args:
        error: What libyaml raised.
        source: The text it parsed.
        last: The last scalar it read before it gave up, which is often where the cause is.
    """
    problem = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    start = getattr(error, "context_mark", None) or mark
    between = next((number for number, line in enumerate(source.lines) if line.startswith(_OF_GIT)), None)
    if mark is None or start is None or between is not None:
        return _syntax("other" if between is None else "two-versions", source.place(between or 0))
    indent = source.line(mark.line)[: len(source.line(mark.line)) - len(source.line(mark.line).lstrip())]
    if "\t" in indent:
        return fault("tab-indent", source.place(mark.line, 0, len(indent)))
    if "quoted scalar" in context:
        return _in_quotes(source, problem, start, mark)
    if "flow" in context:
        return _syntax("unclosed-bracket", source.place(start.line, start.column, start.column + 1))
    if "could not find expected ':'" in problem:
        return _syntax("missing-colon", source.place(start.line, start.column))
    return _in_block(source, problem, mark, last)


def _in_quotes(source: Source, problem: str, start: yaml.Mark, mark: yaml.Mark) -> Fault:
    if "unexpected end" in problem or "document indicator" in problem:
        return _unclosed_quote(source, start.line, start.column)
    column = max(0, source.line(mark.line).rfind("\\", 0, mark.column + 1))
    return _syntax("unknown-escape", source.place(mark.line, column, column + 2))


def _in_block(source: Source, problem: str, mark: yaml.Mark, last: Scalar | None) -> Fault:
    line, column = mark.line, mark.column
    if "mapping values" in problem:
        return _unexpected_colon(source, line, column)
    if "cannot start any token" in problem:
        character = source.line(line)[column : column + 1]
        return _syntax("reserved-character", source.place(line, column), start=character)
    if "'-' indicator" in problem:
        reason = "indentation" if column else "list-and-keys"
        return _syntax(reason, source.place(line, 0, column or None))
    if "expected key" in problem:
        return _unexpected_key(source, line, column, last)
    return _syntax("other", source.place(line, column, column + 1))


def _syntax(reason: str, place: Location, **values: object) -> Fault:
    return fault("yaml-syntax", place, reason=reason, **values)


def _unclosed_quote(source: Source, line: int, column: int) -> Fault:
    return _syntax("unclosed-quote", source.place(line, column), quote=source.line(line)[column : column + 1])


def _unexpected_colon(source: Source, line: int, column: int) -> Fault:
    written = source.line(line)
    second = _SECOND_COLON.match(written)
    if second and column >= second.start("value"):
        value = second["value"].rstrip()
        start = second.start("value")
        if value[:1] in {"'", '"'}:
            return _syntax("text-after-quote", source.place(line, start, start + len(value)), value=value)
        return _syntax(
            "colon-in-value", source.place(line, start, start + len(value)), key=second["key"], value=value
        )
    above = source.line(line - 1)
    if above.strip() and ":" not in above:
        return _syntax("missing-colon", source.place(line - 1, len(above) - len(above.lstrip())))
    return _syntax("indentation", source.place(line, 0, len(written) - len(written.lstrip()) or 1))


def _unexpected_key(source: Source, line: int, column: int, last: Scalar | None) -> Fault:
    if last and last.quoted and not last.block:
        span: Span = last.span
        began, ended = span.line - source.first_line, span.end_line - source.first_line
        if began < ended:
            return _unclosed_quote(source, began, span.column - 1)
        if ended == line:
            start = span.column - 1
            return _syntax(
                "text-after-quote", source.place(line, start), value=source.line(line)[start:].rstrip()
            )
    written = source.line(line)
    is_item, follows_item = (text.lstrip().startswith("- ") for text in (written, source.line(line - 1)))
    if is_item and not follows_item:
        return _syntax("list-and-keys", source.place(line, len(written) - len(written.lstrip())))
    sign = _SIGN_FIRST.match(written)
    if sign and column > sign.start("value"):
        start = sign.start("value")
        reason = "text-after-bracket" if written[start] in "[{" else "reserved-character"
        return _syntax(reason, source.place(line, start), start=written[start])
    return _syntax("indentation", source.place(line, 0, max(column, len(written) - len(written.lstrip()), 1)))
