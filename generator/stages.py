"""The stages of work that takes a while, told as it goes on: to a person who waits, or to a trace."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

from generator.messages import Message

Advance = Callable[[int], None]
"""Says how many more are done."""


class Stages(Protocol):
    """Somebody who wants to know how far the work is."""

    def stage(self, name: Message, total: int = 0) -> AbstractContextManager[Advance]:
        """Begin a stage, which lasts as long as the block; a stage may hold others.

        Args:
            name: For a person, as a heading: "Writing pages".
            total: How many there are to do; 0 when that is not known or there is nothing to count.
        """


class _Nobody:
    """Nobody wants to know."""

    @contextmanager
    def stage(self, name: Message, total: int = 0) -> Iterator[Advance]:
        """Begin a stage that nobody hears of."""
        del name, total
        yield lambda _: None


NOBODY: Stages = _Nobody()
