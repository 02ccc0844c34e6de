"""Pages of themes, facilities, controls, laws, standards, components, suppliers and statuses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.insight.dossier import Dossier
from generator.messages import msg
from generator.model.vocabulary import Term
from generator.pages import found
from generator.pages.addresses import SUBJECTS, of_term
from generator.pages.narrowing import FEW, Ordering, narrowing_of
from generator.pages.needs import needs_of, relation_of
from generator.pages.page import Page
from generator.pages.paging import Part, parts_of
from generator.pages.planning import Plan
from generator.pages.rendering import headings, render
from generator.pages.site import Setting, Site
from generator.pages.structured import collection_json
from generator.pages.subjects import BY_TITLE, WORDS, Used, unused_terms, used_terms
from generator.register import Organisation

USERS = 60
"""How many organisations the page of a term names."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A term in the list of its subject.

    Attributes:
        term: The term.
        icon: Its own, or that of the subject.
        applications: How many applications use it.
        practices: How many practices use it.
        is_coming: Whether it does not apply yet; of a law.
    """

    term: Term
    icon: str
    applications: int
    practices: int
    is_coming: bool

    @property
    def number(self) -> int:
        """How many entries use it."""
        return self.applications + self.practices


@dataclass(frozen=True, slots=True)
class GivenList:
    """What the list of a subject follows from, beside the setting.

    Attributes:
        subject: Name of the subject.
        terms: Those with a page, in order.
        unused: Those without an entry and without a page.
    """

    subject: str
    terms: tuple[Counted, ...]
    unused: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class GivenTerm:
    """What a page of a term follows from, beside the setting.

    Attributes:
        subject: Of the term.
        term: The term.
        icon: Its own, or that of the subject.
        part: The entries on this page.
        total: How many entries there are on all its pages.
        parent: The term above it when that has a page, or None.
        applies: Whether it applies by now; of a law.
        users: Organisations that use most of what is here, each with how many entries; on the first page.
        others: How many more organisations use something of it.
        organisation: The supplier, when it has a page as an organisation.
    """

    subject: str
    term: Term
    icon: str
    part: Part[Dossier]
    total: int
    parent: Term | None
    applies: bool
    users: tuple[tuple[Organisation, int], ...]
    others: int
    organisation: Organisation | None


def plans(site: Site) -> Iterator[Plan]:
    """Yield, for every subject, the plan of its list and of the pages of each term that is shown."""
    for subject, folder in SUBJECTS.items():
        terms = used_terms(site, subject)
        counted = tuple(_counted(site, item) for item in terms)
        yield Plan(folder, "terms", _list, GivenList(subject, counted, unused_terms(site, subject)))
        shown = {item.term.id: item.term for item in terms}
        for item in terms:
            yield from _plans(site, subject, item, shown.get(item.term.parent or ""))


def _plans(site: Site, subject: str, item: Used, parent: Term | None) -> Iterator[Plan]:
    term = item.term
    users = _users(item.dossiers) if WORDS[subject].users_shown else ()
    organisation = site.catalogue.organisations.get(term.id) if subject == "suppliers" else None
    for part in parts_of(item.dossiers, of_term(subject, term.id)):
        is_first = part.number == 1
        given = GivenTerm(
            subject,
            term,
            item.icon,
            part,
            len(item.dossiers),
            parent,
            not _is_coming(site, term),
            users[:USERS] if is_first else (),
            max(0, len(users) - USERS) if is_first else 0,
            organisation,
        )
        yield Plan(part.address, "term", _term, given)


def _users(dossiers: tuple[Dossier, ...]) -> tuple[tuple[Organisation, int], ...]:
    """Return who uses something of these, each with how much; who uses most comes first."""
    bodies = {body.slug: body for item in dossiers for body in item.adopters}
    counted = Counter(body.slug for item in dossiers for body in item.adopters)
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], bodies[pair[0]].name))
    return tuple((bodies[slug], number) for slug, number in ordered)


def _counted(site: Site, item: Used) -> Counted:
    return Counted(item.term, item.icon, item.applications, item.practices, _is_coming(site, item.term))


def _is_coming(site: Site, term: Term) -> bool:
    return term.applies_from is not None and term.applies_from > site.today


def _list(setting: Setting, given: GivenList) -> Page:
    subject = given.subject
    words, address = WORDS[subject], SUBJECTS[subject]
    title, text = words.title.in_language(setting.language), words.text.in_language(setting.language)
    html = render(
        "terms.html",
        address=address,
        language=setting.language,
        title=title,
        text=text,
        terms=given.terms,
        unused=given.unused,
        folder=address,
        subject=subject,
        orders=_orders(subject) if len(given.terms) > FEW else (),
        others=tuple((WORDS[name].title, folder) for name, folder in SUBJECTS.items() if name != subject),
    )
    return Page(
        address=address,
        title=title,
        description=text,
        html=html,
        kind="terms",
        toc=headings(html),
        language=setting.language,
        json_ld=collection_json(title, text),
    )


def _orders(subject: str) -> tuple[Ordering, ...]:
    """Return the ways to order the terms of a subject, that of the page itself first."""
    own = Ordering("", WORDS[subject].order, descending=False)
    by_title = Ordering("titel", BY_TITLE, descending=False)
    most = Ordering("aantal", msg("Most to take over"), descending=True)
    return (own, most) if own.title is BY_TITLE else (own, by_title, most)


def _term(setting: Setting, given: GivenTerm) -> Page:
    subject, term, part = given.subject, given.term, given.part
    words, language = WORDS[subject], setting.language
    name = term.label(language)
    title = f"{term.id} {name}" if subject == "bio2" else name
    described = (term.description_en or term.description) if language == "en" else term.description
    text = described or (words.about or words.text).in_language(language)
    besides = term.id if subject == "facilities" else ""
    asks = words.needs_shown and part.number == 1
    needs = needs_of(setting, part.items, besides) if asks else ()
    html = render(
        "term.html",
        address=part.address,
        language=language,
        given=given,
        site=setting,
        title=title,
        text=text,
        words=words,
        folder=SUBJECTS[subject],
        part=part,
        relations={item.id: relation_of(setting, item, subject, term) for item in part.items},
        needs=needs,
        silent=len(part.items) - len(needs),
        orders=len(needs) > FEW,
        narrowed=narrowing_of(setting, part.items),
    )
    is_found = part.number == 1 and subject != "statuses"
    return Page(
        address=part.address,
        title=title,
        description=text[:160],
        html=html,
        kind="term",
        toc=headings(html),
        language=language,
        search=found.of_term(setting, subject, term, text) if is_found else None,
        json_ld=collection_json(title, text),
    )
