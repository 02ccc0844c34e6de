"""Signs of what must stand in no text, in the whole of a file: forms of it that are quick to search.

To look for one character costs next to nothing, for a word a fiftieth of all that reading a file takes. So a
rule asks for a rare character first, and all rules share these forms.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from generator.catalogue.inspections import inspected
from generator.documents import Document

_MOST_KEPT = 256
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
    """A file, in the forms in which rules look for signs.

    A value can be folded over several lines or have quotes in it, so a sign is one word or a few characters;
    whether a breach is there, the values tell. A sign too many costs time, a sign too few hides a breach.
    """

    def __init__(self, document: Document) -> None:
        """Keep the file, to look at when asked."""
        self._document = document

    @property
    def written(self) -> bytes:
        """The file in UTF-8, as written."""
        return self._document.encoded

    @cached_property
    def small(self) -> bytes:
        """The file in UTF-8, in small letters."""
        small = self.written.lower()
        for strange, plain in _ALIKE:
            # One byte first: most files have none.
            if strange[:1] in small:
                small = small.replace(strange, plain)
        return small

    @property
    def lowered(self) -> str:
        """The file in small letters, those beyond ASCII too."""
        return self._document.lowered

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
    def has_code(self) -> bool:
        """Whether there is code in the text, or a remark beside the fields."""
        return inspected(self._document).has_code or self.may_have_remarks

    @cached_property
    def may_have_remarks(self) -> bool:
        """Whether there is a `#` outside the text."""
        first = self.written.find(b"#")
        if first < 0 or not self._document.path.endswith(".md"):
            return first >= 0
        return self.written.count(b"\n", 0, first) + 1 < self._document.body_line


@lru_cache(maxsize=_MOST_KEPT)
def signs(document: Document) -> Signs:
    """Return the signs of a file; those asked for longest ago are let go."""
    return Signs(document)
