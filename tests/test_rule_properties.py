"""One change in a valid file: what breaks the schema is found on its line, once, and nothing else is found.

Files are those of the committed catalogue and of the cases, of all five kinds. A change puts another value in
the place of one, renames, empties, doubles or removes a field, or adds one. What an editor knows and the
model does not, and the reverse, is listed in `test_schema`; values that show it are not used here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_schema import catalogue, schema_accepts

from generator.catalogue import Record, load
from generator.documents import Document, Mapping, Node, Pair, Scalar, Sequence, read
from generator.documents import Path as FieldPath
from generator.findings import Finding, Severity
from generator.model.choices import Kind
from generator.model.convert import convert
from generator.model.kinds import MODELS
from generator.rules import check, check_files

BASE = Path(__file__).parent / "cases" / "_base" / "catalogue"
TODAY = dt.date(2026, 11, 24)
VALUES = (
    "'???'",
    "''",
    "",
    "[x]",
    "[]",
    "{x: y}",
    "{}",
    "2026-13-01",
    "https://",
    f"'{'x' * 700}'",
    "unknown",
)
SHAPE = frozenset(
    {
        "choice-is-known",
        "date-is-valid",
        "email-is-valid",
        "field-has-a-value",
        "field-has-the-right-shape",
        "field-is-given-once",
        "field-is-known",
        "flag-is-true-or-false",
        "id-is-valid",
        "number-is-valid",
        "number-of-items-fits",
        "required-field-is-present",
        "term-is-known",
        "text-fits",
        "text-is-one-line",
        "url-is-valid",
    }
)


@dataclass(frozen=True, slots=True)
class Change:
    """A file after one change.

    Attributes:
        text: All of it.
        lines: Where the change can be seen, from 1; of what was removed, where the field above it stands.
        what: In words, to read when a test fails.
        is_several: Whether it is more than one fault: each field that a part must have, each item of a list.
    """

    text: str
    lines: range
    what: str
    is_several: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One field with its value, or one item of a list (then without a key)."""

    path: FieldPath
    value: Node
    key: Scalar | None = None


def parts_of(node: Node, path: FieldPath = ()) -> Iterator[Part]:
    """Yield every field and item, from the top down."""
    if isinstance(node, Mapping):
        for pair in node.pairs:
            yield Part((*path, pair.key.text), pair.value, pair.key)
            yield from parts_of(pair.value, (*path, pair.key.text))
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield Part((*path, index), item)
            yield from parts_of(item, (*path, index))


def replaced(document: Document, span: tuple[int, int, int, int], new: str, what: str) -> Change:
    """Put other text in the place of a span."""
    line, column, end_line, end_column = span
    lines = list(document.lines)
    after = lines[end_line - 1][end_column - 1 :] if end_line <= len(lines) else ""
    # A block of text ends at the start of the line after it.
    gap = "\n" if end_column == 1 and end_line > line else ""
    lines[line - 1 : end_line] = [lines[line - 1][: column - 1] + new + gap + after]
    return Change("\n".join(lines), range(line, line + new.count("\n") + 1), f"{what}: {new[:20]!r}")


def lines_of(pair: Pair) -> slice:
    """Return the lines on which a field at the top stands."""
    last = pair.value.span.end_line - (pair.value.span.end_column == 1)
    return slice(pair.key.span.line - 1, max(last, pair.key.span.line))


def without(document: Document, pair: Pair) -> Change:
    """Take a field at the top away; it is missing from the file as a whole."""
    lines = list(document.lines)
    del lines[lines_of(pair)]
    return Change("\n".join(lines), range(1, 2), f"without {pair.key.text}")


def doubled(document: Document, pair: Pair) -> Change:
    """Write a field at the top twice."""
    lines, own = list(document.lines), lines_of(pair)
    lines[own] = lines[own] * 2
    return Change("\n".join(lines), range(own.stop + 1, own.stop + 2), f"{pair.key.text} twice")


def changes_of(document: Document, data: st.DataObject) -> Change:
    """Draw one change."""
    parts = list(parts_of(document.front))
    part = parts[data.draw(st.integers(0, len(parts) - 1))]
    way = data.draw(st.sampled_from(("value", "value", "rename", "remove", "add", "double", "many")))
    where = ".".join(map(str, part.path))
    if way == "rename" and part.key:
        return replaced(document, part.key.span, f"zz{part.key.text}", f"{where} renamed")
    if way == "remove":
        pairs = document.front.pairs
        return without(document, pairs[data.draw(st.integers(0, len(pairs) - 1))])
    if way == "double":
        pairs = document.front.pairs
        return doubled(document, pairs[data.draw(st.integers(0, len(pairs) - 1))])
    if way == "add":
        spot = document.front.pairs[0].key.span
        return replaced(document, (*spot[:2], *spot[:2]), "iets: x\n", "added")
    if way == "many" and isinstance(part.value, Sequence):
        items = ", ".join(f"x{number}" for number in range(60))
        change = replaced(document, part.value.span, f"[{items}]", f"{where} many")
        return replace(change, is_several=True)
    change = replaced(document, part.value.span, data.draw(st.sampled_from(VALUES)), where)
    # A list or part below its key is changed there too: what is left empty is said at the key.
    first = part.key.span.line if part.key else change.lines[0]
    is_several = isinstance(part.value, Mapping) and change.what.endswith(("'{}'", "'{x: y}'"))
    return Change(change.text, range(first, change.lines.stop), change.what, is_several)


@cache
def seeds() -> tuple[Record, ...]:
    """Return valid files of every kind, small ones first, so that failures are short."""
    found = [record for record in catalogue().records if record.is_valid]
    return tuple(sorted(found, key=lambda record: len(record.document.lines)))


def found_in_one(record: Record, content: bytes) -> tuple[Document, bool, list[Finding]]:
    """Return a changed file, whether it could be read, and what rules find that look at one file."""
    document, faults = read(record.path, content)
    terms = catalogue().vocabularies
    # As when a catalogue is loaded: what has no fields is not typed.
    is_readable = bool(document.front.pairs) or not faults
    _, wrong = convert(document, MODELS[record.kind], terms) if is_readable else (None, [])
    is_valid = not faults and not wrong
    changed = Record(record.kind, record.id, record.organisation, document, is_valid)
    part = catalogue().part((changed,), (*faults, *wrong))
    return document, not faults, list(check_files(part, TODAY))


@pytest.mark.parametrize("kind", list(Kind))
@given(st.data())
@settings(max_examples=100, deadline=None)
def test_a_change_that_breaks_the_schema_is_found_on_its_line(kind: Kind, data: st.DataObject) -> None:
    """And one that keeps to the schema gives no finding about the shape of fields."""
    some = [item for item in seeds() if item.kind is kind][:150]
    record = some[data.draw(st.integers(0, len(some) - 1))]
    document, _ = read(record.path, "\n".join(record.document.lines).encode())
    change = changes_of(document, data)
    changed, is_read, findings = found_in_one(record, change.text.encode())
    errors = [item for item in findings if item.severity is Severity.ERROR]
    said = (change.what, [(item.rule, str(item.location)) for item in errors])
    if not is_read:
        # What is no YAML any more is said where its grammar breaks, which can be a line below.
        assert errors, said
    elif not schema_accepts(kind.value, changed):
        assert any(touches(item, change) for item in errors), said
    else:
        assert [item for item in findings if item.rule in SHAPE] == [], said


def touches(finding: Finding, change: Change) -> bool:
    """Whether a finding stands where the change is."""
    place = finding.location
    return place.line < change.lines.stop and place.end_line >= change.lines.start


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_one_change_gives_one_finding(data: st.DataObject) -> None:
    """All rules, the whole catalogue; but what takes or adds several fields is several faults."""
    files = sorted(base())
    path = files[data.draw(st.integers(0, len(files) - 1))]
    document, _ = read(f"catalogue/{path}", base()[path].encode())
    change = changes_of(document, data)
    changed = load(BASE, {f"catalogue/{path}": change.text.encode()})
    errors = [item for item in check(changed, TODAY) if item.severity is Severity.ERROR]
    said = (path, change.what, [(item.rule, str(item.location)) for item in errors])
    assert len(errors) <= 1 or change.is_several, said


@cache
def base() -> dict[str, str]:
    """Return the files of organisations in the catalogue of the cases, by path."""
    found = (file for file in (BASE / "organisations").rglob("*.*") if file.is_file())
    return {file.relative_to(BASE).as_posix(): file.read_text("utf-8") for file in found}
