"""Other words for what a text names: a colleague types `MFA`, the entry says `tweestapsverificatie`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b

from generator.catalogue import Catalogue
from generator.model.vocabulary import Term
from generator.search.words import fold

# Lists whose terms are subjects. Not the roles and licences: nobody looks for an entry by those.
VOCABULARIES = (
    "bio2",
    "business-functions",
    "facilities",
    "legislation",
    "reference-components",
    "services",
    "standards",
    "themes",
    "threats",
)
# Lists whose titles of one word name a subject in lower case too: phishing, paspoort. The name of a theme,
# such as Samenwerking, is then an ordinary word.
_PLAIN_NAMES = frozenset({"services", "threats"})
_TOKEN = re.compile(r"\w+(?:[.-]\w+)*")
_ABBREVIATION = re.compile(r"\s*\(([^()]+)\)")

Key = tuple[str, ...]

# Ten thousand titles and summaries have the same words, again and again.
_folded = lru_cache(maxsize=100_000)(fold)


@dataclass(frozen=True)
class Thesaurus:
    """Names that mean the same.

    Attributes:
        others: All names of a subject, by each name that points at it.
        firsts: First words of names, folded.
        longest: The most words in a name of several, by its first two folded.
    """

    others: Mapping[Key, tuple[str, ...]]
    firsts: frozenset[str]
    longest: Mapping[Key, int]

    def expand(self, texts: Iterable[str], subjects: Iterable[str] = ()) -> tuple[str, ...]:
        """Return the other names of every subject that is named, sorted; not those that are there already.

        Args:
            texts: Of one record.
            subjects: Texts that many records have.
        """
        said: set[Key] = set()
        for text in texts:
            said.update(self._phrases(text))
        for subject in subjects:
            if subject not in self._found:
                self._found[subject] = frozenset(self._phrases(subject))
            said |= self._found[subject]
        found = {other for key in said for other in self.others.get(key, ())}
        return tuple(sorted(other for other in found if _key_of(other) not in said))

    def digest(self) -> str:
        """Return a text that differs when any name does."""
        return blake2b(repr(sorted(self.others.items())).encode(), digest_size=16).hexdigest()

    @cached_property
    def _found(self) -> dict[str, frozenset[Key]]:
        return {}

    def _phrases(self, text: str) -> Iterable[Key]:
        tokens = _TOKEN.findall(text)
        folded = list(map(_folded, tokens))
        for start, first in enumerate(folded):
            if first in self.firsts:
                yield (tokens[start],)
                most = self.longest.get(tuple(folded[start : start + 2]), 0)
                for end in range(start + 2, min(start + most, len(tokens)) + 1):
                    yield tuple(folded[start:end])


def thesaurus_of(catalogue: Catalogue) -> Thesaurus:
    """Return the names in the vocabularies.

    A title, an abbreviation or a phrase points at its subject. A plain word such as `data` or `inloggen` is
    found by who types it, but its mention does not make a text be about the subject.
    """
    others: dict[Key, set[str]] = defaultdict(set)
    for vocabulary in VOCABULARIES:
        for term in catalogue.vocabularies[vocabulary].values():
            names = _names(term)
            for name in names:
                tokens = _TOKEN.findall(name)
                if len(tokens) > 1 or name == names[0] or any(map(str.isupper, name)):
                    others[_key(tokens)].update(names)
            if vocabulary in _PLAIN_NAMES:
                others[_key([fold(word) for word in _TOKEN.findall(names[0])])].update(names)
    others.pop((), None)
    longest: dict[Key, int] = {}
    for key in others:
        if len(key) > 1:
            longest[key[:2]] = max(longest.get(key[:2], 0), len(key))
    firsts = frozenset(fold(key[0]) for key in others)
    return Thesaurus({key: tuple(sorted(names)) for key, names in others.items()}, firsts, longest)


def _names(term: Term) -> tuple[str, ...]:
    """Return the title, the abbreviation behind it and the synonyms."""
    title = _ABBREVIATION.sub("", term.title)
    return tuple(dict.fromkeys((title, *_ABBREVIATION.findall(term.title), *term.synonyms)))


@lru_cache(maxsize=10_000)
def _key_of(name: str) -> Key:
    return _key(_TOKEN.findall(name))


def _key(tokens: list[str]) -> Key:
    """Fold a phrase; leave a single word as written, so that `Who` is a law and `who` is not."""
    return tuple(tokens) if len(tokens) == 1 else tuple(map(fold, tokens))
