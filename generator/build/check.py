"""Is a built site whole? Every page, every link within it, and the search index."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from generator.build.leads import target_of
from generator.build.made import Built
from generator.messages import Message, msg
from generator.pages.page import links_in
from generator.search.index import INDEX


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A link on a page to a place of this site that does not exist."""

    page: str
    link: str


def shortcomings(folder: Path, built: Built) -> Iterator[Message]:
    """Yield what is missing from a built site; nothing when it is whole.

    Args:
        folder: The built site.
        built: What must be in it.
    """
    files = files_below(folder)
    there = []
    for page in built.pages:
        if f"{page.address}index.html" in files:
            there.append(page.address)
        else:
            yield msg("The page '{address}' was not written.", address=f"/{page.address}")
    # Which page has the link is only looked for when there is one: each page is read again for it.
    for address in there if not files.issuperset(built.leads) else ():
        html = (folder / address / "index.html").read_text("utf-8")
        for broken in broken_links(address, html, files):
            yield msg(
                "The page '{address}' links to '{link}', which does not exist.",
                address=f"/{broken.page}",
                link=broken.link,
            )
    if INDEX not in files:
        yield msg("The search index was not written.")


def broken_links(address: str, html: str, files: Collection[str]) -> Iterator[BrokenLink]:
    """Yield every link on a page to a place below the site's root that is not among `files`, once."""
    for link in map(unescape, links_in(html)):
        target = target_of(link, address)
        if target and target not in files:
            yield BrokenLink(address, link)


def files_below(folder: Path) -> frozenset[str]:
    """Return every file below `folder`, relative to it, with `/`."""
    return frozenset(_files(str(folder), ""))


def _files(folder: str, base: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        for item in found:
            if item.is_dir(follow_symlinks=False):
                yield from _files(item.path, f"{base}{item.name}/")
            else:
                yield f"{base}{item.name}"
