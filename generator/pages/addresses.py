"""Where everything is on the site: stable, Dutch, lower-case addresses below its root."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.catalogue import Record
from generator.model.choices import Kind

SEARCH = "zoeken/"
CONTRIBUTE = "bijdragen/"
ORGANISATIONS = "organisaties/"
COMPARE_ORGANISATIONS = "vergelijken/organisaties/"
COMPARE = "vergelijken/"
SHORTLIST = "lijst/"
MAP = "kaart/"
FIGURES = "cijfers/"

KINDS: Mapping[Kind, str] = MappingProxyType(
    {Kind.APPLICATION: "toepassingen/", Kind.PRACTICE: "praktijken/", Kind.CALL: "oproepen/"}
)
"""Folder of the pages of each kind; also the address of their list."""

VOCABULARIES: Mapping[str, str] = MappingProxyType(
    {
        "themes": "themas/",
        "facilities": "voorzieningen/",
        "bio2": "maatregelen/",
        "legislation": "wetten/",
        "standards": "standaarden/",
        "reference-components": "referentiecomponenten/",
    }
)
"""Folder of the pages of the terms of a vocabulary; the others have no pages."""

SUBJECTS: Mapping[str, str] = MappingProxyType(
    {**VOCABULARIES, "suppliers": "leveranciers/", "statuses": "status/"}
)
"""Folder of the pages of everything entries are listed by."""


def of_record(record: Record) -> str:
    """Return the address of the page that shows a file; of an adoption, the page of its organisation."""
    folder = KINDS.get(record.kind)
    return f"{folder}{record.id}/" if folder else of_organisation(record.organisation)


def of_organisation(slug: str) -> str:
    """Return the address of an organisation's page."""
    return f"{ORGANISATIONS}{slug}/"


def of_term(vocabulary: str, term: str) -> str:
    """Return the address of the page of a term, supplier or status.

    Raises:
        KeyError: Terms of this vocabulary have no pages.
    """
    return f"{SUBJECTS[vocabulary]}{term}/"


def of_list(folder: str, number: int) -> str:
    """Return the address of a page of a list; the first is the folder itself.

    `pagina/2/` has one level more than an entry, so no entry can take its place.
    """
    return folder if number == 1 else f"{folder}pagina/{number}/"
