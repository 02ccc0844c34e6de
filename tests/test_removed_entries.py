"""Entries that go in one change lead on, or are said to be missing."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from catalogues import BASE
from test_validate_command import change, commit, git, run

from generator.catalogue import load
from generator.rules import check

TODAY = dt.date(2026, 11, 24)
FOLDER = "catalogue/organisations/voorbeeldstad"
PRACTICE = f"{FOLDER}/practices/phishing-oefening.md"
FOUND = "removed-entries-lead-on"
SAID = """\
catalogue/organisations:1:1: fout [removed-entries-lead-on] \
zonder spoor verdwenen: 3 van de 20 inzendingen ('les-1', 'les-2' en 'les-3')
    = zet ze terug met de status 'stopped', of zet de oude naam bij 'aliases' in het nieuwe bestand
"""
CHECKED = ("validate", "--select", FOUND, "--changed-since")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a checkout with a catalogue of twenty entries."""
    folder = tmp_path / "place"
    shutil.copytree(BASE, folder / "catalogue")
    text = (folder / PRACTICE).read_text("utf-8")
    for number in range(1, 19):
        title = f"title: Oefening {'abcdefghijklmnopqr'[number - 1] * 9}"
        lesson = text.replace("title: Oefenen met valse mail", title)
        (folder / f"{FOLDER}/practices/les-{number}.md").write_text(lesson, "utf-8")
    commit(folder)
    return folder


def remove(folder: Path, *numbers: int) -> None:
    """Remove some of the entries that nothing refers to."""
    for number in numbers:
        (folder / f"{FOLDER}/practices/les-{number}.md").unlink()


def test_one_in_ten_entries_may_go(place: Path) -> None:
    """An owner can ask for it; more at once is a finding, with their names and how to mend it."""
    assert run(place, *CHECKED, "HEAD")[0] == 0
    remove(place, 1, 2)
    assert run(place, *CHECKED, "HEAD")[0] == 0
    remove(place, 3)
    assert run(place, *CHECKED, "HEAD") == (1, SAID, "1 fout in 1 bestand\n")
    assert run(place, "validate", "--changed-since", "HEAD", "--ignore", FOUND)[0] == 0
    assert run(place, "validate")[0] == 0


def test_what_was_committed_since_counts_too(place: Path) -> None:
    """As a server sees a proposal: everything is committed."""
    remove(place, 1, 2, 3)
    commit(place)
    assert run(place, *CHECKED, "HEAD")[0] == 0
    assert run(place, *CHECKED, "HEAD~1")[0] == 1
    assert run(place, "validate", "--select", FOUND, GITHUB_EVENT_NAME="pull_request")[0] == 1
    assert run(place, "validate", "--select", FOUND, GITHUB_EVENT_NAME="push")[0] == 0
    base = git(place, "rev-parse", "HEAD~1").strip()
    assert run(place, "validate", "--select", FOUND, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)[0] == 1
    assert run(place, "validate", "--select", FOUND, CI_MERGE_REQUEST_DIFF_BASE_SHA="--all")[0] == 0


def test_an_old_name_of_another_entry_leads_on(place: Path) -> None:
    """As after a merger of entries, or a new file name."""
    remove(place, 1, 2, 3)
    change(place, PRACTICE, "example: true", "aliases: [les-1]\nexample: true")
    assert run(place, *CHECKED, "HEAD")[0] == 0


def test_an_entry_that_stays_as_stopped_is_not_gone(place: Path) -> None:
    """The file is the tombstone: its page says what comes next."""
    for number in (1, 2, 3):
        path = f"{FOLDER}/practices/les-{number}.md"
        change(place, path, "status: in-use", "status: stopped\nreplaced_by: [phishing-oefening]")
    assert run(place, "validate", "--changed-since", "HEAD", "--ignore", "replaced-entry-ends")[0] == 0


def test_a_move_to_another_folder_or_kind_is_no_loss(place: Path) -> None:
    """After a merger of municipalities the entries stand in another folder; a form may become `.yml`."""
    (place / "catalogue/organisations/nieuwland/practices").mkdir()
    for number in range(1, 19):
        file = f"practices/les-{number}.md"
        (place / FOLDER / file).rename(place / "catalogue/organisations/nieuwland" / file)
    assert run(place, *CHECKED, "HEAD")[0] == 0


def test_a_catalogue_under_another_name_or_deeper_in_a_checkout_is_compared_too(place: Path) -> None:
    """Names count from the catalogue; one that is new at this revision has lost nothing."""
    deep = place / "regio" / "delen"
    shutil.copytree(place / "catalogue", deep)
    assert run(place, *CHECKED, "HEAD", str(deep))[0] == 0
    commit(place)
    for number in (1, 2, 3):
        (deep / f"organisations/voorbeeldstad/practices/les-{number}.md").unlink()
    assert run(place, *CHECKED, "HEAD", str(deep))[0] == 1
    assert run(place, *CHECKED, "HEAD", "catalogue")[0] == 0


def test_a_shallow_clone_says_what_it_lacks(place: Path) -> None:
    """`--changed-since` needs the revision; a proposal of which the base is not there goes unguarded."""
    remove(place, 1, 2, 3)
    commit(place)
    clone = place.parent / "clone"
    git(place, "clone", "--quiet", "--depth=1", f"file://{place}", str(clone))
    code, found, said = run(clone, *CHECKED, "HEAD~1")
    assert (code, found) == (2, "")
    assert said == (
        "catalogue: deze werkmap van git kent geen versie 'HEAD~1'. "
        "Is de naam goed gespeld, en is de versie opgehaald?\n"
    )
    assert run(clone, "validate", GITHUB_EVENT_NAME="pull_request")[0] == 0


def test_what_cannot_be_read_is_not_called_gone(place: Path) -> None:
    """A link or a broken file is a finding of its own: one fault, one finding."""
    elsewhere = place.parent / "elsewhere"
    (place / FOLDER).rename(elsewhere)
    (place / FOLDER).symlink_to(elsewhere)
    earlier = frozenset(git(place, "ls-files", "catalogue").split())
    loaded = replace(load(place / "catalogue"), earlier=earlier)
    assert FOUND not in {item.rule for item in check(loaded, TODAY)}
    assert "file-is-no-link" in {item.rule for item in check(loaded, TODAY)}
