"""Records → what they say; one that said the same in the last build is not read again."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from generator.search.compounds import Splitter, may_be_compound, may_be_part
from generator.search.dictionary import listed_words
from generator.search.facets import card_of, result_of
from generator.search.postings import forms_of, names_of, postings_of, shares_of
from generator.search.records import Source
from generator.search.said import Lexicons, Parts, Said, Spoken
from generator.search.words import split

Forms = Mapping[int, Sequence[tuple[int, float]]]
"""By the number of a word, the numbers of the terms it is found by and how much of its weight each gets."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """A record that was read, while it is not known yet which of all words are compounds.

    Attributes:
        said: By the record, without its terms.
        shares: What each of its words says about it.
        names: What each of its names says about it, by the number of the term.
    """

    said: Said
    shares: array[float]
    names: Mapping[int, float]


def listen(sources: Sequence[Source], before: Spoken, keep: Callable[[str, bytes], None]) -> Spoken:
    """Return what records say, in the order of the sources.

    Args:
        sources: Of all records.
        before: What records said in the last build.
        keep: Called with the key of each record that is read, and its result.
    """
    lexicons = before.lexicons
    heard = {it.key: _hear(it, lexicons, keep) for it in sources if it.key not in before.said}
    said = {it.key: before.said.get(it.key) or heard[it.key].said for it in sources}
    spoken = set().union(*(item.words for item in said.values()))
    texts = lexicons.words.texts
    parts = _parts([texts[number] for number in spoken], before.parts)
    # A new word may be a part of one that was there: then other terms find the records with that one.
    other = lexicons.words.numbers(
        it for it in before.parts if parts.get(it, before.parts[it]) != before.parts[it]
    )
    affected = set(other)
    for source in sources:
        if source.key not in heard and not affected.isdisjoint(said[source.key].words):
            heard[source.key] = _hear(source, lexicons, keep)
    forms = _forms(heard.values(), lexicons, parts)
    for key, item in heard.items():
        said[key] = replace(item.said, terms=_terms(item, forms))
    return Spoken(said, lexicons, parts)


def _hear(source: Source, lexicons: Lexicons, keep: Callable[[str, bytes], None]) -> _Heard:
    record = source.read()
    card = card_of(record)
    result = result_of(card, record.text)
    keep(source.key, result)
    shares = shares_of(record)
    facets = [(name, value) for name, values in record.facets.items() for value in dict.fromkeys(values)]
    said = Said(
        key=source.key,
        address=record.address,
        weight=record.weight,
        reuse=int(record.order.get("gebruikt", "0")),
        words=lexicons.words.numbers(shares),
        terms=array("I"),
        facets=lexicons.facets.numbers(facets),
        orders=lexicons.orders.numbers(record.order.items()),
        card=card,
        digest=blake2b(result, digest_size=16).digest(),
    )
    names = {lexicons.terms.number(name): weight for name, weight in names_of(record).items()}
    return _Heard(said, array("f", shares.values()), names)


def _parts(words: Collection[str], before: Mapping[str, Parts]) -> dict[str, Parts]:
    """Return the parts of every word; those it had, unless a word that came or went can be one of them."""
    standing, stood = _standing(words), _standing(before)
    others = [word for word in standing ^ stood if may_be_part(word)]
    parts = {word: before.get(word, ()) for word in words}
    left = [
        word
        for word in words
        if may_be_compound(word) and (word not in before or any(other in word for other in others))
    ]
    if left:
        splitter = Splitter(standing, listed_words())
        parts |= {word: splitter.parts(word) for word in left}
    return parts


def _standing(words: Collection[str]) -> frozenset[str]:
    """Return the words that stand by themselves."""
    return frozenset(part for word in words for part in split(word))


def _forms(heard: Collection[_Heard], lexicons: Lexicons, parts: Mapping[str, Parts]) -> Forms:
    words = lexicons.words.texts
    found = {}
    for number in set().union(*(item.said.words for item in heard)):
        forms = forms_of(words[number], parts[words[number]])
        found[number] = [(lexicons.terms.number(term), part) for term, part in forms.items()]
    return found


def _terms(heard: _Heard, forms: Forms) -> array[int]:
    sums = dict(heard.names)
    known = sums.get
    for word, share in zip(heard.said.words, heard.shares, strict=True):
        for term, part in forms[word]:
            sums[term] = known(term, 0.0) + share * part
    return postings_of(sums)
