"""The quickest way through regular front matter: line by line, by a pattern; what is not regular gives None.

Nearly every line is a key with a value, a key alone, or a dash. What these mean needs no parser, as long as
each line says all of itself: no value that goes on in the next line, no sign that stands for something else.
"""

from __future__ import annotations

import re
from sys import intern
from typing import Any

from generator.documents.nodes import NOT_FILLED_IN, Written

LONGEST_SHARED = 24
"""Characters of a text that is kept once in memory: ids and choices return in every entry."""

# Without quotes: no sign of YAML in front, no `: ` or ` #` within, no space at the end.
_PLAIN = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`][^\n\t:#]*+(?:(?::(?=\S)|(?<=\S)#)[^\n\t:#]*+)*+(?<=\S)"
# No space at either end, and nothing within that stands for another character.
_QUOTED = r"\"(?=\S)[^\"\\\n\t]++\"(?<=\S.)|'(?=\S)[^'\n\t]++'(?<=\S.)"
_WORD = r"[A-Za-z0-9](?:[A-Za-z0-9 ._/+-]*[A-Za-z0-9])?"
_ITEM = rf"(?:{_WORD}|\"{_WORD}\"|'{_WORD}')"
_VALUE = rf"{_PLAIN}|{_QUOTED}|\[{_ITEM}(?:, {_ITEM})*\]"
_LINE = re.compile(
    rf"^( *)(- )?(?:([A-Za-z_][A-Za-z0-9_-]{{0,60}}+):(?: |$))?({_VALUE}|)(?:\n|\Z)", re.MULTILINE
)


_Part = dict[str, Written] | list[Written]
_Above = list[tuple[Any, int]]
"""What a part stands in, from the top down, each with the column of its keys or dashes."""


class _IrregularError(Exception):
    """A line does not say all of itself, or stands where no line can."""


def regular(text: str, depth: int) -> dict[str, Written] | None:
    """Return what a YAML text says when every line is regular; each value is then filled in.

    Args:
        text: YAML of plain characters.
        depth: Levels of nesting allowed.
    """
    text = text.removesuffix("\n")
    lines = _LINE.findall(text)
    # Each line gives one match, or is irregular.
    if len(lines) != text.count("\n") + 1:
        return None
    try:
        return _grown(lines, depth)
    except _IrregularError:
        return None


def _grown(lines: list[tuple[str, str, str, str]], depth: int) -> dict[str, Written]:
    """Return what lines say, each in four: its indent, dash, key and value."""
    root: dict[str, Written] = {}
    # What is being filled, and the key that waits for what stands below it.
    here: Any = root
    column = 0
    waiting = ""
    above: _Above = []
    for indent, dash, key, value in lines:
        at = len(indent)
        if waiting:
            here[waiting] = part = _begun(dash, here, column, at, above)
            here, column, waiting = part, at, ""
        elif at != column:
            here, column = _back_to(at, above)
        if (type(here) is list) is not bool(dash):
            raise _IrregularError
        if dash and key:
            above.append((here, column))
            here.append({})
            here, column = here[-1], at + len(dash)
        elif dash:
            here.append(_said(value, depth - len(above)))
            continue
        if not key or key in here:
            raise _IrregularError
        if value:
            here[intern(key)] = _said(value, depth - len(above))
        else:
            waiting = intern(key)
    if waiting:
        raise _IrregularError
    return root


def _begun(dash: str, here: _Part, column: int, at: int, above: _Above) -> _Part:
    """Return the part that begins on this line, below what it stands in."""
    if at <= column:
        raise _IrregularError
    above.append((here, column))
    return [] if dash else {}


def _back_to(at: int, above: _Above) -> tuple[Any, int]:
    """Return the part that goes on in this column."""
    while above:
        part, column = above.pop()
        if column == at:
            return part, column
    raise _IrregularError


def _said(value: str, levels: int) -> Written:
    """Return what a value says.

    Args:
        value: As written.
        levels: Of nesting that are left, with that of the value itself.
    """
    if levels < 1 or value in NOT_FILLED_IN:
        raise _IrregularError
    if value[0] in "\"'":
        value = value[1:-1]
    elif value[0] == "[":
        return [_said(item, levels - 1) for item in value[1:-1].split(", ")]
    return intern(value) if len(value) <= LONGEST_SHARED else value
