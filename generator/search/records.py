"""Pages → records: what search knows of each, with the other names of what it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from generator.catalogue import Catalogue
from generator.pages.page import Findable, SearchFields
from generator.search.synonyms import Thesaurus, thesaurus_of
from generator.search.words import says_something

# Of two pages that fit as well, the one that can be taken over comes first. Hundreds of organisations have
# "samenwerking" or the name of a region in their title; who types the name of one still finds it first.
_WEIGHTS = {"entry": 1.0, "call": 0.8, "term": 0.5, "organisation": 0.25}
_WEIGHT_OF_OTHERS = 0.5
# Facets whose values are subjects that have other names.
_ADDED = re.compile(r"\s*(?::\s.*|\([^()]*\))")
_BRACKETED = re.compile(r"\(([^()]+)\)")
_SUBJECTS = ("thema", "voorziening", "wet", "standaard")


@dataclass(frozen=True, slots=True)
class Record:
    """One page to be found.

    Attributes:
        address: As in `Page.address`.
        title: Weighs most.
        summary: Weighs much.
        questions: Whole questions; weigh much.
        tags: Words the page itself gives; weigh less.
        synonyms: Other names of what it is about; weigh least.
        names: The title in all its forms; who types one of these whole wants this page.
        aliases: What it is called besides; who types one of these whole probably wants this page.
        text: Plain text of the page; excerpts come from here.
        facets: Values by the name of the facet.
        shown: What a result card shows, by name.
        order: Values to sort by, by name.
        weight: What the score of the page is multiplied by.
    """

    address: str
    title: str
    summary: str
    questions: tuple[str, ...]
    tags: tuple[str, ...]
    synonyms: tuple[str, ...]
    names: tuple[str, ...]
    aliases: tuple[str, ...]
    text: str
    facets: Mapping[str, tuple[str, ...]]
    shown: Mapping[str, str]
    order: Mapping[str, str]
    weight: float

    def fields(self) -> Mapping[str, tuple[str, ...]]:
        """Return the texts that are searched, by the name of the field."""
        return {
            "title": (self.title,),
            "questions": self.questions,
            "summary": (self.summary,),
            "tags": self.tags,
            "synonyms": self.synonyms,
            "text": (self.text,),
        }


@dataclass(frozen=True, slots=True)
class Source:
    """A record that can be read: ten thousand of them take more memory than all that the index must know.

    Attributes:
        key: Of this record alone; differs when anything of the record does.
        read: Gives the record.
    """

    key: str
    read: Callable[[], Record] = field(compare=False)


class Kept(Findable, Protocol):
    """A page that may be looked at later."""

    @property
    def search_key(self) -> str:
        """Differs when `search` does; empty when that is None."""


def sources_of(pages: Iterable[Kept], catalogue: Catalogue) -> tuple[Source, ...]:
    """Return where to read the record of every page that is to be found."""
    thesaurus = thesaurus_of(catalogue)
    digest = thesaurus.digest()
    return tuple(
        Source(f"{page.address} {page.kind} {page.search_key} {digest}", partial(_read, page, thesaurus))
        for page in pages
        if page.search_key
    )


def _read(page: Kept, thesaurus: Thesaurus) -> Record:
    fields = page.search
    if fields is None:
        raise LookupError(page.address)
    return _record(page, fields, thesaurus)


def _record(page: Findable, fields: SearchFields, thesaurus: Thesaurus) -> Record:
    values = [value for name in _SUBJECTS for value in fields.filters.get(name, ())]
    return Record(
        address=page.address,
        title=fields.title,
        summary=fields.summary,
        questions=tuple(text for text in fields.questions if text.endswith("?")),
        tags=tuple(text for text in fields.questions if not text.endswith("?")),
        synonyms=_synonyms(fields, thesaurus, values),
        names=_names(fields.title),
        aliases=fields.aliases,
        text=next((text for text in (fields.text, fields.summary) if says_something(text)), fields.title),
        facets={name: found for name, found in sorted(fields.filters.items()) if found},
        shown=dict(sorted(fields.shown.items())),
        order=dict(sorted(fields.sort.items())),
        weight=_WEIGHTS.get(page.kind, _WEIGHT_OF_OTHERS),
    )


def _synonyms(fields: SearchFields, thesaurus: Thesaurus, values: Sequence[str]) -> tuple[str, ...]:
    """Return the names of what an entry uses, and other names of what its headlines and facets name."""
    texts = (fields.title, fields.summary, *fields.questions)
    return tuple(dict.fromkeys((*fields.names, *thesaurus.expand(texts, values))))


def _names(title: str) -> tuple[str, ...]:
    """Return the title, whole and without what stands behind a colon or in brackets, and the latter."""
    return tuple(dict.fromkeys((title, _ADDED.sub("", title), *_BRACKETED.findall(title))))
