"""How far an entry has come: from its owner's own to something many share."""

from __future__ import annotations

from generator.insight.uses import Use, adopters
from generator.model.choices import Choice
from generator.model.choices_more import OrganisationType

SHARED_BY = 5


class Maturity(Choice):
    """How widely something is used; says nothing about how good it is."""

    OWN = "own", "Alleen bij de eigenaar", "At its owner only"
    REUSABLE = "reusable", "Ook elders in gebruik", "In use elsewhere too"
    SHARED = "shared", "Breed gedeeld", "Widely shared"


def maturity(uses: tuple[Use, ...]) -> Maturity:
    """Return how far an entry with these uses has come; a partnership that uses it makes it shared."""
    counted = [use for use in uses if use.counts]
    if any(use.organisation.type is OrganisationType.PARTNERSHIP for use in counted):
        return Maturity.SHARED
    if len(adopters(uses)) >= SHARED_BY:
        return Maturity.SHARED
    return Maturity.REUSABLE if counted else Maturity.OWN
