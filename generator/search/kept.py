"""What records said in the last build, and the files of its index: the next one need not find out again."""

from __future__ import annotations

import json
import os
import sys
from array import array
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from importlib.metadata import version
from itertools import accumulate, chain, pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator.search.lexicon import Lexicon
from generator.search.packing import header_of
from generator.search.said import Lexicons, Said, Spoken

Stamp = tuple[int, int, int]
"""Inode, size and time of a file: what tells it from one that was written since."""

_DIGEST = 16
_COLUMNS = ("words", "terms", "facets", "orders", "card", "digest")


@dataclass(frozen=True, slots=True)
class Kept:
    """The last index.

    Attributes:
        spoken: What records said, best first.
        start: What a browser reads first.
        version: Of the index; the name of the folder with its other files.
        stamps: Of those files, by their name.
    """

    spoken: Spoken = field(default_factory=Spoken)
    start: bytes = b""
    version: str = ""
    stamps: Mapping[str, Stamp] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Last:
    """Where the last index is.

    Attributes:
        folder: With its files, as given to `write_index`.
        kept: File with what it was made of. That of the next one goes there too.
        edition: Differs when the code does that made it.
    """

    folder: Path
    kept: Path
    edition: str


def read_kept(last: Last) -> Kept:
    """Return what was kept; nothing when the file is not there, not as it was left, or of other code."""
    try:
        first, _, content = last.kept.read_bytes().partition(b"\n")
        return _loaded(content) if first == _seal(last.edition, [content]) else Kept()
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return Kept()


def write_kept(last: Last, kept: Kept) -> None:
    """Keep an index; without a place to keep it the next one only takes longer."""
    parts = _dumped(kept)
    fresh = last.kept.with_name(f".{last.kept.name}.{os.getpid()}")
    try:
        fresh.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("wb") as stream:
            stream.write(_seal(last.edition, parts) + b"\n")
            stream.writelines(parts)
        fresh.replace(last.kept)
    except OSError:
        with suppress(OSError):
            fresh.unlink()


def _seal(edition: str, parts: Sequence[bytes]) -> bytes:
    digest = blake2b(digest_size=_DIGEST)
    for part in parts:
        digest.update(part)
    return f"{edition} {version('pyspellchecker')} {sys.byteorder} {digest.hexdigest()}".encode()


def _dumped(kept: Kept) -> list[bytes]:
    said, lexicons = kept.spoken.said.values(), kept.spoken.lexicons
    words, parts = lexicons.words.texts, kept.spoken.parts
    header = {
        "records": [(item.key, item.address, item.weight, item.reuse) for item in said],
        "words": words,
        "parts": [parts.get(word) for word in words],
        "terms": lexicons.terms.texts,
        "facets": lexicons.facets.texts,
        "orders": lexicons.orders.texts,
        "start": kept.start.decode(),
        "version": kept.version,
        "files": tuple(kept.stamps),
    }
    columns = []
    for name in _COLUMNS:
        cells = [bytes(getattr(item, name)) for item in said]
        columns += [array("I", map(len, cells)).tobytes(), b"".join(cells)]
    columns.append(array("Q", chain.from_iterable(kept.stamps.values())).tobytes())
    return [header_of(header, columns), *columns]


def _loaded(content: bytes) -> Kept:
    header, (*columns, stamps) = _unpacked(content)
    cells = map(_apart, columns[0::2], columns[1::2])
    said = {}
    for record, words, terms, facets, orders, card, digest in zip(header["records"], *cells, strict=True):
        key, address, weight, reuse = record
        numbers = array("I", words), array("I", terms), array("I", facets), array("I", orders)
        said[key] = Said(key, address, weight, reuse, *numbers, card, digest)
    found = array("Q", stamps)
    each = zip(found[0::3], found[1::3], found[2::3], strict=True)
    return Kept(
        Spoken(said, _lexicons(header), _parts(header)),
        header["start"].encode(),
        header["version"],
        dict(zip(header["files"], each, strict=True)),
    )


def _apart(lengths: bytes, column: bytes) -> Iterator[bytes]:
    """Yield the cells of a column."""
    return (column[start:end] for start, end in pairwise(accumulate(array("I", lengths), initial=0)))


def _lexicons(header: Mapping[str, Any]) -> Lexicons:
    pairs = (Lexicon(map(tuple, header[name])) for name in ("facets", "orders"))
    return Lexicons(Lexicon(header["words"]), Lexicon(header["terms"]), *pairs)


def _parts(header: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    each = zip(header["words"], header["parts"], strict=True)
    return {word: tuple(parts) for word, parts in each if parts is not None}


def _unpacked(content: bytes) -> tuple[dict[str, Any], list[bytes]]:
    """Return what `packed` was given, with `sizes`."""
    length = int.from_bytes(content[:4], "little")
    header = json.loads(content[4 : 4 + length])
    ends = accumulate(header["sizes"], initial=4 + length)
    return header, [content[start:end] for start, end in pairwise(ends)]
