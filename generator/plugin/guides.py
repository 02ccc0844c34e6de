"""Hand-written pages as values, so that the search finds them too."""

from __future__ import annotations

from types import MappingProxyType

from markupsafe import Markup
from mkdocs.structure.pages import Page as MkDocsPage

from generator.messages import Language, msg
from generator.pages.page import Page, SearchFields

_LONGEST_SUMMARY = 160


def guide_of(page: MkDocsPage, language: Language) -> Page:
    """Return a page that MkDocs rendered from Markdown in `docs/`."""
    # Safe: nothing is shown as HTML, tags are only taken out of it.
    text = str(Markup(page.content or "").striptags())  # noqa: S704
    title = str(page.title or "")
    body = text.removeprefix(title).strip()
    summary = str(page.meta.get("description") or f"{body[:_LONGEST_SUMMARY].rpartition(' ')[0]} …")
    kind = msg("Guide").in_language(language)
    search = SearchFields(
        title,
        summary,
        text=body,
        filters=MappingProxyType({"soort": (kind,)}),
        shown=MappingProxyType({"soort": kind}),
        sort=MappingProxyType({"titel": title}),
    )
    return Page(page.url, title, summary, page.content or "", "guide", language=language, search=search)
