"""What is left of a page once it is written: enough to find it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from hashlib import blake2b
from types import MappingProxyType
from typing import Any

from generator.build.leads import leads_of
from generator.build.pack import Pack, Passage
from generator.messages import Message
from generator.pages.page import Page, SearchFields

_FIELDS = tuple(item.name for item in fields(SearchFields))
# Tuples are lists there; a read-only mapping it does not know.
_AS_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=dict)


@dataclass(frozen=True, slots=True)
class Made:
    """A page that is in the site.

    Attributes:
        address: As in `Page.address`.
        kind: As in `Page.kind`.
        search_key: Differs when `search` does; empty for None.
        kept_search: What `search` gives, as JSON, or where that stands.
    """

    address: str
    kind: str
    search_key: str
    kept_search: str | Passage

    @property
    def search(self) -> SearchFields | None:
        """As in `Page.search`; read anew each time."""
        if not self.search_key:
            return None
        kept = self.kept_search if isinstance(self.kept_search, str) else self.kept_search.text
        return SearchFields(*map(_frozen, json.loads(kept)))


def made_of(page: Page) -> Made:
    """Return what is left of a page."""
    if page.search is None:
        return Made(page.address, page.kind, "", "")
    kept = _AS_JSON.encode([getattr(page.search, name) for name in _FIELDS])
    key = blake2b(kept.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    return Made(page.address, page.kind, key, kept)


def put_away(made: Made, pack: Pack) -> Made:
    """Return what is left of a page with what it has for the search in a pack.

    Raises:
        OSError: The disk is full.
    """
    kept = made.kept_search
    return replace(made, kept_search=pack.add(kept)) if kept and isinstance(kept, str) else made


def _no_frame(page: Page) -> None:
    del page


@dataclass(frozen=True, slots=True)
class Built:
    """A site that was made.

    Attributes:
        pages: Those of the catalogue.
        notices: What who builds it may want to know.
        guides: Those written by hand.
        leads: Files of the site that `pages` lead to, as in `Leads`.
        around: Puts the frame of this site around a page; gives None when that page needs another frame.
    """

    pages: tuple[Made, ...]
    notices: tuple[Message, ...] = ()
    guides: tuple[Made, ...] = ()
    leads: frozenset[str] = frozenset()
    around: Callable[[Page], str | None] = _no_frame


def built_of(pages: Sequence[Page]) -> Built:
    """Return a site of pages that were all made."""
    return Built(tuple(map(made_of, pages)), leads=leads_of(pages))


def _frozen(value: Any) -> Any:  # noqa: ANN401 - of any field of `SearchFields`
    """Return a part of a value that `made_of` was given."""
    if isinstance(value, dict):
        return MappingProxyType({name: _frozen(item) for name, item in value.items()})
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
