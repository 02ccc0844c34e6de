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
WRONG = f"""{PRACTICE}:4:9: fout [choice-is-known] 'gebruik' is geen keuze voor 'status' [--fix --unsafe]
  4 | status: gebruik
    |         ^^^^^^^ bedoelde u 'in-use' (In gebruik)?
"""
ONE = """1 fout in 1 bestand
1 melding is te herstellen met --fix --unsafe; bekijk dan wat er wijzigt
"""
TWO = """2 fouten in 2 bestanden
2 meldingen zijn te herstellen met --fix --unsafe; bekijk dan wat er wijzigt
"""
OF_A_SERVER = ("CI_", "GITHUB_", "GIT_", "SITE_URL")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder with a valid catalogue in it."""
    shutil.copytree(BASE, tmp_path / "catalogue")
    return tmp_path


def run(folder: Path, *arguments: str, **environment: str) -> tuple[int, str, str]:
    """Run the command in a folder; return its exit code, what it found and what it said besides."""
    # Tests that run on GitHub do not write below that run.
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(OF_A_SERVER)}
    result = subprocess.run(
        [sys.executable, "-m", "generator.cli", *arguments],
        cwd=folder,
        env={**inherited, "SOURCE_DATE_EPOCH": "1795478400", **environment},
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
    assert run(place, "validate") == (1, WRONG, ONE)


def test_english_on_request(place: Path) -> None:
    """By option or by environment."""
    change(place, PRACTICE, "status: in-use", "status: gebruik")
    found = run(place, "validate", "--language", "en")
    assert found == run(place, "validate", CATALOGUE_LANGUAGE="en")
    assert found[2] == (
        "1 error in 1 file\n1 finding can be mended with --fix --unsafe; look at what changes\n"
    )
    assert found[1].startswith(
        f"{PRACTICE}:4:9: error [choice-is-known] 'gebruik' is not a choice for 'status' [--fix --unsafe]\n"
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
    expected = (1, shown, ONE)
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
        ONE,
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
        "Vul de waarde in, of haal het veld weg.\n\n"
        "`catalogue validate --fix --unsafe` kan dit vaak herstellen. Bekijk dan wat er wijzigt:\n"
        "alleen u weet wat er is bedoeld.\n"
    )


def git(folder: Path, *words: str) -> str:
    """Run git in a folder, whatever the settings of whoever runs the tests; return what it prints."""
    person = (
        "-c",
        "user.name=Tester",
        "-c",
        "user.email=tester@voorbeeldstad.nl",
        "-c",
        "commit.gpgsign=false",
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment["GIT_CONFIG_GLOBAL"] = os.devnull
    command = ["git", "-C", str(folder), *person, *words]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout


def commit(folder: Path) -> None:
    """Commit everything in a folder."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=x")


def break_both(folder: Path) -> None:
    """Put an error in the practice and one in the adoption."""
    change(folder, PRACTICE, "status: in-use", "status: gebruik")
    change(folder, ADOPTION, "status: in-use", "status: gebruik")


def reported(folder: Path, *arguments: str, **environment: str) -> list[str]:
    """Return the files that findings are about, in the order in which GitHub gets them."""
    found = run(folder, "validate", "-f", "github", *arguments, **environment)[1]
    return [line.partition("file=")[2].partition(",")[0] for line in found.splitlines()]


def test_several_forms_in_one_run(place: Path) -> None:
    """A file belongs to the form before it; what has no file goes to the screen."""
    change(place, PRACTICE, "status: in-use", "status: gebruik")
    (place / "findings.json").write_text("old", "utf-8")
    done = run(
        place, "validate", "-f", "text", "-f", "json", "-o", "findings.json", "-f", "github", "-o", "gh"
    )
    assert done == (1, WRONG, ONE)
    for form, file in (("json", "findings.json"), ("github", "gh")):
        assert (place / file).read_text("utf-8") == run(place, "validate", "--format", form)[1]
    assert sorted(path.name for path in place.iterdir()) == ["catalogue", "findings.json", "gh"]


def test_a_file_without_a_form_gets_text(place: Path) -> None:
    """An empty one when all is well."""
    assert run(place, "validate", "-o", "found.txt") == (0, "", "17 bestanden gecontroleerd: geen fouten\n")
    assert (place / "found.txt").read_text("utf-8") == ""
    change(place, PRACTICE, "status: in-use", "status: gebruik")
    assert run(place, "validate", "-o", "found.txt") == (1, "", ONE)
    assert (place / "found.txt").read_text("utf-8") == WRONG


def test_a_link_or_a_device_is_written_to_and_stays(place: Path) -> None:
    """Only a file is replaced."""
    change(place, PRACTICE, "status: in-use", "status: gebruik")
    (place / "link").symlink_to("file")
    assert run(place, "validate", "-o", "link")[0] == 1
    assert ((place / "link").is_symlink(), (place / "file").read_text("utf-8")) == (True, WRONG)
    assert run(place, "validate", "-o", "/dev/stdout") == (1, WRONG, ONE)


@pytest.mark.parametrize("form", ["github", "gitlab", "json", "junit", "markdown", "sarif", "text"])
def test_the_exit_code_is_the_same_in_every_form(place: Path, form: str) -> None:
    """0, 1 or 2."""
    assert run(place, "validate", "-f", form)[0] == 0
    change(place, PRACTICE, "status: in-use", "status: gebruik")
    assert run(place, "validate", "-f", form)[0] == 1
    assert run(place, "validate", "-f", form, "elders")[0] == 2


def test_a_report_on_two_catalogues_is_one_document(
    place: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Paths hold from where one is."""
    other = tmp_path_factory.mktemp("elders")
    shutil.copytree(BASE, other / "catalogue")
    for folder in (place, other):
        change(folder, PRACTICE, "status: in-use", "status: gebruik")
    code, found, said = run(place, "validate", "catalogue", str(other), "-f", "json")
    report = json.loads(found)
    assert [finding["path"] for finding in report["findings"]] == [
        PRACTICE,
        f"{os.path.relpath(other, place)}/{PRACTICE}",
    ]
    assert (code, report["files"], said) == (1, 34, TWO)


def test_only_rules_that_are_chosen_count(place: Path) -> None:
    """By `--select`, by `--ignore`, or by both: what is ignored does not count."""
    break_both(place)
    change(place, PRACTICE, "reviewed: 2026-10-01", "reviewed: 2025-01-01")
    all_well = (0, "", "17 bestanden gecontroleerd: geen fouten\n")
    warned = "geen fouten en 1 waarschuwing in 1 bestand\n"
    assert run(place, "validate", "--select", "field-is-known") == all_well
    assert run(place, "validate", "--ignore", "choice-is-known")[::2] == (0, warned)
    both = ("--select", "choice-is-known", "--select", "entry-was-read-lately", "--ignore", "choice-is-known")
    assert run(place, "validate", *both)[::2] == (0, warned)
    listed = run(place, "validate", *both, "-f", "sarif")[1]
    rules = json.loads(listed)["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["entry-was-read-lately"]


def test_too_many_warnings_fail(place: Path) -> None:
    """More than `--max-warnings`; the screen says why."""
    change(place, PRACTICE, "reviewed: 2026-10-01", "reviewed: 2025-01-01")
    warned = "geen fouten en 1 waarschuwing in 1 bestand\n"
    assert run(place, "validate", "--max-warnings", "1")[::2] == (0, warned)
    assert run(place, "validate", "--max-warnings", "0")[::2] == (
        1,
        f"{warned}Zoveel waarschuwingen mogen er zijn: 0.\n",
    )


def test_only_files_that_changed_are_reported(place: Path) -> None:
    """Committed later, not committed, or not known to git; within the paths that are given."""
    break_both(place)
    commit(place)
    assert run(place, "validate", "--changed-since", "HEAD") == (
        0,
        "",
        "0 bestanden gecontroleerd: geen fouten\n",
    )
    change(place, PRACTICE, "title: Oefenen", "title: Samen oefenen")
    assert reported(place, "--changed-since", "HEAD") == [PRACTICE]
    commit(place)
    assert reported(place, "--changed-since", "HEAD^") == [PRACTICE]
    assert reported(place, "--changed-since", "main~1") == [PRACTICE]
    new = place / "catalogue/organisations/nieuwland/practices/é oefening.md"
    new.parent.mkdir(exist_ok=True)
    shutil.copy(place / PRACTICE, new)
    assert set(reported(place, "--changed-since", "HEAD")) == {new.relative_to(place).as_posix()}
    assert reported(place, ADOPTION, "--changed-since", "HEAD") == []


def test_a_fault_of_a_folder_is_reported_when_a_file_in_it_changed(place: Path) -> None:
    """As with paths that are given."""
    commit(place)
    wrong = place / "catalogue/organisations/nieuwlnd/practices"
    wrong.mkdir(parents=True)
    shutil.copy(place / PRACTICE, wrong / "oefening.md")
    assert reported(place, "--changed-since", "HEAD", "--select", "organisation-exists") == [
        "catalogue/organisations/nieuwlnd"
    ]


def test_a_catalogue_can_be_a_checkout_of_its_own(place: Path) -> None:
    """Or stand deeper in one."""
    break_both(place)
    commit(place / "catalogue")
    change(place, PRACTICE, "title: Oefenen", "title: Samen oefenen")
    assert reported(place, "--changed-since", "HEAD") == [PRACTICE]


@pytest.mark.parametrize("revision", ["weg", "--output=gotcha", "HEAD..HEAD", ":/x", "", "-h"])
def test_a_revision_that_is_none_is_said_in_a_sentence(place: Path, revision: str) -> None:
    """Also when git could take it for an option."""
    commit(place)
    code, found, error = run(place, "validate", f"--changed-since={revision}")
    assert (code, found, error) == (
        2,
        "",
        (
            f"catalogue: deze werkmap van git kent geen versie '{revision}'. Is de naam goed gespeld, "
            "en is de versie opgehaald?\n"
        ),
    )
    assert sorted(path.name for path in place.iterdir()) == [".git", "catalogue"]


def test_without_git_nothing_is_known_to_have_changed(place: Path) -> None:
    """Outside a checkout, or without the program."""
    said = (
        2,
        "",
        (
            "catalogue: alleen in een werkmap van git is te zien wat er is gewijzigd, "
            f"en '{place}/catalogue' staat in geen werkmap.\n"
        ),
    )
    ceiling = str(place.parent)
    assert run(place, "validate", "--changed-since", "HEAD", GIT_CEILING_DIRECTORIES=ceiling) == said
    commit(place)
    assert run(place, "validate", "--changed-since", "HEAD", PATH="") == said


def test_github_gets_a_summary_and_what_changed_first(place: Path) -> None:
    """Below the run stands what does not fit beside the lines; a merge shows what the proposal changes."""
    break_both(place)
    commit(place)
    change(place, PRACTICE, "title: Oefenen", "title: Samen oefenen")
    commit(place)
    (place / "summary").write_text("before\n", "utf-8")
    assert reported(place) == [ADOPTION, PRACTICE]
    assert reported(place, GITHUB_EVENT_NAME="push") == [ADOPTION, PRACTICE]
    proposal = {"GITHUB_EVENT_NAME": "pull_request", "GITHUB_STEP_SUMMARY": str(place / "summary")}
    assert reported(place, **proposal) == [PRACTICE, ADOPTION]
    written = (place / "summary").read_text("utf-8")
    assert written == (
        "before\n## 2 fouten in 2 bestanden\n\n"
        f"### `{PRACTICE}`\n\n"
        "| Plek | Ernst | Regel | Wat er mis is | Wat u doet |\n|---|---|---|---|---|\n"
        "| 4:9 | fout | `choice-is-known` | `'gebruik' is geen keuze voor 'status'` "
        "| `bedoelde u 'in-use' (In gebruik)?` |\n\n"
        f"### `{ADOPTION}`\n\n"
        "| Plek | Ernst | Regel | Wat er mis is | Wat u doet |\n|---|---|---|---|---|\n"
        "| 2:9 | fout | `choice-is-known` | `'gebruik' is geen keuze voor 'status'` "
        "| `bedoelde u 'in-use' (In gebruik)?` |\n"
    )
    run(place, "validate", "-f", "json", **proposal)
    assert (place / "summary").read_text("utf-8") == written


def test_a_proposal_of_which_nothing_is_known_is_reported_as_always(place: Path) -> None:
    """Without git, or with only the last commit fetched."""
    break_both(place)
    assert reported(place, GITHUB_EVENT_NAME="pull_request") == [ADOPTION, PRACTICE]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "a", "-f", "json"), "voor --output 'a' staat geen eigen --format. Zet elk bestand"),
        (
            ("-f", "json", "-o", "a", "-o", "b"),
            "voor --output 'b' staat geen eigen --format. Zet elk bestand",
        ),
        (("-f", "json", "-f", "text"), "er kan maar één vorm naar het scherm. Geef elke andere --format"),
        (
            ("-f", "json", "-o", "a", "-f", "text", "-o", "./a"),
            "twee vormen kunnen niet naar hetzelfde bestand.",
        ),
        (("-o", "weg/a"), "'weg/a' is niet te schrijven: het bestand of de map bestaat niet.\n"),
        (("-o", "catalogue"), "'catalogue' is niet te schrijven: het is een map, geen bestand.\n"),
        (("--select", "field-is-knwn"), "er is geen regel 'field-is-knwn'. Bedoelde u field-is-known"),
        (("--ignore", "\x1b[2J"), "er is geen regel '\\x1b[2J'.\n"),
        (
            ("--site-url", "voorbeeld.nl"),
            "'voorbeeld.nl' is geen webadres. Bijvoorbeeld: https://voorbeeld.nl/\n",
        ),
        (
            ("--site-url", "https://x/>|"),
            "'https://x/>|' is geen webadres. Bijvoorbeeld: https://voorbeeld.nl/\n",
        ),
    ],
    ids=["before", "two", "screen", "same", "folder", "is-folder", "select", "ignore", "no-scheme", "markup"],
)
def test_options_that_do_not_go_together_are_explained(
    place: Path, arguments: tuple[str, ...], said: str
) -> None:
    """Exit code 2, one sentence, and no file is left behind."""
    code, found, error = run(place, "validate", *arguments)
    sentence = f"catalogue: {said}"
    assert (code, found, error[: len(sentence)], error.count("\n")) == (2, "", sentence, 1)
    assert [path.name for path in place.iterdir()] == ["catalogue"]


def test_reports_lead_to_the_pages_of_rules(place: Path) -> None:
    """When the address of the site is known, by option or environment, with or without a `/` at its end."""
    change(place, PRACTICE, "status: in-use", "status: gebruik")
    row = "[choice-is-known](<https://voorbeeld.nl/gids/regels/choice-is-known/>)"
    found = run(place, "validate", "-f", "markdown", "--site-url", "https://voorbeeld.nl/gids")
    assert found[1].splitlines()[-1].split(" | ")[2] == row
    assert run(place, "validate", "-f", "markdown", SITE_URL="https://voorbeeld.nl/gids/") == found
