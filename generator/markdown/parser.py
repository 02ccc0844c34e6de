"""The parser of contributors' text: CommonMark and tables, no raw HTML, a place for each link and tag."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, reference
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, autolink, backtick, image, link
from markdown_it.token import Token

InlineRule = Callable[[StateInline, bool], bool]

SPAN = "span"
"""Key in `Token.meta`: start and end of an inline token in the content of its block."""

# Anything a browser could take for markup: a tag, a comment, a declaration, an instruction.
MARKUP = re.compile(
    r"<(?:/?[A-Za-z][A-Za-z0-9:-]{0,40}|!--|!\[CDATA\[|![A-Za-z]{1,20}|\?)(?:[^<>\n]{0,300}>)?"
)
LONGEST = 50_000
"""Characters that are parsed; a rule reports a longer text. Keeps the slowest text known under a second."""

# What can begin anything but text in a line; also a new line, before which spaces go.
_MARK = re.compile(r"[\n!&*<\[\\\]_`]")
# Levels of lists and quotes, two for each list; deeper is text no reader can follow.
_DEEPEST = 20


class _Parser(MarkdownIt):
    """Takes every address for a link, so that a rule can report the unsafe ones; rendering drops them."""

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 - markdown-it's own name and arguments
        return True


@cache
def parser() -> MarkdownIt:
    """Return the parser; it keeps nothing between texts."""
    made = _Parser("commonmark", {"maxNesting": _DEEPEST, "xhtmlOut": False, "langPrefix": ""})
    made.enable("table")
    made.disable(["html_block"])
    made.block.ruler.at("reference", _no_footnote, {"alt": []})
    made.core.ruler.at("inline", _inline)
    inline = made.inline.ruler
    inline.at("html_inline", _markup)
    for name, rule, kind in (
        ("autolink", autolink, "link_open"),
        ("link", link, "link_open"),
        ("image", image, "image"),
        ("backticks", backtick, "code_inline"),
    ):
        inline.at(name, _with_span(rule, kind))
    return made


def parse(body: str) -> list[Token]:
    """Return the tokens of a text; markup is a token `markup`, whose content is shown as text."""
    return parser().parse(body[:LONGEST])


def slug(text: str, taken: dict[str, int]) -> str:
    """Return an id for a heading that is not in `taken`, and add it.

    Args:
        text: The heading.
        taken: Ids so far, with the last number used to tell equal ones apart.
    """
    base = _words_of_id(text)
    name = base
    while name in taken:
        taken[base] += 1
        name = f"{base}-{taken[base]}"
    taken[name] = 1
    return name


# Most headings are one of a few: an entry has sections with names of their own.
@lru_cache(maxsize=256)
def _words_of_id(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "kop"


def plain_text(tokens: list[Token]) -> str:
    """Return the words of inline tokens, without their marks."""
    return "".join(_words(tokens))


def _words(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in {"softbreak", "hardbreak"}:
            yield " "
        elif token.children:
            yield from _words(token.children)
        else:
            yield token.content


def _inline(state: StateCore) -> None:
    """Parse the text of each block; without a mark it is one piece (8 % less time)."""
    for token in state.tokens:
        if token.type == "inline":
            token.children = []
            if token.content and not _MARK.search(token.content):
                token.children.append(Token("text", "", 0, content=token.content))
            else:
                state.md.inline.parse(token.content, state.md, state.env, token.children)


def _markup(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    found = MARKUP.match(state.src, state.pos) if state.src[state.pos] == "<" else None
    if found is None:
        return False
    if not silent:
        token = state.push("markup", "", 0)
        token.content = found[0]
        token.meta[SPAN] = found.span()
    state.pos = found.end()
    return True


def _no_footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - idem
    """Leave `[^1]: note` as text; CommonMark takes it for a link to the first word."""
    first = state.bMarks[start] + state.tShift[start]
    return not state.src.startswith("[^", first) and reference(state, start, end, silent)


def _with_span(rule: InlineRule, kind: str) -> InlineRule:
    def with_span(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
        start, before = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            # What stood before it may have been pushed first, as text.
            opened = next((token for token in state.tokens[before : before + 2] if token.type == kind), None)
            if opened:
                opened.meta[SPAN] = (start, state.pos)
        return True

    return with_span
