"""A contributor's Markdown → safe HTML: what the parser made goes through an allow-list once more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import nh3
from markdown_it.token import Token

from generator.markdown.links import SAFE_SCHEMES, is_external
from generator.markdown.parser import parse, parser, plain_text, slug
from generator.markdown.plain import plain
from generator.markdown.rendered import REL, Heading, Rendered, SiteLink, Targets, level_on_page

_TEXT_TAGS = {"a", "blockquote", "br", "code", "div", "em", "hr", "li", "ol", "p", "pre", "strong", "ul"}
_TAGS = _TEXT_TAGS | {"table", "tbody", "td", "th", "thead", "tr", "h2", "h3", "h4", "h5", "h6"}
_ATTRIBUTES = {tag: {"id"} for tag in ("h2", "h3", "h4", "h5", "h6")} | {"a": {"href"}, "ol": {"start"}}
_ALIGNED = {"text-align:center": "align-center", "text-align:right": "align-right"}
_VALUES = {
    "a": {"rel": {REL}},
    "div": {"class": {"table-scroll"}, "tabindex": {"0"}},
    "td": {"class": set(_ALIGNED.values())},
    "th": {"class": set(_ALIGNED.values())},
}


def render(body: str, *, prefix: str, heading_shift: int = 0, site_link: SiteLink | None = None) -> Rendered:
    """Return the HTML of a text, whatever it holds.

    Images are not shown but linked to: a page loads nothing from elsewhere. A link with an unsafe scheme, and
    a relative link without an address on the site, stay as their words. A table stands in `div.table-scroll`,
    so that it can be scrolled with the keyboard; cells have the class `align-center` or `align-right`.

    Args:
        body: Markdown.
        prefix: Put before the id of every heading, so that text cannot take the place of a part of the page.
        heading_shift: Levels to move headings down.
        site_link: For relative links, as written in the text.
    """
    found = plain(body, prefix=prefix, heading_shift=heading_shift, site_link=site_link)
    return found or render_fully(body, prefix=prefix, heading_shift=heading_shift, site_link=site_link)


def render_fully(
    body: str, *, prefix: str, heading_shift: int = 0, site_link: SiteLink | None = None
) -> Rendered:
    """Return what `render` returns, by way of the parser."""
    tokens = parse(body)
    headings = tuple(_headings(tokens, prefix, heading_shift))
    ids = {heading.id for heading in headings}
    text = "\n".join(_texts(tokens))
    rewriter = _Rewriter(Targets(prefix, ids, site_link))
    ready = list(rewriter.blocks(tokens))
    made = parser()
    html = _cleaner().clean(made.renderer.render(ready, made.options, {}))
    return Rendered(html, headings, text)


@cache
def _cleaner() -> nh3.Cleaner:
    """Return what takes out all that is not on the lists; making it takes as long as its work."""
    return nh3.Cleaner(
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        tag_attribute_values=_VALUES,
        url_schemes=set(SAFE_SCHEMES),
        link_rel=None,
        strip_comments=True,
    )


def _headings(tokens: list[Token], prefix: str, shift: int) -> Iterator[Heading]:
    taken: dict[str, int] = {}
    for opened, inline, closed in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if opened.type != "heading_open":
            continue
        text = plain_text(inline.children or [])
        level = level_on_page(int(opened.tag[1:]), shift)
        heading = Heading(text, f"{prefix}-{slug(text, taken)}", level)
        opened.tag = closed.tag = f"h{level}"
        opened.attrs = {"id": heading.id}
        yield heading


def _texts(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        words = plain_text(token.children or []) if token.type == "inline" else token.content
        if words.strip():
            yield words.strip()


@dataclass(frozen=True, slots=True)
class _Rewriter:
    """Turns the parser's tokens into the ones a page shows."""

    targets: Targets

    def blocks(self, tokens: list[Token]) -> Iterator[Token]:
        for token in tokens:
            if token.type == "inline":
                token.children = list(self.inline(token.children or []))
            elif token.type == "fence":
                token.info = ""
            elif token.type in {"td_open", "th_open"}:
                name = _ALIGNED.get(str(token.attrs.get("style", "")))
                token.attrs = {"class": name} if name else {}
            if token.type == "table_open":
                yield Token("scroll_open", "div", 1, {"class": "table-scroll", "tabindex": "0"}, block=True)
            yield token
            if token.type == "table_close":
                yield Token("scroll_close", "div", -1, block=True)

    def inline(self, tokens: list[Token]) -> Iterator[Token]:
        # Links do not nest, so one variable knows whether the open one is shown.
        is_shown = inside = False
        for token in tokens:
            if token.type == "link_open":
                inside = True
                attributes = self.targets.attributes(str(token.attrs.get("href", "")))
                is_shown = bool(attributes)
                if is_shown:
                    token.attrs = {**attributes}
                    yield token
            elif token.type == "link_close":
                inside = False
                if is_shown:
                    yield token
            elif token.type == "image":
                yield from self.image(token, inside=inside)
            elif token.type == "markup":
                yield _text(token.content)
            else:
                yield token

    def image(self, token: Token, *, inside: bool) -> Iterator[Token]:
        source = str(token.attrs.get("src", ""))
        words = plain_text(token.children or []) or source
        attributes = {} if inside or not is_external(source) else self.targets.attributes(source)
        if not attributes:
            yield _text(words)
            return
        yield Token("link_open", "a", 1, {**attributes})
        yield _text(words)
        yield Token("link_close", "a", -1)


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)
