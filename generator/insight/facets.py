"""What entries can be narrowed by, and how many have each value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from generator.insight.dossier import Dossier
from generator.model.choices import Choice

Facet = Callable[[Dossier], Iterable[str]]

FACETS: Mapping[str, Facet] = MappingProxyType(
    {
        "kind": lambda dossier: (dossier.record.kind,),
        "theme": lambda dossier: dossier.entry.themes,
        "status": lambda dossier: (dossier.entry.status,),
        "maturity": lambda dossier: (dossier.maturity,),
        "freshness": lambda dossier: (dossier.freshness,),
        "owner": lambda dossier: tuple(owner.slug for owner in dossier.owners),
        "facility": lambda dossier: tuple(item.id for item in dossier.entry.facilities),
    }
)
"""Values by the name of the facet: choices, ids of terms, or slugs."""


def counts(dossiers: Iterable[Dossier]) -> Mapping[str, Mapping[str, int]]:
    """Return how many entries have each value of each facet; the most frequent first, then by value."""
    items = tuple(dossiers)
    found = {
        name: Counter(value for dossier in items for value in set(values(dossier)))
        for name, values in FACETS.items()
    }
    return {name: dict(sorted(c.items(), key=lambda item: (-item[1], item[0]))) for name, c in found.items()}


def in_order(kind: type[Choice], counted: Mapping[str, int]) -> tuple[tuple[Choice, int], ...]:
    """Return the counts of a closed list in the order of the list; what does not occur is left out."""
    return tuple((item, counted[item]) for item in kind if counted.get(item))
