"""A field is what it has to be: one value, a list, or a group of fields."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.documents import Document, Path, Scalar, Sequence
from generator.faults import Fault
from generator.findings import Finding, Fix, Rule, Severity
from generator.messages import Message, msg
from generator.rules._faults import faults, field
from generator.rules._fixes import added, added_after, replaced, safe, unsafe, written
from generator.rules._hints import example
from generator.text import shown

RULE = Rule(
    "field-has-the-right-shape",
    Severity.ERROR,
    summary=msg("A field is what it has to be: one value, a list, or a group of fields."),
    why=msg("A list where one text is expected, or the other way round, cannot be shown."),
    repair=msg("Write the value as in the example."),
)

_SHAPES = {
    "text": msg("one value"),
    "list": msg("a list"),
    "mapping": msg("a group of fields"),
}


_DASHES = re.compile(r"\s-\s")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*")
_WORDS = re.compile(r"[^\W_][\w .,/()-]*")


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield values of another shape."""
    documents = {record.path: record.document for record in catalogue.records}
    for item in faults(catalogue, "wrong-shape"):
        message = msg(
            "'{field}' is {written}; it has to be {expected}",
            field=shown(field(item)),
            written=_SHAPES[str(item.values["written"])],
            expected=_SHAPES[str(item.values["expected"])],
        )
        fix = _fix(catalogue, item, documents.get(item.location.path))
        yield RULE.finding(item.location, message, _hint(item), fix)


def _fix(catalogue: Catalogue, item: Fault, document: Document | None) -> Fix | None:
    old = written(catalogue, item.location)
    path: Path = item.values["path"]  # type: ignore[assignment]
    node = document.node(path) if document else None
    if item.values["expected"] == "list" and isinstance(node, Scalar) and old:
        edits = (added(item.location, "["), added_after(item.location, "]"))
        if node.quoted or all(_ID.fullmatch(part.strip()) for part in old.split(",")):
            return safe(*edits)
        return unsafe(*edits) if _WORDS.fullmatch(old) and not _DASHES.search(old) else None
    if item.values["expected"] == "text" and isinstance(node, Sequence) and len(node.items) == 1 and document:
        only = document.place((*path, 0))
        value = written(catalogue, only)
        if isinstance(node.items[0], Scalar) and value and old and old.startswith("["):
            return safe(replaced(item.location, value))
    return None


def _hint(item: Fault) -> Message | None:
    if item.values["expected"] == "list" and item.values["written"] == "text":
        written = str(item.values["value"] or "")
        if written.startswith("-"):
            return msg("put a space after each dash")
        if _DASHES.search(written):
            return msg("put a dash and a space before each value, the first one too")
        line = f"{field(item)}: [{written.strip('[]() ')}]"
        return msg("make it a list: {line}", line=shown(line, most=100))
    return example(field(item), item.values["about"])
