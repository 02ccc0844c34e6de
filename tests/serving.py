"""A project that is shown by a process, for as long as a test takes."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from project import EPOCH, Project

# In a page: which version it shows. Ours, or that of MkDocs.
_VERSION = re.compile(r"livereload\.js\?version=(\d+)|livereload\((\d+), \d+\);")
PATIENCE = 60


@dataclass
class Served:
    """A project that is being shown.

    Attributes:
        project: What is shown.
        address: Where, with a slash at its end.
        process: That shows it.
        ask: Where one waits for a newer version.
        entry: Address of the page of the entry that is looked at.
    """

    project: Project
    address: str
    process: subprocess.Popen[str]
    ask: str = "livereload/{version}"
    entry: str = "toepassingen/meldingen/"

    def get(self, path: str, *, patience: float = PATIENCE) -> str:
        """Return what is at an address."""
        with urllib.request.urlopen(self.address + path, timeout=patience) as answer:  # noqa: S310 - our own
            return str(answer.read().decode("utf-8"))

    def other_than(self, before: str, path: str) -> str:
        """Ask until there is something else at an address than before, and return it."""
        end = time.monotonic() + PATIENCE
        while (found := self.get(path)) == before and time.monotonic() < end:
            pass
        assert found != before
        return found

    @property
    def version(self) -> str:
        """Which version is shown."""
        found = _VERSION.search(self.get(self.entry))
        assert found
        return found[1] or found[2]

    def changed(self, change: Callable[[], object]) -> str:
        """Change something, wait as a browser does for a new version, and return the page of the entry."""
        version = self.version
        change()
        self.get(self.ask.format(version=version))
        return self.get(self.entry)

    def until(self, is_so: Callable[[str], bool]) -> str:
        """Wait for as many versions as it takes until the page of the entry is so, and return it."""
        while not is_so(page := self.get(self.entry)):
            self.get(self.ask.format(version=self.version))
        return page


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
        served = Served(project, f"http://127.0.0.1:{port}/", process)
        # MkDocs counts its requests too.
        yield replace(served, ask="livereload/{version}/1") if command[0] == "mkdocs" else served
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=30)
