"""Records → which term stands in which record and how much it says there, in files of sorted terms."""

from __future__ import annotations

from array import array
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.search.compounds import Splitter
from generator.search.packing import numbers, packed
from generator.search.records import Record
from generator.search.stem import stem
from generator.search.words import EMPTY, fold, split, terms_of, tokens_of

BLOCK = 16_384
"""Bytes of a file with terms, about: what one word of a search costs a reader at least."""
LEVEL_BITS = 5
"""A posting is a step to the next record and a level of this many bits: how much the term says about it."""
_LEVELS = 1 << LEVEL_BITS
_LOWEST = 0.05
_RATIO = 1.22
_BOUNDS = tuple(_LOWEST * _RATIO ** (level - 0.5) for level in range(1, _LEVELS))
# What a part of a compound says, beside the word itself.
_PART = 0.45
_LAST_PART = 0.6
# Two words of a title written as one: `Open Zaak` is found by `openzaak`.
_JOINED = 0.5
# What it says that a page is also called so.
_ALIAS = 3.0


@dataclass(frozen=True, slots=True)
class Field:
    """A part of a record.

    Attributes:
        weight: What a word in it says, against one in the text.
        length: Words that are usual in it. Fixed, so that one record never changes what another says.
        evens: How far a longer field makes each word in it say less, from 0 (not) to 1.
    """

    weight: float
    length: int
    evens: float


FIELDS: Mapping[str, Field] = {
    "title": Field(8.0, 4, 0.5),
    "questions": Field(3.0, 18, 0.3),
    "summary": Field(3.0, 16, 0.3),
    "tags": Field(2.5, 6, 0.3),
    "synonyms": Field(1.0, 12, 0.4),
    "text": Field(1.0, 250, 0.5),
}


@dataclass(frozen=True, slots=True)
class Said:
    """In which records something stands, rising, and what it says about each."""

    records: array[int] = field(default_factory=lambda: array("I"))
    weights: array[float] = field(default_factory=lambda: array("d"))

    def add(self, record: int, weight: float) -> None:
        """Add a record."""
        self.records.append(record)
        self.weights.append(weight)


Source = tuple[Said, float]
"""Something that is found by a term, and how much of its weight the term gets."""


@dataclass(frozen=True, slots=True)
class Postings:
    """Which term stands where.

    Attributes:
        sources: What is found by a term, by term.
        records_by_word: How many records have a word as it is written, folded; none for a part of a compound
            that stands nowhere by itself.
    """

    sources: Mapping[str, Sequence[Source]]
    records_by_word: Mapping[str, int]

    def levels(self, term: str) -> list[tuple[int, int]]:
        """Return the records that have a term, rising, each with the level of what it says about it."""
        sources = self.sources[term]
        if len(sources) == 1:
            said, part = sources[0]
            pairs = zip(said.records, said.weights, strict=True)
            return [(record, bisect(_BOUNDS, weight * part)) for record, weight in pairs]
        sums: dict[int, float] = defaultdict(float)
        for said, part in sources:
            for record, weight in zip(said.records, said.weights, strict=True):
                sums[record] += weight * part
        return [(record, bisect(_BOUNDS, weight)) for record, weight in sorted(sums.items())]


def postings_of(records: Sequence[Record], listed: Collection[str] = frozenset()) -> Postings:
    """Return the postings of records; the number of a record is its place.

    Args:
        records: Best first.
        listed: Words that may be a part of a compound, beside those of the records themselves.
    """
    by_token: dict[str, Said] = defaultdict(Said)
    by_term: dict[str, Said] = defaultdict(Said)
    for number, record in enumerate(records):
        for token, weight in _tokens(record).items():
            by_token[token].add(number, weight)
        for term, weight in _names(record).items():
            by_term[term].add(number, weight)
    splitter = Splitter(frozenset(word for token in by_token for word in split(token)), listed)
    sources: dict[str, list[Source]] = defaultdict(list)
    for term, said in by_term.items():
        sources[term].append((said, 1.0))
    words = {token: len(said.records) for token, said in by_token.items()}
    for token, said in by_token.items():
        parts = splitter.parts(token)
        for term, part in _forms(token, parts).items():
            sources[term].append((said, part))
        for smaller in parts:
            words.setdefault(smaller, 0)
    return Postings(sources, words)


def name_key(name: str) -> str:
    """Return the term for a whole name, its words in whatever order: `Open Zaak` → `=open_zaak`."""
    said = {found[0] for token in tokens_of(fold(name)) if (found := terms_of(token))}
    return "=" + "_".join(sorted(said))


def blocks_of(postings: Postings) -> Iterator[tuple[str, bytes]]:
    """Yield, in order, files of about `BLOCK` bytes and the first term of each."""
    terms: list[str] = []
    parts: list[bytes] = []
    size = 0
    for term in sorted(postings.sources):
        part = _encoded(postings.levels(term))
        if terms and size + len(part) > BLOCK:
            yield terms[0], packed({"terms": " ".join(terms)}, parts)
            terms, parts, size = [], [], 0
        terms.append(term)
        parts.append(part)
        size += len(part) + len(term) + 3
    if terms:
        yield terms[0], packed({"terms": " ".join(terms)}, parts)


def _tokens(record: Record) -> Mapping[str, float]:
    """Return what every word says about a record: in a weightier field more, in a longer one less."""
    said: dict[str, float] = defaultdict(float)
    for name, texts in record.fields().items():
        tokens = tokens_of(fold("\n".join(texts)))
        part = FIELDS[name]
        share = part.weight / (1 - part.evens + part.evens * len(tokens) / part.length)
        for token, count in Counter(tokens).items():
            said[token] += share * count
    return said


def _names(record: Record) -> Mapping[str, float]:
    """Return the terms by which a record is found when it is called by its name."""
    tokens = [token for token in tokens_of(fold(record.title)) if token.isalpha() and token not in EMPTY]
    weight = FIELDS["title"].weight
    return {
        **{stem(first + second): weight * _JOINED for first, second in pairwise(tokens)},
        **{name_key(alias): _ALIAS for alias in record.aliases},
        **{name_key(name): weight for name in record.names},
    }


def _forms(token: str, parts: Sequence[str]) -> Mapping[str, float]:
    """Return what a token is found by, and how much of its weight each gets."""
    found = dict.fromkeys(terms_of(token), 1.0)
    for part in parts:
        if part not in EMPTY:
            found.setdefault(stem(part), _LAST_PART if part == parts[-1] else _PART)
    return found


def _encoded(levels: Iterable[tuple[int, int]]) -> bytes:
    """Return the step to each record from the one before, and its level, in one number each."""
    steps = []
    before = 0
    for record, level in levels:
        steps.append((record - before) << LEVEL_BITS | level)
        before = record
    return numbers(steps)
