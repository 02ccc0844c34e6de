"""Forms of a file in which rules look for signs: none hides what a value or a line says."""

from __future__ import annotations

import pytest

from generator.documents import read
from generator.rules._signs import Signs, signs


def _signs(text: str, path: str = "catalogue/organisations/nieuwland/practices/oefenen.md") -> Signs:
    return signs(read(path, text.encode())[0])


def test_letters_that_patterns_take_for_others_are_those_others() -> None:
    """A pattern that ignores case takes the sign for kelvin for a k, and so do the signs."""
    assert _signs("---\ntitle: API-\u212aEY pa\u017fsw \u0130P \u0131p é\n---\n").small == (
        "---\ntitle: api-key passw ip ip é\n---\n".encode()
    )


def test_figures_keep_each_digit_and_what_parts_them() -> None:
    """Digits are zeros and letters are gone, so that nine digits after one another are nine zeros."""
    assert _signs("---\ntitle: BSN 123456782, IP 10.0.0.5\n---\nv1.2\n").figures == (
        b"---\n:  000000000,  00.0.0.0\n---\n0.0\n"
    )


@pytest.mark.parametrize("text", ["---\ntitle: a\n---\nb\n", "---\ntitle: a \n---\nb\n"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_ends_of_lines_are_bare(text: str, end: str) -> None:
    """A file with the line ends of Windows has the same signs, whichever way it was read."""
    assert _signs(text.replace("\n", end)).written == text.encode()


@pytest.mark.parametrize(
    ("title", "has_escapes"), [('"a\\x40b"', True), ('"a\\U00000040b"', True), (r"a\b", False), ("a", False)]
)
def test_a_character_written_by_its_number_is_noticed(title: str, *, has_escapes: bool) -> None:
    """A value may write any character by its number, and then no sign of it shows."""
    assert _signs(f"---\ntitle: {title}\n---\n").has_escapes is has_escapes


@pytest.mark.parametrize(
    ("text", "has_code"),
    [
        ("---\ntitle: a # pwd=geheim1\n---\nb\n", True),
        ("---\ntitle: a\n---\n`pwd=geheim1`\n", True),
        ("---\ntitle: a\n---\n## Lessen\n\nb\n", False),
        ("---\ntitle: a\n---\nb\n", False),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_code_and_remarks_are_noticed(text: str, end: str, *, has_code: bool) -> None:
    """Code stands in the text, or in a remark beside the fields; a heading is no remark."""
    assert bool(_signs(text.replace("\n", end)).small_with_code) is has_code


def test_a_remark_can_stand_anywhere_in_a_file_of_fields_alone() -> None:
    """A `.yml` file has its text in one of its fields, so each `#` may begin a remark."""
    text = "body: |\n  Wij delen.\ntype: national # pwd=geheim1\n"
    found = _signs(text, "catalogue/organisations/nieuwland/organisation.yml")
    assert found.small_with_code == text.lower().encode()
