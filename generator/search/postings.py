"""What words say about a record, and the files of sorted terms from which a browser reads that."""

from __future__ import annotations

from array import array
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.search.packing import numbers, packed
from generator.search.records import Record
from generator.search.stem import stem
from generator.search.words import EMPTY, counts_of, fold, terms_of, tokens_of

BLOCK = 8_192
"""Bytes of a file with terms, about: what one word of a search costs a reader at least."""
LEVEL_BITS = 5
"""A posting is a step to the next record and a level of this many bits: how much the term says about it."""
_LEVELS = 1 << LEVEL_BITS
_PLACE = -_LEVELS
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


def shares_of(record: Record) -> Mapping[str, float]:
    """Return what every word says about a record: in a weightier field more, in a longer one less."""
    said: dict[str, float] = defaultdict(float)
    for name, texts in record.fields().items():
        if not texts:
            continue
        counts = counts_of("\n".join(texts))
        part = FIELDS[name]
        share = part.weight / (1 - part.evens + part.evens * counts.total() / part.length)
        for token, count in counts.items():
            said[token] += share * count
    return said


def names_of(record: Record) -> Mapping[str, float]:
    """Return the terms by which a record is found when it is called by its name, and what each says."""
    tokens = [token for token in tokens_of(fold(record.title)) if token.isalpha() and token not in EMPTY]
    weight = FIELDS["title"].weight
    return {
        **{stem(first + second): weight * _JOINED for first, second in pairwise(tokens)},
        **{name_key(alias): _ALIAS for alias in record.aliases},
        **{name_key(name): weight for name in record.names},
    }


def name_key(name: str) -> str:
    """Return the term for a whole name, its words in whatever order: `Open Zaak` → `=open_zaak`."""
    said = {found[0] for token in tokens_of(fold(name)) if (found := terms_of(token))}
    return "=" + "_".join(sorted(said))


def forms_of(token: str, parts: Sequence[str]) -> Mapping[str, float]:
    """Return the terms a word is found by, and how much of its weight each gets.

    Args:
        token: Folded.
        parts: Of the word, when it is a compound.
    """
    found = dict.fromkeys(terms_of(token), 1.0)
    for part in parts:
        if part not in EMPTY:
            found.setdefault(stem(part), _LAST_PART if part == parts[-1] else _PART)
    return found


def postings_of(weights: Mapping[int, float]) -> array[int]:
    """Return places, each with the level of what is said there, in one number.

    Args:
        weights: What is said, by place.
    """
    return array("I", [place << LEVEL_BITS | bisect(_BOUNDS, weight) for place, weight in weights.items()])


def blocks_of(postings: Mapping[str, Sequence[int]]) -> Iterator[tuple[str, bytes]]:
    """Yield, in order, files of about `BLOCK` bytes and the first term of each.

    Args:
        postings: Of every term, as `postings_of` gives them; the places are those of records, and rise.
    """
    terms: list[str] = []
    parts: list[bytes] = []
    size = 0
    for term in sorted(postings):
        part = _encoded(postings[term])
        if terms and size + len(part) > BLOCK:
            yield terms[0], packed({"terms": " ".join(terms)}, parts)
            terms, parts, size = [], [], 0
        terms.append(term)
        parts.append(part)
        size += len(part) + len(term) + 3
    if terms:
        yield terms[0], packed({"terms": " ".join(terms)}, parts)


def _encoded(postings: Iterable[int]) -> bytes:
    """Return the step to each record from the one before, and its level, in one number each."""
    steps = []
    # The level of a posting stays what it is when the places of two are subtracted.
    before = 0
    for item in postings:
        steps.append(item - before)
        before = item & _PLACE
    return numbers(steps)
