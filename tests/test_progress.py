"""What a person who waits sees, and what a trace of the work holds."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pexpect
import pyte
import pytest
from project import Project, project_in

from generator.cli.progress import Progress
from generator.cli.trace import Trace
from generator.messages import msg

# Waits for the line twice, without a clock: the timer that draws it also ends the waiting.
WORK = """
import signal, sys
from generator.cli.progress import Progress, is_awaited
from generator.messages import msg
progress = Progress("nl", is_shown=is_awaited())
with progress.watching(), progress.stage(msg("Building pages"), int(sys.argv[1])) as advance:
    advance(int(sys.argv[2]))
    for _ in range(2 if progress.is_shown else 0):
        signal.pause()
print("[", progress.is_shown, progress.summary().partition(" in ")[0], "]")
"""


def shown(total: int, done: int, **settings: str) -> tuple[str, list[str]]:
    """Do some work in a terminal; return all that was written to it, and what stands on it at the end."""
    environment = {name: value for name, value in os.environ.items() if name != "CI"}
    text = str(
        pexpect.run(
            f"{sys.executable} -c '{WORK}' {total} {done}",
            env={**environment, "TERM": "xterm", **settings},
            encoding="utf-8",
            timeout=60,
        )
    )
    screen = pyte.Screen(80, 5)
    pyte.Stream(screen).feed(text)
    return text, [line.rstrip() for line in screen.display if line.strip()]


def test_who_waits_sees_how_far_it_is_and_then_a_clean_line() -> None:
    """Stage, count, rate and time left; nothing of it stays."""
    text, screen = shown(10, 4)
    assert "Pagina's maken: 4 van 10 (" in text
    assert " per seconde, nog " in text
    assert screen == ["[ True Klaar ]"]


@pytest.mark.parametrize(
    ("total", "done", "line"),
    [(0, 0, "Pagina's maken …"), (0, 7, "Pagina's maken: 7"), (5, 6, "Pagina's maken: 5 van 5 (")],
)
def test_what_is_not_known_is_not_said(total: int, done: int, line: str) -> None:
    """Without a number to reach there is no time left; more than all is all."""
    assert line in shown(total, done)[0]


@pytest.mark.parametrize("settings", [{"CI": "true"}, {"TERM": "dumb"}])
def test_a_log_is_not_filled_with_progress(settings: dict[str, str]) -> None:
    """In continuous integration nobody looks, and every line would stay."""
    text, screen = shown(10, 4, **settings)
    assert (text.strip(), screen) == ("[ False  ]", ["[ False  ]"])


def test_work_that_is_done_at_once_needs_no_summary() -> None:
    """Less than a second is not worth a word."""
    progress = Progress("nl", is_shown=True)
    with progress.stage(msg("Starting")):
        pass
    assert progress.summary() == ""


def test_a_build_writes_a_trace_that_says_where_the_time_went(tmp_path: Path) -> None:
    """The stages in one row, in order; in the other what Python did, each inside what called it."""
    project = project_in(tmp_path)
    result = project.build("--profile", "trace.json")
    first = "De meting staat in 'trace.json'. Open het bestand op https://ui.perfetto.dev."
    assert (result.returncode, result.stderr.splitlines()[0]) == (0, first)
    events = json.loads((project.folder / "trace.json").read_text(encoding="utf-8"))["traceEvents"]
    names = {event["tid"]: event["args"]["name"] for event in events if event["ph"] == "M"}
    assert names == {1: "Stages", 2: "Python"}
    stages = sorted(
        (event["ts"], event["name"]) for event in events if event["ph"] == "X" and event["tid"] == 1
    )
    assert [name for _, name in stages] == [
        "Starting",
        "Looking for changes",
        "Reading and checking",
        "Checking files",
        "Comparing files",
        "Planning pages",
        "Building pages",
        "Checking pages and links",
        "Putting the site in place",
    ]
    code = [event for event in events if event["ph"] == "X" and event["tid"] == 2]
    assert any(event["name"] == "generator.cli.build.command" for event in code)
    assert all(event["dur"] >= 0 for event in code)


def test_a_validation_writes_one_too(tmp_path: Path) -> None:
    """Of many files, it counts how many were checked."""
    project = project_in(tmp_path)
    result = project.run("generator.cli", "validate", "--profile", "trace.json")
    assert result.returncode == 0
    events = json.loads((project.folder / "trace.json").read_text(encoding="utf-8"))["traceEvents"]
    files = len(list(project.folder.glob("catalogue/organisations/**/*.*")))
    assert [event["args"] for event in events if event["name"] == "Checking files"] == [{"done": files}]


def test_what_goes_on_in_a_trace_is_one_event(tmp_path: Path) -> None:
    """A function that is seen many times in a row is one bar, as long as it was at work."""
    trace = Trace()
    with trace.sampling():
        total = sum(number * number for number in range(3_000_000))
    assert total > 0
    trace.write(tmp_path / "trace.json")
    events = json.loads((tmp_path / "trace.json").read_text(encoding="utf-8"))["traceEvents"]
    here = [event for event in events if event["name"].endswith("test_what_goes_on_in_a_trace_is_one_event")]
    assert len(here) == 1
    assert here[0]["dur"] > 0


def test_a_trace_that_cannot_be_written_is_explained(tmp_path: Path) -> None:
    """The site is there, and the sentence names the file."""
    project: Project = project_in(tmp_path)
    result = project.build("--profile", "gone/trace.json")
    assert result.returncode == 2
    assert (
        result.stderr.splitlines()[-1]
        == "'gone/trace.json' is er niet. Is dit intussen verplaatst of verwijderd?"
    )
    assert (project.site / "index.html").is_file()
