"""Hand-written pages that MkDocs rendered, as values."""

from __future__ import annotations

from mkdocs.structure.pages import Page as MkDocsPage

from generator.build.guides import guide
from generator.messages import Language
from generator.pages.page import Page


def guide_of(page: MkDocsPage, language: Language) -> Page:
    """Return a page that MkDocs rendered from Markdown in `docs/`."""
    description = str(page.meta.get("description") or "")
    return guide(page.url, str(page.title or ""), description, page.content or "", language)
