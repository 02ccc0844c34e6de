"""Findings for build servers and proposals: each form exactly, and no text of a stranger at work in it."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.findings import Finding, Location, Rule, Severity
from generator.messages import Language, msg
from generator.pages.rules import address_of
from generator.reporters import Context, reporter
from generator.text import neutral

PATH = "catalogue/organisations/voorbeeldstad/applications/meldingen.md"
OTHER = "catalogue/organisations/nieuwland/adoptions/meldingen.md"
RULE = Rule("a-rule", Severity.ERROR, msg("It is so."), msg("It helps."), msg("Make it so."))
WARNING = Rule("b-rule", Severity.WARNING, msg("It is nice."), msg("It pleases."), msg("Make it nice."))
NOTE = Rule("c-rule", Severity.NOTE, msg("It is neat."), msg("It shines."), msg("Make it neat."))
RULES = {rule.name: rule for rule in (RULE, WARNING, NOTE)}
SITE = "https://voorbeeld.nl/gids/"
HOSTILE = (
    "[x](https://evil.example)",
    "@iemand #12 !3 ~label :smile: https://evil.example www.evil.example a@evil.example",
    "<img src=x onerror=alert(1)> &lt; &#64;",
    "`` | ` \\| \\` | ```",
    "\x1b[2J\x00\x0b\ufffe\u202e\r\n/close\n::error::x",
    "]]> </failure> {0} {{ }} %0A",
)


def said(form: str, *findings: Finding, lines: tuple[str, ...] = (), **more: object) -> str:
    """Return what a reporter makes of findings in a file."""
    given: dict[str, object] = {"language": "en", "lines": {PATH: lines}, "files": 2, **more}
    return reporter(form)(findings, Context(**given))  # type: ignore[arg-type]


def about(
    rule: Rule, line: int, words: str = "this is wrong", hint: str | None = None, path: str = PATH
) -> Finding:
    """Return a finding about characters 4 to 8 of a line."""
    return rule.finding(Location(path, line, 4, line, 9), msg(words), msg(hint) if hint else None)


def known_by(*findings: Finding, lines: tuple[str, ...], language: Language = "en") -> list[str]:
    """Return the fingerprints that GitLab gets; those in SARIF are the same."""
    report = json.loads(said("gitlab", *findings, lines=lines, language=language))
    sarif = json.loads(said("sarif", *findings, lines=lines, language=language))
    prints = [each["fingerprint"] for each in report]
    results = sarif["runs"][0]["results"]
    assert prints == [each["partialFingerprints"]["primaryLocationLineHash"] for each in results]
    return prints


def test_gitlab_gets_a_code_quality_report() -> None:
    """With the keys that GitLab asks for, and the hint behind the message."""
    whole = NOTE.finding(Location(PATH), msg("this file is odd"))
    report = json.loads(said("gitlab", about(RULE, 7, hint="mend it"), about(WARNING, 8), whole))
    assert [each.pop("fingerprint")[:12] for each in report] == [
        "33b07f8f3749",
        "0985180a3b9d",
        "4bd036018dbd",
    ]
    assert report == [
        {
            "description": "this is wrong (mend it)",
            "check_name": "a-rule",
            "severity": "major",
            "location": {"path": PATH, "lines": {"begin": 7}},
        },
        {
            "description": "this is wrong",
            "check_name": "b-rule",
            "severity": "minor",
            "location": {"path": PATH, "lines": {"begin": 8}},
        },
        {
            "description": "this file is odd",
            "check_name": "c-rule",
            "severity": "info",
            "location": {"path": PATH, "lines": {"begin": 1}},
        },
    ]
    assert said("gitlab") == "[]"


def test_a_fingerprint_stays_when_lines_move() -> None:
    """Above it, in front of it, or when the message counts; also in another language."""
    before = known_by(about(RULE, 1, "first on line 3"), lines=("a: b",))
    after = known_by(about(RULE, 3, "first on line 12"), lines=("x", "y", "  a:  b "), language="nl")
    assert before == after


def test_fingerprints_differ() -> None:
    """By rule, file, line and what is said, and of findings that agree in all of these by their order."""
    findings = (
        about(RULE, 1),
        about(RULE, 1),
        about(RULE, 2),
        about(RULE, 3),
        about(WARNING, 1),
        about(RULE, 1, "that is wrong"),
        about(RULE, 1, path=OTHER),
        RULE.finding(Location(PATH), msg("this is wrong")),
    )
    assert len(set(known_by(*findings, lines=("one", "two", "one")))) == len(findings)


def test_sarif_has_rules_places_and_fingerprints() -> None:
    """The whole log; lines and columns are those of the finding, the end is exclusive."""
    report = json.loads(
        said(
            "sarif",
            about(WARNING, 7, hint="mend it"),
            rules={"a-rule": RULE, "b-rule": WARNING},
            site=SITE,
            version="1.2",
        )
    )
    hashed = report["runs"][0]["results"][0].pop("partialFingerprints")
    assert list(hashed) == ["primaryLocationLineHash"]
    assert report == {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "catalogue",
                        "version": "1.2",
                        "informationUri": SITE,
                        "rules": [
                            {
                                "id": "a-rule",
                                "name": "ARule",
                                "shortDescription": {"text": "It is so."},
                                "fullDescription": {"text": "It is so. It helps."},
                                "help": {
                                    "text": "It helps.\n\nMake it so.",
                                    "markdown": "It helps.\n\nMake it so.",
                                },
                                "helpUri": f"{SITE}regels/a-rule/",
                                "defaultConfiguration": {"level": "error"},
                            },
                            {
                                "id": "b-rule",
                                "name": "BRule",
                                "shortDescription": {"text": "It is nice."},
                                "fullDescription": {"text": "It is nice. It pleases."},
                                "help": {
                                    "text": "It pleases.\n\nMake it nice.",
                                    "markdown": "It pleases.\n\nMake it nice.",
                                },
                                "helpUri": f"{SITE}regels/b-rule/",
                                "defaultConfiguration": {"level": "warning"},
                            },
                        ],
                    }
                },
                "language": "en",
                "columnKind": "unicodeCodePoints",
                "results": [
                    {
                        "ruleId": "b-rule",
                        "ruleIndex": 1,
                        "level": "warning",
                        "message": {"text": "this is wrong (mend it)"},
                        "locations": [
                            {
                                "physicalLocation": {
                                    "artifactLocation": {"uri": PATH},
                                    "region": {
                                        "startLine": 7,
                                        "startColumn": 4,
                                        "endLine": 7,
                                        "endColumn": 9,
                                    },
                                }
                            }
                        ],
                    }
                ],
            }
        ],
    }


def test_sarif_leaves_out_what_is_not_known() -> None:
    """No empty addresses, no number of a rule that is not listed; a log without findings is a log too."""
    run = json.loads(said("sarif", RULE.finding(Location("catalogue/a b%#é.md"), msg("[x](https://evil)"))))
    result = run["runs"][0]["results"][0]
    del result["partialFingerprints"]
    assert run["runs"][0]["tool"] == {"driver": {"name": "catalogue", "rules": []}}
    assert result == {
        "ruleId": "a-rule",
        "level": "error",
        "message": {"text": "[x] (https://evil)"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "catalogue/a%20b%25%23%C3%A9.md"},
                    "region": {"startLine": 1},
                }
            }
        ],
    }
    assert json.loads(said("sarif"))["runs"][0]["results"] == []
    described = json.loads(said("sarif", rules=RULES))["runs"][0]["tool"]["driver"]["rules"]
    assert [("helpUri" in rule, rule["id"]) for rule in described] == [
        (False, "a-rule"),
        (False, "b-rule"),
        (False, "c-rule"),
    ]


def test_links_to_rules_lead_to_their_pages() -> None:
    """The address is that under which the site has the page."""
    context = Context("en", {}, 0, site=SITE)
    assert context.page("a-rule") == f"{SITE}{address_of('a-rule')}"


def test_junit_has_a_suite_for_each_rule() -> None:
    """What fails the validation fails; what does not, passes and says so; a rule without findings passes."""
    report = said("junit", about(RULE, 7, "'<a>' is \"wrong\"", "mend it"), about(WARNING, 8), rules=RULES)
    assert report == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="catalogue" tests="3" failures="1">\n'
        '  <testsuite name="a-rule" tests="1" failures="1" errors="0" skipped="0">\n'
        f'    <testcase name="{PATH}:7:4" classname="a-rule" file="{PATH}" line="7">\n'
        '      <failure message="&#x27;&lt;a&gt;&#x27; is &quot;wrong&quot;" type="error">'
        f"{PATH}:7:4: error: &#x27;&lt;a&gt;&#x27; is &quot;wrong&quot; (mend it)</failure>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        '  <testsuite name="b-rule" tests="1" failures="0" errors="0" skipped="0">\n'
        f'    <testcase name="{PATH}:8:4" classname="b-rule" file="{PATH}" line="8">\n'
        f"      <system-out>{PATH}:8:4: warning: this is wrong</system-out>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        '  <testsuite name="c-rule" tests="1" failures="0" errors="0" skipped="0">\n'
        '    <testcase name="It is neat." classname="c-rule"/>\n'
        "  </testsuite>\n"
        "</testsuites>"
    )


def test_junit_follows_strict() -> None:
    """When warnings fail the validation they are failures there too; notes never are."""
    report = said("junit", about(WARNING, 1), about(NOTE, 1), is_strict=True)
    assert [(suite.get("name"), suite.get("failures")) for suite in ET.fromstring(report)] == [  # noqa: S314 - ours
        ("b-rule", "1"),
        ("c-rule", "0"),
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_junit_is_xml_whatever_is_quoted(text: str) -> None:
    """The text comes out as it went in, but for what the neutraliser wrote out."""
    case = ET.fromstring(said("junit", about(RULE, 1, text, text)))[0][0]  # noqa: S314 - ours
    assert case[0].get("message") == neutral(text)
    assert case[0].text == f"{PATH}:1:4: error: {neutral(text)} ({neutral(text)})"


def test_markdown_has_a_table_for_each_file() -> None:
    """A summary on top; what others wrote stands in code, rules lead to their pages."""
    found = (
        about(RULE, 7, "this is wrong", "mend it"),
        about(WARNING, 8),
        about(RULE, 1, "a|b `c`", path=OTHER),
    )
    assert said("markdown", *found, language="nl", site=SITE) == (
        "## 2 fouten en 1 waarschuwing in 2 bestanden\n\n"
        f"### `{PATH}`\n\n"
        "| Plek | Ernst | Regel | Wat er mis is | Wat u doet |\n"
        "|---|---|---|---|---|\n"
        f"| 7:4 | fout | [a-rule](<{SITE}regels/a-rule/>) | `this is wrong` | `mend it` |\n"
        f"| 8:4 | waarschuwing | [b-rule](<{SITE}regels/b-rule/>) | `this is wrong` |  |\n\n"
        f"### `{OTHER}`\n\n"
        "| Plek | Ernst | Regel | Wat er mis is | Wat u doet |\n"
        "|---|---|---|---|---|\n"
        f"| 1:4 | fout | [a-rule](<{SITE}regels/a-rule/>) | `` a\\x7cb `c` `` |  |"
    )
    assert said("markdown", language="nl") == "## 2 bestanden gecontroleerd: geen fouten"
    assert (
        said("markdown", about(RULE, 7)).splitlines()[-1] == "| 7:4 | error | `a-rule` | `this is wrong` |  |"
    )


def is_inert(text: str) -> None:
    """Check that a text, wherever it stands in a report, is shown as code and as nothing else."""
    path = f"catalogue/{text}.md"
    report = said("markdown", about(RULE, 7, text, text, path=path))
    tokens = MarkdownIt("commonmark").enable("table").parse(report)
    inline = [token.children or [] for token in tokens if token.type == "inline"]
    assert [[child.type for child in children] for children in inline] == [
        ["text"],
        ["code_inline"],
        *[["text"]] * 5,
        ["text"],
        ["text"],
        *[["code_inline"]] * 3,
    ]
    inert = neutral(text).replace("|", "\\x7c").strip() or " "
    assert [children[0].content for children in inline[-2:]] == [inert, inert]


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_hostile_text_as_code(text: str) -> None:
    """Nothing becomes markup, a mention, a link, a reference or a command."""
    is_inert(text)


@given(st.text(st.sampled_from("`|\\ \n<>[]()@#*_~a\t") | st.characters(), min_size=1, max_size=30))
def test_markdown_shows_any_text_as_code(text: str) -> None:
    """The same, for pieces that Markdown gives a meaning, in any order."""
    is_inert(text)


def test_markdown_stays_short_enough_for_a_comment() -> None:
    """What does not fit is counted; every row that is there is whole."""
    found = [about(RULE, line, "x" * 80, path=f"{PATH}{line // 20:03}") for line in range(1, 2000)]
    report = said("markdown", *found, language="nl")
    assert 59_000 < len(report) <= 60_000
    rows = [line for line in report.splitlines() if line.endswith("x` |  |")]
    assert report.splitlines()[-1] == f"Nog {1999 - len(rows)} staan hier niet, om dit kort te houden."


@pytest.mark.parametrize("form", ["github", "markdown"])
def test_changed_files_come_first(form: str) -> None:
    """GitHub shows ten findings of a kind: those are about the proposal."""
    found = (about(RULE, 1, path=OTHER), about(RULE, 2), about(RULE, 3))
    first = said(form, *found[1:], found[0])
    assert said(form, *found, changed=frozenset({PATH})) == first


def test_markdown_leaves_out_a_table_of_which_no_row_fits() -> None:
    """Rather than a heading above nothing."""
    first = about(RULE, 7, "x" * 59_000)
    assert said("markdown", first, about(RULE, 8, "y" * 900, path=OTHER)) == (
        "## 2 errors in 2 files\n\n"
        f"### `{PATH}`\n\n"
        "| Place | Severity | Rule | What is wrong | What to do |\n"
        "|---|---|---|---|---|\n"
        f"| 7:4 | error | `a-rule` | `{'x' * 59_000}` |  |\n\n"
        "Not shown here, to keep this short: 1 more."
    )
