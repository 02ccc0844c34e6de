"""Long lists in parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.pages.addresses import of_list

LONGEST = 100
"""Items on one page of a list."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Part(Generic[Item]):
    """One page of a list.

    Attributes:
        items: On this page.
        number: Of this page, from 1.
        total: How many pages there are.
        address: Of this page.
        previous: Address of the page before, or None.
        next: Address of the page after, or None.
    """

    items: Sequence[Item]
    number: int
    total: int
    address: str
    previous: str | None
    next: str | None


def parts_of(items: Sequence[Item], folder: str) -> Iterator[Part[Item]]:
    """Yield the pages of a list; an empty list has one, which says so.

    Args:
        items: In order.
        folder: Address of the first page.
    """
    total = max(1, -(-len(items) // LONGEST))
    for number in range(1, total + 1):
        yield Part(
            items[(number - 1) * LONGEST : number * LONGEST],
            number,
            total,
            of_list(folder, number),
            of_list(folder, number - 1) if number > 1 else None,
            of_list(folder, number + 1) if number < total else None,
        )
