"""What a file excuses does not count, is told, and comes back when its day has passed."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from pathlib import Path

import pytest
from catalogues import BASE
from test_validate_command import PRACTICE, change, run

from generator.catalogue import load
from generator.model.kinds import MODELS
from generator.rules import all_rules, check, judge

TODAY = dt.date(2026, 11, 24)
APPLICATION = "catalogue/organisations/voorbeeldstad/applications/meldingen.md"
CALL = "catalogue/organisations/nieuwland/calls/samen-inkopen.md"
HIDDEN = 'repository: "https://github.com/voorbeeldstad/meldingen"\n'
LATE = "2028-06-01"
# One error (source code that is not shown), excused.
EXCEPTION = "exceptions:\n  - {rule: %s, reason: de code volgt na de test, until: %s}\nexample: true"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder with a catalogue in which open software does not show its code."""
    shutil.copytree(BASE, tmp_path / "catalogue")
    change(tmp_path, APPLICATION, f"  {HIDDEN}", "")
    return tmp_path


def excuse(folder: Path, path: str, rule: str, until: str) -> None:
    """Put an exception into a file."""
    change(folder, path, "example: true", EXCEPTION % (rule, until))


def counts(folder: Path, today: dt.date = TODAY) -> tuple[list[str], list[str]]:
    """Return the rules of what counts and of what is excused."""
    verdict = judge(load(folder / "catalogue"), today)
    assert check(load(folder / "catalogue"), today) == verdict.findings
    return [item.rule for item in verdict.findings], [item.rule for item in verdict.excused]


def test_what_is_excused_does_not_count_until_the_day_has_passed(place: Path) -> None:
    """The last day itself still belongs to it."""
    assert counts(place) == (["open-software-shows-its-code"], [])
    excuse(place, APPLICATION, "open-software-shows-its-code", "2026-11-24")
    assert counts(place) == ([], ["open-software-shows-its-code"])
    later = TODAY + dt.timedelta(days=1)
    assert counts(place, later) == (["open-software-shows-its-code", "exception-still-holds"], [])


def test_an_exception_holds_for_its_own_file_and_its_own_rule(place: Path) -> None:
    """Another file with the same fault is not excused by it, nor another fault in the same file."""
    excuse(place, PRACTICE, "open-software-shows-its-code", "2027-01-01")
    assert counts(place) == (["open-software-shows-its-code", "exception-is-needed"], [])
    excuse(place, APPLICATION, "term-is-current", "2027-01-01")
    needless = "exception-is-needed"
    assert counts(place)[0] == ["open-software-shows-its-code", needless, needless]


def test_an_exception_excuses_every_place_in_its_file(place: Path) -> None:
    """Also more of them than are reported of one rule in one file."""
    links = "\n".join(f"[les {n}](http://www.voorbeeldstad.nl/{n})" for n in range(40))
    (place / APPLICATION).write_text((place / APPLICATION).read_text("utf-8") + f"\n{links}\n", "utf-8")
    excuse(place, APPLICATION, "link-is-encrypted", "2027-01-01")
    assert counts(place) == (["open-software-shows-its-code"], ["link-is-encrypted"] * 25)


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (", reason: de code volgt na de test", "", "required-field-is-present"),
        (", until: 2027-01-01", "", "required-field-is-present"),
        ("until: 2027-01-01", "until: 2027-02-30", "date-is-valid"),
        ("until: 2027-01-01", "until: 2027-11-25", "exception-ends-within-a-year"),
        ("de code volgt na de test", "later", "text-fits"),
        ("reason:", "reden:", "field-is-known"),
        ("rule: open", "rule: opens", "exception-names-a-rule"),
    ],
)
def test_a_fault_in_an_exception_is_one_finding(place: Path, old: str, new: str, rule: str) -> None:
    """It excuses all the same, unless it cannot be seen what."""
    excuse(place, APPLICATION, "open-software-shows-its-code", "2027-01-01")
    change(place, APPLICATION, old, new)
    counted, excused = counts(place)
    if rule == "exception-names-a-rule":
        assert counted == ["open-software-shows-its-code", rule]
    else:
        assert (counted, excused) == ([rule], ["open-software-shows-its-code"])


@pytest.mark.parametrize("written", ["exceptions: nee", "exceptions: [open-software-shows-its-code]"])
def test_what_is_no_exception_excuses_nothing(place: Path, written: str) -> None:
    """It is a fault of form."""
    change(place, APPLICATION, "example: true", f"{written}\nexample: true")
    assert counts(place)[0] == ["open-software-shows-its-code", "field-has-the-right-shape"]


def test_rules_about_reading_form_privacy_and_safety_cannot_be_excused(place: Path) -> None:
    """The list is short on purpose: a new rule is strict until someone thinks about it."""
    assert [item.rule.name for item in all_rules() if item.rule.can_be_excused] == [
        "adoption-adds-to-the-partnership",
        "advice-agrees-with-reports",
        "agreement-has-not-ended",
        "call-ends-in-time",
        "call-is-about-what-goes-on",
        "cyber-practice-names-controls",
        "effort-agrees-with-reports",
        "end-agrees-with-status",
        "ended-entry-leads-on",
        "entry-was-read-lately",
        "licence-is-current",
        "link-is-encrypted",
        "open-software-shows-its-code",
        "replaced-entry-ends",
        "replacement-is-told-on-both-sides",
        "repository-is-listed-once",
        "term-is-current",
        "title-is-not-repeated",
        "title-tells-entries-apart",
    ]
    excuse(place, APPLICATION, "exception-is-allowed", "2027-01-01")
    assert counts(place)[0] == ["open-software-shows-its-code", "exception-is-allowed"]


def test_every_kind_of_file_of_an_organisation_can_have_exceptions(place: Path) -> None:
    """A call may stay open for longer, an organisation may have a page without encryption."""
    assert all("exceptions" in model.model_fields for model in MODELS.values())
    change(place, CALL, "until: 2027-06-30", f"until: {LATE}")
    excuse(place, CALL, "call-ends-in-time", "2027-01-01")
    excuse(place, APPLICATION, "open-software-shows-its-code", "2027-01-01")
    assert counts(place) == ([], ["call-ends-in-time", "open-software-shows-its-code"])


def test_reports_tell_how_much_is_excused(place: Path) -> None:
    """The exit code is that of what counts; what is not reported on is not told either."""
    excuse(place, APPLICATION, "open-software-shows-its-code", "2027-01-01")
    clean = "17 bestanden gecontroleerd: geen fouten"
    told = f"{clean}; 1 melding valt onder een uitzondering"
    assert run(place, "validate") == (0, "", f"{told}\n")
    assert run(place, "validate", "--strict", "-f", "markdown")[:2] == (0, f"## {told}\n")
    assert json.loads(run(place, "validate", "-f", "json")[1])["excused"] == 1
    assert run(place, "validate", "--ignore", "open-software-shows-its-code")[2] == f"{clean}\n"
    one = run(place, "validate", PRACTICE)
    assert one == (0, "", "1 bestand gecontroleerd: geen fouten\n")
    english = run(place, "validate", APPLICATION, "--language", "en")
    assert english == (0, "", "1 file checked: no errors; 1 finding excused\n")


@pytest.mark.parametrize("form", ["gitlab", "sarif"])
def test_fingerprints_stay_when_lines_are_put_above_a_fault(place: Path, form: str) -> None:
    """So that a server knows a fault again, and does not call it new."""
    change(place, CALL, "type: joint-procurement", "type: inkoop")
    before = run(place, "validate", "-f", form)[1]
    change(place, CALL, "---\n", "---\n# Een opmerking.\n\n# Nog een.\n")
    change(place, APPLICATION, "title_en: Reports on public space\n", "")
    after = run(place, "validate", "-f", form)[1]
    name = r'"(?:fingerprint|primaryLocationLineHash)": "(\w+)"'
    assert re.findall(name, before) == re.findall(name, after)
    assert len(set(re.findall(name, before))) == 2
    assert before != after


def test_a_rule_says_that_it_can_be_excused(place: Path) -> None:
    """On the screen, as on its page; another rule does not."""
    said = "Klopt het in dit bestand toch? Zet daar dan een uitzondering: `exceptions`"
    assert said in " ".join(run(place, "rules", "repository-is-listed-once")[1].split())
    assert said not in " ".join(run(place, "rules", "secret-is-left-out")[1].split())
