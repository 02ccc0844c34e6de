"""Words that stand by themselves in Dutch, from a list that others maintain."""

from __future__ import annotations

import gzip
import json
from functools import cache
from importlib.resources import files

_SHORTEST = 4


@cache
def listed_words() -> frozenset[str]:
    """Return the words of pyspellchecker's Dutch list that can be a part of a compound."""
    content = files("spellchecker").joinpath("resources/nl.json.gz").read_bytes()
    return frozenset(
        word
        for word in json.loads(gzip.decompress(content))
        if len(word) >= _SHORTEST and word.isascii() and word.isalpha()
    )
