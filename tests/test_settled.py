"""What is kept of files in memory: less of each, and what several have once, with nothing lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from catalogues import BASE, TODAY
from project import fingerprints, project_in

from generator.catalogue import Catalogue, Sharing
from generator.checking import Means, check_folder
from generator.plugin.engine import Engine

CATALOGUE = Path(__file__).parents[1] / "catalogue"


def checked(folder: Path) -> Catalogue:
    """Return a catalogue as a build reads it."""
    return check_folder(folder, TODAY, Means(keeps_bodies=True)).catalogue


def test_a_settled_catalogue_says_what_it_said() -> None:
    """Values, fields, texts and digests, also of what is read again."""
    before, after = checked(CATALOGUE), checked(CATALOGUE)
    after.settle()
    for one, two in zip(before.records, after.records, strict=True):
        assert two.document.kept_fields is None or not two.is_valid
        assert two.value == one.value
        assert two.document.fields == one.document.fields
        assert list(two.document.fields) == list(one.document.fields)
        assert (two.document.body, two.digest) == (one.document.body, one.digest)


def test_a_site_is_the_same_when_what_it_follows_from_is_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The index is made of what is left: the pages that were written, and the words of the vocabularies."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795478400")
    file = project_in(tmp_path / "project").folder / "mkdocs.yml"
    engine = Engine(file)
    engine.build(engine.read(), tmp_path / "kept", lambda _: None)
    engine = Engine(file)
    content = engine.read()
    content.catalogue.settle()
    engine.build(content, tmp_path / "let-go", lambda _: None, written=content.let_go)
    assert fingerprints(tmp_path / "let-go") == fingerprints(tmp_path / "kept")
    assert content.catalogue.records == ()
    assert all(plan.given is None for plan in content.plans)


def test_a_file_with_a_fault_keeps_its_fields(tmp_path: Path) -> None:
    """It has no value that says the same."""
    folder = tmp_path / "catalogue"
    shutil.copytree(BASE, folder)
    file = next(folder.rglob("adoptions/*.md"))
    file.write_text(file.read_text("utf-8").replace("status:", "stand:", 1), "utf-8")
    found = checked(folder)
    found.settle()
    [faulty] = [record for record in found.records if not record.is_valid]
    assert faulty.document.kept_fields is not None
    assert "stand" in faulty.document.kept_fields


def test_a_change_anywhere_in_a_file_changes_its_digest(tmp_path: Path) -> None:
    """So that no page is taken for what it was."""
    folder = tmp_path / "catalogue"
    shutil.copytree(BASE, folder)
    before = {record.path: record.digest for record in checked(folder).records}
    for file in folder.glob("organisations/**/*.md"):
        file.write_text(f"{file.read_text('utf-8')}\nNog iets.\n", "utf-8")
    after = {record.path: record.digest for record in checked(folder).records}
    assert all((before[path] != after[path]) == path.endswith(".md") for path in before)


def test_equal_parts_of_files_are_kept_once() -> None:
    """Lists and mappings that say the same become one, and those that differ stay apart."""
    sharing = Sharing()
    one = sharing.of({"sources": [{"url": "a"}], "status": "in-use", "changes": {"process": {"size": "1"}}})
    two = sharing.of({"sources": [{"url": "a"}], "status": "in-use", "changes": {"process": {"size": "2"}}})
    assert one["sources"] is two["sources"]
    assert two == {"sources": [{"url": "a"}], "status": "in-use", "changes": {"process": {"size": "2"}}}
    assert one["changes"] == {"process": {"size": "1"}}
