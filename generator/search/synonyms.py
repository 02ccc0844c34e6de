"""Other words for what a text names: a colleague types `MFA`, the entry says `tweestapsverificatie`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Names that mean the same.

    Attributes:
        others: All names of a subject, by each name that points at it.
        longest: The most words in a name, by its first word folded.
    """

    others: Mapping[Key, tuple[str, ...]]
    longest: Mapping[str, int]

    def expand(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Return the other names of every subject that `texts` name, sorted; not those they have already."""
        said = {key for text in texts for key in self._phrases(text)}
        found = {other for key in said for other in self.others.get(key, ())}
        return tuple(sorted(other for other in found if _key(_TOKEN.findall(other)) not in said))

    def _phrases(self, text: str) -> Iterable[Key]:
        tokens = _TOKEN.findall(text)
        for start, first in enumerate(map(fold, tokens)):
            for end in range(start + 1, min(start + self.longest.get(first, 0), len(tokens)) + 1):
                yield _key(tokens[start:end])


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
    longest: dict[str, int] = {}
    for key in others:
        longest[fold(key[0])] = max(longest.get(fold(key[0]), 0), len(key))
    return Thesaurus({key: tuple(sorted(names)) for key, names in others.items()}, longest)


def _names(term: Term) -> tuple[str, ...]:
    """Return the title, the abbreviation behind it and the synonyms."""
    title = _ABBREVIATION.sub("", term.title)
    return tuple(dict.fromkeys((title, *_ABBREVIATION.findall(term.title), *term.synonyms)))


def _key(tokens: list[str]) -> Key:
    """Fold a phrase; leave a single word as written, so that `Who` is a law and `who` is not."""
    return tuple(tokens) if len(tokens) == 1 else tuple(map(fold, tokens))
