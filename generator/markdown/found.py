"""What is found in a contributor's Markdown, with places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Spot(NamedTuple):
    """A span in one line of the body, counted from 1, its end exclusive; and what stands there."""

    line: int
    column: int
    end_column: int
    text: str


class LinkFound(NamedTuple):
    """A link or an image: where it leads and the words a reader sees."""

    href: str
    text: str
    spot: Spot


class HeadingFound(NamedTuple):
    """A heading: its level (1 to 6), its words, and the id that a link in the same text can use."""

    level: int
    text: str
    id: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Inspected:
    """The parts of a text that rules look at, each in the order written.

    Attributes:
        markup: Tags, comments and the like, outside code.
        links: Links, automatic ones included.
        images: Images.
        headings: Headings.
        prose: The lines of the body with all code blanked out by spaces, so that columns stay right.
        has_code: Whether there may be code; without, the prose is the body.
    """

    markup: tuple[Spot, ...]
    links: tuple[LinkFound, ...]
    images: tuple[LinkFound, ...]
    headings: tuple[HeadingFound, ...]
    prose: tuple[str, ...]
    has_code: bool
