"""Compounds → the words they are made of: `gegevensbeschermingsbeleid` → gegevens, bescherming, beleid."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

# A part shorter than this is mostly a prefix or a suffix: be-, ver-, -ing, -heid.
_SHORTEST_PART = 4
# A last part this long is taken for a word of its own even when what stands before it is not known.
_LONG_PART = 6
_LONGEST_WORD = 40
# What Dutch puts between the parts of a compound: persoon-s-gegevens, boek-en-kast.
_LINKS = ("", "s", "e", "en", "n")
# Prepositions and adverbs that begin many verbs; what follows them is not what the word is about.
_NO_FIRST_PART = frozenset(
    (
        *("aan", "achter", "binnen", "boven", "buiten", "door", "gemeen", "langs", "mede", "naar", "neer"),
        *("niet", "onder", "opnieuw", "over", "rond", "samen", "tegen", "terug", "tussen", "vast", "veel"),
        *("voor", "voort", "weer", "zonder"),
    )
)
# A word of the list this short that stands at the end is mostly an ending: beschik-bare, present-atie.
_SHORTEST_LISTED = 5
# Endings that are words as well: lees-baar, draad-loos.
_NO_LAST_PART = frozenset(
    (
        *("aties", "baar", "baren", "eerde", "heden", "heid", "ische", "isten", "lende", "lijk", "lijke"),
        *("loos", "loze", "teren"),
    )
)


def may_be_compound(word: str) -> bool:
    """Whether a word is long enough to be a compound, and has nothing but letters."""
    return 2 * _SHORTEST_PART <= len(word) <= _LONGEST_WORD and word.isalpha()


def may_be_part(word: str) -> bool:
    """Whether a word is long enough to be a part of a compound, and has nothing but letters."""
    return len(word) >= _SHORTEST_PART and word.isalpha()


@dataclass(frozen=True)
class Splitter:
    """Finds the parts of compounds.

    Attributes:
        own: Folded words that stand by themselves in the catalogue.
        listed: Those of a list of words, which has many that nobody here means.
    """

    own: Collection[str]
    listed: Collection[str] = frozenset()

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the parts of a compound in order, or its last when the rest is unknown; parts of parts too.

        Args:
            word: Folded; a word that is no compound has no parts.
        """
        if not may_be_compound(word):
            return ()
        if word in self._found:
            return self._found[word]
        parts = self._cover(word) or self._last(word)
        self._found[word] = tuple(smaller for part in parts for smaller in (*self.parts(part), part))
        return self._found[word]

    @cached_property
    def _found(self) -> dict[str, tuple[str, ...]]:
        return {}

    def _cover(self, word: str) -> tuple[str, ...]:
        """Return the fewest known parts that make up the whole word."""
        best: dict[int, tuple[str, ...]] = {0: ()}
        for end in range(_SHORTEST_PART, len(word) + 1):
            for start in sorted(best):
                if end - start < _SHORTEST_PART or end - start == len(word):
                    continue
                part = self._part(word[start:end], is_last=end == len(word), is_first=start == 0)
                if part and (end not in best or len(best[start]) + 1 < len(best[end])):
                    best[end] = (*best[start], part)
        found = best.get(len(word), ())
        return found if len(found) > 1 else ()

    def _part(self, text: str, *, is_first: bool, is_last: bool) -> str:
        if is_last:
            listed = len(text) >= _SHORTEST_LISTED and text in self.listed
            return text if (listed or text in self.own) and text not in _NO_LAST_PART else ""
        for link in _LINKS:
            part = text.removesuffix(link)
            if text.endswith(link) and len(part) >= _SHORTEST_PART and self._is_known(part):
                return "" if is_first and part in _NO_FIRST_PART else part
        return ""

    def _is_known(self, word: str) -> bool:
        return word in self.own or word in self.listed

    def _last(self, word: str) -> tuple[str, ...]:
        for start in range(_SHORTEST_PART, len(word) - _LONG_PART + 1):
            last = word[start:]
            if last in self.own and word[:start] not in _NO_FIRST_PART:
                return (last,)
        return ()
