"""The quick way through a plain text: headings, links and code fences by pattern; else the parser looks.

Half of the time of a validation went to the parser, and most texts are paragraphs and lists with a link here
and there. A text with anything that these patterns do not know for certain is unusual: then the parser looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.markdown.found import HeadingFound, Inspected, LinkFound, Spot
from generator.markdown.parser import LONGEST, slug

# Markup, code, escapes and quotes; white space that is no plain space; characters that nobody sees.
_UNUSUAL = re.compile(r"[`<>\\&~\x00\x02-\x09\x0b-\x1f\x7f]|[^\S\n ]")
_USUAL = bytes(code for code in range(0x80) if not _UNUSUAL.match(chr(code)))
_UNUSUAL_LINE = re.compile(
    # An indent, or an item of a list that begins with something else than words.
    r" +\S|(?:[-+*]|[0-9]{1,9}[.)])(?: {2,}| #| [+*\-](?: |$)| [0-9]{1,9}[.)]| *$)"
    # Signs alone: some make a heading of the line above.
    r"|[-=*_+: ]*[-=*_+:][-=*_+: ]*$"
    # A heading without words, or with more than words.
    r"|\#{1,6}(?: *$| .*[#*_|\[\]\x01])"
)
# A link or code in a table: it can stand in a cell too many, which is left out.
_UNUSUAL_TABLE = re.compile(r"\|[^\n]*[\[\x01]|[\[\x01][^\n]*\|")
_FENCE = re.compile(r"^```[a-z]*\n(?:(?! *```)[^\n]*\n)*```$", re.MULTILINE)
_CODE = re.compile(r"(?<!`)`[^`\n]+`(?!`)")
_COVERED = "\x01"
"""Stands for a character of code within a line, where a blank would look like part of a text."""
_LINK = re.compile(
    r"\[([^\[\]*_\n\x01]+)\]\("
    r"(https?://[a-z0-9.-]+(?:/[A-Za-z0-9._/#?=-]*)?|[A-Za-z0-9.][A-Za-z0-9._/-]*(?:#[A-Za-z0-9-]+)?|#[A-Za-z0-9-]+)\)"
)
_HEADING = re.compile(r"(\#{1,6}) +(.*[^ ]) *")
_NOTHING = Inspected((), (), (), (), ("",), has_code=False)


def quick(body: str) -> Inspected | None:
    """Return what stands in a text, or None when only the parser can tell.

    Args:
        body: Markdown.
    """
    if not body:
        return _NOTHING
    if len(body) > LONGEST or _COVERED in body or "\r" in body:
        return None
    text = body
    if "`" in body:
        # Code makes way for as many characters, so that places stay right.
        text = _FENCE.sub(_blank, body) if "```" in body else body
        text = _CODE.sub(lambda code: _COVERED * len(code[0]), text)
    lines = text.split("\n")
    links = [*_LINK.finditer(text)] if "[" in text else []
    # A link has one bracket of each kind: there are no others, so no references. Behind "!" it is an image.
    if not text.count("[") == text.count("]") == len(links) or _is_unusual(text):
        return None
    if any(text.startswith("!", link.start() - 1) for link in links if link.start()):
        return None
    headings = _headings(lines)
    if headings is None:
        return None
    prose = text.replace(_COVERED, " ").split("\n") if text is not body else lines
    return Inspected((), tuple(_links(text, links)), (), tuple(headings), tuple(prose), text is not body)


def _is_unusual(text: str) -> bool:
    # First without what is usual: little is left to look at.
    rest = text.encode("utf-8", "surrogatepass").translate(None, _USUAL)
    return (bool(rest) and _UNUSUAL.search(rest.decode("utf-8", "surrogatepass")) is not None) or (
        "|" in text and _UNUSUAL_TABLE.search(text) is not None
    )


def _blank(fence: re.Match[str]) -> str:
    return "\n".join(" " * len(line) for line in fence[0].split("\n"))


def _links(text: str, links: Iterable[re.Match[str]]) -> Iterator[LinkFound]:
    for found in links:
        start, end = found.span()
        before = text.rfind("\n", 0, start)
        spot = Spot(text.count("\n", 0, start) + 1, start - before, end - before, "")
        yield LinkFound(found[2], found[1], spot)


def _headings(lines: Iterable[str]) -> list[HeadingFound] | None:
    """Return the headings in lines, or None when a line is unusual."""
    headings: list[HeadingFound] = []
    ids: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        # A line that begins with a letter is one of words.
        if not line or line[0].isalpha():
            continue
        if _UNUSUAL_LINE.match(line):
            return None
        found = _HEADING.fullmatch(line) if line[0] == "#" else None
        if found:
            spot = Spot(number, 1, found.end(2) + 1, found[2])
            headings.append(HeadingFound(len(found[1]), found[2], slug(found[2], ids), spot))
    return headings
