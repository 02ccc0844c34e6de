"""The quick way from a plain text to HTML: headings, paragraphs, lists, tables and code by pattern.

Most texts are no more than that, and the parser took a third of the time of a page. What these patterns do
not know for certain is left to the parser; a test holds both ways to the same HTML. Words hold no sign that
means something in HTML, and addresses only plain letters, so nothing is left for the cleaner to take out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.markdown.parser import LONGEST, slug
from generator.markdown.rendered import Heading, Rendered, SiteLink, Targets, level_on_page

# Markup, entities, escapes; white space that is no plain space, or ends a line; what cannot be UTF-8.
_UNUSUAL = re.compile(r"[<>&\\\x00-\x09\x0b-\x1f\x7f\ud800-\udfff]|[^\S\n ]| (?:\n|\Z)")
_HEADING = re.compile(r"(\#{1,6}) ([^\s#*_`\[\]|](?:[^#*_`\[\]|]*[^\s#*_`\[\]|])?)")
_ITEM = re.compile(r"([-+*]|([0-9]{1,9})[.)]) (.*)")
_FENCE = re.compile(r"```[a-z]*")
# What begins a line of words, and can begin nothing else.
_WORDS = re.compile(r"(?![0-9]+[.)](?: |\Z))(?:[^ #>\-+*=_`~|<:]|\*\*[^\W_]|`[^`])")
_ROW = re.compile(r"\|.*\|")
_RULER = re.compile(r"\|(?: *:?-+:? *\|)+")
_SIGN = re.compile(r"[\[\]*_`|]")
_SPAN = re.compile(
    r"(?<!!)\[(?P<label>[^\[\]*_`|\n]+)\]\((?P<href>"
    r"https?://(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,20}(?:/[A-Za-z0-9._/#?=-]*)?"
    r"|[A-Za-z0-9.][A-Za-z0-9._/-]*(?:#[A-Za-z0-9-]+)?|#[A-Za-z0-9-]+)\)"
    r"|(?<!`)`(?P<code>[^`\s](?:[^`\n]*[^`\s])?)`(?!`)"
    r"|(?<![\w*])\*\*(?P<strong>[^\W_](?:[^\[\]*_`|\n]*(?:[^\W_]|[.!?:](?=\*\*(?:[ \n]|\Z))))?)\*\*(?![\w*])"
)
_LEAST_ROWS = 2
"""Of a table: its head, and the line below that."""
_ADDRESS = re.compile(r"[A-Za-z0-9._/#?=-]+")


class _UnusualError(Exception):
    """Only the parser can tell what this is."""


class _Block(NamedTuple):
    """A part of a text.

    Attributes:
        tag: Name of its element; `h` for every heading.
        parts: What is in it: lines, items or rows.
        number: Of the first item of a list, or the level of a heading.
    """

    tag: str
    parts: Sequence[str]
    number: int = 1


def plain(body: str, *, prefix: str, heading_shift: int, site_link: SiteLink | None) -> Rendered | None:
    """Return what `render` returns, or None when only the parser can tell."""
    if len(body) > LONGEST or _UNUSUAL.search(body):
        return None
    try:
        blocks = list(_blocks(body.split("\n")))
        headings = tuple(_headings(blocks, prefix, heading_shift))
        writer = _Writer(Targets(prefix, {heading.id for heading in headings}, site_link), headings)
        html = "".join([writer.block(block) for block in blocks])
    except _UnusualError:
        return None
    return Rendered(html, headings, "\n".join(writer.texts))


def _blocks(lines: Sequence[str]) -> Iterator[_Block]:
    place = 0
    while place < len(lines):
        line = lines[place]
        if not line:
            place += 1
            continue
        if line[0] == "#":
            block, end = _heading(line), place + 1
        elif line.startswith("```"):
            block, end = _code(lines, place)
        elif line[0] == "|":
            block, end = _table(lines, place)
        elif _ITEM.fullmatch(line):
            block, end = _list(lines, place)
        else:
            block, end = _paragraph(lines, place)
        yield block
        place = end


def _heading(line: str) -> _Block:
    found = _HEADING.fullmatch(line)
    if found is None:
        raise _UnusualError
    return _Block("h", (found[2],), len(found[1]))


def _code(lines: Sequence[str], place: int) -> tuple[_Block, int]:
    end = next((at for at in range(place + 1, len(lines)) if "```" in lines[at]), None)
    if end is None or lines[end] != "```" or not _FENCE.fullmatch(lines[place]):
        raise _UnusualError
    return _Block("pre", lines[place + 1 : end]), end + 1


def _table(lines: Sequence[str], place: int) -> tuple[_Block, int]:
    end = next((at for at in range(place, len(lines)) if not lines[at]), len(lines))
    rows = lines[place:end]
    columns = rows[0].count("|")
    if len(rows) < _LEAST_ROWS or not _RULER.fullmatch(rows[1]):
        raise _UnusualError
    if any(not _ROW.fullmatch(row) or row.count("|") != columns or "`" in row for row in rows):
        raise _UnusualError
    return _Block("table", rows), end


def _list(lines: Sequence[str], place: int) -> tuple[_Block, int]:
    mark, number, _ = _item(lines[place])
    items: list[str] = []
    while place < len(lines) and lines[place]:
        line = lines[place]
        if line[0] == " " and items:
            # Words that go on below those of the item.
            width = len(mark) + len(number) + 1
            if line[:width].strip() or not _WORDS.match(line, width):
                raise _UnusualError
            items[-1] += "\n" + line[width:]
        elif line[0] == "#":
            break
        else:
            other, written, words = _item(line)
            if other != mark or not _WORDS.match(words):
                raise _UnusualError
            number = number or written
            items.append(words)
        place += 1
    after = next((line for line in lines[place:] if line), "")
    if _ITEM.fullmatch(after) and _item(after)[0] == mark:
        # An item after an empty line: each is a paragraph then.
        raise _UnusualError
    return _Block("ol" if number else "ul", items, int(number or 1)), place


def _item(line: str) -> tuple[str, str, str]:
    """Return the mark of an item, its number or nothing, and its words."""
    found = _ITEM.fullmatch(line)
    if found is None:
        raise _UnusualError
    return found[1][-1], found[2] or "", found[3]


def _paragraph(lines: Sequence[str], place: int) -> tuple[_Block, int]:
    end = place
    while end < len(lines) and lines[end]:
        line = lines[end]
        found = _ITEM.fullmatch(line) if end > place else None
        if end > place and (line[0] == "#" or (found and found[2] in {None, "1"})):
            break
        if not _WORDS.match(line):
            raise _UnusualError
        end += 1
    return _Block("p", lines[place:end]), end


def _headings(blocks: Sequence[_Block], prefix: str, shift: int) -> Iterator[Heading]:
    taken: dict[str, int] = {}
    for block in blocks:
        if block.tag == "h":
            [words] = block.parts
            yield Heading(words, f"{prefix}-{slug(words, taken)}", level_on_page(block.number, shift))


class _Writer:
    """Writes blocks as the renderer does.

    Attributes:
        texts: The words so far.
    """

    def __init__(self, targets: Targets, headings: Sequence[Heading]) -> None:
        self._targets = targets
        self._headings = iter(headings)
        self.texts: list[str] = []

    def block(self, block: _Block) -> str:
        """Return the HTML of a block."""
        if block.tag == "p":
            words = "\n".join(block.parts)
            return f"<p>{self.words(words)}</p>\n"
        if block.tag == "h":
            heading = next(self._headings)
            self.texts.append(heading.text)
            return f'<h{heading.level} id="{heading.id}">{heading.text}</h{heading.level}>\n'
        if block.tag == "table":
            return self.table(block.parts)
        if block.tag == "pre":
            content = "".join([f"{line}\n" for line in block.parts])
            self.texts += [content.strip()] if content.strip() else []
            return f"<pre><code>{content}</code></pre>\n"
        start = f' start="{block.number}"' if block.number != 1 else ""
        items = "".join([f"<li>{self.words(item)}</li>\n" for item in block.parts])
        return f"<{block.tag}{start}>\n{items}</{block.tag}>\n"

    def table(self, rows: Sequence[str]) -> str:
        """Return the HTML of a table."""
        aligned = [_alignment(cell) for cell in _cells(rows[1])]
        head = self.row(rows[0], "th", aligned)
        body = "".join([self.row(row, "td", aligned) for row in rows[2:]])
        below = f"<tbody>\n{body}</tbody>\n" if body else ""
        return (
            '<div class="table-scroll" tabindex="0">\n'
            f"<table>\n<thead>\n{head}</thead>\n{below}</table>\n</div>\n"
        )

    def row(self, row: str, tag: str, aligned: Sequence[str]) -> str:
        """Return the HTML of a row of a table."""
        cells = zip(_cells(row), aligned, strict=True)
        inside = "".join([f"<{tag}{name}>{self.words(cell)}</{tag}>\n" for cell, name in cells])
        return f"<tr>\n{inside}</tr>\n"

    def words(self, text: str) -> str:
        """Return the HTML of words with links, code and what is strong."""
        if not _SIGN.search(text):
            self.texts += [text.replace("\n", " ")] if text else []
            return text
        if _SIGN.search(_SPAN.sub("", text)):
            raise _UnusualError
        words = _SPAN.sub(_inside, text).replace("\n", " ").strip()
        self.texts += [words] if words else []
        return _SPAN.sub(self.span, text)

    def span(self, found: re.Match[str]) -> str:
        """Return the HTML of a link, a piece of code or strong words."""
        if found["code"]:
            return f"<code>{found['code']}</code>"
        if found["strong"]:
            return f"<strong>{found['strong']}</strong>"
        attributes = self._targets.attributes(found["href"])
        if not _ADDRESS.fullmatch(
            attributes.get("href", "a").removeprefix("https://").removeprefix("http://")
        ):
            raise _UnusualError
        opened = "".join([f' {name}="{value}"' for name, value in attributes.items()])
        return f"<a{opened}>{found['label']}</a>" if opened else found["label"]


def _inside(found: re.Match[str]) -> str:
    return found["code"] or found["strong"] or found["label"]


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row[1:-1].split("|")]


def _alignment(cell: str) -> str:
    if not cell.endswith(":"):
        return ""
    return f' class="align-{"center" if cell.startswith(":") else "right"}"'
