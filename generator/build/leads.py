"""Where the links of a site lead: each place once, however many pages lead there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from html import unescape
from urllib.parse import unquote

from generator.pages.page import Page

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//")
# More than the links: text may read like one. Whether it is one is only looked at when it leads nowhere.
# What stands behind `?` does not matter; nor do, most of all, links out of the site and within the page.
# Two expressions that begin with fixed letters take half the time of one that chooses.
_LINKED = re.compile(r"""href="(?!https:|#)([^"?]*)""")
_SHOWN = re.compile(r"""src="(?!https:|#)([^"?]*)""")

NOWHERE = "/"
"""What a link leads to that cannot be right, whatever is in the site; no file is called so."""


class Leads:
    """Files that pages lead to, found page by page."""

    def __init__(self) -> None:
        self._found: set[str] = set()
        # By the folder of a page and a link that leaves it: there, all pages mean the same by it.
        self._known: dict[str, set[str]] = {}

    def of(self, page: Page) -> tuple[str, ...]:
        """Return the files a page leads to that none before it led to, or more: see `_LINKED`."""
        known = self._known.setdefault(_above(page.address), set())
        fresh = []
        for link in {*_LINKED.findall(page.html), *_SHOWN.findall(page.html)}:
            if link in known:
                continue
            if link.startswith("../"):
                known.add(link)
            target = target_of(unescape(link), page.address)
            if target and target not in self._found:
                self._found.add(target)
                fresh.append(target)
        return tuple(sorted(fresh))


def leads_of(pages: Iterable[Page]) -> frozenset[str]:
    """Return the files that pages lead to, or more: see `_LINKED`."""
    leads = Leads()
    return frozenset(target for page in pages for target in leads.of(page))


def _above(address: str) -> str:
    """Return the address of the folder that a page stands in; a slash for the home page, in none."""
    return f"{address.rstrip('/').rpartition('/')[0]}/".lstrip("/") if address else NOWHERE


def target_of(link: str, address: str) -> str:
    """Return the file that a link leads to, relative to the site; empty when it leads out of the site.

    Args:
        link: As a browser reads it, without escapes of HTML.
        address: Of the page it stands on.
    """
    path = unquote(link.partition("#")[0].partition("?")[0])
    if not path or _ELSEWHERE.match(link.lower()):
        return ""
    # One that begins with a slash breaks as soon as the site is not at the root of its host.
    if path.startswith("/") or path.count("../") > address.count("/"):
        return NOWHERE
    place = posixpath.normpath(posixpath.join("/", address, path)).lstrip("/")
    if path.endswith("/") or place == "" or path.rpartition("/")[2] in {".", ".."}:
        place = f"{place}/index.html".lstrip("/")
    return place
