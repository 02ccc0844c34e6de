"""Numbers and files as bytes; assets/javascripts/search/packing.js reads what this writes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

_SEVEN_BITS = 0x7F
_MORE = 0x80


def packed(header: Mapping[str, object], parts: Sequence[bytes]) -> bytes:
    """Return a file: its header and its parts."""
    return b"".join((header_of(header, parts), *parts))


def header_of(header: Mapping[str, object], parts: Sequence[bytes]) -> bytes:
    """Return the begin of a file: four bytes with the length of what follows, which is JSON with `sizes`."""
    text = json.dumps(
        {**header, "sizes": [len(part) for part in parts]}, ensure_ascii=False, separators=(",", ":")
    ).encode()
    return len(text).to_bytes(4, "little") + text


def numbers(values: Iterable[int]) -> bytes:
    """Return numbers in as few bytes as each needs: seven bits a byte, the lowest first."""
    found = bytearray()
    for value in values:
        rest = value
        while rest > _SEVEN_BITS:
            found.append(rest & _SEVEN_BITS | _MORE)
            rest >>= 7
        found.append(rest)
    return bytes(found)


def places(rising: Sequence[int]) -> tuple[str, bytes]:
    """Return which things are meant: as steps between them, or as bits when that is shorter.

    Args:
        rising: Numbers of the things, each once, rising; at least one.

    Returns:
        `steps` or `bits`, and the bytes. Bits end with the last thing that is meant.
    """
    steps = numbers(after - before for before, after in zip((0, *rising), rising, strict=False))
    length = (rising[-1] >> 3) + 1
    if len(steps) <= length:
        return "steps", steps
    bits = bytearray(length)
    for place in rising:
        bits[place >> 3] |= 1 << (place & 7)
    return "bits", bytes(bits)
