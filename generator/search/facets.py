"""What results can be narrowed and ordered by: one file a facet, one an order."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.search.packing import packed, places
from generator.search.records import Record
from generator.search.words import fold


def facet_of(records: Sequence[Record], name: str) -> bytes:
    """Return the file of a facet: its values in alphabetical order, each with the records that have it."""
    found: dict[str, list[int]] = {}
    for number, record in enumerate(records):
        for value in dict.fromkeys(record.facets.get(name, ())):
            found.setdefault(value, []).append(number)
    values = sorted(found, key=_alphabetical)
    forms, parts = zip(*(places(found[value], len(records)) for value in values), strict=True)
    return packed({"values": values, "forms": forms}, parts)


def order_of(records: Sequence[Record], name: str) -> bytes:
    """Return the file of an order: the rank of every record in two bytes, the lowest first; none is zero."""
    values = {record.order[name] for record in records if name in record.order}
    are_numbers = all(value.isdecimal() for value in values)
    ordered = sorted(values, key=int) if are_numbers else sorted(values, key=_alphabetical)
    ranks = {value: rank for rank, value in enumerate(ordered, start=1)}
    width = 2 if len(ranks) < 1 << 16 else 4
    every = (ranks.get(record.order.get(name, ""), 0) for record in records)
    return packed({"width": width}, [b"".join(rank.to_bytes(width, "little") for rank in every)])


def facets_of(records: Sequence[Record]) -> list[str]:
    """Return the names of the facets that any record has."""
    return sorted({name for record in records for name, values in record.facets.items() if values})


def orders_of(records: Sequence[Record]) -> list[str]:
    """Return the names of the orders that any record has a place in."""
    return sorted({name for record in records for name in record.order})


def card_of(record: Record) -> bytes:
    """Return the file of a record: what a result shows of it, and the text that excerpts come from."""
    card = {
        "address": record.address,
        "title": record.title,
        "summary": record.summary,
        "shown": dict(record.shown),
        "text": record.text[:LONGEST_TEXT],
    }
    return json.dumps(card, ensure_ascii=False, separators=(",", ":")).encode()


LONGEST_TEXT = 5_000
"""Characters of a text that an excerpt is looked for in; what comes after is found, not shown."""


def _alphabetical(text: str) -> tuple[str, str]:
    return fold(text), text
