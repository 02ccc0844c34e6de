"""What would change in a file, as a unified diff that a person can read and `patch` can apply."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator

from generator.text import neutral

_HEAD = re.compile(r"@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@")
_HIDDEN = "…"


def diff(path: str, old: bytes, new: bytes, hidden: Collection[int] = ()) -> str:
    r"""Return the lines that differ and three around them, or an empty text when nothing differs.

    Characters that a terminal obeys or that hide are written out, such as `\x1b`.

    Args:
        path: As it is to be shown.
        old: The content now.
        new: The content to come.
        hidden: Lines as they are now, from 1, whose words must not be shown: a dot takes their place.
    """
    before, after = _lines(old), _lines(new)
    shown = neutral(path)
    found = difflib.unified_diff(before, after, shown, shown)
    return "".join(_safely(found, hidden))


def _lines(content: bytes) -> list[str]:
    # Not splitlines: it also splits on U+2028, which editors do not count.
    text = content.decode("utf-8", "replace")
    pieces = text.split("\n")
    whole = [f"{piece}\n" for piece in pieces[:-1]]
    return [*whole, pieces[-1]] if pieces[-1] else whole


def _safely(found: Iterator[str], hidden: Collection[int]) -> Iterator[str]:
    number, is_secret = 0, False
    for position, line in enumerate(found):
        head = _HEAD.match(line)
        if position < 2 or head:  # noqa: PLR2004 - two lines with the path
            number = int(head[1]) if head else 0
            yield line
            continue
        sign, words = line[0], line[1:].removesuffix("\n")
        # What comes in the place of lines stands behind them.
        if sign == " ":
            is_secret = False
        elif sign == "-":
            is_secret = is_secret or number in hidden
        is_hidden = is_secret if sign == "+" else number in hidden
        number += sign != "+"
        kept = words.removesuffix("\r")
        shown = _HIDDEN if is_hidden else "\t".join(map(neutral, kept.split("\t")))
        yield f"{sign}{shown}{words[len(kept) :]}\n"
        if not line.endswith("\n"):
            yield "\\ No newline at end of file\n"
