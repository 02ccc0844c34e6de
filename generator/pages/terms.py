"""Pages of themes, national facilities, security controls, laws and standards: what there is for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from generator.insight.dossier import Dossier
from generator.messages import Message, msg
from generator.model.choices import Kind
from generator.model.vocabulary import Term
from generator.pages import found
from generator.pages.addresses import VOCABULARIES, of_term
from generator.pages.page import Page
from generator.pages.rendering import headings, render
from generator.pages.site import Site
from generator.pages.structured import collection_json


@dataclass(frozen=True, slots=True)
class Words:
    """What the pages of one vocabulary say.

    Attributes:
        title: Of the list.
        text: Under it.
        icon: Of a term without one of its own.
        question: Heading above the entries of a term.
        all_shown: Whether terms without an entry have a page too.
    """

    title: Message
    text: Message
    icon: str
    question: Message
    all_shown: bool = False


WORDS: MappingProxyType[str, Words] = MappingProxyType(
    {
        "themes": Words(
            msg("Themes"),
            msg("What municipalities share, by subject."),
            "shape-outline",
            msg("What can you take over?"),
            all_shown=True,
        ),
        "facilities": Words(
            msg("National facilities"),
            msg("What is connected to DigiD, BAG and other facilities, and what must be there first."),
            "connection",
            msg("What works with this facility?"),
        ),
        "bio2": Words(
            msg("Security controls"),
            msg("Who has something for which control of the BIO2, the security rules for government."),
            "shield-lock-outline",
            msg("What helps you with this control?"),
        ),
        "legislation": Words(
            msg("Laws"),
            msg("What helps municipalities to comply with which law."),
            "scale-balance",
            msg("What helps you with this law?"),
        ),
        "standards": Words(
            msg("Standards"),
            msg("Which applications follow which standard, so that they fit together."),
            "file-document-check-outline",
            msg("What follows this standard?"),
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Used:
    """A term with how many applications and practices use it."""

    term: Term
    icon: str
    dossiers: tuple[Dossier, ...]

    @property
    def applications(self) -> tuple[Dossier, ...]:
        """Applications that use it."""
        return tuple(item for item in self.dossiers if item.record.kind is Kind.APPLICATION)

    @property
    def practices(self) -> tuple[Dossier, ...]:
        """Practices that use it."""
        return tuple(item for item in self.dossiers if item.record.kind is Kind.PRACTICE)


def pages(site: Site) -> Iterator[Page]:
    """Yield, for every vocabulary, its list and the page of each term that is shown."""
    for vocabulary in VOCABULARIES:
        terms = used_terms(site, vocabulary)
        shown = frozenset(item.term.id for item in terms)
        yield _list(site, vocabulary, terms)
        for item in terms:
            yield _term(site, vocabulary, item, shown)


def used_terms(site: Site, vocabulary: str) -> tuple[Used, ...]:
    """Return the terms of a vocabulary that have a page, in its own order."""
    words = WORDS[vocabulary]
    found_by = site.insight.dossiers_by_term
    made = [
        Used(term, term.icon or words.icon, found_by.get((vocabulary, term.id), ()))
        for term in site.catalogue.vocabularies[vocabulary].values()
    ]
    return tuple(item for item in made if item.dossiers or words.all_shown)


def _list(site: Site, vocabulary: str, terms: tuple[Used, ...]) -> Page:
    words, address = WORDS[vocabulary], VOCABULARIES[vocabulary]
    title, text = words.title.in_language(site.language), words.text.in_language(site.language)
    html = render(
        "terms.html",
        address=address,
        language=site.language,
        title=title,
        text=text,
        terms=terms,
        folder=address,
        numbered=vocabulary == "bio2",
        others=tuple(
            (WORDS[name].title, folder) for name, folder in VOCABULARIES.items() if name != vocabulary
        ),
    )
    return Page(
        address=address,
        title=title,
        description=text,
        html=html,
        kind="terms",
        language=site.language,
        json_ld=collection_json(title, text),
    )


def _term(site: Site, vocabulary: str, item: Used, shown: frozenset[str]) -> Page:
    words, term = WORDS[vocabulary], item.term
    address = of_term(vocabulary, term.id)
    name = term.label(site.language)
    title = f"{term.id} {name}" if vocabulary == "bio2" else name
    described = (term.description_en or term.description) if site.language == "en" else term.description
    text = described or words.text.in_language(site.language)
    html = render(
        "term.html",
        address=address,
        language=site.language,
        site=site,
        title=title,
        text=text,
        item=item,
        words=words,
        folder=VOCABULARIES[vocabulary],
        vocabulary=vocabulary,
        parent=site.catalogue.vocabularies[vocabulary].get(term.parent or ""),
        shown=shown,
    )
    return Page(
        address=address,
        title=title,
        description=text[:160],
        html=html,
        kind="term",
        toc=headings(html),
        language=site.language,
        search=found.of_term(site, vocabulary, term, text),
        json_ld=collection_json(title, text),
    )
