"""What the index must know of records once their text is gone: numbers of words, terms and values."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from generator.search.lexicon import Lexicon
from generator.search.postings import LEVEL_BITS

Pair = tuple[str, str]
"""Name of a facet or an order, and a value."""
Parts = tuple[str, ...]
"""Of a word; one that is no compound has none."""

_LEVEL = (1 << LEVEL_BITS) - 1


@dataclass(frozen=True, slots=True)
class Said:
    """What the index must know of a record.

    Attributes:
        key: As in `Source.key`.
        address: As in `Record.address`.
        weight: As in `Record.weight`.
        reuse: How often it is reused.
        words: Numbers of its words.
        terms: Numbers of the terms that find it, each with its level, as `postings_of` gives them.
        facets: Numbers of its values of facets.
        orders: Numbers of its values of orders.
        card: As `card_of` gives it.
        digest: Of what `result_of` gives.
    """

    key: str
    address: str
    weight: float
    reuse: int
    words: array[int]
    terms: array[int]
    facets: array[int]
    orders: array[int]
    card: bytes
    digest: bytes

    @property
    def place(self) -> tuple[float, int, str]:
        """Its place among others: of two that fit as well, the one that is reused most comes first."""
        return -self.weight, -self.reuse, self.address


@dataclass(frozen=True, slots=True)
class Lexicons:
    """What the numbers in `Said` mean."""

    words: Lexicon[str] = field(default_factory=Lexicon)
    terms: Lexicon[str] = field(default_factory=Lexicon)
    facets: Lexicon[Pair] = field(default_factory=Lexicon)
    orders: Lexicon[Pair] = field(default_factory=Lexicon)


@dataclass(frozen=True, slots=True)
class Spoken:
    """What all records say.

    Attributes:
        said: By each record, by its key.
        lexicons: What the numbers in it mean.
        parts: Of every word that a record says.
    """

    said: Mapping[str, Said] = field(default_factory=dict)
    lexicons: Lexicons = field(default_factory=Lexicons)
    parts: Mapping[str, Parts] = field(default_factory=dict)


def records_by_term(said: Sequence[Said], terms: Lexicon[str]) -> dict[str, array[int]]:
    """Return the postings of every term: places of records, with the level of what it says about each."""
    found = [array("I") for _ in range(len(terms))]
    for place, item in enumerate(said):
        here = place << LEVEL_BITS
        for number in item.terms:
            found[number >> LEVEL_BITS].append(here | number & _LEVEL)
    return {term: places for term, places in zip(terms.texts, found, strict=True) if places}


def records_by_word(said: Sequence[Said], words: Lexicon[str]) -> dict[str, int]:
    """Return how many records have every word."""
    texts = words.texts
    counts = Counter(chain.from_iterable(item.words for item in said))
    return {texts[number]: count for number, count in counts.items()}


def records_by_value(said: Sequence[Said], facets: Lexicon[Pair]) -> dict[str, dict[str, array[int]]]:
    """Return, by the name of a facet and a value, the places of records that have it."""
    found = [array("I") for _ in range(len(facets))]
    for place, item in enumerate(said):
        for number in item.facets:
            found[number].append(place)
    result: dict[str, dict[str, array[int]]] = {}
    for (name, value), places in zip(facets.texts, found, strict=True):
        if places:
            result.setdefault(name, {})[value] = places
    return result


def values_by_order(said: Sequence[Said], orders: Lexicon[Pair]) -> dict[str, list[str]]:
    """Return, by the name of an order, the value of every record; an empty one where it has none."""
    pairs = orders.texts
    found = {name: [""] * len(said) for name in {pairs[number][0] for item in said for number in item.orders}}
    for place, item in enumerate(said):
        for number in item.orders:
            name, value = pairs[number]
            found[name][place] = value
    return found
