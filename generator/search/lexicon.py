"""Texts → numbers: what ten thousand records say takes four bytes a word."""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Text = TypeVar("Text", bound=Hashable)


class _Numbers(dict[Text, int]):
    """Numbers by text; a text that has none gets the next one."""

    def __missing__(self, text: Text) -> int:
        self[text] = number = len(self)
        return number


class Lexicon(Generic[Text]):
    """Gives every text a number, in the order in which they come."""

    def __init__(self, texts: Iterable[Text] = ()) -> None:
        """Begin with texts that have a number already: their place."""
        self._numbers = _Numbers({text: number for number, text in enumerate(texts)})

    def __len__(self) -> int:
        """Return how many texts there are."""
        return len(self._numbers)

    @property
    def texts(self) -> tuple[Text, ...]:
        """All texts, in the order of their numbers."""
        return tuple(self._numbers)

    def number(self, text: Text) -> int:
        """Return the number of a text."""
        return self._numbers[text]

    def numbers(self, texts: Iterable[Text]) -> array[int]:
        """Return the numbers of texts."""
        return array("I", map(self._numbers.__getitem__, texts))
