"""Findings in each form: exact places, exact words, and nothing of a stranger's text that a reader obeys."""

from __future__ import annotations

import json

import pytest
from wcwidth import wcswidth

from generator.findings import Finding, Location, Rule, Severity
from generator.messages import Language, msg
from generator.reporters import Context, names, reporter, summary

PATH = "catalogue/organisations/voorbeeldstad/applications/meldingen.md"
RULE = Rule("a-rule", Severity.ERROR, msg("summary"), msg("why"), msg("repair"))
WARNING = Rule("b-rule", Severity.WARNING, msg("summary"), msg("why"), msg("repair"))


def said(form: str, *findings: Finding, line: str = "", language: Language = "en", **more: object) -> str:
    """Return what a reporter makes of findings in a file with one line."""
    context = Context(language, {PATH: (line,)}, 1, **more)  # type: ignore[arg-type]
    return reporter(form)(findings, context)


def at(start: int, end: int, message: str = "this is wrong", hint: str | None = "mend it") -> Finding:
    """Return a finding about a span of the first line, columns from 1."""
    return RULE.finding(Location(PATH, 1, start, 1, end), msg(message), msg(hint) if hint else None)


def test_the_forms_are_the_files_of_the_package() -> None:
    """Adding a form is adding a file."""
    assert names() == ("github", "gitlab", "json", "junit", "markdown", "sarif", "text")


def test_no_findings_are_no_text() -> None:
    """Silence is good news; only documents for programs say so in full."""
    assert (said("text"), said("github")) == ("", "")
    assert json.loads(said("json"))["findings"] == []


@pytest.mark.parametrize(
    ("line", "start", "end", "shown"),
    [
        ("licence: EUPL 1.2", 10, 18, "  1 | licence: EUPL 1.2\n    |          ^^^^^^^^ mend it"),
        ("\ttitle: x", 2, 7, "  1 |     title: x\n    |     ^^^^^ mend it"),
        ("é: e\u0301n, x", 7, 8, "  1 | é: e\u0301n, x\n    |      ^ mend it"),
        ("市場: x", 1, 3, "  1 | 市場: x\n    | ^^^^ mend it"),
        ("👩‍💻: x", 6, 7, "  1 | 👩‍💻: x\n    |     ^ mend it"),
        ("title:", 7, 7, "  1 | title:\n    |       ^ mend it"),
        ("title: x   ", 8, 99, "  1 | title: x\n    |        ^ mend it"),
    ],
    ids=["plain", "tab", "combining", "wide", "emoji", "past-the-end", "too-far"],
)
def test_the_caret_stands_below_the_exact_span(line: str, start: int, end: int, shown: str) -> None:
    """Also with tabs, accents, wide letters and emoji before it."""
    head = f"{PATH}:1:{start}: error [a-rule] this is wrong\n"
    assert said("text", at(start, end), line=line) == head + shown


def test_a_long_line_is_cut_around_the_span() -> None:
    """The reader sees the fault and some text on both sides of it, in a hundred columns."""
    line = f"{'a' * 200} FOUT {'b' * 200}"
    _, source, caret = said("text", at(202, 206), line=line).split("\n")
    assert source == f"  1 | …{'a' * 28} FOUT {'b' * 64}…"
    assert caret == f"    | {' ' * 30}^^^^ mend it"
    assert len(source) == len("  1 | ") + 100


def test_a_long_span_is_cut_too() -> None:
    """A fault about a whole paragraph underlines its beginning."""
    _, source, caret = said("text", at(1, 401), line="a" * 400).split("\n")
    assert source == f"  1 | {'a' * 59}…"
    assert caret == f"    | {'^' * 60} mend it"


def test_a_finding_about_a_file_quotes_no_line() -> None:
    """There is nothing to point at, so the hint stands alone."""
    finding = RULE.finding(Location(PATH), msg("this file is wrong"), msg("mend it"))
    assert (
        said("text", finding, line="---") == f"{PATH}:1:1: error [a-rule] this file is wrong\n    = mend it"
    )


def test_a_line_that_is_not_there_is_not_quoted() -> None:
    """A place past the end of a file, or in a file that was not read, still gives its message."""
    finding = RULE.finding(Location(PATH, 9, 1, 9, 2), msg("this is wrong"))
    assert said("text", finding) == f"{PATH}:9:1: error [a-rule] this is wrong"


def test_findings_are_separated_by_an_empty_line_and_worded_in_dutch() -> None:
    """Severity is a word in the reader's language."""
    warning = WARNING.finding(Location(PATH), msg("remove it"))
    assert said("text", at(1, 2, hint=None), warning, line="x", language="nl") == (
        f"{PATH}:1:1: fout [a-rule] this is wrong\n  1 | x\n    | ^\n\n"
        f"{PATH}:1:1: waarschuwing [b-rule] haal het weg"
    )


def test_paths_hold_from_the_current_folder() -> None:
    """`base` leads from where one works to the folder that holds the catalogue."""
    assert said("text", at(1, 2), base="../elders/").startswith("../elders/catalogue/organisations/")


def test_colours_come_only_when_asked_for() -> None:
    """Escape codes of our own, none by default."""
    coloured = said("text", at(1, 2), line="x", is_coloured=True)
    assert coloured == (
        f"\x1b[1m{PATH}:1:1\x1b[0m: \x1b[1;31merror\x1b[0m [a-rule] this is wrong\n"
        "  1 | x\n    | \x1b[1;31m^\x1b[0m mend it"
    )
    assert "\x1b" not in said("text", at(1, 2), line="x")


@pytest.mark.parametrize("form", names())
def test_no_character_of_others_reaches_a_stream_raw(form: str) -> None:
    """Controls, bidirectional and invisible characters, surrogates: in values, lines and file names."""
    evil = "\x1b[2J\x07\r\n\x00\x9b\u202e\u2066\u200b\ufeff\ud800\u2028"
    path = f"catalogue/{evil}.md"
    message = msg("'{value}' is wrong", value=evil)
    finding = RULE.finding(Location(path, 1, 1, 1, 5), message, msg("use {value}", value=evil))
    text = reporter(form)([finding], Context("en", {path: (evil,)}, 1))
    expected = "\\x1b[2J\\x07\\x0d\\x0a\\x00\\x9b\\u202e\\u2066\\u200b\\ufeff\\ud800\\u2028"
    # JSON doubles the backslash.
    shown = text.replace("\\\\", "\\") if form in {"gitlab", "json", "sarif"} else text
    assert expected in shown
    assert not set(text) & set(evil) - set("[2J\n")


def test_json_has_the_documented_shape() -> None:
    """Programs rely on these keys; a change of meaning raises the version."""
    assert json.loads(said("json", at(10, 18), language="nl")) == {
        "schema_version": 1,
        "language": "nl",
        "files": 1,
        "errors": 1,
        "warnings": 0,
        "notes": 0,
        "excused": 0,
        "findings": [
            {
                "path": PATH,
                "line": 1,
                "column": 10,
                "end_line": 1,
                "end_column": 18,
                "severity": "error",
                "rule": "a-rule",
                "message": "this is wrong",
                "hint": "mend it",
                "fix": None,
            }
        ],
    }


def test_github_gets_an_annotation_for_each_finding() -> None:
    """The hint is the second line of the annotation."""
    assert said("github", at(10, 18)) == (
        f"::error file={PATH},line=1,endLine=1,col=10,endColumn=18,title=a-rule::this is wrong%0Amend it"
    )


def test_github_commands_cannot_be_smuggled_in() -> None:
    """Percent signs, line ends, colons and commas of others lose their meaning."""
    path = "catalogue/a,b:c%0A::error::x.md"
    finding = WARNING.finding(Location(path, 1, 1, 2, 3), msg("100 % {value}", value="\n::stop-commands::x"))
    assert reporter("github")([finding], Context("en", {}, 1)) == (
        "::warning file=catalogue/a%2Cb%3Ac%250A%3A%3Aerror%3A%3Ax.md,line=1,endLine=2,title=b-rule"
        "::100 %25 \\x0a::stop-commands::x"
    )


def test_the_summary_counts_everything_in_one_line() -> None:
    """Errors always, warnings and remarks when there are any, and what is excused."""
    note = Rule("c-rule", Severity.NOTE, msg("summary"), msg("why"), msg("repair"))
    found = [rule.finding(Location(PATH), msg("x")) for rule in (RULE, RULE, WARNING, note)]
    assert summary(found, 3, "nl") == "2 fouten, 1 waarschuwing en 1 opmerking in 1 bestand"
    assert summary(found[3:], 3, "nl") == "geen fouten en 1 opmerking in 1 bestand"
    assert summary(found[:1], 3, "en", excused=2) == "1 error in 1 file; 2 findings excused"
    assert summary([], 3, "en", excused=1) == "3 files checked: no errors; 1 finding excused"


@pytest.mark.parametrize(
    "before", ["👨‍👩‍👧‍👦", "🇳🇱", "🏳️‍🌈", "👍🏽", "1️⃣", "cafe\u0301", "漢字", "\t", "a\u200cb"]
)
def test_the_caret_stands_below_the_span_after_any_character(before: str) -> None:
    """As a terminal draws it: a family is two columns wide, an accent none."""
    line = f"{before} fout"
    text = said("text", at(len(before) + 2, len(before) + 6), line=line)
    shown, caret = text.splitlines()[1:]
    indent = len(caret) - len(caret.lstrip(" |"))
    assert wcswidth(shown[: shown.index("fout")]) == indent
