"""The frame of a page as strings to join: rendered once for the pages of one folder, not once a page."""

from __future__ import annotations

import posixpath
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b

from markupsafe import escape
from mkdocs.utils import get_relative_url

from generator.pages.page import Heading, Page

# The address of every page of an entry, term or organisation; one that differs gets its frame by itself.
_PLAIN = re.compile(r"(?:[a-z0-9][a-z0-9.-]*/)+")
_LINK = re.compile(r"""["'](\.{1,2}/[^"'#?]*)""")
# Whatever could be escaped, cut, or taken for a template comes out of a page as it went in, or is noticed.
_HOSTILE = "Proef <b>&amp;</b> & \"'`{{ 7 * 7 }}{% x %}\\u003c é 👋 ]]> --> </script> %s {0}"
_SLOTS = ("slug", "title", "description", "html", "json_ld", "moved_to")

Around = Callable[[Page], str]
"""Puts the frame around a page, however long that takes."""


@dataclass(frozen=True, slots=True)
class Shell:
    """A frame.

    Attributes:
        parts: Text, and between each two of them the name of what a page puts there.
        targets: Addresses its links lead to.
        mark: Differs when the text does.
    """

    parts: tuple[str, ...]
    targets: frozenset[str]
    mark: str

    def around(self, page: Page) -> str:
        """Return the whole HTML of a page."""
        values = {
            "slug": page.address.rstrip("/").rpartition("/")[2],
            "title": str(escape(page.title)),
            "description": str(escape(page.description)),
            "html": page.html,
            # As the plugin hands it to the theme.
            "json_ld": page.json_ld.replace("<", "\\u003c"),
            "moved_to": str(escape(get_relative_url(page.moved_to, page.address))) if page.moved_to else "",
        }
        filled = [values[part] if index % 2 else part for index, part in enumerate(self.parts)]
        return "".join(filled)

    def leads_to(self, address: str) -> bool:
        """Whether one of its links leads to this page or below it: there that link is written shorter."""
        return any(target.startswith(address) for target in self.targets)


@dataclass(frozen=True, slots=True)
class KnownShells:
    """Frames of a build that is done, for pages of the same site.

    Attributes:
        by_place: Frames, by what they depend on.
    """

    by_place: Mapping[str, Shell]

    def around(self, page: Page) -> str | None:
        """Return the whole HTML of a page; None when its frame is another one."""
        shell = self.by_place.get(_place_of(page))
        return None if shell is None or shell.leads_to(page.address) else shell.around(page)


class Shells:
    """The frames of one build, each made when the first page needs it.

    Attributes:
        unfit: Places where pages differ in more than is known here; they get their frame one by one.
    """

    def __init__(self, around: Around) -> None:
        self._around = around
        self._known: dict[str, Shell | None] = {}
        # Nobody who writes an entry can know these, and what an entry says is never searched for them.
        self._tokens = {name: f"x{secrets.token_hex(16)}x" for name in _SLOTS}
        self.unfit: list[str] = []

    @property
    def known(self) -> KnownShells:
        """The frames that were made so far, without what it takes to make another."""
        return KnownShells({place: shell for place, shell in self._known.items() if shell is not None})

    def place_of(self, page: Page) -> str:
        """Return what the frame of a page depends on beside its texts; empty when it needs its own."""
        return _place_of(page)

    def mark_of(self, place: str, address: str) -> str:
        """Return the mark of the frame of a page; empty when it needs its own.

        Args:
            place: From `place_of`.
            address: Of the page.
        """
        shell = self._shell(place) if place else None
        return shell.mark if shell and not shell.leads_to(address) else ""

    def around(self, page: Page) -> str:
        """Return the whole HTML of a page."""
        place = self.place_of(page)
        shell = self._shell(place) if place else None
        if shell is None or shell.leads_to(page.address):
            return self._around(page)
        return shell.around(page)

    def _shell(self, place: str) -> Shell | None:
        if place not in self._known:
            made = self._made(place)
            if made is None:
                self.unfit.append(place)
            self._known[place] = made
        return self._known[place]

    def _made(self, place: str) -> Shell | None:
        """Return the frame of a place, or None when two pages there differ in a way that is not foreseen."""
        folder, kind, language, given = place.split(" ")
        tokens = self._tokens
        above = f"{folder}/" if folder else ""
        sentinel = Page(
            address=f"{above}{tokens['slug']}/",
            title=tokens["title"],
            description=tokens["description"] if "d" in given else "",
            html=tokens["html"],
            kind=kind,
            language="en" if language == "en" else "nl",
            json_ld=tokens["json_ld"] if "j" in given else "",
            moved_to=f"{tokens['moved_to']}/" if "m" in given else "",
        )
        shell = _cut(self._around(sentinel), tokens, sentinel.address)
        probe = replace(
            sentinel,
            address=f"{above}een-proef/",
            title=_HOSTILE,
            description=f"{_HOSTILE}." if "d" in given else "",
            html=f"<h1>{_HOSTILE}</h1>",
            toc=(Heading(_HOSTILE, "a", 2), Heading("Twee", "b", 3)),
            source="catalogue/organisations/x/applications/een-proef.md",
            json_ld=f'{{"name": "{_HOSTILE}"}}' if "j" in given else "",
            moved_to=f"{above}nog-een-proef/" if "m" in given else "",
        )
        return shell if shell.around(probe) == self._around(probe) else None


def _place_of(page: Page) -> str:
    if not _PLAIN.fullmatch(page.address) or not (_PLAIN.fullmatch(page.moved_to) or not page.moved_to):
        return ""
    folder = page.address.rstrip("/").rpartition("/")[0]
    given = "".join(name[0] for name in ("description", "json_ld", "moved_to") if getattr(page, name))
    return f"{folder} {page.kind} {page.language} {given}"


def _cut(html: str, tokens: dict[str, str], address: str) -> Shell:
    names = {token: name for name, token in tokens.items()}
    # A link is written from the page it stands on: as a whole it is what a page puts there.
    found = re.split(f"((?:[.][.]/)*{tokens['moved_to']}/|{'|'.join(names)})", html)
    parts = tuple(names[part.strip("./")] if index % 2 else part for index, part in enumerate(found))
    links = _LINK.findall("".join(found[::2]))
    targets = frozenset(_resolved(link, address) for link in links)
    mark = blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()
    return Shell(parts, targets, mark)


def _resolved(link: str, address: str) -> str:
    return posixpath.normpath(posixpath.join("/", address, link)).lstrip("/") + "/"
