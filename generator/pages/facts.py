"""What the facts box of an entry shows: what the owner says, what users report, and what nobody knows yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.insight.bands import Against, Reported, against, reported
from generator.insight.dossier import Dossier
from generator.messages import Message, msg
from generator.model.application import Application
from generator.model.choices import Choice, Cost, Effort, FacilityRole, LeadTime, Size
from generator.model.parts import Facility
from generator.model.reuse import Changes

DIMENSIONS = ("technology", "process", "organisation", "behaviour")


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts that follow from an entry and its uses.

    Attributes:
        effort: Reported by users.
        effort_against: Those reports beside the owner's claim; None when either is not known.
        lead_time: Reported by users.
        cost_once: Reported by users.
        cost_per_year: Reported by users.
        changes: What changes by dimension and how much, as the owner says; empty when nothing is known.
        required: National facilities one cannot do without.
        optional: National facilities one may use.
        owner_told: Whether the owner says anything of effort, time or money.
        unknown: What neither the owner nor a user has told, in words.
    """

    effort: Reported[Effort]
    effort_against: Against | None
    lead_time: Reported[LeadTime]
    cost_once: Reported[Cost]
    cost_per_year: Reported[Cost]
    changes: tuple[tuple[Message, Size], ...]
    required: tuple[Facility, ...]
    optional: tuple[Facility, ...]
    owner_told: bool
    unknown: tuple[Message, ...]


def facts_of(dossier: Dossier) -> Facts:
    """Return the facts of an entry that are not in it as they are shown."""
    reuse, told = dossier.entry.reuse, [use.adoption for use in dossier.uses if use.via is None]
    effort = reported(Effort, (item.effort for item in told))
    lead_time = reported(LeadTime, (item.lead_time for item in told))
    cost_once = reported(Cost, (item.cost_once for item in told))
    cost_per_year = reported(Cost, (item.cost_per_year for item in told))
    seen = {
        "effort": bool(effort.bands),
        "lead_time": bool(lead_time.bands),
        "cost_once": bool(cost_once.bands),
        "cost_per_year": bool(cost_per_year.bands),
    }
    facilities = dossier.entry.facilities
    return Facts(
        effort,
        against(Effort, reuse.effort if reuse else None, effort),
        lead_time,
        cost_once,
        cost_per_year,
        _changes(reuse.changes if reuse else None),
        tuple(item for item in facilities if item.role is FacilityRole.REQUIRED),
        tuple(item for item in facilities if item.role is FacilityRole.OPTIONAL),
        any(is_known(getattr(reuse, name, None)) for name in seen),
        tuple(_unknown(dossier, seen)),
    )


def is_known(choice: Choice | None) -> bool:
    """Whether a choice is made and says something."""
    return choice is not None and choice.value != "unknown"


def _changes(changes: Changes | None) -> tuple[tuple[Message, Size], ...]:
    words = (msg("technology"), msg("work process"), msg("who does what"), msg("behaviour"))
    sizes = [getattr(changes, name, Size.UNKNOWN) for name in DIMENSIONS]
    return tuple(zip(words, sizes, strict=True)) if any(map(is_known, sizes)) else ()


def _unknown(dossier: Dossier, seen: dict[str, bool]) -> Iterator[Message]:
    reuse, privacy = dossier.entry.reuse, dossier.entry.privacy
    words = {
        "advice": msg("how to take it over"),
        "effort": msg("effort"),
        "lead_time": msg("lead time"),
        "cost_once": msg("cost once"),
        "cost_per_year": msg("cost a year"),
    }
    for name, word in words.items():
        if not is_known(getattr(reuse, name, None)) and not seen.get(name):
            yield word
    if not _changes(reuse.changes if reuse else None):
        yield msg("what changes")
    if not is_known(privacy.personal_data if privacy else None):
        yield msg("personal data")
    if not is_known(privacy.dpia if privacy else None):
        yield msg("DPIA")
    if isinstance(dossier.entry, Application) and dossier.entry.software.licence == "unknown":
        yield msg("licence")
