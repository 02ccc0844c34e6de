"""The search index behind the pages of a site that is shown: never missing, in the end the newest."""

from __future__ import annotations

from pathlib import Path

from generator.build.behind import IndexBehind, Shown
from generator.build.made import Built, made_of
from generator.build.showing import Showing
from generator.catalogue import Catalogue
from generator.catalogue.shared import VOCABULARIES
from generator.pages.page import Page, SearchFields
from generator.search.index import write_index
from generator.search.records import sources_of

NOTHING = Catalogue((), {}, {name: {} for name in VOCABULARIES}, (), {})


def shown_with(title: str, *leftovers: Path) -> Shown:
    """Return a site of one page with this title, and one written by hand."""
    pages = [
        made_of(Page(f"{slug}/", title, "", "", "entry", search=SearchFields(title, f"Over {slug}")))
        for slug in ("een", "twee")
    ]
    return Shown(Built((pages[0],), guides=(pages[1],)), NOTHING, leftovers)


def files_in(folder: Path | None) -> dict[str, bytes]:
    """Return the content of every file below a folder, by its place."""
    assert folder is not None
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


def index_of(shown: Shown, folder: Path) -> dict[str, bytes]:
    """Return the files of the index that a build would write."""
    write_index(sources_of((*shown.built.pages, *shown.built.guides), NOTHING), folder)
    return files_in(folder)


def test_of_many_changes_the_last_one_can_be_found(tmp_path: Path) -> None:
    """However quickly they follow each other, and no more than two indexes are kept."""
    showing = Showing(tmp_path, "nl")
    behind = IndexBehind(showing, tmp_path / "index")
    behind.now(shown_with("Begin"))
    assert files_in(showing.index) == index_of(shown_with("Begin"), tmp_path / "first")
    for number in range(50):
        behind.soon(shown_with(f"Wespennest {number}"))
        shown = showing.index
        # Of the one that was shown a moment ago, a part may be gone.
        assert shown
        assert (shown / "index.json").is_file() or shown != showing.index
    behind.settle()
    assert files_in(showing.index) == index_of(shown_with("Wespennest 49"), tmp_path / "last")
    assert sum(path.is_dir() for path in (tmp_path / "index").iterdir()) <= 2


def test_an_index_that_cannot_be_written_leaves_the_last_one(tmp_path: Path) -> None:
    """A disk that is full for a moment: search goes on with what it has, and the next change mends it."""
    showing = Showing(tmp_path, "nl")
    behind = IndexBehind(showing, tmp_path / "index")
    behind.now(shown_with("Begin"))
    before = files_in(showing.index)
    (tmp_path / "index" / "2").write_text("in the way", encoding="utf-8")
    behind.soon(shown_with("Wespennest"))
    behind.settle()
    assert files_in(showing.index) == before
    behind.soon(shown_with("Wespennest"))
    behind.settle()
    assert files_in(showing.index) == index_of(shown_with("Wespennest"), tmp_path / "last")


def test_sites_that_nobody_looks_at_are_removed(tmp_path: Path) -> None:
    """Behind the pages too: it takes longer than making them."""
    old = tmp_path / "old"
    (old / "map").mkdir(parents=True)
    behind = IndexBehind(Showing(tmp_path, "nl"), tmp_path / "index")
    behind.soon(shown_with("Wespennest", old))
    behind.settle()
    assert not old.exists()
