"""A picture of growth as plain SVG: axes by factors of ten, a line for each program, named at its end."""

from __future__ import annotations

import html
import math
from collections.abc import Iterator, Mapping

_WIDTH, _HEIGHT = 720, 420
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 210, 40, 48
_FOR_ALL = 'role="img" aria-labelledby="title told" font-family="sans-serif" font-size="12"'
# Told apart by colour, and by dashes for who sees no colours; all have 4.5:1 on white.
_LOOKS = (
    ("#154273", ""),
    ("#00567d", "2 4"),
    ("#a90061", "9 4"),
    ("#275937", "12 3 3 3"),
    ("#8a3b00", "5 3"),
)


def growth_plot(title: str, unit: str, lines: Mapping[str, Mapping[int, float]]) -> str:
    """Return a picture.

    Args:
        title: What is shown; also what a screen reader says.
        unit: Of the numbers.
        lines: Numbers above 0 by number of entries, by what they belong to; at most five.
    """
    scale = _Scale([size for line in lines.values() for size in line], [*_values(lines)])
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" {_FOR_ALL}>',
        f'<title id="title">{html.escape(title)}</title>',
        f'<desc id="told">{html.escape(_told(unit, lines))}</desc>',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
        f'<text x="{_LEFT}" y="22" font-size="15" font-weight="bold">{html.escape(title)} ({unit})</text>',
        *_grid(scale),
        *_lines(scale, lines),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


class _Scale:
    """Where numbers stand in the picture."""

    def __init__(self, sizes: list[int], values: list[float]) -> None:
        self.columns = _tens(min(sizes), max(sizes))
        self.rows = _tens(min(values), max(values))

    def x(self, size: float) -> float:
        """Return how far to the right a number of entries stands."""
        return _LEFT + _part(size, self.columns) * (_WIDTH - _LEFT - _RIGHT)

    def y(self, value: float) -> float:
        """Return how far down a value stands."""
        return _HEIGHT - _BOTTOM - _part(value, self.rows) * (_HEIGHT - _TOP - _BOTTOM)


def _tens(least: float, most: float) -> list[float]:
    first = math.floor(math.log10(least))
    last = max(math.ceil(math.log10(most)), first + 1)
    return [10.0**power for power in range(first, last + 1)]


def _part(number: float, ticks: list[float]) -> float:
    return math.log10(number / ticks[0]) / math.log10(ticks[-1] / ticks[0])


def _values(lines: Mapping[str, Mapping[int, float]]) -> Iterator[float]:
    for line in lines.values():
        yield from line.values()


def _told(unit: str, lines: Mapping[str, Mapping[int, float]]) -> str:
    return " ".join(
        f"{name}: {', '.join(f'{value:.3g} {unit} at {size:,} entries' for size, value in line.items())}."
        for name, line in lines.items()
    )


def _grid(scale: _Scale) -> Iterator[str]:
    low, high = scale.y(scale.rows[0]), scale.y(scale.rows[-1])
    for size in scale.columns:
        x = scale.x(size)
        yield f'<path d="M{x:.1f} {low:.1f}V{high:.1f}" stroke="#ccc"/>'
        yield f'<text x="{x:.1f}" y="{low + 18:.1f}" text-anchor="middle">{size:,.0f}</text>'
    left, right = scale.x(scale.columns[0]), scale.x(scale.columns[-1])
    for value in scale.rows:
        y = scale.y(value)
        yield f'<path d="M{left:.1f} {y:.1f}H{right:.1f}" stroke="#ccc"/>'
        yield f'<text x="{left - 8:.1f}" y="{y + 4:.1f}" text-anchor="end">{value:,g}</text>'
    yield f'<text x="{(left + right) / 2:.1f}" y="{low + 38:.1f}" text-anchor="middle">entries</text>'


def _lines(scale: _Scale, lines: Mapping[str, Mapping[int, float]]) -> Iterator[str]:
    free = 0.0
    ends = sorted(lines.items(), key=lambda item: scale.y(item[1][max(item[1])]))
    for name, line in ends:
        colour, dashes = _LOOKS[list(lines).index(name)]
        places = [(scale.x(size), scale.y(line[size])) for size in sorted(line)]
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        yield f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2.5"{dashed}/>'
        yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>' for x, y in places)
        x, y = places[-1]
        # Names that would stand on each other move down.
        free = max(y + 4, free)
        yield f'<text x="{x + 10:.1f}" y="{free:.1f}" fill="{colour}">{html.escape(name)}</text>'
        free += 15
