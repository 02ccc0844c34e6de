"""Words of a text, and the parts of Dutch compounds that are words themselves."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
# A part shorter than this is mostly a prefix or a suffix: be-, ver-, -ing, -heid.
_SHORTEST_PART = 4
# A last part this long is taken for a word of its own even when the first part stands nowhere else.
_LONG_PART = 6
# What Dutch puts between the parts of a compound: persoon-s-gegevens, zaak-gericht, boek-en-kast.
_LINKS = ("", "s", "e", "en", "n")
# Prepositions and adverbs that begin many verbs; what follows them is not what the word is about.
_FIRST_PARTS_THAT_ARE_NONE = frozenset(
    (
        *("aan", "achter", "binnen", "boven", "buiten", "door", "langs", "mede", "naar", "neer", "niet"),
        *("onder", "over", "rond", "samen", "tegen", "terug", "tussen", "vast", "veel", "voor", "voort"),
        *("weer", "zonder"),
    )
)


def fold(text: str) -> str:
    """Return `text` in lower case without accents: `Cliëntgegevens` → `clientgegevens`."""
    parts = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in parts if not unicodedata.combining(letter)).lower()


def words_of(text: str) -> Iterator[str]:
    """Yield the words of a text, folded, as often as they occur."""
    for match in _WORD.finditer(text):
        yield fold(match.group())


def last_parts(word: str, known: Collection[str]) -> Iterator[str]:
    """Yield the words with which a compound ends, longest first: `persoonsgegevens` → `gegevens`.

    The first part needs no help: a search finds every word that begins with what was typed.

    Args:
        word: Folded.
        known: Folded words that stand by themselves somewhere in the catalogue.
    """
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        first, last = word[:cut], word[cut:]
        if last not in known or first in _FIRST_PARTS_THAT_ARE_NONE:
            continue
        if len(last) >= _LONG_PART or _is_first_part(first, known):
            yield last


def _is_first_part(first: str, known: Collection[str]) -> bool:
    stems = (first.removesuffix(link) for link in _LINKS if first.endswith(link))
    return any(len(stem) >= _SHORTEST_PART and stem in known for stem in stems)
