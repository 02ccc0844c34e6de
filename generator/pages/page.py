"""A page of the site, as a value: what every builder, exporter and the search index work from."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Protocol

from generator.messages import Language

# Pages are written by our own templates: attributes are always quoted, and a quote inside is always escaped.
_LINK = re.compile(r"""<[a-z][^<>]*?\s(?:href|src)="([^"]*)\"""")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading on a page: its text, its id and its level (2 to 4)."""

    text: str
    id: str
    level: int


@dataclass(frozen=True, slots=True)
class SearchFields:
    """What search knows of a page.

    Attributes:
        title: Weighs most.
        summary: Shown under the title in a result.
        questions: Questions and synonyms; weigh much.
        text: Plain text of the body.
        filters: Values by the name of the filter, for example `{"thema": ("Privacy",)}`.
        shown: Values a result card shows, by name: kind, owner, status, adopters.
        sort: Values to sort by, by name; numbers and ISO dates as text.
        names: Names of what it uses; weigh little.
        aliases: What it is called besides its title; who types one whole wants this page.
    """

    title: str
    summary: str
    questions: tuple[str, ...] = ()
    text: str = ""
    filters: MappingProxyType[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    shown: MappingProxyType[str, str] = field(default_factory=lambda: MappingProxyType({}))
    sort: MappingProxyType[str, str] = field(default_factory=lambda: MappingProxyType({}))
    names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


class Findable(Protocol):
    """A page, or what is left of one once it is written."""

    @property
    def address(self) -> str:
        """As in `Page.address`."""

    @property
    def kind(self) -> str:
        """As in `Page.kind`."""

    @property
    def search(self) -> SearchFields | None:
        """As in `Page.search`."""


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page.

    Attributes:
        address: Below the site's root, ending in `/`: `toepassingen/open-zaak/`; the home page is empty.
        title: Plain text, for the browser's title bar and lists.
        description: Plain text of at most 160 characters, for search engines.
        html: The content, finished and safe; its first heading is the only `h1`.
        kind: `home`, `list`, `entry`, `organisation`, …; a class on the page and a hook for tests.
        toc: Headings in order.
        language: Of the words on it.
        source: File in the repository it comes from, or None; gives the "Verbeter deze pagina" link.
        changed: Day its facts last changed, or None.
        search: What search knows, or None when it is not to be found.
        json_ld: schema.org description as JSON text, or an empty text.
        moved_to: Address of the page that took its place; readers are sent there. Else an empty text.
    """

    address: str
    title: str
    description: str
    html: str
    kind: str
    toc: tuple[Heading, ...] = ()
    language: Language = "nl"
    source: str | None = None
    changed: dt.date | None = None
    search: SearchFields | None = None
    json_ld: str = ""
    moved_to: str = ""

    @property
    def links(self) -> tuple[str, ...]:
        """Every address in its content, once each, as written in the HTML."""
        return links_in(self.html)


def links_in(html: str) -> tuple[str, ...]:
    """Return every address in HTML of ours, once each, as written there."""
    return tuple(dict.fromkeys(_LINK.findall(html)))
