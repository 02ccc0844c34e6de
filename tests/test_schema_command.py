"""`catalogue schema` prints what editors use, or writes it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator.model.schema import KINDS

ROOT = Path(__file__).parents[1]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in the repository, as a process of its own."""
    command = [sys.executable, "-m", "generator.cli", "schema", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_printed(kind: str) -> None:
    """What the command prints is the committed schema, byte for byte."""
    done = run(kind)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (ROOT / "schema" / f"{kind}.json").read_text("utf-8")


def test_without_a_kind_the_kinds_are_listed() -> None:
    """Someone who does not know the kinds sees them, each with what it is."""
    assert run().stdout.splitlines() == [
        "application   Toepassing: iets dat u kunt overnemen",
        "practice      Praktijk: een manier van werken die u kunt overnemen",
        "adoption      Hergebruik: hoe een organisatie iets overneemt",
        "call          Oproep: wie doet er mee?",
        "organisation  Organisatie: wat het register niet weet",
        "vocabulary    Woordenlijst: de termen die bestanden mogen gebruiken",
    ]


def test_the_words_follow_the_language() -> None:
    """With `--language en` a developer elsewhere reads English titles."""
    schema = json.loads(run("call", "--language", "en").stdout)
    assert schema["title"] == "Call: who joins in?"
    assert schema["properties"]["until"]["title"] == "Closes on"


def test_all_kinds_are_written(tmp_path: Path) -> None:
    """`--write` makes the folder and fills it with the committed schemas."""
    done = run("--write", str(tmp_path / "new" / "schema"))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    found = {file.name: file.read_bytes() for file in (tmp_path / "new" / "schema").iterdir()}
    assert found == {file.name: file.read_bytes() for file in (ROOT / "schema").iterdir()}


def test_a_missing_catalogue_is_a_sentence(tmp_path: Path) -> None:
    """Without vocabularies there is no schema: exit code 2 and what to do about it."""
    done = run("call", "--catalogue", str(tmp_path / "nothing"))
    assert (done.returncode, done.stdout) == (2, "")
    where = f"er staat geen catalogus in '{tmp_path}/nothing'"
    assert done.stderr == f"catalogue: {where}. Geef met --catalogue aan waar die staat.\n"


def test_the_editor_settings_name_every_kind_that_is_yaml() -> None:
    """Visual Studio Code finds the schema of each kind of file in the catalogue."""
    mapping = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))["yaml.schemas"]
    assert {Path(name).stem for name in mapping} == set(KINDS)
    assert all((ROOT / name).is_file() for name in mapping)
