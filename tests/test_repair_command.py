"""`catalogue validate --fix`, `--unsafe` and `--diff` as a person runs them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from catalogues import BASE
from test_validate_command import ADOPTION, PRACTICE, change, git, run

FIXED = "1 melding opgelost in 1 bestand\n"
CLEAN = "17 bestanden gecontroleerd: geen fouten\n"
DIFF = f"""\
--- {PRACTICE}
+++ {PRACTICE}
@@ -1,7 +1,7 @@
 ---
 title: Oefenen met valse mail
 summary: Medewerkers krijgen twee keer per jaar een valse mail en leren hoe zij die melden.
-status: In Use
+status: in-use
 domain: cybersecurity
 type: exercise
 themes: [cybersecurity]
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder with a valid catalogue in it."""
    shutil.copytree(BASE, tmp_path / "catalogue")
    return tmp_path


def contents(place: Path) -> dict[str, bytes]:
    """Return what every file holds."""
    return {str(file.relative_to(place)): file.read_bytes() for file in place.rglob("*") if file.is_file()}


def test_what_is_certain_is_mended_in_the_file(place: Path) -> None:
    """The file is as it was; the exit code is that of what is left."""
    good = contents(place)
    change(place, PRACTICE, "status: in-use", "status: In Use")
    assert run(place, "validate", "--fix") == (0, "", CLEAN + FIXED)
    assert contents(place) == good
    assert run(place, "validate", "--fix") == (0, "", f"{CLEAN}niets te herstellen\n")
    assert contents(place) == good


def test_a_reader_sees_what_can_be_mended(place: Path) -> None:
    """Behind the finding and below the summary, as options to type."""
    change(place, PRACTICE, "status: in-use", "status: In Use")
    change(place, ADOPTION, "mode: configured", "mode: config")
    code, found, said = run(place, "validate")
    assert code == 1
    assert [line.rpartition("' ")[2] for line in found.split("\n") if ": fout [" in line] == [
        "[--fix --unsafe]",
        "[--fix]",
    ]
    assert said == (
        "2 fouten in 2 bestanden\n1 melding is te herstellen met --fix\n"
        "1 melding is te herstellen met --fix --unsafe; bekijk dan wat er wijzigt\n"
    )


def test_what_is_left_is_reported_as_always(place: Path) -> None:
    """A guess is made only when it is asked for."""
    change(place, PRACTICE, "status: in-use", "status: In Use")
    change(place, ADOPTION, "mode: configured", "mode: config")
    code, found, said = run(place, "validate", "--fix", "--language", "en")
    assert (code, said) == (
        1,
        (
            "1 error in 1 file\n1 finding mended in 1 file\n"
            "1 finding can be mended with --fix --unsafe; look at what changes\n"
        ),
    )
    assert found.startswith(f"{ADOPTION}:3:7: error [choice-is-known] 'config' is not a choice for 'mode'\n")
    assert run(place, "validate", "--fix", "--unsafe") == (0, "", CLEAN + FIXED)


def test_what_would_change_is_shown_and_not_done(place: Path) -> None:
    """Exit code 1 when there is something to mend, 0 when there is not; a diff that `git apply` takes."""
    good = contents(place)
    change(place, PRACTICE, "status: in-use", "status: In Use")
    bad = contents(place)
    said = "1 melding op te lossen in 1 bestand; er is niets gewijzigd\n"
    assert run(place, "validate", "--diff") == (1, DIFF, said)
    assert run(place, "validate", "--fix", "--diff") == (1, DIFF, said)
    assert contents(place) == bad
    (place / "voorstel.diff").write_text(DIFF, "utf-8")
    git(place, "apply", "-p0", "voorstel.diff")
    (place / "voorstel.diff").unlink()
    assert contents(place) == good
    assert run(place, "validate", "--diff") == (0, "", "niets te herstellen\n")


def test_only_what_is_reported_is_mended(place: Path) -> None:
    """By file, by rule and by what changed since a revision."""
    git(place, "init", "--quiet")
    git(place, "add", ".")
    git(place, "commit", "--quiet", "--message", "Begin")
    change(place, PRACTICE, "status: in-use", "status: In Use")
    bad = contents(place)
    nothing = "niets te herstellen\n"
    assert run(place, "validate", "--fix", ADOPTION)[2].endswith(nothing)
    assert run(place, "validate", "--fix", "--select", "term-is-known")[2].endswith(nothing)
    assert run(place, "validate", "--fix", "--ignore", "choice-is-known")[2].endswith(nothing)
    assert {path: text for path, text in contents(place).items() if ".git/" not in path} == {
        path: text for path, text in bad.items() if ".git/" not in path
    }
    change(place, ADOPTION, "mode: configured", "mode: Configured")
    git(place, "add", ADOPTION)
    git(place, "commit", "--quiet", "--message", "Tweede")
    assert run(place, "validate", "--fix", "--changed-since", "HEAD") == (
        0,
        "",
        f"1 bestand gecontroleerd: geen fouten\n{FIXED}",
    )
    assert "mode: Configured" in (place / ADOPTION).read_text("utf-8")


def test_who_is_told_that_something_is_not_mended_knows_why(place: Path) -> None:
    """The name of the field is certain, but what stands in it is too short."""
    summary = "summary: Medewerkers krijgen twee keer per jaar een valse mail en leren hoe zij die melden."
    change(place, PRACTICE, summary, "sumary: Kort.")
    code, found, said = run(place, "validate", "--fix")
    assert (code, found.count("[field-is-known]"), said) == (
        1,
        1,
        (
            "1 fout in 1 bestand\nniets te herstellen\n"
            "niet hersteld, omdat er dan een andere melding bij komt: 1; kijk daar zelf naar\n"
        ),
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--unsafe",), "--unsafe bepaalt wat mag worden hersteld. Gebruik het samen met --fix of --diff."),
        (
            ("--diff", "--format", "json"),
            "--diff laat zien wat er zou wijzigen, in plaats van meldingen. Laat --format en --output weg.",
        ),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    place: Path, arguments: tuple[str, ...], said: str
) -> None:
    """In a sentence, with what to do."""
    assert run(place, "validate", *arguments) == (2, "", f"catalogue: {said}\n")


def test_programs_get_the_fix_too(place: Path) -> None:
    """An editor or a server can offer it: JSON and SARIF say which text takes the place of which."""
    change(place, PRACTICE, "status: in-use", "status: In Use")
    _, found, _ = run(place, "validate", "--format", "json")
    span = {"line": 4, "column": 9, "end_line": 4, "end_column": 15}
    assert json.loads(found)["findings"][0]["fix"] == {
        "safe": True,
        "encoding": None,
        "edits": [{**span, "text": "in-use"}],
    }
    _, found, _ = run(place, "validate", "--format", "sarif")
    assert json.loads(found)["runs"][0]["results"][0]["fixes"] == [
        {
            "description": {"text": "bedoelde u 'in-use' (In gebruik)?"},
            "artifactChanges": [
                {
                    "artifactLocation": {"uri": PRACTICE},
                    "replacements": [
                        {
                            "deletedRegion": {
                                "startLine": 4,
                                "startColumn": 9,
                                "endLine": 4,
                                "endColumn": 15,
                            },
                            "insertedContent": {"text": "in-use"},
                        }
                    ],
                }
            ],
            "properties": {"safe": True},
        }
    ]


def test_several_catalogues_are_mended_in_one_run(
    place: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Each in its own folder; paths in the diff hold from where one is."""
    other = tmp_path_factory.mktemp("ander")
    shutil.copytree(BASE, other / "catalogue")
    for each in (place, other):
        change(each, PRACTICE, "status: in-use", "status: In Use")
    _, shown, said = run(place, "validate", "--diff", "catalogue", str(other))
    assert [line[4:] for line in shown.split("\n") if line.startswith("+++ ")] == [
        PRACTICE,
        f"../{other.name}/{PRACTICE}",
    ]
    assert said == "2 meldingen op te lossen in 2 bestanden; er is niets gewijzigd\n"
    code, _, said = run(place, "validate", "--fix", "catalogue", str(other))
    assert (code, said.split("\n")[1]) == (0, "2 meldingen opgelost in 2 bestanden")


def test_a_secret_beside_a_change_is_not_shown(place: Path) -> None:
    """A diff has the lines around it; those of a secret stay out of the log."""
    secret = "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"
    change(place, PRACTICE, "status: in-use", "status: In Use")
    change(place, PRACTICE, "Oefenen met valse mail", f"Mail {secret}")
    _, shown, _ = run(place, "validate", "--diff")
    assert shown == DIFF.replace(" title: Oefenen met valse mail", " …")
