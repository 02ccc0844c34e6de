"""Words to suggest for one that is found nowhere; assets/javascripts/search/nearest.js reads them."""

from __future__ import annotations

import json
import string
from collections.abc import Mapping, Sequence
from itertools import chain, pairwise, takewhile

from generator.search.words import EMPTY

_SHORTEST_WORD = 3
_LONGEST_WORD = 30
# How many letters, 0 to 30. Words are in lower case, so one sees where the next begins.
_SHARED = string.digits + string.ascii_uppercase


def suggestions(records_by_word: Mapping[str, int], parts: Mapping[str, Sequence[str]]) -> bytes:
    """Return the words of records and their parts, with how common each is, from 0 to 9.

    Of a word only what differs from the one before it is written, behind a sign for how many letters they
    share: `aanvraag`, `aanvragen` are `0aanvraag6gen`, which takes half of the bytes.

    Args:
        records_by_word: How many records have a word.
        parts: Of compounds. One that stands nowhere by itself is suggested too.
    """
    words = sorted(
        word
        for word in {*records_by_word, *chain.from_iterable(parts.values())}
        if word.isalpha() and _SHORTEST_WORD <= len(word) <= _LONGEST_WORD and word not in EMPTY
    )
    listed = "".join(_beside(before, word) for before, word in pairwise(("", *words)))
    common = "".join(str(min(9, records_by_word.get(word, 0).bit_length())) for word in words)
    return json.dumps({"words": listed, "common": common}, ensure_ascii=False).encode()


def _beside(before: str, word: str) -> str:
    """Return what a word says when one has read another, behind the sign for how much is the same."""
    same = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(before, word, strict=False))))
    return _SHARED[same] + word[same:]
