"""`catalogue serve` as a process: it follows changes, and shows what is wrong above what was right."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from project import EPOCH, Project, project_in


@dataclass
class Served:
    """A project that is being shown."""

    project: Project
    address: str
    process: subprocess.Popen[str]

    def get(self, path: str) -> str:
        """Return what is at an address."""
        with urllib.request.urlopen(self.address + path, timeout=30) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode("utf-8"))

    def changed(self, change: Callable[[], object]) -> str:
        """Change something, wait as a browser does for the new version, and return the page of the entry."""
        epoch = re.search(r"livereload\((\d+), \d+\);", self.get("toepassingen/meldingen/"))
        assert epoch
        change()
        self.get(f"livereload/{epoch.group(1)}/1")
        return self.get("toepassingen/meldingen/")


def free_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def obey_ctrl_c() -> None:
    """Undo what a shell does to what it starts in the background: that ignores Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def serving(project: Project, *command: str, port: int) -> Iterator[Served]:
    """Show a project for as long as the block takes."""
    settings = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=project.folder,
        env=settings,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=obey_ctrl_c,  # noqa: PLW1509 - no threads here, and nothing else undoes what is inherited
    )
    try:
        assert process.stderr
        for line in process.stderr:
            if f"127.0.0.1:{port}" in line:
                break
        yield Served(project, f"http://127.0.0.1:{port}/", process)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=30)


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[Served]:
    """Return a project that is being shown."""
    port = free_port()
    with serving(project_in(tmp_path), "generator.cli", "serve", "--port", str(port), port=port) as served:
        yield served


def test_a_change_shows_without_being_asked(shown: Served) -> None:
    """Who edits a file sees the page change, and search follows."""
    assert "<h1>Meldingen" in re.sub(r"<h1[^>]*>", "<h1>", shown.get("toepassingen/meldingen/"))
    text = shown.changed(lambda: shown.project.replace("title: Meldingen", "title: Klachten"))
    assert "Klachten" in text
    assert "Klachten" in shown.get("toepassingen/")
    assert '"records":{"nl_' in shown.get("pagefind/facets.json")


def test_an_error_shows_above_the_last_good_version_and_goes_away(shown: Served) -> None:
    """Nobody loses the page they are working on to a slip; the words of the file are shown as words."""
    good = shown.project.entry.read_text(encoding="utf-8")
    broken = shown.changed(lambda: shown.project.replace("status: in-use", "status: <b>stuk"))
    assert "Er staan fouten in de catalogus. U ziet de laatste versie zonder fouten." in broken
    assert "&lt;b&gt;stuk" in broken
    assert "<b>stuk" not in broken
    assert "catalogue/organisations/voorbeeldstad/applications/meldingen.md:5:9" in broken
    mended = shown.changed(lambda: shown.project.entry.write_text(good, encoding="utf-8"))
    assert "Er staan fouten in de catalogus" not in mended


def test_mkdocs_serve_works_the_same(tmp_path: Path) -> None:
    """Who knows MkDocs uses its own command."""
    port = free_port()
    command = ("mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}")
    with serving(project_in(tmp_path), *command, port=port) as shown:
        broken = shown.changed(lambda: shown.project.replace("status: in-use", "status: stuk"))
    assert "Er staan fouten in de catalogus" in broken


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
