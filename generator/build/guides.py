"""Hand-written pages as values, so that the search finds them too; whichever engine rendered them."""

from __future__ import annotations

from types import MappingProxyType

from markupsafe import Markup

from generator.messages import Language, msg
from generator.pages.page import Page, SearchFields

_LONGEST_SUMMARY = 160


def guide(address: str, title: str, description: str, html: str, language: Language) -> Page:
    """Return a hand-written page.

    Args:
        address: As in `Page.address`.
        title: Plain text.
        description: Plain text; empty for the beginning of the page.
        html: The rendered page.
        language: Of its words.
    """
    # Safe: nothing is shown as HTML, tags are only taken out of it.
    text = str(Markup(html).striptags())  # noqa: S704
    body = text.removeprefix(title).strip()
    summary = description or f"{body[:_LONGEST_SUMMARY].rpartition(' ')[0]} …"
    kind = msg("Guide").in_language(language)
    search = SearchFields(
        title,
        summary,
        text=body,
        filters=MappingProxyType({"soort": (kind,)}),
        shown=MappingProxyType({"soort": kind}),
        sort=MappingProxyType({"titel": title}),
    )
    return Page(address, title, summary, html, "guide", language=language, search=search)
