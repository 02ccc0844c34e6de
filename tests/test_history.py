"""The day on which each file last changed, from real repositories."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from pathlib import Path

import pytest

from generator.build.history import last_changes

JANUARY, FEBRUARY, MARCH = (f"2026-0{month}-05T23:30:00-05:00" for month in (1, 2, 3))


def git(folder: Path, *words: str, moment: str = JANUARY) -> None:
    """Run git without the settings of who runs the tests."""
    settings = {
        "GIT_AUTHOR_DATE": moment,
        "GIT_COMMITTER_DATE": moment,
        "HOME": str(folder),
        "PATH": os.environ["PATH"],
    }
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, env=settings, capture_output=True)


def commit(folder: Path, moment: str, **texts: str) -> None:
    """Write files in the catalogue and commit everything."""
    for name, text in texts.items():
        path = folder / "catalogue" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Change", moment=moment)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with two files, of which one was changed later."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "--quiet")
    commit(folder, JANUARY, one="1", two="1")
    commit(folder, FEBRUARY, two="2")
    return folder


def days(folder: Path) -> dict[str, str]:
    """Return the days of the files in the catalogue, by name."""
    found = last_changes(folder, [folder / "catalogue"])
    return {path.name: day.isoformat() for path, day in found.items()}


def test_each_file_has_the_day_of_its_last_commit(repository: Path) -> None:
    """In UTC, so that it does not depend on where one builds."""
    assert days(repository) == {"one.md": "2026-01-06", "two.md": "2026-02-06"}


def test_a_file_that_was_renamed_changed_on_that_day(repository: Path) -> None:
    """Its page has another address since then."""
    git(repository, "mv", "catalogue/one.md", "catalogue/three.md")
    commit(repository, MARCH)
    assert days(repository) == {"three.md": "2026-03-06", "two.md": "2026-02-06"}


def test_a_file_that_git_does_not_keep_has_no_day(repository: Path) -> None:
    """Somebody is writing it right now."""
    (repository / "catalogue/new.md").write_text("new", encoding="utf-8")
    assert days(repository) == {"one.md": "2026-01-06", "two.md": "2026-02-06"}


def test_in_a_part_of_the_history_only_what_changed_in_it_has_a_day(repository: Path, tmp_path: Path) -> None:
    """A clone of one commit does not say that all files changed on that day."""
    commit(repository, MARCH, three="3")
    git(tmp_path, "clone", "--quiet", "--depth", "2", repository.as_uri(), "part")
    assert days(tmp_path / "part") == {"three.md": "2026-03-06"}


@pytest.mark.parametrize("name", ["é", 'a"b', "a\nb", "a\tb", " a ", "-a", ":(top)a", "a\\b", "\x01" * 40])
def test_any_name_is_read_as_it_is(repository: Path, name: str) -> None:
    """What git would put in quotes, take for an option or split over lines."""
    commit(repository, MARCH, **{name: "x"})
    assert days(repository)[f"{name}.md"] == "2026-03-06"


def test_a_name_that_is_no_text_does_not_stop_it(repository: Path) -> None:
    """Bytes that are not UTF-8 are a name too."""
    (repository / "catalogue" / os.fsdecode(b"\xff.md")).write_text("x", encoding="utf-8")
    commit(repository, MARCH)
    assert days(repository)[os.fsdecode(b"\xff.md")] == "2026-03-06"


def test_settings_of_a_person_change_nothing(repository: Path) -> None:
    """Signatures in the log, renames, relative names and other orders."""
    for setting in ("log.showSignature=true", "diff.renames=copies", "diff.relative=true", "log.follow=true"):
        git(repository, "config", *setting.split("="))
    assert days(repository) == {"one.md": "2026-01-06", "two.md": "2026-02-06"}


def test_a_catalogue_deep_in_a_repository_is_found(tmp_path: Path) -> None:
    """Files of other projects in the same repository do not count."""
    (tmp_path / "a/b").mkdir(parents=True)
    git(tmp_path, "init", "--quiet")
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue/one.md").write_text("other", encoding="utf-8")
    commit(tmp_path, JANUARY)
    commit(tmp_path / "a/b", MARCH, one="1")
    assert last_changes(tmp_path / "a/b", [tmp_path / "a/b/catalogue"]) == {
        tmp_path / "a/b/catalogue/one.md": dt.date(2026, 3, 6)
    }


def test_without_a_history_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside a repository, before the first commit, without the folder, and without git."""
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue/one.md").touch()
    assert days(tmp_path) == {}
    git(tmp_path, "init", "--quiet")
    assert days(tmp_path) == {}
    assert last_changes(tmp_path, [tmp_path / "gone"]) == {}
    monkeypatch.setenv("PATH", str(tmp_path))
    assert days(tmp_path) == {}
