"""Figures of a public monitor as small charts: one a measure that has more than one year."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from generator.model.organisation import Monitor

WIDTH, HEIGHT = 320, 120
_LEFT, _RIGHT, _TOP, _BOTTOM = 36, 284, 30, 88
_NUMBER = re.compile(r"-?(\d{1,3}(\.\d{3})+|\d+)(,\d+|\.\d+)?")


@dataclass(frozen=True, slots=True)
class Point:
    """One year on a chart: where it stands and what is written beside it."""

    year: int
    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A measure over the years.

    Attributes:
        measure: What was measured.
        is_rank: Whether the figures are places among all: the first place is on top.
        points: In the order of the years.
    """

    measure: str
    is_rank: bool
    points: tuple[Point, ...]

    @property
    def line(self) -> str:
        """The points of an SVG polyline."""
        return " ".join(f"{point.x:g},{point.y:g}" for point in self.points)


def charts_of(figures: Iterable[Monitor]) -> tuple[Chart, ...]:
    """Return a chart of each measure with two years or more, in the order of the alphabet.

    Figures without a number are not on it, nor is a rank beside values of one measure: the table has all.
    """
    ordered = sorted(figures, key=lambda item: (item.measure, item.year))
    found = (_chart(measure, tuple(items)) for measure, items in groupby(ordered, lambda item: item.measure))
    return tuple(chart for chart in found if chart)


def number_in(text: str) -> float | None:
    """Return the first number in a Dutch text: `1.250 meldingen` is 1250, `7,4` is 7.4; None without one."""
    found = _NUMBER.search(text)
    if not found:
        return None
    whole, rest = found[1].replace(".", ""), (found[3] or "").replace(",", ".")
    return float(f"{'-' if found[0].startswith('-') else ''}{whole}{rest}")


def _chart(measure: str, figures: tuple[Monitor, ...]) -> Chart | None:
    valued = {item.year: (item.value, number_in(item.value)) for item in figures if item.value}
    known = {year: (text, number) for year, (text, number) in valued.items() if number is not None}
    is_rank = len(known) < 2  # noqa: PLR2004 - a line needs two
    if is_rank:
        known = {item.year: (str(item.rank), -float(item.rank)) for item in figures if item.rank is not None}
    if len(known) < 2:  # noqa: PLR2004
        return None
    years, numbers = sorted(known), [number for _, number in known.values()]
    across, up = years[-1] - years[0], max(numbers) - min(numbers)
    points = (
        Point(
            year,
            known[year][0],
            round(_LEFT + (_RIGHT - _LEFT) * (year - years[0]) / across, 1),
            round(_BOTTOM - (_BOTTOM - _TOP) * ((known[year][1] - min(numbers)) / up if up else 0.5), 1),
        )
        for year in years
    )
    return Chart(measure, is_rank, tuple(points))
