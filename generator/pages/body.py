"""The body of a file → its sections, ready for a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.catalogue import Record
from generator.markdown import linked_path, render
from generator.pages.rendering import relative
from generator.pages.site import Places

# Bodies are cut at headings of this level.
_CUT = 2
_OPENED = re.compile(r"<(?:blockquote|ul|ol|table)\b")
_CLOSED = re.compile(r"</(?:blockquote|ul|ol|table)>")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a body.

    Attributes:
        title: Its heading; empty for what stands before the first one.
        html: What follows the heading, safe.
    """

    title: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Body:
    """A body by its level-2 headings.

    Attributes:
        sections: In the order written.
        text: Plain text of the whole, for search.
    """

    sections: tuple[Section, ...]
    text: str

    @property
    def html(self) -> Markup:
        """The whole, without level-2 headings: for bodies that are short."""
        # Safe, as each of them is.
        return Markup("\n".join([item.html for item in self.sections]))  # noqa: S704

    def section(self, title: str) -> Section | None:
        """Return the first section with this heading, or None."""
        return next((item for item in self.sections if item.title == title), None)


def body_of(places: Places, record: Record, *, address: str, prefix: str = "tekst") -> Body:
    """Return the body of a file for a page; links to files become links to their pages.

    Args:
        places: Knows the pages.
        record: The file.
        address: Of the page it will stand on.
        prefix: Before the ids of its headings; another for each body on one page.
    """
    if not record.document.body.strip():
        return Body((), "")

    def site_link(href: str) -> str | None:
        path = linked_path(record.path, href)
        target = places.address_by_path.get(path) if path else None
        return relative(target, address) if target else None

    rendered = render(record.document.body, prefix=prefix, site_link=site_link)
    headings = [
        (heading.text, f'<h2 id="{heading.id}">') for heading in rendered.headings if heading.level == _CUT
    ]
    return Body(tuple(_sections(rendered.html, headings)), rendered.text)


def _sections(html: str, headings: list[tuple[str, str]]) -> Iterator[Section]:
    """Cut HTML at its level-2 headings; one inside a quote or list stays where it is."""
    title, start = "", 0
    for text, opening in headings:
        place = html.find(opening, start)
        before = html[:place]
        if place < 0 or len(_OPENED.findall(before)) != len(_CLOSED.findall(before)):
            continue
        yield from _section(title, html[start:place])
        title, start = text, html.index("</h2>", place) + len("</h2>")
    yield from _section(title, html[start:])


def _section(title: str, html: str) -> Iterator[Section]:
    if html.strip():
        # Safe: it comes from the one renderer for contributors' text, which cleans what it makes.
        yield Section(title, Markup(html.strip()))  # noqa: S704
