"""What municipalities of the same size or in the same province use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.insight.dossier import Dossier
from generator.model.choices import Choice
from generator.model.choices_more import OrganisationType
from generator.register import Organisation


class SizeClass(Choice):
    """Municipalities by inhabitants; the bounds are those Statistics Netherlands uses."""

    UNDER_20K = "under-20k", "minder dan 20.000 inwoners", "fewer than 20,000 inhabitants"
    FROM_20K = "20k-50k", "20.000 tot 50.000 inwoners", "20,000 to 50,000 inhabitants"
    FROM_50K = "50k-100k", "50.000 tot 100.000 inwoners", "50,000 to 100,000 inhabitants"
    OVER_100K = "over-100k", "100.000 inwoners of meer", "100,000 inhabitants or more"


_BOUNDS = ((20_000, SizeClass.UNDER_20K), (50_000, SizeClass.FROM_20K), (100_000, SizeClass.FROM_50K))

Group = SizeClass | str
"""A size class, or the code of a province."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entry that peers use.

    Attributes:
        dossier: The entry.
        same_size: How many municipalities of the same size class use it.
        same_province: How many organisations in the same province use it.
    """

    dossier: Dossier
    same_size: int
    same_province: int


def size_class(organisation: Organisation) -> SizeClass | None:
    """Return the size class of a municipality; None for another body or when inhabitants are not known."""
    if organisation.type is not OrganisationType.MUNICIPALITY or not organisation.inhabitants:
        return None
    inhabitants = organisation.inhabitants
    return next((item for bound, item in _BOUNDS if inhabitants < bound), SizeClass.OVER_100K)


def use_by_group(dossiers: Iterable[Dossier]) -> Mapping[Group, Counter[str]]:
    """Return, by group, how many of its members have each entry: as a user, or as an owner."""
    found: dict[Group, Counter[str]] = {}
    for dossier in dossiers:
        for organisation in dict.fromkeys((*dossier.owners, *dossier.adopters)):
            for group in _groups(organisation):
                found.setdefault(group, Counter())[dossier.id] += 1
    return found


def ranking(
    size: SizeClass | None,
    province: str,
    used: Mapping[Group, Counter[str]],
    dossiers: Mapping[str, Dossier],
) -> tuple[Suggestion, ...]:
    """Return what bodies of this size, or in this province, have: what most of them have comes first.

    Args:
        size: Size class, or None.
        province: Code, or an empty text.
        used: From `use_by_group`.
        dossiers: By id.
    """
    same_size = used.get(size, Counter()) if size else Counter[str]()
    same_province = used.get(province, Counter())
    ids = sorted(same_size.keys() | same_province.keys())
    found = [Suggestion(dossiers[item], same_size[item], same_province[item]) for item in ids]
    return tuple(sorted(found, key=_weight, reverse=True))


def _groups(organisation: Organisation) -> Iterable[Group]:
    size = size_class(organisation)
    return [group for group in (size, organisation.province) if group]


def _weight(suggestion: Suggestion) -> tuple[int, int]:
    return suggestion.same_size + suggestion.same_province, suggestion.same_size
