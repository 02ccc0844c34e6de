"""What results can be narrowed and ordered by: one file a facet, one an order."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from generator.search.packing import packed, places
from generator.search.records import Record
from generator.search.words import fold


def facet_of(found: Mapping[str, Sequence[int]]) -> bytes:
    """Return the file of a facet: its values in alphabetical order, each with the records that have it.

    Args:
        found: Numbers of records, rising, by value; none is empty.
    """
    values = sorted(found, key=_alphabetical)
    forms, parts = zip(*(places(found[value]) for value in values), strict=True)
    return packed(
        {"values": values, "bits": [place for place, form in enumerate(forms) if form == "bits"]}, parts
    )


def order_of(values: Sequence[str]) -> bytes:
    """Return the file of an order: the rank of every record in two bytes, the lowest first; none is zero.

    Args:
        values: Of every record; empty for one without a place in the order.
    """
    known = set(values) - {""}
    are_numbers = all(value.isdecimal() for value in known)
    ordered = sorted(known, key=int) if are_numbers else sorted(known, key=_alphabetical)
    ranks = {value: rank for rank, value in enumerate(ordered, start=1)}
    width = 2 if len(ranks) < 1 << 16 else 4
    every = (ranks.get(value, 0) for value in values)
    return packed({"width": width}, [b"".join(rank.to_bytes(width, "little") for rank in every)])


def card_of(record: Record) -> bytes:
    """Return what a result shows of a record when there is no word to mark."""
    return _json(
        {
            "address": record.address,
            "title": record.title,
            "summary": record.summary,
            "shown": {name: record.shown[name] for name in _SHOWN if name in record.shown},
        }
    )


def result_of(card: bytes, text: str) -> bytes:
    """Return the file of a record that words find: its card, and the text that excerpts come from."""
    return card.removesuffix(b"}") + b',"text":' + _json(text[:LONGEST_TEXT]) + b"}"


def cards_of(cards: Sequence[bytes]) -> Iterator[bytes]:
    """Yield files with the cards of some records in a row."""
    for start in range(0, len(cards), CARDS):
        yield b"[" + b",".join(cards[start : start + CARDS]) + b"]"


LONGEST_TEXT = 5_000
"""Characters of a text that an excerpt is looked for in; what comes after is found, not shown."""
CARDS = 8
"""Cards in a file. Who browses reads the first ones of a list, which stand near each other."""

# What search/view.js puts on a card.
_SHOWN = ("soort", "organisatie", "status", "gebruikt", "themas")


_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _json(value: object) -> bytes:
    return _dumps(value).encode()


def _alphabetical(text: str) -> tuple[str, str]:
    return fold(text), text
