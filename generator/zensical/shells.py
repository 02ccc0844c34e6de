"""Pages without content for Zensical, and finished pages put into what it makes of them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup, escape

from generator.build.errors import SiteError
from generator.build.guides import guide
from generator.messages import Language, msg
from generator.pages.page import Page

_ARTICLE = re.compile(r"<article\b[^>]*>(.*?)</article>", re.DOTALL)
_HEADING = re.compile(r"<h1\b[^>]*>.*?</h1>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shells:
    """Makes pages without content, and fills them.

    Attributes:
        token: Stands where words go; in no text of the catalogue.
    """

    token: str

    def write(self, page: Page, docs: Path) -> None:
        """Write the file that Zensical makes a frame from.

        A heading of the first level, or Zensical adds one.
        """
        file = docs / page.address / "index.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        words = {"title": f"{self.token}title", "description": f"{self.token}description"}
        file.write_text(f'---\n{json.dumps(words)}\n---\n\n<h1 id="{self.token}"></h1>\n', encoding="utf-8")

    def fill(self, page: Page, site: Path) -> None:
        """Put a finished page into its frame.

        Raises:
            SiteError: Zensical made no frame, or one that leaves no place for the page.
        """
        file = site / page.address / "index.html"
        frame = file.read_text(encoding="utf-8") if file.is_file() else ""
        begin, place, end = frame.partition(f'<h1 id="{self.token}"></h1>')
        if not place:
            missing = msg("Zensical left no place for the page '{address}'.", address=f"/{page.address}")
            raise SiteError(missing)
        text = f"{self._words(page, begin)}{page.html}{self._words(page, end)}"
        text = text.replace("</head>", f"{_head(page)}</head>", 1)
        text = text.replace('class="md-content"', f'class="md-content site-page site-page--{page.kind}"', 1)
        file.write_text(text, encoding="utf-8")

    def _words(self, page: Page, frame: str) -> str:
        title, description = str(escape(page.title)), str(escape(page.description))
        return frame.replace(f"{self.token}title", title).replace(f"{self.token}description", description)


def guide_in(file: Path, address: str, language: Language) -> Page:
    """Return a hand-written page as Zensical rendered it."""
    article = _ARTICLE.search(file.read_text(encoding="utf-8"))
    html = article[1] if article else ""
    heading = _HEADING.search(html)
    # Safe: only the text is taken out of it.
    title = str(Markup(heading[0]).striptags()) if heading else ""  # noqa: S704
    return guide(address, title, "", html, language)


def _head(page: Page) -> str:
    """Return what only the head of some pages has."""
    parts = []
    if page.moved_to:
        target = f"{'../' * page.address.count('/')}{page.moved_to}"
        parts.append(f'<meta http-equiv="refresh" content="0; url={escape(target)}">')
        parts.append('<meta name="robots" content="noindex">')
    if page.json_ld:
        # Inside <script>, `</script>` would end it, whatever the quotes around it.
        json_ld = page.json_ld.replace("<", "\\u003c")
        parts.append(f'<script type="application/ld+json">{json_ld}</script>')
    return "".join(f"{part}\n" for part in parts)
