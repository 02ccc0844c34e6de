"""The words of a file: each value, remark and line, for what must stand in none of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Record
from generator.documents import Mapping, Node, Path, Sequence, Span
from generator.findings import Location
from generator.model.choices import Kind
from generator.rules._documents import inside, readable
from generator.rules._faults import Failed
from generator.rules._signs import Signs, may_have_remarks, suspects

_CYBER = "cybersecurity"
_REMARK = re.compile(r"(?:^|(?<=[ \t]))#.*")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\s<>\"]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """One value in the fields, one remark beside them, or one line of the text.

    Attributes:
        record: The file.
        text: What is written, columns kept.
        path: Of the value; empty for a line of the text and for a remark.
        line: Of the text, from 1; 0 for what is not in it.
        code: What stands in code, all else blanked out: for a line of the text and for a remark.
        row: Of a remark: the line of the file, from 1; else 0.
    """

    record: Record
    text: str
    path: Path = ()
    line: int = 0
    code: str = ""
    row: int = 0

    @property
    def words(self) -> str:
        """The text with web addresses blanked out: rules of their own judge those."""
        return _ADDRESS.sub(lambda found: " " * len(found[0]), self.text)

    def place(self, start: int, end: int) -> Location:
        """Return the place in the file of a part of the text, counted from 0."""
        if self.line:
            return self.record.document.body_place(self.line, start + 1, end + 1)
        if self.row:
            return Location(self.record.path, self.row, start + 1, self.row, end + 1)
        return inside(self.record, self.path, start, end)


def passages(
    catalogue: Catalogue,
    has_sign: Callable[[Signs], bool],
    *kinds: Kind,
    is_wanted: Callable[[Record], bool] = lambda _: True,
) -> Iterator[Passage]:
    r"""Yield the passages of each file with a sign of what is looked for; values with a fault are left out.

    Args:
        catalogue: As loaded.
        has_sign: Whether a whole file could hold a breach, as in `suspects`: the values of most files are not
            visited.
        kinds: Of file; all when none is named.
        is_wanted: Whether a file is looked at.
    """
    failed = Failed(catalogue)
    for record in suspects(filter(is_wanted, readable(catalogue, *kinds)), has_sign):
        for path, text in record.document.values:
            if (record.path, path) not in failed:
                yield Passage(record, text, path)
        if may_have_remarks(record.document):
            yield from _remarks(record)
        prose = catalogue.inspected[record.path].prose
        for number, line in enumerate(record.document.body.split("\n")):
            yield Passage(record, line, line=number + 1, code=_code(line, prose[number]))


def security_passages(catalogue: Catalogue, has_sign: Callable[[Signs], bool]) -> Iterator[Passage]:
    """Return the passages in which a detail about an organisation's own systems would help an attacker.

    That is what organisations say of themselves, how they use something, and how they protect themselves.
    """
    kinds = (Kind.ADOPTION, Kind.ORGANISATION, Kind.PRACTICE)
    return passages(catalogue, has_sign, *kinds, is_wanted=_is_of_security)


def _remarks(record: Record) -> Iterator[Passage]:
    """Yield what stands behind `#` beside the fields: who reads the file reads it."""
    document = record.document
    ends = {span.end_line: span.end_column for span in _spans(document.front)}
    within = {line for span in _spans(document.front) for line in range(span.line, span.end_line)}
    body = range(document.body_line, document.body_line + document.body.count("\n") + 1)
    for number, line in enumerate(document.lines, start=1):
        if "#" not in line or number in within or (number in body and document.body):
            continue
        remark = _REMARK.search(line, max(ends.get(number, 1) - 1, 0))
        if remark:
            text = " " * remark.start() + remark[0]
            yield Passage(record, text, code=text, row=number)


def _spans(node: Node) -> Iterator[Span]:
    """Yield where each key and each value stands."""
    if isinstance(node, Mapping):
        for pair in node.pairs:
            yield pair.key.span
            yield from _spans(pair.value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _spans(item)
    else:
        yield node.span


def _is_of_security(record: Record) -> bool:
    return record.kind is not Kind.PRACTICE or record.document.text("domain") == _CYBER


def _code(line: str, prose: str) -> str:
    if line == prose:
        return ""
    # Not strict: an empty line within code has a blank for its prose.
    pairs = zip(line, prose, strict=False)
    return "".join(" " if written == kept else written for written, kept in pairs)
