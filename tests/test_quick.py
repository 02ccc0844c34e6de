"""The quick ways through plain files and plain texts: what they say is what the thorough ways say."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
import test_any_bytes
import test_cases
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.documents import ENTRY_LIMITS, read
from generator.documents.document import values_in
from generator.documents.lean import read_lean
from generator.documents.nodes import written
from generator.documents.whole import body_of, read_whole, text_of
from generator.markdown.inspection import inspect, inspect_fully
from generator.markdown.quick import quick

PIECES = (
    *("Een zin.", "woord", "a_b_c", "**vet**", "*a*", "_b_", "`x`", "`a", "``", "```", "```\n", "```sh\n"),
    *(
        "[x](https://a.nl)",
        "[x y](https://a.nl/b?c=d)",
        "[x](../a.md)",
        "[*x*](https://a.nl)",
        "[a `x`](https://a.nl)",
    ),
    *(
        "[x](https://a.nl 't')",
        "[x](https://a.nl)(y)",
        "![i](https://a.nl)",
        "[a]",
        "[a][b]",
        "[a]: https://b.nl",
    ),
    *(
        "<b>",
        "<https://x.nl>",
        "http://x.nl",
        "&amp;",
        "\\",
        "!",
        "[",
        "]",
        "(",
        ")",
        ":",
        "=",
        "-",
        "'",
        '"',
        "{: .x}",
    ),
    *("# ", "## ", "### a", "###", "#", "#x", "## kop\n", "\n## Kop twee\n", "## a `b`\n", "# é\u00a0a"),
    *(
        "- ",
        "* ",
        "+ ",
        "1. ",
        "2) ",
        "- - x",
        "- **a** b",
        "- [x](https://a.nl)",
        "> ",
        "    ",
        "  ",
        " ",
        "\t",
    ),
    *("|", "|---|", "| a | [x](https://a.nl) |", "a | b", "`x` | y", "---", "===", "***", "~~~", "* * *"),
    *(
        "\n",
        "\n",
        "\n",
        "\n\n",
        "\n\n",
        "\r",
        "\x0c",
        "\x01",
        "\x00",
        "\u2003",
        "é",
        "\u2028",
        "\ud800",
        "text  \n",
    ),
)
texts = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
FILES = sorted((test_cases.BASE / "catalogue").rglob("*.md"))


@example("`a\r[x](https://a.nl)` b")
@given(texts)
@settings(max_examples=500, deadline=None)
def test_a_plain_text_holds_what_the_parser_finds(body: str) -> None:
    """Headings, links, code and their places: a rule sees no difference."""
    found = quick(body)
    assert found is None or found == inspect_fully(body)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_entries_as_people_write_them_are_plain(file: object) -> None:
    """The quick way would help nobody if it were for made-up texts alone."""
    content = file.read_bytes()  # type: ignore[attr-defined]
    document, _ = read("a.md", content)
    assert quick(document.body) == inspect(document.body) == inspect_fully(document.body)
    assert read_lean("a.md", content, ENTRY_LIMITS) is not None


def agrees(path: str, content: bytes) -> None:
    """Hold the quick reader against the thorough one."""
    whole, faults = read_whole(path, content, ENTRY_LIMITS)
    assert body_of(path, content, ENTRY_LIMITS) == whole.body
    assert tuple(text_of(path, content, ENTRY_LIMITS).split("\n")) == whole.lines
    lean = read_lean(path, content, ENTRY_LIMITS)
    if lean is None:
        return
    assert faults == []
    assert lean.front == written(whole.front)
    assert (lean.body, lean.body_line, 0) == (whole.body, whole.body_line, whole.body_indent)
    values = [text for _, text in values_in(lean.front)]
    is_tidy = not _has_nothing(lean.front) and all(text == text.strip() for text in values)
    assert not lean.is_tidy or is_tidy


def _has_nothing(part: object) -> bool:
    if isinstance(part, dict):
        return any(map(_has_nothing, part.values()))
    return any(map(_has_nothing, part)) if isinstance(part, list) else part is None


@given(
    st.sampled_from(["a.md", "a.yml"]),
    st.lists(st.one_of(st.sampled_from(test_any_bytes.PIECES), st.text(max_size=5)), max_size=15),
    st.booleans(),
)
@example("a.md", ["a: |\n", "  x\n"], True)  # noqa: FBT003 - whether it ends well
@example("a.yml", ["a: ~\n", "--- b\n"], False)  # noqa: FBT003
@example("a.md", ["a: \u00a0b"], True)  # noqa: FBT003 - to YAML a no-break space is no space
@settings(max_examples=500, deadline=None)
def test_a_plain_file_says_what_the_reader_reads(path: str, pieces: Sequence[str], ends: bool) -> None:  # noqa: FBT001
    """Nothing that has a fault is taken for plain, and what is plain is read to the letter."""
    text = f"---\n{''.join(pieces)}" + ("\n---\n\n## Wat\n" if ends else "")
    agrees(path, text.encode("utf-8", "surrogatepass"))


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_a_changed_entry_says_what_the_reader_reads(data: st.DataObject) -> None:
    """The same for real entries with a piece of something else in them."""
    content = data.draw(st.sampled_from(FILES)).read_bytes()
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 30)))
    piece = data.draw(st.one_of(st.sampled_from(test_any_bytes.PIECES), st.text(max_size=4)))
    agrees("a.md", content[:start] + piece.encode("utf-8", "surrogatepass") + content[end:])
