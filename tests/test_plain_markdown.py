"""The quick way from a plain text to HTML: what it writes is what the parser and the cleaner write."""

from __future__ import annotations

import pytest
import test_cases
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_quick import PIECES

from generator.documents import read
from generator.markdown.plain import plain
from generator.markdown.rendered import Rendered
from generator.markdown.rendering import render, render_fully

LINES = (
    *("Een zin.", "12 dagen", "3. drie", "1) een", '\'s avonds "vaak"', "(of niet)", "**vet** en `code`", ""),
    *("- een", "- twee", "  gaat door", "* ster", "+ plus", "1. een", "2. twee", "   gaat door", "7. zeven"),
    *(
        "## Kop",
        "### Kop",
        "###### Zes",
        "# Een",
        "## Kop #",
        "##Kop",
        "===",
        "---",
        "```",
        "```sh",
        "x <- y",
    ),
    *("| a | b |", "|---|---|", "|:-:|--:|", "| 1 | [x](https://a.nl) |", "| 1 |", "| | **v** |", "|a|b|"),
    *(
        "Zie [dit](https://a.nl/b#c) en [dat](../x.md).",
        "[kop](#kop) [weg](#weg) [pad](pad/x.md#y)",
        "![x](https://a.nl)",
        "[x](https://1.2.3.4.5) [x](http://xn--a.nl)",
        "a\u00a0b",
        "**a**b",
        "**a*",
        "`a``b`",
        "[a `x](https://a.nl)` b",
        "**[x](https://a.nl)**",
        "- **Vet.** Daarna",
        "**Vet.**Daarna",
        "- `x` en **y**",
    ),
)
# A file with half a character is not read.
pieces = st.sampled_from([piece for piece in PIECES if piece != "\ud800"])
texts = st.lists(st.sampled_from(LINES), max_size=12).map("\n".join) | st.lists(pieces, max_size=14).map(
    "".join
)
FILES = sorted((test_cases.BASE / "catalogue").rglob("*.md"))


def site_link(href: str) -> str | None:
    """Return a page for files that end in `x.md`."""
    return "../../toepassingen/x/" if href.endswith("x.md") else None


def both(body: str, shift: int = 0) -> tuple[Rendered | None, Rendered]:
    """Return a text by way of patterns, and by way of the parser."""
    return (
        plain(body, prefix="p", heading_shift=shift, site_link=site_link),
        render_fully(body, prefix="p", heading_shift=shift, site_link=site_link),
    )


@example("- a\n\n- b", 0)
@example("a\n2. b", 0)
@example("| a |\n|---|\n| b | c |", 0)
@given(texts, st.integers(0, 5))
@settings(max_examples=1_000, deadline=None)
def test_a_plain_text_gives_the_same_page(body: str, shift: int) -> None:
    """The same HTML, headings and words, or the patterns leave it to the parser."""
    found, expected = both(body, shift)
    assert found is None or found == expected


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_texts_as_people_write_them_are_plain(file: object) -> None:
    """The quick way would help nobody if it were for made-up texts alone."""
    body = read("a.md", file.read_bytes())[0].body  # type: ignore[attr-defined]
    found, expected = both(body)
    assert found == expected == render(body, prefix="p", site_link=site_link)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("## Kop\n\nEen zin\nop twee regels.\n\n- een\n- twee\n  en meer\n", id="list"),
        pytest.param("Eerst:\n1. een\n2. twee\n\n7. zeven\n", id="loose list is not known"),
        pytest.param("Zie [dit](https://a.nl) en [dat](../x.md#y), [weg](../y.md).", id="links"),
        pytest.param("| a | b |\n|:-:|---|\n| 1 | **2** |", id="table"),
        pytest.param("```sh\nmake `x`\n\nmake **y**\n```\n\nEn `make`.", id="code"),
    ],
)
def test_what_texts_are_made_of(body: str) -> None:
    """Each on its own, so that a pattern that is too strict is noticed."""
    found, expected = both(body)
    assert (found is None) == ("zeven" in body)
    assert found is None or found == expected
