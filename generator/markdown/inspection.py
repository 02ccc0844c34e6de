"""What stands in a contributor's Markdown, and where: for rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token

from generator.markdown.found import HeadingFound, Inspected, LinkFound, Spot
from generator.markdown.parser import SPAN, parse, plain_text, slug
from generator.markdown.quick import quick


def inspect(body: str) -> Inspected:
    """Return what stands in a text, with places."""
    return quick(body) or inspect_fully(body)


def inspect_fully(body: str) -> Inspected:
    """Return the same by way of the parser, which knows every text."""
    return _Inspector(body).inspected()


@dataclass(slots=True)
class _Inspector:
    """Walks the tokens once; `cursor` remembers how far each line was read, for tables with equal cells."""

    body: str
    lines: list[str] = field(init=False)
    cursor: dict[int, int] = field(default_factory=dict)
    markup: list[Spot] = field(default_factory=list)
    links: list[LinkFound] = field(default_factory=list)
    images: list[LinkFound] = field(default_factory=list)
    headings: list[HeadingFound] = field(default_factory=list)
    code: list[Spot] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.lines = self.body.split("\n")

    def inspected(self) -> Inspected:
        ids: dict[str, int] = {}
        before: Token | None = None
        for token in parse(self.body):
            if token.type == "inline":
                self._inline(token)
                if before is not None and before.type == "heading_open":
                    self._heading(before, token, ids)
            elif token.type in {"fence", "code_block"} and token.map:
                for line in range(*token.map):
                    self._cover(line, 0, len(self._line(line)))
            before = token
        return Inspected(
            tuple(self.markup),
            tuple(self.links),
            tuple(self.images),
            tuple(self.headings),
            tuple(self._prose()),
            bool(self.code),
        )

    def _inline(self, block: Token) -> None:
        if not block.map or not block.children:
            return
        starts = list(self._starts(block))
        for index, token in enumerate(block.children):
            span = token.meta.get(SPAN)
            if span is None:
                continue
            spot = self._spot(starts, *span)
            if token.type == "markup":
                self.markup.append(spot._replace(text=token.content))
            elif token.type == "link_open":
                self.links.append(
                    LinkFound(str(token.attrs["href"]), _until_close(block.children, index), spot)
                )
            elif token.type == "image":
                words = plain_text(token.children or [])
                self.images.append(LinkFound(str(token.attrs["src"]), words, spot))
            else:
                self.code += self._spots(starts, *span)

    def _heading(self, opened: Token, inline: Token, ids: dict[str, int]) -> None:
        text = plain_text(inline.children or [])
        line = (opened.map or [0])[0]
        written = self._line(line)
        start = len(written) - len(written.lstrip())
        spot = Spot(line + 1, start + 1, max(len(written.rstrip()), start + 1) + 1, text)
        self.headings.append(HeadingFound(int(opened.tag[1:]), text, slug(text, ids), spot))

    def _starts(self, block: Token) -> Iterator[tuple[int, int, int]]:
        """Yield, for each line of a block's content, its offset in it and its line and column in the body."""
        offset = 0
        first = (block.map or [0])[0]
        for number, text in enumerate(block.content.split("\n")):
            line = first + number
            found = self._line(line).find(text, self.cursor.get(line, 0)) if text else -1
            column = found if found >= 0 else self.cursor.get(line, 0)
            if text:
                self.cursor[line] = column + len(text)
            yield offset, line, column
            offset += len(text) + 1

    def _spots(self, starts: list[tuple[int, int, int]], start: int, end: int) -> Iterator[Spot]:
        """Yield the parts of a span in the content of a block, one for each line it touches."""
        for number, (offset, line, column) in enumerate(starts):
            following = starts[number + 1][0] if number + 1 < len(starts) else end + 1
            if start < following and end > offset:
                first = column + max(start - offset, 0)
                last = column + min(end, following - 1) - offset
                width = len(self._line(line))
                first = min(first, max(width - 1, 0))
                yield Spot(line + 1, first + 1, max(min(last, width), first + 1) + 1, "")

    def _spot(self, starts: list[tuple[int, int, int]], start: int, end: int) -> Spot:
        return next(self._spots(starts, start, end))

    def _cover(self, line: int, start: int, end: int) -> None:
        self.code.append(Spot(line + 1, start + 1, end + 1, ""))

    def _line(self, number: int) -> str:
        return self.lines[number] if number < len(self.lines) else ""

    def _prose(self) -> Iterator[str]:
        covered: dict[int, list[Spot]] = {}
        for spot in self.code:
            covered.setdefault(spot.line - 1, []).append(spot)
        for number, line in enumerate(self.lines):
            if number not in covered:
                yield line
                continue
            characters = list(line)
            for spot in covered[number]:
                width = spot.end_column - spot.column
                characters[spot.column - 1 : spot.end_column - 1] = " " * width
            yield "".join(characters)


def _until_close(tokens: list[Token], start: int) -> str:
    # Links do not nest in CommonMark, so the first close is the right one.
    end = next((i for i in range(start, len(tokens)) if tokens[i].type == "link_close"), len(tokens))
    return plain_text(tokens[start + 1 : end])
