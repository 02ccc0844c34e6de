"""Where files name an organisation: the folder they stand in, and fields that refer to one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.catalogue import Catalogue, Record
from generator.documents import Path
from generator.findings import Location
from generator.model.choices import Kind
from generator.rules._documents import references

SLUG = re.compile(r"(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*")
_ENDED = frozenset({"stopped", "rejected"})


def named_places(
    catalogue: Catalogue, is_wanted: Callable[[str], bool], *, is_current: bool = False
) -> Iterator[tuple[Location, str]]:
    """Yield where an organisation is named, and its slug; a folder once, however many files it has.

    Args:
        catalogue: As loaded.
        is_wanted: Whether one with this slug is asked for: to find a place takes long.
        is_current: Only what has to name a body that exists today: a member or an owner in the past may stay.
    """
    seen: set[str] = set()
    for record in catalogue.records:
        folder = record.organisation
        if folder not in seen and not (is_current and _is_past(record)):
            seen.add(folder)
            if is_wanted(folder):
                yield Location("/".join(record.path.split("/")[:3])), folder
        for path, slug in references(record, "organisation"):
            is_asked = is_wanted(slug) and SLUG.fullmatch(slug)
            if is_asked and not (is_current and (_is_past(record) or _is_member(path))):
                yield record.document.place(path), slug


def names(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield what a person could call each organisation, and its slug."""
    for slug, organisation in catalogue.organisations.items():
        yield slug, slug
        yield organisation.name, slug


def _is_past(record: Record) -> bool:
    return record.kind is Kind.ORGANISATION or record.document.text("status") in _ENDED


def _is_member(path: Path) -> bool:
    return path[0] == "members"
