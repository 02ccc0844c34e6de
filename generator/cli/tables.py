"""Tables for a terminal: columns aligned, also with wide characters, and nothing that a terminal obeys."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

import click
from wcwidth import wcswidth

from generator.messages import Language, Message
from generator.text import neutral

_GAP = "  "

Cell = str | int | Message


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a title; numbers stand to the right of their column.

    Attributes:
        title: Above it.
        head: Names of the columns; none for a list of facts.
        rows: As many cells each as the head has.
        nothing: What is said when there are no rows; without it the title goes too.
    """

    title: Message | str
    head: tuple[Message, ...]
    rows: tuple[tuple[Cell, ...], ...]
    nothing: Message | None = None


def written(tables: Sequence[Table], language: Language) -> str:
    """Return tables as text, a blank line between them."""
    return "\n\n".join(_written(item, language) for item in tables if item.rows or item.nothing)


def say_json(value: object) -> None:
    """Print a value as JSON, readable for people too."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def _written(table: Table, language: Language) -> str:
    title = _text(table.title, language)
    lines = [title, "─" * _width(title)]
    if not table.rows:
        return "\n".join([*lines, _text(table.nothing or "", language)])
    rows = [tuple(_text(cell, language) for cell in row) for row in table.rows]
    head = [tuple(_text(cell, language) for cell in table.head)] if table.head else []
    widths = [max(map(_width, column)) for column in zip(*head, *rows, strict=True)]
    are_numbers = [all(isinstance(row[place], int) for row in table.rows) for place in range(len(widths))]
    return "\n".join([*lines, *(_line(row, widths, are_numbers) for row in (*head, *rows))])


def _text(cell: Cell, language: Language) -> str:
    return neutral(cell.in_language(language) if isinstance(cell, Message) else str(cell))


def _line(row: tuple[str, ...], widths: Sequence[int], are_numbers: Sequence[bool]) -> str:
    cells = []
    for cell, width, is_number in zip(row, widths, are_numbers, strict=True):
        room = " " * (width - _width(cell))
        cells.append(f"{room}{cell}" if is_number else f"{cell}{room}")
    return _GAP.join(cells).rstrip()


def _width(text: str) -> int:
    """Return the columns a text takes; of one the library cannot measure, a column a character."""
    wide = wcswidth(text)
    return wide if wide >= 0 else len(text)
