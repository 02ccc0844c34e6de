"""Ways to mend a fault in the text as it is written: what is not wrong stays as it was."""

from __future__ import annotations

import re

from generator.catalogue import Catalogue
from generator.documents import Document, Mapping, Path, Scalar, Sequence
from generator.findings import Edit, Fix, Location

# What needs no quotes, in a list between brackets neither.
_PLAIN = re.compile(
    r"[A-Za-z0-9](?:[A-Za-z0-9 ._/()@+-]*[A-Za-z0-9.)])?|https?://[^\s,\[\]{}\"'`]*[^\s,\[\]{}\"'`:]"
)


def safe(*edits: Edit | None) -> Fix | None:
    """Return a fix that is certain; None when one of its edits cannot be made."""
    return _fix(edits, is_safe=True)


def unsafe(*edits: Edit | None) -> Fix | None:
    """Return a fix that a person has to look at; None when one of its edits cannot be made."""
    return _fix(edits, is_safe=False)


def safe_anew(encoding: str) -> Fix:
    """Return a fix that saves the file as UTF-8; it is certain what its bytes are now."""
    return Fix((), is_safe=True, encoding=encoding)


def unsafe_anew(encoding: str) -> Fix:
    """Return a fix that saves the file as UTF-8; it is likely what its bytes are now."""
    return Fix((), is_safe=False, encoding=encoding)


def _fix(edits: tuple[Edit | None, ...], *, is_safe: bool) -> Fix | None:
    made = tuple(edit for edit in edits if edit is not None)
    return Fix(made, is_safe) if made and len(made) == len(edits) else None


def written(catalogue: Catalogue, place: Location) -> str | None:
    """Return what stands at a place; None when it is more than one line."""
    lines = catalogue.lines.get(place.path, ())
    if place.line != place.end_line or place.line > len(lines):
        return None
    return lines[place.line - 1][place.column - 1 : place.end_column - 1]


def rewritten(catalogue: Catalogue, place: Location, text: str) -> Edit | None:
    """Put another text in the place of a value or a name, between the same quotes."""
    old = written(catalogue, place)
    if not old or old[0] in "|>":
        return None
    if old[0] in "'\"":
        new = in_quotes(text, old[0]) if len(old) > 1 and old[-1] == old[0] else None
    else:
        new = text if _PLAIN.fullmatch(text) else in_quotes(text, '"')
    return None if new is None else Edit(place, new)


def in_quotes(text: str, quote: str) -> str:
    """Return a text between quotes, as YAML writes what stands in it."""
    if quote == "'":
        return "'" + text.replace("'", "''") + "'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def swapped(catalogue: Catalogue, place: Location, old: str, new: str) -> Edit | None:
    """Put a text in the place of another one within a place; None unless it stands there once, as it is."""
    whole = written(catalogue, place)
    if whole is None or not old or whole.count(old) != 1:
        return None
    start = place.column + whole.index(old)
    return Edit(Location(place.path, place.line, start, place.line, start + len(old)), new)


def replaced(place: Location, text: str) -> Edit:
    """Put a text in the place of what stands there, quotes and all."""
    return Edit(place, text)


def added(place: Location, text: str) -> Edit:
    """Put a text just before a place."""
    return Edit(Location(place.path, place.line, place.column, place.line, place.column), text)


def added_after(place: Location, text: str) -> Edit:
    """Put a text just after a place."""
    end = Location(place.path, place.end_line, place.end_column, place.end_line, place.end_column)
    return Edit(end, text)


def without(place: Location) -> Edit:
    """Take away what stands at a place."""
    return Edit(place, "")


def without_lines(path: str, first: int, last: int) -> Edit:
    """Take away whole lines, the last one too."""
    return Edit(Location(path, first, 1, last + 1, 1), "")


def without_item(document: Document, path: Path) -> Edit | None:
    """Take an item out of a list; None when it is the only one, or shares its line with a remark."""
    items, item = document.node(path[:-1]), document.node(path)
    if not isinstance(items, Sequence) or not isinstance(item, Scalar) or len(items.items) == 1:
        return None
    place = document.place(path)
    line = document.lines[place.line - 1]
    if place.line != place.end_line:
        return None
    if document.lines[items.span.line - 1][items.span.column - 1] != "[":
        around = line[: place.column - 1].strip() + line[place.end_column - 1 :].strip()
        return without_lines(place.path, place.line, place.line) if around == "-" else None
    number = int(path[-1])
    other = items.items[number - 1 if number else 1].span
    if other.line != place.line or other.end_line != place.line:
        return None
    start, end = (other.end_column, place.end_column) if number else (place.column, other.column)
    return without(Location(place.path, place.line, start, place.line, end))


def without_field(document: Document, path: Path) -> Edit | None:
    """Take away an empty field; None when nothing would be left above it, or its line says more."""
    above = document.node(path[:-1]) if len(path) > 1 else document.front
    if not isinstance(above, Mapping) or len(above.pairs) == 1 or path[-1] not in above.by_key:
        return None
    line = above.by_key[str(path[-1])].key.span.line
    words = document.lines[line - 1].split()
    is_alone = bool(words) and words[0] == f"{path[-1]}:" and words[1:] in ([], ["~"], ["null"])
    return without_lines(document.path, line, line) if is_alone else None
