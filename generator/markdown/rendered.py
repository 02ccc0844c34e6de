"""A contributor's text as a page shows it, and where its links lead there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from generator.markdown.links import is_external, is_safe, scheme

SiteLink = Callable[[str], str | None]
"""Turns a relative link as written into an address on the site, or None when it leads nowhere."""

REL = "noopener noreferrer external"
"""What a link to another site says of itself."""
LOWEST = 6
_HIGHEST = 2


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading on a page: its text, its id and its level (2 to 6)."""

    text: str
    id: str
    level: int


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text, ready for a page.

    Attributes:
        html: Safe HTML; its headings start at level 2.
        headings: In order.
        text: Its words, for search: one line for each paragraph, heading, cell or block of code.
    """

    html: str
    headings: tuple[Heading, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Targets:
    """Where links of one text lead.

    Attributes:
        prefix: Before the id of every heading.
        ids: Of its headings, with the prefix.
        site_link: For relative links, as written in the text.
    """

    prefix: str
    ids: AbstractSet[str]
    site_link: SiteLink | None

    def attributes(self, href: str) -> Mapping[str, str]:
        """Return the attributes of a link; none when it is not to be one."""
        if not is_safe(href):
            return {}
        if is_external(href):
            return {"href": href, "rel": REL}
        if scheme(href):
            return {"href": href}
        if href.startswith("#"):
            target = f"{self.prefix}-{href[1:]}"
            return {"href": f"#{target}"} if target in self.ids else {}
        address = self.site_link(href) if self.site_link else None
        return {"href": address} if address else {}


def level_on_page(written: int, shift: int) -> int:
    """Return the level a heading gets, which is never that of the title of the page."""
    return min(max(written + shift, _HIGHEST), LOWEST)
