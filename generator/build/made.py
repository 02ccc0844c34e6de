"""What is left of a page once it is written: enough to check its links and to find it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any

from generator.messages import Message
from generator.pages.page import Page, SearchFields

_FIELDS = tuple(item.name for item in fields(SearchFields))
# In no address of a link: HTML cannot hold it.
_BETWEEN = "\0"


@dataclass(frozen=True, slots=True)
class Made:
    """A page that is in the site.

    Attributes:
        address: As in `Page.address`.
        kind: As in `Page.kind`.
        kept_links: What `links` gives, as one text: ten thousand pages have a million.
        kept_search: What `search` gives, as JSON; empty for None.
    """

    address: str
    kind: str
    kept_links: str
    kept_search: str

    @property
    def links(self) -> tuple[str, ...]:
        """As in `Page.links`."""
        return tuple(self.kept_links.split(_BETWEEN)) if self.kept_links else ()

    @property
    def search(self) -> SearchFields | None:
        """As in `Page.search`."""
        return SearchFields(*map(_frozen, json.loads(self.kept_search))) if self.kept_search else None


def made_of(page: Page) -> Made:
    """Return what is left of a page."""
    search = page.search and [_plain(getattr(page.search, name)) for name in _FIELDS]
    kept = json.dumps(search, ensure_ascii=False, separators=(",", ":")) if search else ""
    return Made(page.address, page.kind, _BETWEEN.join(page.links), kept)


@dataclass(frozen=True, slots=True)
class Built:
    """A site that was made.

    Attributes:
        pages: Those of the catalogue.
        notices: What who builds it may want to know.
        guides: Those written by hand.
    """

    pages: tuple[Made, ...]
    notices: tuple[Message, ...] = ()
    guides: tuple[Made, ...] = ()


def _plain(value: Any) -> Any:  # noqa: ANN401 - of any field of `SearchFields`
    """Return texts, tuples and mappings as JSON knows them."""
    if isinstance(value, Mapping):
        return {name: _plain(item) for name, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _frozen(value: Any) -> Any:  # noqa: ANN401
    """Return what `_plain` was given."""
    if isinstance(value, dict):
        return MappingProxyType({name: _frozen(item) for name, item in value.items()})
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
