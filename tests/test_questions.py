"""`catalogue show`, `stats` and `stale`: the same knowledge in the terminal, as tables or as JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from catalogues import adoption, catalogue_in, practice
from wcwidth import wcswidth

from generator.cli.tables import Table, written
from generator.messages import msg

# 24 November 2026, and a day on which all of it was confirmed long ago.
NOW, LATER = "1795478400", "1900000000"
FILES = {
    "organisations/voorbeeldstad/practices/logboek.md": practice("Logboek voor 漢字"),
    "organisations/oudedorp/adoptions/logboek.md": adoption(since="2024", effort="6-20"),
    "organisations/samenwerking-voorbeeld/practices/nieuwland.md": practice("Heet als een gemeente"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A catalogue with a little of everything."""
    catalogue_in(tmp_path, FILES)
    return tmp_path / "catalogue"


def ask(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command and return what it said."""
    return subprocess.run(
        [sys.executable, "-m", "generator.cli", *words, "--catalogue", str(folder)],
        env={**os.environ, "SOURCE_DATE_EPOCH": NOW, "NO_COLOR": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def told(folder: Path, *words: str, **environment: str) -> Any:  # noqa: ANN401 - JSON
    """Return what the command says to other programs."""
    result = ask(folder, *words, "--json", **environment)
    assert (result.returncode, result.stderr) == (0, "")
    return json.loads(result.stdout)


def test_an_organisation_is_shown(folder: Path) -> None:
    """What it is, what it shares, reuses and asks, whom it is like, and what it has not."""
    result = ask(folder, "show", "voorbeeldstad", "--language", "en")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == (
        "Voorbeeldstad\n"
        "─────────────\n"
        "What          Municipality\n"
        "Province      Provincie Voorbeeld\n"
        "Inhabitants   40000\n"
        "Partnerships  Samenwerking Voorbeeld\n"
        "\n"
        "Shares\n"
        "──────\n"
        "Entry              Title                   Status  Used by\n"
        "logboek            Logboek voor 漢字       In use        1\n"
        "meldingen          Meldingen buiten        In use        1\n"
        "phishing-oefening  Oefenen met valse mail  In use        0\n"
        "\n"
        "Reuses\n"
        "──────\n"
        "Nothing yet.\n"
        "\n"
        "Is like\n"
        "───────\n"
        "Organisation  Percent  Because\n"
        "Nieuwland          66  comparable in size, nearby\n"
        "\n"
        "Others have it, this one does not\n"
        "─────────────────────────────────\n"
        "Entry      Title                  Score  Partners that have it\n"
        "nieuwland  Heet als een gemeente     50  Samenwerking Voorbeeld\n"
    )


def test_an_entry_is_shown(folder: Path) -> None:
    """What it is and how far, and who uses it, with what they report beside what the owner says."""
    result = ask(folder, "show", "meldingen")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == (
        "Meldingen buiten\n"
        "────────────────\n"
        "Wat                        Toepassing\n"
        "In het kort                Inwoners melden een losse tegel; "
        "de melding komt vanzelf bij de goede ploeg.\n"
        "Van                        Voorbeeldstad, Waterschap Voorbeeld\n"
        "Status                     In gebruik\n"
        "Verspreiding               Ook elders in gebruik\n"
        "Laatst gelezen             2026-11-01 (Actueel)\n"
        "Advies                     Overnemen en zelf instellen\n"
        "Inzet volgens de eigenaar  6 tot 20 dagen\n"
        "Inzet volgens gebruikers   6 tot 20 dagen: 1 (zoals de eigenaar zegt)\n"
        "Gebruikt door              1\n"
        "Bestand                    catalogue/organisations/voorbeeldstad/applications/meldingen.md\n"
        "\n"
        "Wie gebruikt het\n"
        "────────────────\n"
        "Organisatie  Stand van zaken  Sinds    Inzet           Via  Bevestigd\n"
        "Nieuwland    In gebruik       2025-03  6 tot 20 dagen       2026-09-01\n"
    )


def test_a_call_is_shown(folder: Path) -> None:
    """Whether one can still join, and until when."""
    [call] = told(folder, "show", "samen-inkopen")
    assert (call["kind"], call["open"], call["until"], call["owner"]) == (
        "call",
        True,
        "2027-06-30",
        "nieuwland",
    )
    [later] = told(folder, "show", "samen-inkopen", SOURCE_DATE_EPOCH=LATER)
    assert later["open"] is False
    assert "gesloten" in ask(folder, "show", "samen-inkopen", SOURCE_DATE_EPOCH=LATER).stdout


def test_a_merged_municipality_leads_to_the_one_it_is_part_of(folder: Path) -> None:
    """Its adoption is there, through the former name."""
    found = told(folder, "show", "oudedorp")
    assert [item["slug"] for item in found] == ["nieuwland"]
    assert found[0]["predecessors"] == ["oudedorp"]
    [use] = [use for use in found[0]["uses"] if use["entry"] == "logboek"]
    assert (use["via"], use["organisation"], use["counts"]) == ("oudedorp", "nieuwland", True)


def test_an_entry_and_an_organisation_with_one_name_are_both_shown(folder: Path) -> None:
    """Nobody has to guess which of the two was meant."""
    assert [item["kind"] for item in told(folder, "show", "nieuwland")] == ["practice", "organisation"]
    assert "\n\nNieuwland\n─────────\n" in ask(folder, "show", "nieuwland").stdout


@pytest.mark.parametrize(
    ("name", "language", "said"),
    [
        ("meldinge", "nl", "geen organisatie, bijdrage of oproep 'meldinge'. Bedoelde u meldingen?"),
        ("Nieuwlant", "en", "no organisation, entry or call 'Nieuwlant'. Did you mean nieuwland?"),
        ("qqqqqq", "en", "no organisation, entry or call 'qqqqqq'."),
        ("\x1b[31mrood\x1b[0m", "en", "no organisation, entry or call '\\x1b[31mrood\\x1b[0m'."),
    ],
)
def test_a_name_that_is_not_there_gets_a_suggestion(
    folder: Path, name: str, language: str, said: str
) -> None:
    """What was probably meant, in the reader's language, and exit code 2."""
    result = ask(folder, "show", name, "--language", language)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.rstrip().endswith(said)


def test_what_was_confirmed_long_ago_is_listed(folder: Path) -> None:
    """The longest ago first, with whom to ask; what is old enough no longer counts."""
    assert told(folder, "stale") == []
    assert ask(folder, "stale").stdout.splitlines()[-1] == "Alles is minder dan 12 maanden geleden bevestigd."
    later = told(folder, "stale", SOURCE_DATE_EPOCH=LATER)
    assert [item["confirmed"] for item in later] == sorted(item["confirmed"] for item in later)
    assert {(item["kind"], item["counts"]) for item in later} == {
        ("adoption", False),
        ("application", True),
        ("practice", True),
    }
    assert told(folder, "stale", "--months", "60", SOURCE_DATE_EPOCH=LATER) == []
    text = ask(folder, "stale", "--language", "en", SOURCE_DATE_EPOCH=LATER).stdout
    assert "2026-09-01      42  No longer counts  Nieuwland" in text


def test_the_figures_are_the_same_in_every_language(folder: Path) -> None:
    """Programs read the same names and numbers; people read their own words."""
    dutch, english = (told(folder, "stats", "--language", language) for language in ("nl", "en"))
    assert dutch == english
    assert (dutch["applications"], dutch["practices"], dutch["municipalities"]["total"]) == (1, 3, 2)
    assert dutch["effort"]["compared"]["meldingen"] == {
        "claim": "6-20",
        "reported": {"6-20": 1},
        "verdict": "same",
    }
    assert "Toepassingen" in ask(folder, "stats").stdout
    assert "Controls without a practice" in ask(folder, "stats", "--language", "en").stdout


@pytest.mark.parametrize("words", [("stats",), ("stale",), ("show", "nieuwland")])
def test_without_a_catalogue_it_is_said(tmp_path: Path, words: tuple[str, ...]) -> None:
    """One sentence, what to do, and exit code 2."""
    result = ask(tmp_path / "nowhere", *words, "--language", "en")
    assert (result.returncode, result.stdout) == (2, "")
    assert "Say where it is with --catalogue." in result.stderr


def test_files_with_faults_do_not_count_and_that_is_said(folder: Path) -> None:
    """The rest is counted; the reader knows that it is not all."""
    (folder / "organisations/voorbeeldstad/practices/logboek.md").write_text("---\ntitle: [\n---\n")
    result = ask(folder, "stats", "--json", "--language", "en")
    assert result.returncode == 0
    assert json.loads(result.stdout)["practices"] == 2
    assert result.stderr == "Files with faults, which do not count: 1. 'catalogue validate' shows them.\n"


def test_columns_stand_straight_whatever_is_in_them() -> None:
    """Wide characters take two columns, marks none; numbers stand right; a terminal obeys nothing."""
    rows = (("漢字", 5), ("e\u0301e\u0301n", 1000), ("\x1b[31m", 1))
    text = written([Table("T", (msg("Name"), msg("Number")), rows)], "en")
    lines = text.splitlines()[2:]
    assert len({wcswidth(line) for line in lines}) == 1
    assert [line.split()[-1] for line in lines[1:]] == ["5", "1000", "1"]
    assert "\x1b" not in text
    assert (
        written([Table("T", (), ()), Table("Empty", (), (), msg("Nothing"))], "en") == "Empty\n─────\nNothing"
    )
