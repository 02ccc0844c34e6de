"""Which entries use which term of which vocabulary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.insight.dossier import Dossier
from generator.model.practice import Practice

TermKey = tuple[str, str]
"""Vocabulary and id of the term."""


def terms_of(dossier: Dossier) -> Iterator[TermKey]:
    """Yield every term an entry uses; one may come twice."""
    entry = dossier.entry
    yield from (("themes", item) for item in entry.themes)
    yield from (("facilities", item.id) for item in entry.facilities)
    yield from (("standards", item.id) for item in entry.standards)
    yield from (("services", item.id) for item in entry.services)
    yield from (("legislation", item) for item in entry.legislation)
    yield from (("reference-components", item) for item in entry.reference_components)
    yield from (("business-functions", item) for item in entry.business_functions)
    yield from (("bio2", item) for item in (entry.security.controls if entry.security else ()))
    yield from (("roles", item) for item in (entry.reuse.roles if entry.reuse else ()))
    if isinstance(entry, Practice):
        yield from (("threats", item) for item in entry.threats)


def dossiers_by_term(dossiers: Iterable[Dossier]) -> Mapping[TermKey, tuple[Dossier, ...]]:
    """Return the entries that use each term, in the order given, each once."""
    found: dict[TermKey, list[Dossier]] = defaultdict(list)
    for dossier in dossiers:
        for key in dict.fromkeys(terms_of(dossier)):
            found[key].append(dossier)
    return {key: tuple(items) for key, items in found.items()}
