"""`catalogue validate` and `catalogue rules` as a person runs them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.rules import all_rules

BASE = Path(__file__).parent / "cases" / "_base" / "catalogue"
PRACTICE = "catalogue/organisations/voorbeeldstad/practices/phishing-oefening.md"
ADOPTION = "catalogue/organisations/nieuwland/adoptions/meldingen.md"
WRONG = f"""{PRACTICE}:4:9: fout [choice-is-known] 'gebruik' is geen keuze voor 'status'
  4 | status: gebruik
    |         ^^^^^^^ bedoelde u 'in-use' (In gebruik)?
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder with a valid catalogue in it."""
    shutil.copytree(BASE, tmp_path / "catalogue")
    return tmp_path


def run(folder: Path, *arguments: str, **environment: str) -> tuple[int, str, str]:
    """Run the command in a folder; return its exit code, what it found and what it said besides."""
    result = subprocess.run(
        [sys.executable, "-m", "generator.cli", *arguments],
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1795478400", **environment},
        capture_output=True,
        check=False,
    )
    return result.returncode, result.stdout.decode(), result.stderr.decode()


def change(folder: Path, path: str, old: str, new: str) -> None:
    """Change a part of a file."""
    file = folder / path
    file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")


def test_a_good_catalogue_is_said_to_be_good(place: Path) -> None:
    """Exit code 0, nothing on standard output, one line on standard error."""
    assert run(place, "validate") == (0, "", "17 bestanden gecontroleerd: geen fouten\n")


def test_a_fault_is_found_and_the_exit_code_says_so(place: Path) -> None:
    """Exit code 1."""
    change(place, PRACTICE, "status: in-use", "status: gebruik")
    assert run(place, "validate") == (1, WRONG, "1 fout in 1 bestand\n")


def test_english_on_request(place: Path) -> None:
    """By option or by environment."""
    change(place, PRACTICE, "status: in-use", "status: gebruik")
    found = run(place, "validate", "--language", "en")
    assert found == run(place, "validate", CATALOGUE_LANGUAGE="en")
    assert found[2] == "1 error in 1 file\n"
    assert found[1].startswith(
        f"{PRACTICE}:4:9: error [choice-is-known] 'gebruik' is not a choice for 'status'\n"
    )


def test_warnings_fail_only_when_asked_for(place: Path) -> None:
    """`--strict` makes a warning count."""
    change(place, PRACTICE, "reviewed: 2026-10-01", "reviewed: 2025-01-01")
    assert (run(place, "validate")[0], run(place, "validate", "--strict")[0]) == (0, 1)
    assert run(place, "validate")[2] == "geen fouten en 1 waarschuwing in 1 bestand\n"


def test_only_the_paths_given_are_reported(place: Path) -> None:
    """Everything is read, since entries refer to each other."""
    change(place, PRACTICE, "status: in-use", "status: gebruik")
    assert run(place, "validate", ADOPTION) == (0, "", "1 bestand gecontroleerd: geen fouten\n")
    assert run(place, "validate", "catalogue/organisations/voorbeeldstad")[:2] == (1, WRONG)
    assert run(place, "validate", ADOPTION, PRACTICE)[:2] == (1, WRONG)


def test_a_fault_of_a_folder_is_reported_for_every_file_in_it(place: Path) -> None:
    """A file in the folder of an unknown organisation is not in order."""
    wrong = place / "catalogue" / "organisations" / "nieuwlnd" / "practices"
    wrong.mkdir(parents=True)
    shutil.copy(place / PRACTICE, wrong / "oefening.md")
    code, found, _ = run(place, "validate", str(wrong / "oefening.md"))
    assert (code, found) == (
        1,
        (
            "catalogue/organisations/nieuwlnd:1:1: fout [organisation-exists] "
            "de organisatie 'nieuwlnd' staat niet in het register\n"
            "    = bedoelde u 'nieuwland' (Nieuwland)?\n"
        ),
    )


def test_a_path_can_be_another_catalogue(place: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """It is a catalogue itself, the folder above it, or a file in it; places hold from where one is."""
    elsewhere = tmp_path_factory.mktemp("elders")
    change(place, PRACTICE, "status: in-use", "status: gebruik")
    shown = f"{os.path.relpath(place, elsewhere)}/{WRONG}"
    expected = (1, shown, "1 fout in 1 bestand\n")
    assert run(elsewhere, "validate", str(place / "catalogue")) == expected
    assert run(elsewhere, "validate", str(place)) == expected
    assert run(elsewhere, "validate", str(place / PRACTICE)) == expected
    assert run(elsewhere, "validate", "--catalogue", str(place / "catalogue")) == expected


def test_a_catalogue_may_have_another_name(place: Path) -> None:
    """The folder is known by what is in it."""
    (place / "catalogue").rename(place / "regio")
    assert run(place, "validate", "regio") == (0, "", "17 bestanden gecontroleerd: geen fouten\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("validate",), "catalogue: 'catalogue' bestaat niet. Klopt het pad?\n"),
        (("validate", "weg.md"), "catalogue: 'weg.md' bestaat niet. Klopt het pad?\n"),
        (
            ("validate", "."),
            "catalogue: '.' is geen catalogus: die heeft de mappen organisations, register, vocabularies.\n",
        ),
        (
            ("rules", "field-is-knwn"),
            "catalogue: er is geen regel 'field-is-knwn'. Bedoelde u field-is-known",
        ),
    ],
    ids=["no-catalogue", "no-file", "empty-folder", "no-rule"],
)
def test_what_cannot_be_run_is_said_in_a_sentence(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    """Exit code 2 and no traceback."""
    code, found, error = run(tmp_path, *arguments)
    assert (code, found, error[: len(said)], error.count("\n")) == (2, "", said, 1)


def test_formats_are_chosen_by_name(place: Path) -> None:
    """The same findings, for programs and for GitHub; the summary stays on standard error."""
    change(place, PRACTICE, "status: in-use", "status: gebruik")
    code, found, error = run(place, "validate", "--format", "json")
    assert (code, json.loads(found)["files"], json.loads(found)["errors"], error) == (
        1,
        17,
        1,
        "1 fout in 1 bestand\n",
    )
    code, found, _ = run(place, "validate", "--format", "github")
    assert (code, found.partition("::'gebruik'")[0]) == (
        1,
        f"::error file={PRACTICE},line=4,endLine=4,col=9,endColumn=16,title=choice-is-known",
    )


def test_a_terminal_without_our_letters_still_gets_an_answer(place: Path) -> None:
    """What an old encoding cannot show is written out."""
    change(place, PRACTICE, "title: Oefenen met valse mail", "title: 市")
    code, found, _ = run(place, "validate", PYTHONIOENCODING="latin-1")
    assert (code, found.split("\n")[1]) == (1, "  2 | title: \\u5e02")


def test_the_day_decides_what_is_out_of_date(place: Path) -> None:
    """`SOURCE_DATE_EPOCH` stands in for the clock."""
    assert run(place, "validate", "--strict", SOURCE_DATE_EPOCH="1900000000")[0] == 1


def test_the_rules_are_listed_and_explained() -> None:
    """`catalogue rules` names every rule; with a name it says what, why and how to mend."""
    code, listed, _ = run(Path(), "rules")
    assert code == 0
    assert [line.split()[0] for line in listed.splitlines()] == [item.rule.name for item in all_rules()]
    assert run(Path(), "rules", "field-has-a-value")[1] == (
        "field-has-a-value (fout)\n\n"
        "Een veld dat er staat, is ingevuld.\n\n"
        "Een leeg veld lijkt ingevuld, maar zegt niets.\n\n"
        "Vul de waarde in, of haal het veld weg.\n"
    )
