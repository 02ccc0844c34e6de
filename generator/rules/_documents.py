"""Ways through documents: the fields of a sort, the values in them, and whether one was really left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from generator.catalogue import MODELS, Catalogue, Record
from generator.documents import Document, Path, Scalar, Written
from generator.findings import Location
from generator.markdown import Spot
from generator.messages import translator
from generator.model.about import FieldSpec, fields_of
from generator.model.choices import Kind
from generator.model.convert import field_about, names_at
from generator.nearest import Nearest

_FEW = 64
MOST = 10
"""Places reported of one thing in one text, where looking at each takes time."""


def readable(catalogue: Catalogue, *kinds: Kind) -> Sequence[Record]:
    """Return the files with fields, of some kinds or of all."""
    records = catalogue.records
    # Sixty rules ask it of the same few files.
    return _readable_of_few(records, kinds) if len(records) <= _FEW else _readable(records, kinds)


def _readable(records: tuple[Record, ...], kinds: tuple[Kind, ...]) -> tuple[Record, ...]:
    found = (record for record in records if not kinds or record.kind in kinds)
    return tuple(record for record in found if record.document.fields)


_readable_of_few = lru_cache(maxsize=32)(_readable)


def with_text(catalogue: Catalogue, *kinds: Kind) -> Iterator[Record]:
    """Yield the files with fields and a text, of some kinds or of all: five of six have no text."""
    for record in readable(catalogue, *kinds):
        if record.document.body:
            yield record


@cache
def fields_of_kind(kind: Kind) -> tuple[FieldSpec, ...]:
    """Return every field that a kind of file may have."""
    return tuple(fields_of(MODELS[kind]))


@cache
def _referring(kind: Kind, to: str) -> tuple[tuple[str, ...], ...]:
    return tuple(spec.path for spec in fields_of_kind(kind) if spec.refers_to == to)


def references(record: Record, to: str) -> Iterator[tuple[Path, str]]:
    """Yield the path and text of each value that names an `entry` or an `organisation`."""
    fields = record.document.fields
    for pattern in _referring(record.kind, to):
        if pattern[0] in fields:
            yield from values_at(record.document, pattern)


def values_at(document: Document, pattern: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    """Yield the path and text of each single value at a path with `*` in it."""
    here: list[tuple[Path, Written]] = [((), document.fields)]
    for step in pattern:
        if step == "*":
            here = [
                ((*path, index), item)
                for path, value in here
                if isinstance(value, list)
                for index, item in enumerate(value)
            ]
        else:
            here = [
                ((*path, step), value[step])
                for path, value in here
                if isinstance(value, dict) and step in value
            ]
        if not here:
            return
    for path, text in here:
        if isinstance(text, str):
            yield path, text.strip()


def lacks(record: Record, *path: str) -> bool:
    """Whether a field was left out, its parent being there; a misspelt field is not left out."""
    above = record.document.written(path[:-1])
    if not isinstance(above, dict) or path[-1] in above:
        return False
    strange = above.keys() - _known(record.kind, path[:-1])
    return not any(_names_of(record.kind, path).find(key, most=1) for key in strange)


@cache
def _known(kind: Kind, path: tuple[str, ...]) -> frozenset[str]:
    """Return the names of the fields that a part of a file may have."""
    return frozenset(names_at(MODELS[kind], path))


@cache
def _names_of(kind: Kind, path: tuple[str, ...]) -> Nearest:
    """Return what a person could call one field: its name, and its title in both languages."""
    about = field_about(MODELS[kind], path)
    titles = (about.title, translator("nl").gettext(about.title)) if about else ()
    return Nearest((name, path[-1]) for name in (path[-1], *titles))


def body_place(record: Record, spot: Spot) -> Location:
    """Return the place in the file of a spot in its body."""
    return record.document.body_place(spot.line, spot.column, spot.end_column)


def inside(record: Record, path: Path, start: int, end: int) -> Location:
    """Return the place of a part of a value; of the whole when it is not written on one line as it is.

    Args:
        record: The file.
        path: The value.
        start: First character of the part in the value, from 0.
        end: The character after it.
    """
    whole = record.document.place(path)
    node = record.document.node(path)
    if (
        not isinstance(node, Scalar)
        or whole.line != whole.end_line
        or whole.line > len(record.document.lines)
    ):
        return whole
    written = record.document.lines[whole.line - 1][whole.column - 1 : whole.end_column - 1]
    found = written.find(node.text)
    if found < 0:
        return whole
    first = whole.column + found + start
    return Location(whole.path, whole.line, first, whole.line, first + end - start)
