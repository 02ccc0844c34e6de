"""A Dutch word → its stem: `verhuizing` → `verhuis`; the same as assets/javascripts/search/stem.js."""

from __future__ import annotations

import re

_VOWEL_GROUP = re.compile(r"[aeiouy]+")
# Endings with what is left in their place and the fewest letters that must stay before them; first that fits.
_NOUN_ENDINGS = (("heden", "heid", 3), ("elijke", "", 6), ("elijk", "", 6), ("ingen", "", 4), ("ing", "", 4))
_PLURAL_S = re.compile(r"(?:e[rlnm]|[ao]r|ie|eau|[tdkgmln]e)s$")
_LONG_VOWEL_AT_END = re.compile(r"(aa|ee|oo|uu)([^aeiouy])$")
_OPEN_SYLLABLE = re.compile(r"^([^aeiouy]*)([aeou])([^aeiouywjx])$")
_DOUBLED = re.compile(r"([bcdfgklmnprst])\1$")
_SHORTEST = 4


def stem(word: str) -> str:
    """Return the stem of a folded word; a short word or one with a digit is its own stem."""
    if len(word) < _SHORTEST or not word.isalpha():
        return word
    for ending, left, fewest in _NOUN_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= fewest:
            word = word.removesuffix(ending) + left
            return _tidy(word.removesuffix("heid") if len(word) > len("heid") + _SHORTEST else word)
    if word.endswith("heid") and len(word) > len("heid") + _SHORTEST:
        return _tidy(word.removesuffix("heid"))
    if _PLURAL_S.search(word) and len(word) > _SHORTEST:
        word = word[:-1]
    for ending in ("en", "e"):
        root = word.removesuffix(ending)
        if root != word and len(root) >= _SHORTEST - 1 and (root[-1] not in "aeiouy" or root.endswith("ie")):
            return _tidy(root, opened=True)
    return _tidy(word)


def _tidy(root: str, *, opened: bool = False) -> str:
    """Write a root as Dutch writes it at the end of a word: zak(en) → zaak, wett(en) → wet, huiz(en) → huis.

    Args:
        root: What is left of a word.
        opened: Whether an ending that began with a vowel was taken off: a single vowel was a long one.
    """
    if len(_VOWEL_GROUP.findall(root)) > 1:
        root = _LONG_VOWEL_AT_END.sub(lambda found: found[1][0] + found[2], root)
    elif opened:
        root = _OPEN_SYLLABLE.sub(r"\1\2\2\3", root)
    root = _DOUBLED.sub(r"\1", root)
    return root[:-1] + {"v": "f", "z": "s"}.get(root[-1], root[-1])
