"""Records and indexes to test the search with."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from generator.search.index import START, write_index
from generator.search.kept import Last
from generator.search.records import Record, Source


def record(address: str = "a/", **fields: object) -> Record:
    """Make a record with little in it."""
    plain: dict[str, object] = {
        "title": "Title",
        "summary": "",
        "questions": (),
        "tags": (),
        "synonyms": (),
        "names": (),
        "aliases": (),
        "text": "text",
        "facets": {},
        "shown": {},
        "order": {},
        "weight": 1.0,
    }
    return Record(address=address, **{**plain, **fields})  # type: ignore[arg-type]


def sources(records: Iterable[Record]) -> list[Source]:
    """Return where to read records."""
    return [Source(repr(item), lambda item=item: item) for item in records]  # type: ignore[misc]


def index_in(folder: Path) -> dict[str, bytes]:
    """Return the files of an index by name, without the folder of its version."""
    version = json.loads((folder / START).read_bytes())["version"]
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}
    return {name.removeprefix(f"{version}/"): content for name, content in found.items()}


def index_of(records: Iterable[Record], folder: Path, last: Last | None = None) -> dict[str, bytes]:
    """Write the index of records, and return its files."""
    write_index(sources(records), folder, last)
    return index_in(folder)


def unpacked(content: bytes) -> tuple[dict[str, object], list[bytes]]:
    """Read a file as a browser does."""
    length = int.from_bytes(content[:4], "little")
    header = json.loads(content[4 : 4 + length])
    parts, place = [], 4 + length
    for size in header["sizes"]:
        parts.append(content[place : place + size])
        place += size
    return header, parts
