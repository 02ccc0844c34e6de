"""A page for every vocabulary: the terms that files may use, with the id that one writes."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import VOCABULARIES
from generator.messages import msg
from generator.pages.addresses import VOCABULARIES as WITH_PAGES
from generator.pages.page import Page
from generator.pages.rendering import render
from generator.pages.site import Site

FOLDER = "bijdragen/velden/lijsten/"

_NAMES = {
    "bio2": msg("BIO2 controls"),
    "business-functions": msg("Business functions"),
    "facilities": msg("National facilities"),
    "legislation": msg("Laws"),
    "licences": msg("Licences"),
    "reference-components": msg("Reference components"),
    "roles": msg("Roles"),
    "services": msg("Products and services"),
    "standards": msg("Standards"),
    "themes": msg("Themes"),
    "threats": msg("Threats"),
}
_LEAD = msg("The values you may use, and what they mean. In a file you write what stands on the left.")


def pages(site: Site) -> Iterator[Page]:
    """Yield a page for each vocabulary that has terms, by name."""
    for name in VOCABULARIES:
        if site.catalogue.vocabularies.get(name):
            yield _list(site, name)


def address_of_list(vocabulary: str) -> str:
    """Return the address of the list of terms of a vocabulary."""
    return f"{FOLDER}{vocabulary}/"


def _list(site: Site, name: str) -> Page:
    address = address_of_list(name)
    title = _NAMES[name].in_language(site.language)
    lead = _LEAD.in_language(site.language)
    html = render(
        "vocabulary.html",
        address=address,
        language=site.language,
        title=title,
        lead=lead,
        terms=tuple(site.catalogue.vocabularies[name].values()),
        overview=WITH_PAGES.get(name, ""),
    )
    return Page(
        address=address,
        title=title,
        description=lead[:160],
        html=html,
        kind="vocabulary",
        language=site.language,
    )
