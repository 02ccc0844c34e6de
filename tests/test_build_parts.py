"""The parts of a build by themselves: the day, the lock, the swap, the check."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from generator.build.check import BrokenLink, broken_links, shortcomings
from generator.build.content import edit_address
from generator.build.day import day_of_build, day_of_epoch, day_of_last_commit
from generator.build.disk import exchange
from generator.build.leads import leads_of
from generator.build.lock import LockedError, only_one
from generator.build.made import built_of
from generator.build.publish import NotASiteError, places_of, replacing
from generator.pages.page import Page
from generator.search.index import INDEX

TODAY = dt.date(2026, 11, 24)


def page(address: str, html: str = "") -> Page:
    """Make a page with little on it."""
    return Page(address, title="Page", description="", html=html, kind="entry")


def site_in(folder: Path, text: str) -> None:
    """Write what makes a folder a site of ours."""
    (folder / INDEX).parent.mkdir(parents=True)
    (folder / INDEX).write_text("{}", encoding="utf-8")
    (folder / "index.html").write_text(text, encoding="utf-8")


def commit(folder: Path, moment: str) -> None:
    """Make a repository with one commit."""
    for words in (
        ("init", "--quiet"),
        (
            "-c",
            "user.name=A",
            "-c",
            "user.email=a@example.org",
            "commit",
            "--quiet",
            "--allow-empty",
            "-m",
            "One",
        ),
    ):
        settings = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "HOME": str(folder)}
        subprocess.run(["/usr/bin/env", "git", *words], cwd=folder, check=True, env=settings)


def test_the_moment_in_the_environment_decides_the_day() -> None:
    """`SOURCE_DATE_EPOCH` comes first: whoever sets it wants that day."""
    assert day_of_build("1767225600", Path(), TODAY) == dt.date(2026, 1, 1)


def test_the_last_commit_decides_the_day_otherwise(tmp_path: Path) -> None:
    """The same commit gives the same pages on any day, in any time zone."""
    commit(tmp_path, "2026-03-05T23:30:00-05:00")
    assert day_of_build("", tmp_path, TODAY) == dt.date(2026, 3, 6)


def test_outside_a_repository_the_day_is_today(tmp_path: Path) -> None:
    """A catalogue that was downloaded can be built too."""
    assert day_of_last_commit(tmp_path) is None
    assert day_of_build("", tmp_path, TODAY) == TODAY


@pytest.mark.parametrize("epoch", ["", "soon", "1e9", "9" * 30, "-" + "9" * 30])
def test_a_moment_that_is_none_decides_nothing(epoch: str) -> None:
    """A variable with something else in it does not stop a build."""
    assert day_of_epoch(epoch) is None


def test_a_lock_is_free_again_after_use(tmp_path: Path) -> None:
    """One at a time, and no file stays behind."""
    lock = tmp_path / "lock"
    with only_one(lock), pytest.raises(LockedError), only_one(lock):
        pass
    with only_one(lock):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_new_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    """After the block the target holds the new site and nothing else is left."""
    target = tmp_path / "site"
    site_in(target, "old")
    with replacing(target) as folder:
        site_in(folder, "new")
        assert (target / "index.html").read_text(encoding="utf-8") == "old"
    assert (target / "index.html").read_text(encoding="utf-8") == "new"
    assert [item.name for item in tmp_path.iterdir()] == ["site"]


def test_two_folders_change_places_in_one_step(tmp_path: Path) -> None:
    """With all that is in them; what is not there cannot, and is named."""
    for name in ("one", "other"):
        (tmp_path / name / name).mkdir(parents=True)
    is_done = exchange(tmp_path / "one", tmp_path / "other")
    if is_done:
        assert [item.name for item in (tmp_path / "one").iterdir()] == ["other"]
        assert [item.name for item in (tmp_path / "other").iterdir()] == ["one"]
        with pytest.raises(FileNotFoundError):
            exchange(tmp_path / "one", tmp_path / "gone")
    assert is_done == sys.platform.startswith("linux")


def test_a_site_that_was_made_read_only_does_not_stay_behind(tmp_path: Path) -> None:
    """Half a site in which somebody closed a folder is removed all the same."""
    places = places_of(tmp_path / "site")
    (places.new / "closed/page").mkdir(parents=True)
    (places.new / "closed").chmod(0o555)
    with replacing(places.target) as folder:
        site_in(folder, "new")
    assert [item.name for item in tmp_path.iterdir()] == ["site"]


def test_an_exception_leaves_the_old_site(tmp_path: Path) -> None:
    """Whatever goes wrong while a site is made, readers do not notice."""
    target = tmp_path / "site"
    site_in(target, "old")
    with pytest.raises(ZeroDivisionError), replacing(target):
        raise ZeroDivisionError
    assert (target / "index.html").read_text(encoding="utf-8") == "old"
    assert [item.name for item in tmp_path.iterdir()] == ["site"]


def test_half_a_site_of_a_killed_build_is_cleared_away(tmp_path: Path) -> None:
    """Killed while building: the half site is neither shown nor kept."""
    places = places_of(tmp_path / "site")
    site_in(places.target, "old")
    places.new.mkdir()
    (places.new / "half.html").touch()
    with replacing(places.target) as folder:
        assert list(folder.iterdir()) == []
        site_in(folder, "new")
    assert [item.name for item in tmp_path.iterdir()] == ["site"]


def test_a_site_that_was_set_aside_comes_back(tmp_path: Path) -> None:
    """Killed between the two renames of a swap: the old site returns, also when the next build fails."""
    places = places_of(tmp_path / "site")
    site_in(places.old, "old")
    with pytest.raises(ZeroDivisionError), replacing(places.target):
        raise ZeroDivisionError
    assert (places.target / "index.html").read_text(encoding="utf-8") == "old"
    assert [item.name for item in tmp_path.iterdir()] == ["site"]


def test_a_site_that_was_already_replaced_is_cleared_away(tmp_path: Path) -> None:
    """Killed just after a swap: the new site stays, the old one goes."""
    places = places_of(tmp_path / "site")
    site_in(places.old, "old")
    site_in(places.target, "new")
    with pytest.raises(ZeroDivisionError), replacing(places.target):
        raise ZeroDivisionError
    assert (places.target / "index.html").read_text(encoding="utf-8") == "new"
    assert [item.name for item in tmp_path.iterdir()] == ["site"]


def test_a_swap_that_fails_puts_the_old_site_back(tmp_path: Path) -> None:
    """A new site that vanished does not take the old one with it."""
    target = tmp_path / "site"
    site_in(target, "old")
    with pytest.raises(FileNotFoundError), replacing(target) as folder:
        folder.rmdir()
    assert (target / "index.html").read_text(encoding="utf-8") == "old"


def test_a_link_to_the_site_stays_a_link(tmp_path: Path) -> None:
    """A web server that follows a link keeps following it."""
    site_in(tmp_path / "www" / "site", "old")
    (tmp_path / "site").symlink_to("www/site")
    with replacing(tmp_path / "site") as folder:
        site_in(folder, "new")
    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "www/site/index.html").read_text(encoding="utf-8") == "new"
    assert [item.name for item in (tmp_path / "www").iterdir()] == ["site"]


@pytest.mark.parametrize("is_folder", [True, False])
def test_only_a_site_is_replaced(tmp_path: Path, *, is_folder: bool) -> None:
    """A folder with other files, or a file, is left alone."""
    target = tmp_path / "site"
    if is_folder:
        target.mkdir()
        (target / "letter.txt").touch()
    else:
        target.touch()
    with pytest.raises(NotASiteError), replacing(target):
        pass
    assert target.exists()


def test_an_empty_folder_may_be_taken(tmp_path: Path) -> None:
    """Who made the folder first need not remove it."""
    (tmp_path / "site").mkdir()
    with replacing(tmp_path / "site") as folder:
        site_in(folder, "new")
    assert (tmp_path / "site/index.html").is_file()


@pytest.mark.parametrize(
    ("link", "is_found"),
    [
        ("../b/", True),
        ("../b", False),
        ("../b/index.html", True),
        ("../../", True),
        ("../../?q=a", True),
        ("../..", True),
        ("../../../", False),
        ("../c/", False),
        ("../../x/caf%C3%A9.css", True),
        ("../../x/none.css", False),
        ("#part", True),
        ("", True),
        ("./", True),
        ("../b/?a=1&amp;b=2#c", True),
        ("/a/b/", False),
        ("//example.org/", True),
        ("https://example.org/a", True),
        ("mailto:a@example.org", True),
    ],
)
def test_a_link_is_followed_from_its_page(link: str, *, is_found: bool) -> None:
    """A relative link counts from the page, must stay within the site and must lead to a file."""
    files = {"index.html", "a/a/index.html", "a/b/index.html", "x/café.css"}
    html = f'<p><a class="x" href="{link}">A</a></p>'
    found = list(broken_links("a/a/", html, files))
    expected = [] if is_found else [BrokenLink("a/a/", link.replace("&amp;", "&"))]
    assert found == expected
    assert (leads_of([page("a/a/", html)]) <= files) == is_found


def test_a_site_that_is_not_whole_is_named_part_by_part(tmp_path: Path) -> None:
    """A missing page, a broken link and a missing index are three sentences."""
    pages = [page("", '<img src="gone.png"><a href="a/">A</a><a href="a/">again</a>'), page("b/")]
    (tmp_path / "index.html").write_text(pages[0].html, encoding="utf-8")
    assert [item.in_language("en") for item in shortcomings(tmp_path, built_of(pages))] == [
        "The page '/b/' was not written.",
        "The page '/' links to 'gone.png', which does not exist.",
        "The page '/' links to 'a/', which does not exist.",
        "The search index was not written.",
    ]


def test_what_only_reads_like_a_link_is_none(tmp_path: Path) -> None:
    """A guide to HTML may show how a link is written."""
    pages = [page("", '<code>&lt;a href="gone/"&gt;</code><a href="./">Here</a>')]
    site_in(tmp_path, pages[0].html)
    assert list(shortcomings(tmp_path, built_of(pages))) == []


@pytest.mark.parametrize(
    ("repository", "expected"),
    [
        ("", ""),
        ("https://github.com/o/r", "https://github.com/o/r/edit/main/{path}"),
        ("https://gitlab.com/o/r", "https://gitlab.com/o/r/-/edit/main/{path}"),
        ("https://gitlab.example.nl/o/s/r", "https://gitlab.example.nl/o/s/r/-/edit/main/{path}"),
    ],
)
def test_a_reader_can_edit_a_file_where_it_is_kept(repository: str, expected: str) -> None:
    """Each host has its own address for that."""
    assert edit_address(repository, "main") == expected
