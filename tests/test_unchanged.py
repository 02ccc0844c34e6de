"""A build when nothing changed: it says so at once, and is never wrong about it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from project import Project, fingerprints, project_in

from generator.build.unchanged import UnsureError, stamps_in, state_of
from generator.build.writing import earlier_of
from generator.plugin.engine import Engine

ENTRY = "toepassingen/meldingen/index.html"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with a site, which no test changes."""
    project = project_in(tmp_path_factory.mktemp("first") / "project")
    assert project.build().returncode == 0
    return project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project that was not built yet."""
    return project_in(tmp_path / "project")


def mark_of(project: Project, *asked: str, address: str = "") -> str:
    """Return the mark of all that a site follows from."""
    engine = Engine(project.folder / "mkdocs.yml", address=address)
    return state_of(engine.given, asked, earlier_of(project.site, project.folder)).mark


def edit_unseen(project: Project) -> None:
    """Change a letter, and set the clock of the file back."""
    before = project.entry.stat()
    project.replace("Inwoners", "Bewoners")
    os.utime(project.entry, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = project.entry.stat()
    assert (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)


def put_another_in_its_place(project: Project) -> None:
    """Let another file of the same size and time have the name of the entry."""
    before, other = project.entry.stat(), project.entry.with_name("other.md")
    other.write_text(project.entry.read_text("utf-8").replace("Inwoners", "Bewoners"), encoding="utf-8")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(project.entry)


def test_nothing_is_made_when_nothing_changed(first: Project) -> None:
    """The command says so, and the site in place is not even touched."""
    before = {path: path.stat() for path in (first.site, *first.site.rglob("*"))}
    again = first.build()
    assert (again.returncode, again.stdout) == (0, "")
    assert again.stderr.startswith("Er is niets veranderd. De site staat in 'site': ")
    assert {path: path.stat() for path in (first.site, *first.site.rglob("*"))} == before
    assert sorted(path.name for path in first.folder.iterdir() if path.name.startswith(".site")) == []


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda it: it.append("docs/privacy.md", "\nMeer.\n"), id="a guide"),
        pytest.param(lambda it: it.append("docs/more.css", "p { color: red }"), id="a new file"),
        pytest.param(lambda it: (it.folder / "docs/over/lijkt-op.md").unlink(), id="a file that went"),
        pytest.param(lambda it: it.append("mkdocs.yml", "\nsite_author: A\n"), id="the description"),
        pytest.param(edit_unseen, id="an edit with the clock set back"),
        pytest.param(put_another_in_its_place, id="another file of the same size and time"),
    ],
)
def test_any_change_is_seen(project: Project, change: Callable[[Project], object]) -> None:
    """Whatever a person or a program does to a file."""
    before = mark_of(project)
    assert before == mark_of(project) != ""
    change(project)
    assert mark_of(project) not in {before, ""}


def test_what_is_asked_for_counts(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another day, address or language is another site, or other words about it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795478400")
    marks = [mark_of(project), mark_of(project, "en"), mark_of(project, address="https://example.org/")]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1890000000")
    marks.append(mark_of(project))
    assert len(set(marks)) == len(marks)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda it: (it.folder / "docs/a.md").symlink_to("privacy.md"), id="a link"),
        pytest.param(lambda it: it.append(".build", "a file"), id="no place to keep anything"),
        pytest.param(
            lambda it: it.append("mkdocs.yml", "\nhooks:\n  - docs/hook.py\n"),
            id="a program of somebody else",
        ),
        pytest.param(
            lambda it: (it.folder / "mkdocs.yml").write_text(
                (it.folder / "mkdocs.yml").read_text("utf-8").replace("- tables", "- pymdownx.snippets"),
                encoding="utf-8",
            ),
            id="an extension that reads other files",
        ),
    ],
)
def test_in_doubt_something_changed(project: Project, change: Callable[[Project], object]) -> None:
    """What we cannot see all of, is made again."""
    project.append("docs/hook.py", "")
    change(project)
    assert mark_of(project) == ""


def test_a_file_of_this_very_moment_may_still_change(project: Project) -> None:
    """The clock of a disk stands still for milliseconds: two edits within them look the same."""
    with pytest.raises(UnsureError):
        list(stamps_in([project.entry.parent], project.entry.stat()))


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda it: (it.site / ENTRY).write_text("van een ander", "utf-8"), id="a page changed"),
        pytest.param(lambda it: (it.site / "404.html").unlink(), id="a page went"),
        pytest.param(lambda it: (it.site / "letter.html").touch(), id="a page more"),
        pytest.param(lambda it: (it.site / ENTRY).chmod(0o600), id="a page closed to readers"),
        pytest.param(lambda it: shutil.rmtree(it.site), id="no site"),
        pytest.param(lambda it: shutil.rmtree(it.folder / ".build"), id="nothing kept"),
        pytest.param(
            lambda it: [
                file.write_bytes(file.read_bytes()[:-9]) for file in (it.folder / ".build").rglob("*.last")
            ],
            id="cut off",
        ),
    ],
)
def test_a_site_that_is_not_as_we_left_it_is_made_again(
    project: Project, damage: Callable[[Project], object]
) -> None:
    """Also when nothing changed in what it is made of; and deleting what was kept costs only time."""
    assert project.build().returncode == 0
    before = fingerprints(project.site)
    damage(project)
    assert project.build().stderr.startswith("De site staat in 'site': ")
    assert fingerprints(project.site) == before


def test_findings_are_said_again(project: Project) -> None:
    """Whoever did not mend a warning hears of it every time, and `--strict` does not let it pass."""
    project.replace("licence: EUPL-1.2", "licence: GPL-3.0")
    made, again, strict = project.build(), project.build(), project.build("--strict")
    assert made.stdout == again.stdout == strict.stdout != ""
    assert again.stderr.startswith("Er is niets veranderd. ")
    assert (made.returncode, again.returncode, strict.returncode, strict.stderr) == (0, 0, 1, "")
