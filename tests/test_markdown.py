"""Contributors' Markdown: what a page shows of it, and what rules see in it."""

from __future__ import annotations

import time
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.markdown import (
    LONGEST,
    Heading,
    Spot,
    inspect,
    is_external,
    is_safe,
    linked_path,
    render,
    scheme,
)

ALLOWED = {
    "a": {"href", "rel"},
    "div": {"class", "tabindex"},
    "ol": {"start"},
    "td": {"class"},
    "th": {"class"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
    **{
        tag: set()
        for tag in (
            "blockquote",
            "br",
            "code",
            "em",
            "hr",
            "li",
            "p",
            "pre",
            "strong",
            "table",
            "tbody",
            "thead",
            "tr",
            "ul",
        )
    },
}


# What Markdown gives a meaning, and anything else that a file can hold.
SIGNS = st.sampled_from("[](){}<>!#*_`|-:=~\\/&; \n\tab1\"'.")
TEXTS = st.text(SIGNS | st.characters(exclude_categories=["Cs"]), max_size=300)


class Elements(HTMLParser):
    """Collects the elements of a page as a browser would see them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element."""
        self.found.append((tag, dict(attrs)))


def elements(html: str) -> list[tuple[str, dict[str, str | None]]]:
    """Return the elements in a page."""
    parser = Elements()
    parser.feed(html)
    return parser.found


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("**vet** en *schuin*", "<p><strong>vet</strong> en <em>schuin</em></p>\n"),
        ("## Wat is het", '<h2 id="tekst-wat-is-het">Wat is het</h2>\n'),
        ("# Titel", '<h2 id="tekst-titel">Titel</h2>\n'),
        ("Een <b>woord</b>", "<p>Een &lt;b&gt;woord&lt;/b&gt;</p>\n"),
        ("<!-- stil -->", "<p>&lt;!-- stil --&gt;</p>\n"),
        (
            "[x](https://a.nl/?b=1&c=2 'tip')",
            '<p><a href="https://a.nl/?b=1&amp;c=2" rel="noopener noreferrer external">x</a></p>\n',
        ),
        ("[x](mailto:a@b.nl)", '<p><a href="mailto:a@b.nl">x</a></p>\n'),
        ("[x](javascript:alert(1))", "<p>x</p>\n"),
        ("[x](../practices/y.md#z)", '<p><a href="/praktijken/y/">x</a></p>\n'),
        ("[x](weg.md)", "<p>x</p>\n"),
        ("## A\n[x](#a) [y](#b)", '<h2 id="tekst-a">A</h2>\n<p><a href="#tekst-a">x</a> y</p>\n'),
        (
            "![kaart](https://a.nl/k.png)",
            '<p><a href="https://a.nl/k.png" rel="noopener noreferrer external">kaart</a></p>\n',
        ),
        ("![kaart](k.png)", "<p>kaart</p>\n"),
        ("```js\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>\n"),
        ("3. c\n4. d", '<ol start="3">\n<li>c</li>\n<li>d</li>\n</ol>\n'),
        ("noot[^1]\n\n[^1]: hier", "<p>noot[^1]</p>\n<p>[^1]: hier</p>\n"),
        (
            "a | b\n--|-:\n1 | 2",
            (
                '<div class="table-scroll" tabindex="0">\n<table>\n'
                '<thead>\n<tr>\n<th>a</th>\n<th class="align-right">b</th>\n</tr>\n</thead>\n'
                '<tbody>\n<tr>\n<td>1</td>\n<td class="align-right">2</td>\n</tr>\n</tbody>\n'
                "</table>\n</div>\n"
            ),
        ),
    ],
)
def test_a_page_shows_markdown_and_nothing_else(body: str, html: str) -> None:
    """HTML and dead or unsafe links are text, images are links, tables can be scrolled."""
    known = {"../practices/y.md#z": "/praktijken/y/"}
    assert render(body, prefix="tekst", site_link=known.get).html == html


def test_headings_get_ids_of_their_own_and_can_move_down() -> None:
    """Equal headings are told apart, and none can take the id of a part of the page."""
    rendered = render("## Één\n## Een\n## Een 2\n###### Diep\n## ?", prefix="p", heading_shift=1)
    assert rendered.headings == (
        Heading("Één", "p-een", 3),
        Heading("Een", "p-een-2", 3),
        Heading("Een 2", "p-een-2-2", 3),
        Heading("Diep", "p-diep", 6),
        Heading("?", "p-kop", 3),
    )


def test_search_gets_the_words() -> None:
    """One line for each paragraph, heading, cell and block of code, without marks."""
    table = "| a | b |\n|---|---|\n| c | `d` |\n"
    body = f"## Kop *een*\n\nEen [link](https://a.nl)\nop twee regels.\n\n{table}\n    e\n"
    assert render(body, prefix="p").text == "Kop een\nEen link op twee regels.\na\nb\nc\nd\ne"


def test_rules_see_where_things_stand() -> None:
    """Lines and columns in the text, also in lists, quotes, tables and headings, and after code."""
    body = (
        "## Een <b>kop</b>\n\n"
        "- `<i>` en [x](a.md) <https://b.nl>\n"
        "  verder [y](c.md)\n"
        "> ![p](q.png)\n\n"
        "| a | a |\n|---|---|\n"
        "| [z](d.md) | [z](d.md) |"
    )
    found = inspect(body)
    assert [spot[:3] for spot in found.markup] == [(1, 8, 11), (1, 14, 18)]
    assert [(link.href, link.text, link.spot[:3]) for link in found.links] == [
        ("a.md", "x", (3, 12, 21)),
        ("https://b.nl", "https://b.nl", (3, 22, 36)),
        ("c.md", "y", (4, 10, 19)),
        ("d.md", "z", (9, 3, 12)),
        ("d.md", "z", (9, 15, 24)),
    ]
    assert [(image.href, image.spot[:3]) for image in found.images] == [("q.png", (5, 3, 14))]
    assert [(heading.level, heading.id, heading.spot) for heading in found.headings] == [
        (2, "een-b-kop-b", Spot(1, 1, 18, "Een <b>kop</b>"))
    ]
    assert found.prose[2] == "-       en [x](a.md) <https://b.nl>"


def test_code_is_blanked_out_of_the_prose() -> None:
    """Columns of what stands beside it stay right."""
    body = "a `b` c\n\n```\nd\n```\n\n    e\n\nf `g\nh` i"
    assert inspect(body).prose == ("a     c", "", "   ", " ", "   ", "", "     ", "", "f   ", "   i")


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://a.nl", "https"),
        ("HTTP://a.nl", "http"),
        ("//a.nl", "https"),
        ("\\\\a.nl", "https"),
        ("java%09script:x", "javascript"),
        (" \x01javascript:x", "javascript"),
        ("a.md", ""),
        ("#x", ""),
        ("?a:b", ""),
    ],
)
def test_the_scheme_is_the_one_a_browser_sees(href: str, expected: str) -> None:
    """Spaces, controls and capitals do not hide it."""
    assert scheme(href) == expected
    assert is_external(href) == (expected in {"http", "https"})
    assert is_safe(href) == (expected != "javascript")


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("y.md", "catalogue/organisations/a/practices/y.md"),
        ("../applications/x.md#kop", "catalogue/organisations/a/applications/x.md"),
        ("../../../../README.md", None),
        ("..%2f..%2f..%2f..%2fx", None),
        ("/x.md", None),
        ("..\\x.md", None),
        ("#kop", None),
        ("", None),
    ],
)
def test_a_relative_link_leads_to_a_file_of_the_catalogue_or_nowhere(href: str, expected: str | None) -> None:
    """Seen from the file with the link; what lies outside is nowhere."""
    assert linked_path("catalogue/organisations/a/practices/z.md", href) == expected


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_no_text_makes_anything_but_the_allowed_elements(body: str) -> None:
    """Whatever is written: known elements, known attributes, ids with our prefix, links to safe places."""
    for tag, attributes in elements(render(body, prefix="tekst", site_link=lambda _: "/x/").html):
        assert set(attributes) <= ALLOWED[tag]
        assert (attributes.get("id") or "tekst-").startswith("tekst-")
        assert is_safe(attributes.get("href") or "")


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_places_always_lie_in_the_text(body: str) -> None:
    """A caret never points past a line."""
    found = inspect(body)
    lines = body.split("\n")
    links = [link.spot for link in (*found.links, *found.images)]
    for spot in (*found.markup, *links, *(heading.spot for heading in found.headings)):
        assert 1 <= spot.line <= len(lines)
        assert 1 <= spot.column < spot.end_column <= max(len(lines[spot.line - 1]), 1) + 1
    assert [len(line) for line in found.prose] == [len(line) for line in lines]


@pytest.mark.parametrize(
    "pattern", ["[", "![", "[a](", "`a``", "*a **b ", "<", "<!-- ", "> ", "- ", "|", "&", "<a a="]
)
def test_no_pattern_takes_long(pattern: str) -> None:
    """What is past the limit is not parsed, so the time has an end."""
    body = pattern * (4 * LONGEST // len(pattern))
    begin = time.process_time()
    render(body, prefix="p")
    inspect(body)
    assert time.process_time() - begin < 5
