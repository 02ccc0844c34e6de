"""Regular front matter, read by its lines: it says what the parser says of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.documents.characters import is_plain
from generator.documents.lean import tree
from generator.documents.regular import regular

ADOPTION = """\
status: in-use
since: 2023-01
changes:
  technology:
    size: small
lesson: Bel eerst de 'Wmo-raad' (let op: 2 weken)!
recommend: "yes"
tags: [stoep, "5.34"]
sources:
  - url: "https://www.voorbeeld.nl/gebruik#2"
    what: a:b, c#d
  - url: https://www.voorbeeld.nl/meer
steps:
  - kies
  - 'doe: dit'
"""


def test_regular_front_matter_is_read_by_its_lines() -> None:
    """A key with a value, a key alone, and items behind a dash: what nearly all files consist of."""
    assert regular(ADOPTION.replace("(let op: 2 weken)", "(2 weken)"), depth=6) == {
        "status": "in-use",
        "since": "2023-01",
        "changes": {"technology": {"size": "small"}},
        "lesson": "Bel eerst de 'Wmo-raad' (2 weken)!",
        "recommend": "yes",
        "tags": ["stoep", "5.34"],
        "sources": [
            {"url": "https://www.voorbeeld.nl/gebruik#2", "what": "a:b, c#d"},
            {"url": "https://www.voorbeeld.nl/meer"},
        ],
        "steps": ["kies", "doe: dit"],
    }


@pytest.mark.parametrize(
    "text",
    [
        ADOPTION,
        "",
        "a",
        "a:",
        "a: ~",
        "a: b\n  c",
        "a: b\n  - c",
        "a: b #c",
        "a: b\na: c",
        "a:\n- b",
        "a:\n  - b\n  c: d",
        "a:\n  b: c\n d: e",
        " a: b",
        "- a",
        "a: |\n  b",
        'a: "b\\x40"',
        "a: 'b''c'",
        "a: b ",
        "a: \u00a0b",
        "a:\tb",
        "a: [b: c]",
        "a: [null]",
        "<<: b",
        "a: *b",
        "a: b\n\nc: d",
        "a: b\n...",
    ],
)
def test_a_line_that_does_not_say_all_of_itself_is_irregular(text: str) -> None:
    """Then the parser tells what it means, and whether it is a fault."""
    assert regular(text, depth=6) is None


@pytest.mark.parametrize(
    "text", ["a:\n  b:\n    c: d", "a:\n  - b:\n      - c", "a:\n  - b: [c]", "a:\n  b: [c]"]
)
@pytest.mark.parametrize("depth", range(6))
def test_regular_front_matter_may_be_as_deep_as_any(text: str, depth: int) -> None:
    """One level too many is for the parser: it says where that is."""
    found = tree(text, depth)
    assert regular(text, depth) == (found[0] if found else None)


VALUES = (
    *(
        "b",
        "b:c",
        "b#c",
        "'b'",
        '"b"',
        "b, c",
        "b]",
        "(b)",
        "=",
        "é b",
        "a 'b'",
        "https://b.nl/c?d#e",
        "true",
    ),
    *("[b, c]", '["b", 1.2]', "'b: c'", '"b #c"', '"null"', "null", "~", "b: c", "b #c", "-b", "- b", "---"),
    *(
        "*b",
        "&b c",
        "|",
        ">",
        "@b",
        "%b",
        "[b,c]",
        "[]",
        "{b: c}",
        "'b''c'",
        '"b\\nc"',
        "b ",
        "\u00a0b",
        "' b'",
    ),
)
_values = st.sampled_from((*VALUES[:13] * 40, *VALUES))
_names = st.integers(0, 999).map("k-{}".format)
_keys = st.one_of(_names, _names, _names, st.sampled_from(["a", "b_c", "null", "<<", '"a"', "1"]))


@st.composite
def lines(draw: st.DrawFn, indent: int = 0, level: int = 0) -> list[str]:
    """Return lines that are nearly always regular."""
    found: list[str] = []
    margin, is_list = " " * indent, bool(level) and draw(st.integers(0, 2)) == 0
    for _ in range(draw(st.integers(1, 3))):
        if is_list and draw(st.booleans()):
            found.append(f"{margin}- {draw(_values)}")
            continue
        inner = indent + 2 * is_list
        key = f"{margin}{'- ' * is_list}{draw(_keys)}:"
        if level < 4 and draw(st.integers(0, 2)) == 0:
            found += [key, *draw(lines(inner + draw(st.sampled_from([2, 2, 2, 1, 4, 0])), level + 1))]
        else:
            found.append(f"{key} {draw(_values)}")
    return found


@given(
    lines(),
    st.integers(0, 99),
    st.sampled_from(["", "", "", " ", "x", ":", " #x", "- ", "\t"]),
    st.integers(1, 6),
)
@settings(max_examples=1_000, deadline=None)
def test_regular_lines_say_what_the_parser_reads(
    written_lines: list[str], number: int, piece: str, depth: int
) -> None:
    """Front matter as people write it, with a slip in one line: no line is taken for what it is not."""
    at = number % len(written_lines)
    line = written_lines[at]
    written_lines[at] = piece + line if number % 2 else line + piece
    text = "\n".join(written_lines)
    fields = regular(text, depth)
    assert is_plain(text.encode())
    assert fields is None or tree(text, depth) == (fields, True)
