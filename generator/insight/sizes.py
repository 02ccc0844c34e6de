"""Municipalities by size."""

from __future__ import annotations

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


def size_class(organisation: Organisation) -> SizeClass | None:
    """Return the size class of a municipality; None for another body or when inhabitants are not known."""
    if organisation.type is not OrganisationType.MUNICIPALITY or not organisation.inhabitants:
        return None
    inhabitants = organisation.inhabitants
    return next((item for bound, item in _BOUNDS if inhabitants < bound), SizeClass.OVER_100K)
