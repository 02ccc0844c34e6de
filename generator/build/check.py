"""Is a built site whole? Every page, every link within it, and the search index."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote

from generator.messages import Message, msg
from generator.search.index import INDEX

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//")


class Linking(Protocol):
    """A page, or what is left of one."""

    @property
    def address(self) -> str:
        """As in `Page.address`."""

    @property
    def links(self) -> tuple[str, ...]:
        """As in `Page.links`."""


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A link on a page to a place of this site that does not exist."""

    page: str
    link: str


def shortcomings(folder: Path, pages: Sequence[Linking]) -> Iterator[Message]:
    """Yield what is missing from a built site; nothing when it is whole.

    Args:
        folder: The built site.
        pages: Every page that must be in it.
    """
    files = files_below(folder)
    for page in pages:
        if f"{page.address}index.html" not in files:
            yield msg("The page '{address}' was not written.", address=f"/{page.address}")
    for broken in broken_links(pages, files):
        yield msg(
            "The page '{address}' links to '{link}', which does not exist.",
            address=f"/{broken.page}",
            link=broken.link,
        )
    if INDEX not in files:
        yield msg("The search index was not written.")


def broken_links(pages: Sequence[Linking], files: Collection[str]) -> Iterator[BrokenLink]:
    """Yield every link of `pages` to a place below the site's root that is not among `files`, once a page."""
    for page in pages:
        for link in page.links:
            if not _exists(unescape(link), page.address, files):
                yield BrokenLink(page.address, unescape(link))


def files_below(folder: Path) -> frozenset[str]:
    """Return every file below `folder`, relative to it, with `/`."""
    found: set[str] = set()
    for root, _, names in os.walk(folder):
        base = Path(root).relative_to(folder).as_posix()
        found.update(name if base == "." else f"{base}/{name}" for name in names)
    return frozenset(found)


def _exists(link: str, address: str, files: Collection[str]) -> bool:
    path = unquote(link.partition("#")[0].partition("?")[0])
    if _ELSEWHERE.match(link.lower()) or not path:
        return True
    if path.startswith("/"):
        # Such a link breaks as soon as the site is not at the root of its host.
        return False
    place = posixpath.normpath(posixpath.join("/", address, path)).lstrip("/")
    climbs = path.count("../") > address.count("/")
    if path.endswith("/") or place == "" or path.rpartition("/")[2] in {".", ".."}:
        place = f"{place}/index.html".lstrip("/")
    return place in files and not climbs
