"""The words of a file, value by value and line by line, for what must stand in none of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Record
from generator.documents import Path
from generator.findings import Location
from generator.model.choices import Kind
from generator.rules._documents import inside, readable, scalars
from generator.rules._faults import Failed

_ESCAPED = re.compile(r"\\[xu]")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\s<>\"]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """One value in the fields, or one line of the text.

    Attributes:
        record: The file.
        text: What is written, columns kept.
        path: Of the value; empty for a line of the text.
        line: Of the text, from 1; 0 for a value.
        code: Of a line: what stands in code, all else blanked out; empty for a value.
    """

    record: Record
    text: str
    path: Path = ()
    line: int = 0
    code: str = ""

    @property
    def words(self) -> str:
        """The text with web addresses blanked out: rules of their own judge those."""
        return _ADDRESS.sub(lambda found: " " * len(found[0]), self.text)

    def place(self, start: int, end: int) -> Location:
        """Return the place in the file of a part of the text, counted from 0."""
        if self.line:
            return self.record.document.body_place(self.line, start + 1, end + 1)
        return inside(self.record, self.path, start, end)


def passages(catalogue: Catalogue, has_sign: Callable[[str], bool], *kinds: Kind) -> Iterator[Passage]:
    r"""Yield the passages of each file with a sign of what is looked for; values with a fault are left out.

    Args:
        catalogue: As loaded.
        has_sign: Whether a whole file, in small letters, could hold a breach. It has to be quick: it is asked
            of every file, so that the values of most are not visited. A value may write characters as `\x40`:
            a file that does so is always looked at.
        kinds: Of file; all when none is named.
    """
    failed = Failed(catalogue)
    for record in readable(catalogue, *kinds):
        written = "\n".join(record.document.lines).lower()
        if not has_sign(written) and not _ESCAPED.search(written):
            continue
        for path, value in scalars(record.document.front):
            if (record.path, path) not in failed:
                yield Passage(record, value.text, path)
        prose = catalogue.inspected[record.path].prose
        for number, line in enumerate(record.document.body.split("\n")):
            yield Passage(record, line, line=number + 1, code=_code(line, prose[number]))


def _code(line: str, prose: str) -> str:
    if line == prose:
        return ""
    # Not strict: an empty line within code has a blank for its prose.
    pairs = zip(line, prose, strict=False)
    return "".join(" " if written == kept else written for written, kept in pairs)
