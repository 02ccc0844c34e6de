"""Text of others, fit to show: no character that a terminal obeys, that hides, or that turns text around."""

from __future__ import annotations

import re

LONGEST = 60
"""Characters of a value that a message quotes; the source line shows the rest."""

# Controls, surrogates, noncharacters, line separators, bidirectional marks and invisible characters.
# Joiners stay: emoji and several scripts need them, and they move nothing.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff"
    "\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e01ef]"
)


def neutral(text: str) -> str:
    r"""Return a text with every unsafe character written out, such as `\x1b` or `\u202e`."""
    return _UNSAFE.sub(lambda match: _written(ord(match[0])), text)


def shown(value: object, *, most: int = LONGEST) -> str:
    """Return a value fit to quote in a message: neutral, and cut when it is long."""
    text = str(value)
    cut = text if len(text) <= most else text[: most - 1] + "…"
    return neutral(cut)


def _written(code: int) -> str:
    if code < 0x100:  # noqa: PLR2004 - two digits suffice
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004 - four digits suffice
