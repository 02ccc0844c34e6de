"""Figures as small drawings: columns for what is counted by year or month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 640, 220
"""Of the drawing."""
_TOP, _BOTTOM = 24, 190
_WIDEST = 72
# With more columns, not every one has room for its words.
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Column:
    """One column, in units of the drawing.

    Attributes:
        words: Under it; empty where there is no room.
        number: What it stands for.
        x: Its left side.
        width: Of the column.
        y: Its upper side.
        height: Of the column.
    """

    words: str
    number: int
    x: float
    width: float
    y: float
    height: float

    @property
    def middle(self) -> float:
        """Where its words stand."""
        return round(self.x + self.width / 2, 1)


def columns(counted: Sequence[tuple[str, int]]) -> tuple[Column, ...]:
    """Return a column for each number, the highest as high as the drawing; none without any number above 0.

    Args:
        counted: Words and numbers of 0 or more, from left to right.
    """
    most = max((number for _, number in counted), default=0)
    if not most:
        return ()
    step, every = WIDTH / len(counted), -(-len(counted) // _MOST_WORDS)
    width = min(step * 0.7, _WIDEST)
    return tuple(
        _column(words if place % every == 0 else "", number / most, number, step * (place + 0.5), width)
        for place, (words, number) in enumerate(counted)
    )


def _column(words: str, share: float, number: int, middle: float, width: float) -> Column:
    height = round((_BOTTOM - _TOP) * share, 1)
    left = round(middle - width / 2, 1)
    return Column(words, number, left, round(width, 1), round(_BOTTOM - height, 1), height)
