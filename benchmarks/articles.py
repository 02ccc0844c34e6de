"""A built site of ours → the same pages as Markdown files, for programs that make sites from Markdown."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_START = re.compile(r'<article class="md-content__inner[^>]*>')
_END = "</main>"
_TOKEN = re.compile(r"(<[^>]+>)")
_TAG = re.compile(r"<(/?)([a-z0-9]+)")
_HREF = re.compile(r'\shref="([^"]*)"')
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)"')
_SPECIAL = re.compile(r"([\\`*_\[\]|])")
_BEFORE_NAME = " \N{EN DASH} "
"""Between the title of a page and the name of the site."""

_SPACE = re.compile(r"\s+")
_UNSEEN = frozenset({"script", "style", "svg", "template", "button", "input", "select"})
"""What is in these is no text of the page."""
_INLINE = frozenset(
    {"a", "abbr", "b", "br", "code", "em", "i", "mark", "small", "span", "strong", "sub", "time"}
)
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*"}


@dataclass(frozen=True, slots=True)
class Article:
    """What a page says.

    Attributes:
        address: Below the site's root, ending in `/`; the home page is empty.
        title: Plain text.
        description: Plain text.
        markdown: Headings, paragraphs, lists, tables and links; a link to a page ends in `/`.
    """

    address: str
    title: str
    description: str
    markdown: str

    def text(self, *, links_to_files: bool) -> str:
        """Return the whole file: front matter and Markdown.

        Args:
            links_to_files: Name the file of a page, as MkDocs wants it, instead of its address.
        """
        front = f"title: {json.dumps(self.title)}\ndescription: {json.dumps(self.description)}\n"
        body = self.markdown.replace("/)", "/index.md)") if links_to_files else self.markdown
        return f"---\n{front}---\n\n{body}\n"


def articles(site: Path) -> Iterator[Article]:
    """Yield what every page of a site says, sorted by address; pages that only send on are left out."""
    for file in sorted(site.rglob("index.html")):
        page = file.read_text(encoding="utf-8")
        start = _START.search(page)
        if start is None:
            continue
        address = file.parent.relative_to(site).as_posix()
        title, description = _TITLE.search(page), _DESCRIPTION.search(page)
        yield Article(
            address="" if address == "." else f"{address}/",
            title=html.unescape(title[1]).strip().rpartition(_BEFORE_NAME)[0] if title else address,
            description=html.unescape(description[1]) if description else "",
            markdown=markdown(page[start.end() : page.index(_END)]),
        )


def markdown(content: str) -> str:
    """Return HTML of our own templates as Markdown."""
    writer = _Writer()
    hidden = 0
    for token in _TOKEN.split(content):
        tag = _TAG.match(token)
        if tag is None:
            if not hidden and not token.startswith("<"):
                writer.write(token)
        elif tag[2] in _UNSEEN:
            # What has no end, such as an input, does not hide what follows.
            if not token.endswith("/>") and tag[2] != "input":
                hidden += -1 if tag[1] else 1
        elif not hidden:
            writer.turn(tag[2], token, is_end=bool(tag[1]))
    writer.end_block()
    return "".join(writer.blocks).strip()


@dataclass(slots=True)
class _Writer:
    """Markdown so far, and where in it we are.

    Attributes:
        blocks: What is finished.
        line: Pieces of the block that is being read.
        lists: Markers of the lists around it, the innermost last.
        waits: The next block starts an item of the innermost list.
        target: Where the link around it leads; None outside of links that are kept.
        cells: Of the row that is being read; None outside of tables.
        is_code: Inside a block of code.
    """

    blocks: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    waits: bool = False
    target: str | None = None
    cells: list[str] | None = None
    is_code: bool = False

    def write(self, text: str) -> None:
        """Add text of the page, still escaped for HTML."""
        if self.is_code:
            self.line.append(html.unescape(text))
        else:
            # Entities stay: they mean the same in Markdown. `{{` would be an order to Hugo.
            self.line.append(_SPECIAL.sub(r"\\\1", _SPACE.sub(" ", text)).replace("{{", "{&#123;"))

    def turn(self, name: str, token: str, *, is_end: bool) -> None:
        """Take a tag."""
        if name == "a":
            self._link(token, is_end=is_end)
        elif name in _MARKS and not self.is_code:
            self._mark(_MARKS[name], is_end=is_end)
        elif name == "code" and not self.is_code:
            self.line.append("`" if not is_end or self.line[-1:] != ["`"] else "")
        elif name in _INLINE:
            self.line.append(" " if name == "br" else "")
        elif self.cells is not None or name == "table":
            self._table(name, is_end=is_end)
        elif self.target is not None:
            # A card is one link around blocks; Markdown cannot say that.
            self.line.append(" ")
        else:
            self._block(name, is_end=is_end)

    def _link(self, token: str, *, is_end: bool) -> None:
        if not is_end:
            href = _HREF.search(token)
            self.target = _target(href[1] if href else "")
            self.line.append("[" if self.target else "")
        else:
            self.line.append(f"]({self.target})" if self.target else "")
            self.target = None

    def _mark(self, mark: str, *, is_end: bool) -> None:
        # A mark beside a space is no mark.
        if is_end and self.line:
            self.line[-1] = self.line[-1].rstrip()
        self.line.append(mark)

    def _table(self, name: str, *, is_end: bool) -> None:
        if name == "table":
            self.end_block()
            self.cells = None if is_end else []
            self.blocks.append("" if is_end else "\n")
        elif name in {"td", "th"} and is_end and self.cells is not None:
            self.cells.append(_SPACE.sub(" ", "".join(self.line)).strip())
            self.line = []
        elif name == "tr" and is_end and self.cells:
            row = f"| {' | '.join(self.cells)} |\n"
            rule = f"|{'---|' * len(self.cells)}\n" if self.blocks[-1] == "\n" else ""
            self.blocks.append(row + rule)
            self.cells = []
        elif name == "caption" and is_end:
            self.line = []

    def _block(self, name: str, *, is_end: bool) -> None:
        if name == "pre" and is_end:
            self.is_code = False
            self.blocks.append(f"\n```\n{''.join(self.line).rstrip()}\n```\n")
            self.line = []
            return
        if name == "dt" and is_end:
            self.line = [f"**{''.join(self.line).strip()}**"]
        self.end_block()
        if name in {"ul", "ol"}:
            self._list("1.  " if name == "ol" else "-   ", is_end=is_end)
        elif name == "li":
            self.waits = not is_end
        elif name == "pre":
            self.is_code = True
        elif name in {"h1", "h2", "h3", "h4"} and not is_end:
            self.line.append(f"{'#' * int(name[1])} ")

    def _list(self, marker: str, *, is_end: bool) -> None:
        if is_end and self.lists:
            self.lists.pop()
        elif not is_end:
            self.lists.append(marker)
        self.waits = False

    def end_block(self) -> None:
        """Finish what is being read, when it says anything."""
        text = _SPACE.sub(" ", "".join(self.line)).strip()
        self.line = []
        if not text.strip("#* "):
            return
        indent = " " * 4 * len(self.lists)
        if self.waits and self.lists:
            indent = indent[4:] + self.lists[-1]
        self.waits = False
        self.blocks.append(f"\n{indent}{text}\n")


def _target(href: str) -> str | None:
    """Return where a link leads, or None when only our own site has that: a place in a page, or a file."""
    if href.startswith(("http://", "https://")):
        return href.replace("(", "%28").replace(")", "%29").removesuffix("/")
    path = href.partition("#")[0].partition("?")[0]
    return path if path.endswith("/") else None
