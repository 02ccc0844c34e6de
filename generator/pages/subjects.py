"""What entries are listed by: themes, facilities, controls, laws, standards, suppliers, and the like."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.insight.dossier import Dossier
from generator.insight.suppliers import suppliers_of
from generator.messages import Message, msg
from generator.model.choices import Kind, Status
from generator.model.vocabulary import Term
from generator.pages.site import Site

BY_TITLE = msg("From A to Z")


@dataclass(frozen=True, slots=True)
class Words:
    """What the pages of one subject say.

    Attributes:
        title: Of the list.
        text: Under it.
        icon: Of a term without one of its own.
        question: Heading above the entries of a term.
        facet: Name of the facet of the search for it; empty when there is none.
        order: How its list is ordered.
        all_shown: Whether terms without an entry have a page too.
        about: Under the name of a term that says nothing of itself; None for `text`.
        needs_shown: Whether the page of a term says what must be there before one takes over what is on it.
        users_shown: Whether the page of a term names who uses what is on it.
    """

    title: Message
    text: Message
    icon: str
    question: Message
    facet: str = ""
    order: Message = BY_TITLE
    all_shown: bool = False
    about: Message | None = None
    needs_shown: bool = True
    users_shown: bool = True


WORDS: Mapping[str, Words] = MappingProxyType(
    {
        "themes": Words(
            msg("Themes"),
            msg("What municipalities share, by subject."),
            "shape-outline",
            msg("What can you take over?"),
            facet="thema",
            order=msg("In the order of the list"),
            all_shown=True,
            needs_shown=False,
        ),
        "facilities": Words(
            msg("National facilities"),
            msg("What is connected to DigiD, BAG and other facilities, and what must be there first."),
            "connection",
            msg("What works with this facility?"),
            facet="voorziening",
        ),
        "bio2": Words(
            msg("Security controls"),
            msg("Who has something for which control of the BIO2, the security rules for government."),
            "shield-lock-outline",
            msg("What helps you with this control?"),
            facet="maatregel",
            order=msg("By number"),
            about=msg("A control of the BIO2, the security rules for government."),
        ),
        "legislation": Words(
            msg("Laws"),
            msg("What helps municipalities to comply with which law."),
            "scale-balance",
            msg("What helps you with this law?"),
            facet="wet",
            order=msg("Newest law first"),
        ),
        "standards": Words(
            msg("Standards"),
            msg("Which applications follow which standard, so that they fit together."),
            "file-document-check-outline",
            msg("What follows this standard?"),
            facet="standaard",
            about=msg("Whoever follows the same standard fits together."),
        ),
        "reference-components": Words(
            msg("Reference components"),
            msg("Which application can be which part of the GEMMA, the map of software for municipalities."),
            "puzzle-outline",
            msg("What can you use as this part?"),
            about=msg("A part of the GEMMA, the map of software for municipalities."),
        ),
        "suppliers": Words(
            msg("Suppliers"),
            msg("Which firms build or run what is shared here, as the applications say. No recommendation."),
            "office-building-outline",
            msg("What does this firm help with?"),
            about=msg("What this firm builds or runs, as the applications say. No recommendation."),
        ),
        "statuses": Words(
            msg("By status"),
            msg("What is still an idea, what is being tried, what is in use, and what stops."),
            "progress-check",
            msg("What is this far?"),
            facet="status",
            order=msg("From idea to stopped"),
            about=msg("Everything here that is this far now."),
            needs_shown=False,
            users_shown=False,
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Used:
    """A term with the applications and practices that use it, sorted by title."""

    term: Term
    icon: str
    dossiers: tuple[Dossier, ...]

    @property
    def applications(self) -> int:
        """How many applications use it."""
        return sum(item.record.kind is Kind.APPLICATION for item in self.dossiers)

    @property
    def practices(self) -> int:
        """How many practices use it."""
        return len(self.dossiers) - self.applications


def used_terms(site: Site, subject: str) -> tuple[Used, ...]:
    """Return the terms of a subject that have a page, in the order of its list."""
    words = WORDS[subject]
    made = (Used(term, term.icon or words.icon, found) for term, found in _found(site, subject))
    return tuple(item for item in made if item.dossiers or words.all_shown)


def unused_terms(site: Site, subject: str) -> tuple[Term, ...]:
    """Return the terms at the top of a vocabulary that hold today and that nothing here is about."""
    vocabulary = site.catalogue.vocabularies.get(subject, {})
    if WORDS[subject].all_shown:
        return ()
    used = {item.term.id for item in used_terms(site, subject)}
    return tuple(
        term
        for term in vocabulary.values()
        if term.parent is None and not term.is_withdrawn and term.id not in used
    )


def _found(site: Site, subject: str) -> Iterator[tuple[Term, tuple[Dossier, ...]]]:
    dossiers = site.insight.dossiers
    if subject == "suppliers":
        for firm in suppliers_of(dossiers.values()):
            known = site.catalogue.organisations.get(firm.id)
            yield Term(id=firm.id, title=known.name if known else firm.name), firm.dossiers
        return
    if subject == "statuses":
        for status in Status:
            found = tuple(item for item in dossiers.values() if item.entry.status is status)
            yield Term(id=status.value, title=status.nl, title_en=status.en), found
        return
    vocabulary = site.catalogue.vocabularies[subject]
    below = _below(vocabulary) if subject == "bio2" else {}
    for term in _ordered(subject, vocabulary):
        yield term, _about(site, subject, (term.id, *below.get(term.id, ())))


def _below(vocabulary: Mapping[str, Term]) -> Mapping[str, list[str]]:
    """Return the ids of the terms directly below each."""
    found: dict[str, list[str]] = defaultdict(list)
    for term in vocabulary.values():
        if term.parent is not None:
            found[term.parent].append(term.id)
    return found


def _about(site: Site, subject: str, names: tuple[str, ...]) -> tuple[Dossier, ...]:
    """Return the entries of a term and of those below it: help with a measure is help with its control."""
    found_by = site.insight.dossiers_by_term
    if len(names) == 1:
        return found_by.get((subject, names[0]), ())
    found = {item.id: item for name in names for item in found_by.get((subject, name), ())}
    return tuple(sorted(found.values(), key=lambda item: (item.entry.title.casefold(), item.id)))


def _ordered(subject: str, vocabulary: Mapping[str, Term]) -> list[Term]:
    terms = list(vocabulary.values())
    if subject == "legislation":
        # Without a day last: whoever reads on needs the newest first.
        terms.sort(key=lambda term: term.applies_from or dt.date.min, reverse=True)
    elif subject not in {"themes", "bio2"}:
        terms.sort(key=lambda term: (term.title.casefold(), term.id))
    return terms
