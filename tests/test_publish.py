"""Publishing as a process, with all against it: readers keep a whole site, and the next build works."""

from __future__ import annotations

import ctypes
import os
import random
import re
import shutil
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from project import EPOCH, ROOT, Project, fingerprints, project_in

KILLS = 50
SETTINGS = {"SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}
PAGE = "toepassingen/meldingen/index.html"
DONE = re.compile(r"(?:Er is niets veranderd\. )?De site staat in '[a-z/]+': [0-9]+ pagina's\.\n")
FULL = "catalogue: de site kon niet worden gemaakt.\nDe schijf is vol. Maak ruimte vrij en bouw opnieuw.\n"
STOPPED = "catalogue: gestopt. Er blijft geen halve site achter.\n"
# Where the swap begins: the program asks whether the system can do it in one step.
SWAP = ("ctypes.dlsym", "renameat2")
# <linux/prctl.h> and <linux/capability.h>: what lets root write where nobody may.
DROP, POWERS = 24, (1, 2)

Fingerprints = dict[str, str]
Versions = tuple[Project, Fingerprints, Fingerprints]


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Versions:
    """A project with a site, to copy; what that site is, and what it is once the entry is renamed."""
    project = project_in(tmp_path_factory.mktemp("versions") / "project")
    assert project.build("--output", "other").returncode == 0
    other = fingerprints(project.folder / "other")
    shutil.rmtree(project.folder / "other")
    rename(project)
    assert project.build().returncode == 0
    rename(project)
    return project, fingerprints(project.site), other


@pytest.fixture
def project(versions: Versions, tmp_path: Path) -> Project:
    """A project with a site, of which the next version differs."""
    return Project(Path(shutil.copytree(versions[0].folder, tmp_path / "project")))


def rename(project: Project) -> None:
    """Give the entry its other name."""
    old, new = (
        ("Meldingen", "Klachten")
        if "title: M" in project.entry.read_text("utf-8")
        else ("Klachten", "Meldingen")
    )
    project.replace(f"title: {old}", f"title: {new}")


def interfered(
    project: Project, what: str, event: str, text: str, number: str | int, **more: str
) -> tuple[int, str]:
    """Build while something happens; return how it ended and what it said."""
    words = [
        str(ROOT / "tests/interference.py"),
        what,
        event,
        text,
        str(number),
        "--",
        "generator.cli",
        "build",
    ]
    result = subprocess.run(
        [sys.executable, *words],
        cwd=project.folder,
        env={**os.environ, **SETTINGS, **more},
        capture_output=True,
        text=True,
        check=False,
    )
    return result.returncode, result.stderr


def beside(project: Project) -> list[str]:
    """Return what stands beside the site that nobody expects."""
    return sorted(item.name for item in project.folder.iterdir() if item.name.startswith(".site"))


def is_next(project: Project) -> None:
    """Hold that the next build works and leaves nothing behind."""
    result = project.build()
    assert (result.returncode, result.stdout) == (0, "")
    assert DONE.fullmatch(result.stderr)
    assert beside(project) == []


class Quiet(SimpleHTTPRequestHandler):
    """A web server for files that does not talk."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as in the standard library
        """Say nothing."""


@contextmanager
def readers(site: Path) -> Iterator[set[bytes | int]]:
    """Serve a folder and read a page of it without end; give the set of all different answers."""
    answers: set[bytes | int] = set()
    is_over = threading.Event()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    address = f"http://127.0.0.1:{server.server_port}/{PAGE}"

    def read() -> None:
        # Often, but not so often that the builds get no processor.
        while not is_over.wait(0.005):
            try:
                with urllib.request.urlopen(address, timeout=30) as answer:
                    answers.add(answer.read())
            except urllib.error.HTTPError as error:
                answers.add(error.code)
                error.close()

    threads = [threading.Thread(target=server.serve_forever), threading.Thread(target=read)]
    for thread in threads:
        thread.start()
    try:
        yield answers
    finally:
        is_over.set()
        threads[1].join()
        server.shutdown()
        threads[0].join()
        server.server_close()


def test_fifty_kills_never_cost_a_reader_a_page(versions: Versions, project: Project) -> None:
    """`kill -9` at fifty moments from begin to end: readers see the old site or the new one, whole."""
    chance = random.Random(20261124)  # noqa: S311 - moments, not secrets
    begin = time.monotonic()
    is_next(project)
    length = time.monotonic() - begin
    pages = {(project.site / PAGE).read_bytes(), (versions[0].site / PAGE).read_bytes()}
    assert len(pages) == 2
    ends = set()
    with readers(project.site) as answers:
        for kill in range(KILLS):
            rename(project)
            process = subprocess.Popen(
                [sys.executable, "-m", "generator.cli", "build"],
                cwd=project.folder,
                env={**os.environ, **SETTINGS},
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            try:
                # Each in its own part of the build, so that no part is passed over.
                ends.add(process.wait(timeout=1.1 * length * (kill + chance.random()) / KILLS))
            except subprocess.TimeoutExpired:
                process.kill()
                ends.add(process.wait())
            assert fingerprints(project.site) in versions[1:], f"after kill {kill}"
    assert answers <= pages
    assert answers
    assert ends <= {0, -9}
    assert -9 in ends
    is_next(project)


@pytest.mark.parametrize("step", ["1", "+2", "+3", "+6", "+40"])
def test_a_kill_during_the_swap_leaves_a_whole_site(versions: Versions, project: Project, step: str) -> None:
    """Just before it, just after it, and while the old site is removed."""
    with readers(project.site) as answers:
        assert interfered(project, "SIGKILL", *SWAP, step) == (-9, "")
        assert fingerprints(project.site) in versions[1:]
    assert 404 not in answers
    is_next(project)


@pytest.mark.parametrize(
    ("signal", "code", "moment"),
    [
        ("SIGINT", 130, ("open", "meldingen.md", 1)),
        ("SIGINT", 130, ("open", ".site.new", 20)),
        ("SIGTERM", 143, ("open", ".site.new", 60)),
        ("SIGTERM", 143, (*SWAP, 1)),
        ("SIGHUP", 129, ("open", ".site.new", 20)),
    ],
)
def test_who_stops_a_build_loses_nothing(
    versions: Versions, project: Project, signal: str, code: int, moment: tuple[str, str, int]
) -> None:
    """Ctrl-C, `kill` and a closed terminal end it with a sentence, and it tidies up."""
    assert interfered(project, signal, *moment) == (code, STOPPED)
    assert fingerprints(project.site) == versions[1]
    assert beside(project) == []


@pytest.mark.parametrize(
    "moment", [("open", ".site.new", 1), ("open", ".site.new", 60), ("mkdir", ".site.new", 1), (*SWAP, 1)]
)
def test_a_disk_that_refuses_at_any_moment_leaves_the_site(
    versions: Versions, project: Project, moment: tuple[str, str, int]
) -> None:
    """At the first page, halfway, and during the swap: one sentence says what to do."""
    event = {"mkdir": "os.mkdir"}.get(moment[0], moment[0])
    assert interfered(project, "full", event, *moment[1:]) == (2, FULL)
    assert fingerprints(project.site) == versions[1]
    is_next(project)


def own_mounts() -> list[str] | None:
    """Return what runs a command that may mount a disk which only it sees, or None where nobody may."""
    ways = (["unshare", "--mount"], ["unshare", "--mount", "--user", "--map-root-user"])
    probe = ["sh", "-c", "mount -t tmpfs none /tmp"]
    for way in ways:
        try:
            if subprocess.run([*way, *probe], capture_output=True, check=False).returncode == 0:
                return way
        except FileNotFoundError:
            return None
    return None


def test_a_disk_that_is_really_full_leaves_the_site(versions: Versions, project: Project) -> None:
    """On a small disk in memory; on a machine where nobody may make one, the refusal is made up."""
    sizes = [-(-file.stat().st_size // 4096) * 4 for file in project.site.rglob("*") if file.is_file()]
    way = own_mounts()
    made_up = f"{ROOT}/tests/interference.py full open .site.new 99 --"
    prepare = f"mount -t tmpfs -o size={sum(sizes) * 3 // 2}k none disk" if way else ":"
    mend = "mount -o remount,size=10% disk" if way else ":"
    script = f"""
        mkdir disk; {prepare}; cp -a site disk/site
        {sys.executable} {"-m" if way else made_up} generator.cli build --output disk/site; echo $?
        cp -a disk/site first; ls -A disk; {mend}
        {sys.executable} -m generator.cli build --output disk/site; echo $?
        cp -a disk/site second; ls -A disk
    """
    result = subprocess.run(
        [*(way or []), "sh", "-c", script],
        cwd=project.folder,
        env={**os.environ, **SETTINGS},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.stdout.split() == ["2", "site", "0", "site"]
    assert result.stderr.startswith(FULL)
    assert DONE.fullmatch(result.stderr.removeprefix(FULL))
    assert fingerprints(project.folder / "first") == versions[1]
    assert fingerprints(project.folder / "second") == versions[2]


def test_a_system_that_cannot_swap_in_one_step_mends_a_kill(versions: Versions, project: Project) -> None:
    """Killed between two renames there is no site for a while; the next build brings it back first."""
    lacks = {"LACKS": "renameat2"}
    assert interfered(project, "SIGKILL", "os.rename", ".site.old", "+2", **lacks) == (-9, "")
    assert beside(project) == [".site.lock", ".site.new", ".site.old"]
    assert interfered(project, "full", "open", ".site.new", 9, **lacks) == (2, FULL)
    assert fingerprints(project.site) == versions[1]
    assert interfered(project, "full", "os.rename", ".site.old", "+2", **lacks) == (2, FULL)
    assert fingerprints(project.site) == versions[1]
    code, said = interfered(project, "full", "nothing", "", 1, **lacks)
    assert (code, bool(DONE.fullmatch(said))) == (0, True)
    assert fingerprints(project.site) == versions[2]
    assert beside(project) == []


def powerless() -> None:
    """Let root be a person like any other, for whom a folder can be closed."""
    for power in POWERS:
        ctypes.CDLL(None).prctl(DROP, power, 0, 0, 0)


@pytest.mark.parametrize("closed", ["site", "."])
def test_a_folder_that_is_closed_is_left_alone(versions: Versions, project: Project, closed: str) -> None:
    """A site or its parent that may not be written: the message names it, and the site is as it was."""
    folder = project.folder / closed
    folder.chmod(0o555)
    result = subprocess.run(
        [sys.executable, "-m", "generator.cli", "build"],
        cwd=project.folder,
        env={**os.environ, **SETTINGS},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=powerless,
    )
    folder.chmod(0o755)
    named = project.folder / (".site.lock" if closed == "." else "site")
    message = f"U hebt geen toegang tot '{named}'. Vraag die aan wie de map beheert."
    assert (result.returncode, result.stderr.splitlines()[1:]) == (2, [message])
    assert fingerprints(project.site) == versions[1]
    is_next(project)


@pytest.mark.parametrize(
    "moment",
    [
        ("open", "themes.yml", 1),
        ("open", "meldingen.md", 1),
        ("open", ".site.new", 1),
        ("open", ".site.new", 60),
    ],
)
@pytest.mark.parametrize("gone", ["catalogue", "docs"])
def test_what_vanishes_during_a_build_never_takes_the_site_with_it(
    versions: Versions,
    project: Project,
    gone: str,
    moment: tuple[str, str, int],
) -> None:
    """A branch that is changed halfway: the old site stays, or the new one was already known in full."""
    code, said = interfered(project, "remove", *moment, REMOVED=str(project.folder / gone))
    assert "Traceback" not in said
    assert "niet voorzagen" not in said
    expected = versions[2] if code == 0 else versions[1]
    assert fingerprints(project.site) == expected
    assert beside(project) == []


@pytest.mark.parametrize("gone", ["catalogue", "catalogue/organisations"])
def test_a_catalogue_that_is_gone_is_not_taken_for_an_empty_one(
    versions: Versions, project: Project, gone: str
) -> None:
    """A disk that was not mounted or a slip of the keyboard does not publish a site without entries."""
    shutil.rmtree(project.folder / gone)
    result = project.build()
    assert result.returncode in {1, 2}
    assert fingerprints(project.site) == versions[1]
    if result.returncode == 2:
        assert result.stderr == (
            "catalogue: de site kon niet worden gemaakt.\n"
            "De catalogus is leeg, en de site die er staat niet. Waar zijn de inzendingen?\n"
            "Klopt dit toch? Verwijder dan eerst de map 'site'.\n"
        )


def test_of_four_builds_at_once_one_wins(versions: Versions, project: Project, tmp_path: Path) -> None:
    """The other three say that it is being built; the first one is not disturbed."""
    so_far, go_on = tmp_path / "so-far", tmp_path / "go-on"
    os.mkfifo(so_far)
    os.mkfifo(go_on)
    script = str(ROOT / "tests/interference.py")
    words = [script, "wait", "open", ".site.new", "10", "--", "generator.cli", "build"]
    settings = {**os.environ, **SETTINGS, "SO_FAR": str(so_far), "GO_ON": str(go_on)}
    winner = subprocess.Popen(
        [sys.executable, *words], cwd=project.folder, env=settings, stderr=subprocess.PIPE, text=True
    )
    so_far.read_bytes()
    others = [
        subprocess.Popen(
            [sys.executable, "-m", "generator.cli", "build"],
            cwd=project.folder,
            env={**os.environ, **SETTINGS},
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    said = [(other.communicate()[1], other.returncode) for other in others]
    assert said == [("catalogue: deze map wordt al gebouwd. Wacht tot dat klaar is.\n", 2)] * 3
    assert fingerprints(project.site) == versions[1]
    go_on.write_bytes(b"")
    assert DONE.fullmatch(winner.communicate()[1])
    assert winner.returncode == 0
    assert fingerprints(project.site) == versions[2]
    assert beside(project) == []


def test_a_link_to_the_site_stays_a_link(versions: Versions, project: Project) -> None:
    """A web server that follows a link keeps following it, and what it leads to is new."""
    (project.folder / "www").mkdir()
    project.site.rename(project.folder / "www/live")
    project.site.symlink_to("www/live")
    is_next(project)
    assert project.site.is_symlink()
    assert fingerprints(project.folder / "www/live") == versions[2]
    assert [item.name for item in (project.folder / "www").iterdir()] == ["live"]


def test_hidden_files_in_a_site_are_not_ours_to_remove(versions: Versions, project: Project) -> None:
    """A repository or the settings of a web server in the folder of the site: it is left alone."""
    (project.site / ".git").mkdir()
    result = project.build()
    message = (
        "catalogue: in de map voor de site staat iets anders: '.git'. Kies een andere map met --output.\n"
    )
    assert (result.returncode, result.stderr) == (2, message)
    assert fingerprints(project.site) == versions[1]
