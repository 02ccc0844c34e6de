"""`catalogue serve` as a process: it follows changes, and shows what is wrong above what was right."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from project import fingerprints, project_in
from serving import Served, free_port, serving

ERRORS = "Er staan fouten in de catalogus. U ziet de laatste versie zonder fouten."
REFRESHING = "en het zoeken worden nog vernieuwd."
FAILED = "De site kon niet worden gemaakt. U ziet de laatste versie waarbij dat wel kon."


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[Served]:
    """Return a project that is being shown."""
    port = free_port()
    with serving(project_in(tmp_path), "generator.cli", "serve", "--port", str(port), port=port) as served:
        yield served


def test_a_change_shows_without_being_asked(shown: Served) -> None:
    """Who edits a file sees the page change; the lists and the search follow when they are ready."""
    assert "<h1>Meldingen" in re.sub(r"<h1[^>]*>", "<h1>", shown.get("toepassingen/meldingen/"))
    before = shown.get("zoekindex/index.json")
    text = shown.changed(lambda: shown.project.replace("title: Meldingen", "title: Wespennesten"))
    assert "Wespennesten" in text
    assert shown.until(lambda page: REFRESHING not in page)
    assert "Wespennesten" in shown.get("toepassingen/")
    assert shown.other_than(before, "zoekindex/index.json")


def test_an_error_shows_above_the_last_good_version_and_goes_away(shown: Served) -> None:
    """Nobody loses the page they are working on to a slip; the words of the file are shown as words."""
    good = shown.project.entry.read_text(encoding="utf-8")
    broken = shown.changed(lambda: shown.project.replace("status: in-use", "status: <b>stuk"))
    assert ERRORS in broken
    assert "&lt;b&gt;stuk" in broken
    assert "<b>stuk" not in broken
    assert "catalogue/organisations/voorbeeldstad/applications/meldingen.md:5:9" in broken
    mended = shown.changed(lambda: shown.project.entry.write_text(good, encoding="utf-8"))
    assert ERRORS not in mended


def test_a_fault_outside_the_catalogue_shows_too(shown: Served) -> None:
    """A broken link on a hand-written page, and a description of the site that is no longer one."""
    page, description = (shown.project.folder / name for name in ("docs/privacy.md", "mkdocs.yml"))
    for file, text in ((page, "# Privacy\n\n[Meer](verzonnen.md)\n"), (description, "plugins: [")):
        good = file.read_text(encoding="utf-8")
        broken = shown.changed(lambda: file.write_text(text, encoding="utf-8"))  # noqa: B023 - called at once
        assert FAILED in broken
        mended = shown.changed(lambda: file.write_text(good, encoding="utf-8"))  # noqa: B023 - idem
        assert FAILED not in mended


def test_two_hundred_edits_in_a_row_end_in_the_last_one(shown: Served) -> None:
    """An editor that saves at every key, or a search and replace: nothing hangs, and nothing is left out."""
    text = shown.project.entry.read_text(encoding="utf-8")
    for number in range(200):
        shown.project.entry.write_text(text.replace("title: Mel", f"title: {number} Mel"), encoding="utf-8")
    assert "199 Mel" in shown.until(lambda page: "199 Mel" in page)


def test_a_file_that_is_written_in_two_steps_shows_in_the_end(shown: Served) -> None:
    """An editor that empties a file before it writes it: an error for a moment, and nothing hangs."""
    text = shown.project.entry.read_text(encoding="utf-8").replace("title: Mel", "title: Wespennest, mel")
    shown.project.entry.write_text(text[: len(text) // 3], encoding="utf-8")
    assert ERRORS in shown.until(lambda page: "site-findings" in page)
    shown.project.entry.write_text(text, encoding="utf-8")
    assert "Wespennest, mel" in shown.until(lambda page: "site-findings" not in page)


def test_what_is_wrong_beside_other_files_takes_a_new_page_back(shown: Served) -> None:
    """A file that is right by itself shows at once; then the last good version is there again."""
    good = shown.project.entry.read_text(encoding="utf-8")
    right = good.replace("title: Mel", "title: Wespennest, mel")
    wrong = re.sub("related: .*", "related: [verzonnen]", right)
    shown.project.entry.write_text(wrong, encoding="utf-8")
    page = shown.until(lambda page: ERRORS in page)
    assert "verzonnen" in page
    assert "Wespennest" not in page
    shown.project.entry.write_text(right, encoding="utf-8")
    assert "Wespennest, mel" in shown.until(lambda page: "site-findings" not in page)


def test_a_vocabulary_is_followed(shown: Served) -> None:
    """Another word for a theme stands on the page of every entry that has it, and files are read by it."""
    themes = shown.project.folder / "catalogue/vocabularies/themes.yml"
    text = themes.read_text(encoding="utf-8")
    themes.write_text(text.replace("title: Dienstverlening", "title: Wespennesten"), encoding="utf-8")
    assert shown.until(lambda page: "Wespennesten" in page)
    themes.write_text(text.replace("id: services", "id: other"), encoding="utf-8")
    shown.project.replace("title: Mel", "title: Over mel")
    assert "meldingen.md" in shown.until(lambda page: ERRORS in page)
    themes.write_text(text, encoding="utf-8")
    assert "Over mel" in shown.until(lambda page: "site-findings" not in page)


def test_without_a_change_nothing_is_built(shown: Served) -> None:
    """Reading a file, touching a folder and building itself are no changes."""
    before = shown.version
    assert fingerprints(shown.project.folder / "catalogue")
    (shown.project.entry.parent / "leeg").mkdir()
    shown.changed((shown.project.entry.parent / "leeg").rmdir)
    after = shown.version
    with pytest.raises(TimeoutError):
        shown.get(f"livereload/{after}", patience=3)
    assert int(before) < int(after)


@pytest.mark.parametrize("gone", ["catalogue", "catalogue/organisations/voorbeeldstad", "docs/bijdragen"])
def test_a_folder_that_goes_and_comes_back_is_followed(shown: Served, gone: str) -> None:
    """Another branch and back again: the site is as it was, and changes in it show."""
    folder = shown.project.folder / gone
    away = shown.project.folder / "away"
    for _ in range(3):
        folder.rename(away)
        shutil.copytree(away, folder)
        shutil.rmtree(away)
    assert shown.until(lambda page: "site-findings" not in page)
    shown.project.replace("title: Meldingen", "title: Wespennesten")
    assert "Wespennesten" in shown.until(lambda page: "Wespennesten" in page)


def test_a_file_that_vanishes_is_missed_and_can_come_back(shown: Served) -> None:
    """Somebody removes a file by accident, and puts it back."""
    text = shown.project.entry.read_text(encoding="utf-8")
    assert "site-findings" in shown.changed(shown.project.entry.unlink)
    shown.project.entry.write_text(text, encoding="utf-8")
    assert "Meldingen" in shown.until(lambda page: "site-findings" not in page)


def test_what_does_not_exist_has_the_page_of_the_site(shown: Served) -> None:
    """A wrong address says so with status 404, a folder leads to its page, and nothing outside is given."""
    with pytest.raises(urllib.error.HTTPError) as found:
        shown.get("bestaat/niet/")
    with found.value as answer:
        assert (answer.code, "Deze pagina bestaat niet" in answer.read().decode()) == (404, True)
    assert "Meldingen" in shown.get("toepassingen/meldingen")
    for path in ("../pages.json", "%2e%2e/pages.json", "..%2fpages.json"):
        with pytest.raises(urllib.error.HTTPError) as refused:
            shown.get(path)
        refused.value.close()
    asked = urllib.request.Request(shown.address, method="HEAD")  # noqa: S310 - our own server
    with urllib.request.urlopen(asked, timeout=30) as head:  # noqa: S310 - idem
        assert (head.read(), int(head.headers["Content-Length"]) > 0) == (b"", True)


def test_mkdocs_serve_works_the_same(tmp_path: Path) -> None:
    """Who knows MkDocs uses its own command."""
    port = free_port()
    command = ("mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}")
    with serving(project_in(tmp_path), *command, port=port) as shown:
        broken = shown.changed(lambda: shown.project.replace("status: in-use", "status: stuk"))
    assert ERRORS in broken


def test_ctrl_c_ends_it_in_peace(shown: Served) -> None:
    """No traceback, and nothing is left behind."""
    shown.process.send_signal(signal.SIGINT)
    _, said = shown.process.communicate(timeout=30)
    assert (shown.process.returncode, said) == (0, "")


def test_a_port_in_use_is_explained(tmp_path: Path) -> None:
    """Two previews at once: the second says which port is taken."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = project_in(tmp_path).run("generator.cli", "serve", "--port", str(port))
    message = (
        "catalogue: op 127.0.0.1:{port} draait al iets. Kies een andere poort, bijvoorbeeld --port {other}.\n"
    )
    assert (result.returncode, result.stderr) == (2, message.format(port=port, other=port + 1))


def test_a_catalogue_with_errors_at_the_start_prints_them(tmp_path: Path) -> None:
    """There is no good version yet to show."""
    project = project_in(tmp_path)
    project.replace("status: in-use", "status: stuk")
    result = project.run("generator.cli", "serve", "--port", str(free_port()))
    assert (result.returncode, result.stderr) == (1, "")
    assert "meldingen.md:5:9: " in result.stdout
