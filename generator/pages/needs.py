"""What must be there before one takes something over, and what an entry has to do with the page it is on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.insight.dossier import Dossier
from generator.insight.suppliers import supplier_id
from generator.messages import msg
from generator.model.application import Application
from generator.model.choices import Effort, FacilityRole, LeadTime
from generator.model.vocabulary import Term
from generator.pages.site import Setting

_ROLES = {
    FacilityRole.REQUIRED: msg("Does not work without it"),
    FacilityRole.OPTIONAL: msg("Works without it too"),
}


@dataclass(frozen=True, slots=True)
class Need:
    """What an entry asks of who takes it over.

    Attributes:
        dossier: The entry.
        facilities: National facilities it cannot do without.
        prerequisites: What must be there first, in the words of the entry.
        effort: Own working days, or None when not known.
        lead_time: From decision to use, or None when not known.
    """

    dossier: Dossier
    facilities: tuple[Term, ...]
    prerequisites: tuple[str, ...]
    effort: Effort | None
    lead_time: LeadTime | None

    @property
    def effort_order(self) -> str:
        """What a column of effort is ordered by: the least first."""
        return _order(self.effort)

    @property
    def time_order(self) -> str:
        """What a column of lead times is ordered by: the shortest first."""
        return _order(self.lead_time)


def needs_of(setting: Setting, dossiers: Iterable[Dossier], besides: str) -> tuple[Need, ...]:
    """Return what these entries ask; one of which nothing is known is left out.

    Args:
        setting: Gives the words.
        dossiers: In the order of the result.
        besides: Id of a facility that goes without saying; may be empty.
    """
    made = (_need(setting, dossier, besides) for dossier in dossiers)
    return tuple(
        item for item in made if item.facilities or item.prerequisites or item.effort or item.lead_time
    )


def relation_of(setting: Setting, dossier: Dossier, subject: str, term: Term) -> str:
    """Return what an entry has to do with a term, in a few words; empty when there is nothing to say.

    Args:
        setting: Gives the words.
        dossier: The entry.
        subject: As in `WORDS` of the subjects.
        term: Of that subject.
    """
    known = {"facilities": _facility, "standards": _standard, "bio2": _control, "suppliers": _supplier}
    return ", ".join(known[subject](setting, dossier, term)) if subject in known else ""


def _order(choice: Effort | LeadTime | None) -> str:
    """Return a text that sorts as its list does; what is not known comes last."""
    return f"{list(type(choice)).index(choice)} {choice}" if choice else "~"


def _need(setting: Setting, dossier: Dossier, besides: str) -> Need:
    entry = dossier.entry
    reuse = entry.reuse
    required = (item.id for item in entry.facilities if item.role is FacilityRole.REQUIRED)
    effort, lead_time = (reuse.effort, reuse.lead_time) if reuse else (None, None)
    return Need(
        dossier,
        tuple(setting.term("facilities", name) for name in required if name != besides),
        reuse.prerequisites if reuse else (),
        None if effort is Effort.UNKNOWN else effort,
        None if lead_time is LeadTime.UNKNOWN else lead_time,
    )


def _facility(setting: Setting, dossier: Dossier, term: Term) -> Iterator[str]:
    for item in dossier.entry.facilities:
        if item.id == term.id:
            yield _ROLES[item.role].in_language(setting.language)


def _standard(setting: Setting, dossier: Dossier, term: Term) -> Iterator[str]:
    for item in dossier.entry.standards:
        if item.id == term.id and item.conformance:
            yield item.conformance.label(setting.language)
        if item.id == term.id and item.version:
            yield msg("version {version}", version=item.version).in_language(setting.language)


def _control(setting: Setting, dossier: Dossier, term: Term) -> Iterator[str]:
    security = dossier.entry.security
    for item in security.controls if security else ():
        if setting.term("bio2", item).parent == term.id:
            yield msg("measure {number}", number=item).in_language(setting.language)


def _supplier(setting: Setting, dossier: Dossier, term: Term) -> Iterator[str]:
    entry = dossier.entry
    for item in entry.suppliers if isinstance(entry, Application) else ():
        if supplier_id(item) == term.id:
            yield item.role.label(setting.language)
