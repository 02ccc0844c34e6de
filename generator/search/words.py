"""Words of a text as the index knows them; the same rules as assets/javascripts/search/words.js."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from generator.search.stem import stem

_TOKEN = re.compile(r"[^\W_]+(?:[-'\u2019.][^\W_]+)*")
_JOINT = re.compile(r"[-'\u2019.]")
_NUMBERED = re.compile(r"\d+(?:\.\d+)+")
_ACCENT = re.compile("[\u0300-\u036f]+")
_LONGEST = 40

EMPTY = frozenset(
    (
        *("aan", "al", "alle", "als", "andere", "ben", "bij", "bijvoorbeeld", "dan", "dat", "de"),
        *("deze", "die", "dit", "doen", "door", "een", "eigen", "en", "er", "gaan", "geen", "hebben"),
        *("heeft", "het", "hier", "hoe", "hun", "iets", "ik", "in", "is", "je", "jullie", "kan"),
        *("kunnen", "maar", "mag", "mee", "met", "mijn", "moet", "moeten", "na", "naar", "niet"),
        *("nog", "nu", "of", "om", "omdat", "onder", "ons", "onze", "ook", "op", "over", "te", "ten"),
        *("ter", "tot", "u", "uit", "uw", "van", "veel", "via", "voor", "waar", "waarom", "wanneer"),
        *("was", "wat", "we", "welk", "welke", "werd", "wie", "wij", "wil", "willen", "worden"),
        *("wordt", "ze", "zelf", "zich", "zij", "zijn", "zo", "zonder", "zou"),
    )
)
"""Words that say nothing about the subject: "Hoe trainen we medewerkers?" is a search for two words."""


def fold(text: str) -> str:
    """Return `text` in lower case without accents: `Cliëntgegevens` → `clientgegevens`."""
    lower = text.lower()
    return lower if lower.isascii() else _ACCENT.sub("", unicodedata.normalize("NFD", lower))


def tokens_of(text: str) -> list[str]:
    """Return the words of a folded text as often as they occur, with what joins their parts."""
    return _TOKEN.findall(text)


def counts_of(text: str) -> Counter[str]:
    """Return how often each word stands in a text that is not folded: what `tokens_of` finds, but quicker."""
    # No word has a space in it, and nearly all others have nothing but letters between two spaces.
    counts = Counter(text.lower().replace(", ", " ").replace(". ", " ").split())
    for piece in [piece for piece in counts if not (piece.isascii() and piece.isalnum())]:
        times = counts.pop(piece)
        for token in _tokens_in(piece):
            counts[token] += times
    return counts


@lru_cache(maxsize=100_000)
def _tokens_in(piece: str) -> tuple[str, ...]:
    return tuple(tokens_of(fold(piece)))


def split(token: str) -> list[str]:
    """Return the parts of a word with joints: `e-mail` → `e`, `mail`."""
    return _JOINT.split(token)


def says_something(text: str) -> bool:
    """Whether there is a word in a text."""
    return _TOKEN.search(text) is not None


@lru_cache(maxsize=100_000)
def terms_of(token: str) -> tuple[str, ...]:
    """Return what a folded word is found by: its stem; of a word with joints the whole and its parts.

    `e-mail` → `email`, `mail`; `5.24.01` → `5.24.01`, `5.24`; an empty word → nothing.
    """
    if token in EMPTY or len(token) > _LONGEST:
        return ()
    parts = split(token)
    if len(parts) == 1:
        return (stem(token),)
    if _NUMBERED.fullmatch(token):
        return tuple(".".join(parts[:end]) for end in range(len(parts), 1, -1))
    if parts[-1] == "s":
        return terms_of("".join(parts[:-1]))
    whole = (stem("".join(parts)),)
    return tuple(
        dict.fromkeys((*whole, *(stem(part) for part in parts if len(part) > 1 and part not in EMPTY)))
    )
