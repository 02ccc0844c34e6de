"""Pages → records: what search knows of each, with synonyms and parts of compounds added."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.pages.page import Page, SearchFields
from generator.search.synonyms import Thesaurus, thesaurus_of
from generator.search.words import last_parts, words_of

# Of two pages that fit as well, the one that can be taken over comes first. Hundreds of organisations have
# "samenwerking" or the name of a region in their title; who types the name of one still finds it first.
_WEIGHTS = {"entry": 1.0, "call": 0.8, "term": 0.5, "organisation": 0.25}
_WEIGHT_OF_OTHERS = 0.5


@dataclass(frozen=True, slots=True)
class Record:
    """One page to be found.

    Attributes:
        address: As in `Page.address`.
        title: Weighs most.
        summary: Weighs much.
        questions: Whole questions; weigh much.
        tags: Words the page itself gives; weigh less.
        words: Synonyms and parts of compounds; weigh least.
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
    words: tuple[str, ...]
    text: str
    facets: Mapping[str, tuple[str, ...]]
    shown: Mapping[str, str]
    order: Mapping[str, str]
    weight: float


def records_of(pages: Sequence[Page], catalogue: Catalogue) -> Iterator[Record]:
    """Yield a record for every page that is to be found, sorted by address."""
    thesaurus = thesaurus_of(catalogue)
    findable = [(page, page.search) for page in pages if page.search is not None]
    known = frozenset(word for _, fields in findable for text in _texts(fields) for word in words_of(text))
    for page, fields in sorted(findable, key=lambda item: item[0].address):
        yield _record(page, fields, thesaurus, known)


def _record(page: Page, fields: SearchFields, thesaurus: Thesaurus, known: Collection[str]) -> Record:
    headline = (fields.title, fields.summary, *fields.questions)
    values = [value for values in fields.filters.values() for value in values]
    synonyms = thesaurus.expand((*headline, *values))
    parts = _parts((*headline, *synonyms), known)
    return Record(
        address=page.address,
        title=fields.title,
        summary=fields.summary,
        questions=tuple(text for text in fields.questions if text.endswith("?")),
        tags=tuple(text for text in fields.questions if not text.endswith("?")),
        words=(*synonyms, *parts),
        text=next((text for text in (fields.text, fields.summary) if any(words_of(text))), fields.title),
        facets={name: found for name, found in sorted(fields.filters.items()) if found},
        shown=dict(sorted(fields.shown.items())),
        order=dict(sorted(fields.sort.items())),
        weight=_WEIGHTS.get(page.kind, _WEIGHT_OF_OTHERS),
    )


def _texts(fields: SearchFields) -> Iterable[str]:
    return (fields.title, fields.summary, *fields.questions, fields.text)


def _parts(texts: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    whole = [word for text in texts for word in words_of(text)]
    parts = {part for word in whole for part in last_parts(word, known)}
    return tuple(sorted(parts.difference(whole)))
