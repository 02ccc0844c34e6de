"""Signs of what must stand in no text, in the whole of a file: forms of it that are quick to search.

To look for one character costs next to nothing, for a word a fiftieth of all that reading a file takes. So a
rule asks for a rare character first, and all rules share these forms. It asks all files that are looked at
together first, as one: most have no sign, and then no file is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from generator.catalogue import Record
from generator.catalogue.inspections import inspected
from generator.documents import Document

_MOST_KEPT = 256
_MOST_TOGETHER = 4
_PART = 8
"""Files that are asked as one when all together have a sign: often one of them has it."""

# The sign for kelvin, a long s, an i without a dot and an I with one: to a pattern they are k, s and i.
_ALIKE = (
    ("\u212a".encode(), b"k"),
    ("\u017f".encode(), b"s"),
    ("\u0131".encode(), b"i"),
    ("\u0130".encode(), b"i"),
)

_DIGITS_TO_ZEROS = bytes.maketrans(b"0123456789", b"0" * 10)
_LETTERS = bytes(code for code in range(0x80) if chr(code).isalpha())
_ESCAPED = re.compile(rb"\\[xuXU]")


class Signs:
    """A file, or some files after one another, in the forms in which rules look for signs.

    A value can be folded over several lines or have quotes in it, so a sign is one word or a few characters;
    whether a breach is there, the values tell. A sign too many costs time, a sign too few hides a breach.
    """

    def __init__(self, *documents: Document) -> None:
        """Keep the files, to look at when asked."""
        self._documents = documents

    @cached_property
    def written(self) -> bytes:
        """The file in UTF-8, as written."""
        return b"\n".join([document.encoded for document in self._documents])

    @cached_property
    def small(self) -> bytes:
        """The file in UTF-8, in small letters."""
        small = self.written.lower()
        for strange, plain in _ALIKE:
            # One byte first: most files have none.
            if strange[:1] in small:
                small = small.replace(strange, plain)
        return small

    @cached_property
    def lowered(self) -> str:
        """The file in small letters, those beyond ASCII too."""
        return "\n".join([document.lowered for document in self._documents])

    @cached_property
    def figures(self) -> bytes:
        """The file with a zero for each digit and without letters.

        Nine zeros are found 50 times as quickly as nine digits, and a quarter of a file is left.
        """
        return self.written.translate(_DIGITS_TO_ZEROS, _LETTERS)

    @cached_property
    def has_escapes(self) -> bool:
        r"""Whether a character may be written as `\x40`: then no sign of it shows."""
        return b"\\" in self.written and _ESCAPED.search(self.written) is not None

    @cached_property
    def small_with_code(self) -> bytes:
        """As `small`, and only files with code in the text, or with a remark beside the fields."""
        with_code = [each for each in self._documents if inspected(each).has_code or may_have_remarks(each)]
        return b"\n".join([signs(each).small for each in with_code])


def may_have_remarks(document: Document) -> bool:
    """Whether there is a `#` outside the text of a file."""
    first = document.encoded.find(b"#")
    if first < 0 or not document.path.endswith(".md"):
        return first >= 0
    return document.encoded.count(b"\n", 0, first) + 1 < document.body_line


@lru_cache(maxsize=_MOST_KEPT)
def signs(document: Document) -> Signs:
    """Return the signs of a file; those asked for longest ago are let go."""
    return Signs(document)


def suspects(records: Iterable[Record], has_sign: Callable[[Signs], bool]) -> Sequence[Record]:
    r"""Return the files that may hold a breach.

    Args:
        records: The files that are looked at together.
        has_sign: Whether a sign stands in a file. It has to be quick, and where it stands in one file, it has
            to stand in that file and others after one another. A value may write characters as `\x40`: a file
            that does so may hold anything.
    """
    asked = tuple(records)
    together = _together(asked)
    if not _tells(together, has_sign):
        return ()
    parts = (asked[start : start + _PART] for start in range(0, len(asked), _PART))
    return [record for part in parts for record in _alone(part, has_sign)]


def _alone(records: Sequence[Record], has_sign: Callable[[Signs], bool]) -> Iterator[Record]:
    """Yield those of a few files that have a sign themselves."""
    if not _tells(Signs(*(record.document for record in records)), has_sign):
        return
    for record in records:
        if _tells(signs(record.document), has_sign):
            yield record


def _tells(signs: Signs, has_sign: Callable[[Signs], bool]) -> bool:
    return has_sign(signs) or signs.has_escapes


@lru_cache(maxsize=_MOST_TOGETHER)
def _together(records: tuple[Record, ...]) -> Signs:
    return Signs(*(record.document for record in records))
