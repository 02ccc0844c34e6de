"""What an alderman reads of an entry before deciding, on one sheet of paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.insight.bands import Against
from generator.insight.dossier import Dossier
from generator.messages import Listing, Message, msg
from generator.model.application import Application
from generator.model.choices import Dpia, PersonalData, Size, Status
from generator.model.choices_more import AdoptionStatus
from generator.model.practice import Practice
from generator.pages.body import Section
from generator.pages.facts import Facts
from generator.pages.site import Terms
from generator.register import Organisation

LONGEST = 450
"""Characters of why it is there: what fits beside all the rest."""
NAMED = 6
"""How many users are named; of the others the number is told."""
MOST = 6
"""How many points to mind are told, the gravest first."""
SHORT = 130
"""Characters of a lesson, an outcome, or something that must be there first."""
FEW = 2
"""How many of those are told."""
ROOMY = 1_200
"""Letters that fit on a sheet in the common size; with more, all are smaller."""
_LINE = 60
"""Letters that a line takes the room of, however short it is."""

_SENTENCE_END = re.compile(r"[.!?](?=\s)")
_AND = msg("and")
_ENDED = frozenset({AdoptionStatus.STOPPED, AdoptionStatus.REJECTED})


@dataclass(frozen=True, slots=True)
class Brief:
    """What stands on the sheet beside the title and the facts.

    Attributes:
        why: Plain text; whole sentences, unless the first one is very long.
        users: The first who use it.
        more: How many other users there are.
        outcomes: What it brought, as measured.
        lesson: What the first user who tells one learned; empty when nobody does.
        learner: Who that is.
        needed: What must be there first, beside national facilities.
        cautions: What to mind, the gravest first.
        steps: What to do next, in order.
        is_full: Whether there is so much that letters must be smaller.
    """

    why: str
    users: tuple[Organisation, ...]
    more: int
    outcomes: tuple[str, ...]
    lesson: str
    learner: Organisation | None
    needed: tuple[str, ...]
    cautions: tuple[Message, ...]
    steps: tuple[Message, ...]
    is_full: bool


def brief_of(site: Terms, dossier: Dossier, facts: Facts, why: Section | None) -> Brief:
    """Return what an alderman reads; `why` is the section that says what it solves."""
    entry, told = dossier.entry, next((use for use in dossier.uses if use.adoption.lesson), None)
    text = shortened(" ".join(why.html.striptags().split()), LONGEST) if why else ""
    lesson = shortened(told.adoption.lesson or "", SHORT) if told else ""
    first = entry.reuse.prerequisites[:FEW] if entry.reuse else ()
    needed = tuple(shortened(item, SHORT) for item in first)
    outcomes = tuple(_outcomes(entry))[:FEW]
    cautions = tuple(_cautions(site, dossier, facts))[:MOST]
    return Brief(
        text,
        dossier.adopters[:NAMED],
        max(0, len(dossier.adopters) - NAMED),
        outcomes,
        lesson,
        told.organisation if told else None,
        needed,
        cautions,
        tuple(_steps(site, dossier)),
        _room((text, lesson, *outcomes, *needed), len(cautions), facts) > ROOMY,
    )


def _room(texts: tuple[str, ...], lines: int, facts: Facts) -> int:
    """Return about how many letters have a place on the sheet beside those of every entry."""
    bands = (facts.effort, facts.lead_time, facts.cost_once, facts.cost_per_year)
    lines += sum(len(item.bands) for item in bands) + len(facts.changes)
    facilities = len(facts.required) + len(facts.optional)
    return sum(map(len, texts)) + _LINE * lines + _LINE * facilities // 2


def shortened(text: str, most: int) -> str:
    """Return the sentences that fit, or the words of the first one that do."""
    if len(text) <= most:
        return text
    ends = [found.end() for found in _SENTENCE_END.finditer(text, 0, most + 1)]
    return text[: ends[-1]] if ends else f"{text[:most].rpartition(' ')[0] or text[:most]}…"


def _outcomes(entry: Application | Practice) -> Iterator[str]:
    """Yield what was measured, with its value before and after."""
    for item in entry.evidence if isinstance(entry, Practice) else ():
        values = " → ".join(value for value in (item.before, item.after) if value)
        yield shortened(f"{item.measure}: {values}" if values else item.measure, SHORT)


def _cautions(site: Terms, dossier: Dossier, facts: Facts) -> Iterator[Message]:
    entry = dossier.entry
    if entry.status in {Status.IDEA, Status.PILOT}:
        yield msg("It is not in regular use yet: {status}.", status=entry.status.label(site.language).lower())
    yield from _privacy(dossier)
    ended = sum(use.via is None and use.adoption.status in _ENDED for use in dossier.uses)
    if ended == 1:
        yield msg("One organisation stopped with it or did not choose it. Ask why.")
    elif ended:
        yield msg("{count} organisations stopped with it or did not choose it. Ask why.", count=ended)
    if facts.effort_against in {Against.MORE, Against.MIXED}:
        yield msg("It took some users more of their time than the owner says.")
    large = tuple(words for words, size in facts.changes if size is Size.LARGE)
    if large:
        yield msg("Much changes in: {parts}.", parts=Listing(large, _AND))
    if facts.required:
        names = [site.term("facilities", item.id).label(site.language) for item in facts.required]
        yield msg("It does not work without {parts}.", parts=Listing(tuple(names[:4]), _AND))
    if isinstance(entry, Application) and entry.software.licence == "proprietary":
        yield msg("It is not open: you buy it from a supplier.")
    if not dossier.adopters:
        yield msg("As far as we know nobody has taken it over yet.")
    if facts.unknown:
        yield msg(
            "Of {count} points nothing is known yet. They stand above: ask first.", count=len(facts.unknown)
        )


def _privacy(dossier: Dossier) -> Iterator[Message]:
    privacy, ai = dossier.entry.privacy, dossier.entry.ai
    if privacy and privacy.personal_data is PersonalData.SPECIAL:
        yield msg("It uses special personal data, such as health or origin.")
    if privacy and privacy.dpia is Dpia.NOT_DONE:
        yield msg("The privacy risks (DPIA) have not been assessed.")
    elif privacy and privacy.dpia is Dpia.IN_PROGRESS:
        yield msg("The privacy risks (DPIA) are still being assessed.")
    if ai and ai.used == "yes":
        yield msg("It uses AI or an algorithm that affects people.")


def _steps(site: Terms, dossier: Dossier) -> Iterator[Message]:
    entry = dossier.entry
    yield msg("Ask {owner} what it took, and what they would do differently.", owner=dossier.owner.name)
    roles = [
        site.term("roles", item).label(site.language) for item in (entry.reuse.roles if entry.reuse else ())
    ]
    if roles:
        yield msg("Have it looked at by: {roles}.", roles=Listing(tuple(roles[:4]), _AND))
    yield msg("Decide: take it over, try it first, or leave it. Tell the catalogue what you chose.")
