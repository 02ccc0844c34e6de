"""The page that sets up to four entries side by side; the browser fills it from the pages of those."""

from __future__ import annotations

from collections.abc import Iterator

from generator.messages import msg
from generator.pages.addresses import COMPARE
from generator.pages.compared_entry import GROUPS
from generator.pages.page import Page
from generator.pages.pointers import files_needed
from generator.pages.rendering import render
from generator.pages.site import Site
from generator.pages.structured import collection_json

MOST = 4
"""How many stand side by side; `compare/chosen.js` says so too."""


def pages(site: Site) -> Iterator[Page]:
    """Yield the page."""
    title = msg("Compare applications and practices").in_language(site.language)
    text = msg("Up to four side by side: what it takes, what changes, and where they differ.")
    description = text.in_language(site.language)
    html = render(
        "compare.html",
        address=COMPARE,
        language=site.language,
        title=title,
        text=description,
        groups=GROUPS,
        most=MOST,
        pointers=files_needed(site),
    )
    yield Page(
        address=COMPARE,
        title=title,
        description=description,
        html=html,
        kind="compare-entries",
        language=site.language,
        json_ld=collection_json(title, description),
    )
