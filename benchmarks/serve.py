"""Measure `catalogue serve` on a made-up region: from saving a file until a browser shows what it says."""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from build import DAY, lay_out
from playwright.sync_api import Page, sync_playwright

PATIENCE = 600_000
"""Milliseconds to wait for anything at all."""

SAYS = "word => document.querySelector('main')?.textContent.includes(word)"
IS_QUIET = "() => document.readyState === 'complete' && !document.querySelector('.site-refreshing')"


@dataclass(frozen=True)
class Shown:
    """A project that a process shows, and a page of it in a browser.

    Attributes:
        project: What is shown.
        address: Where, with a slash at its end.
        process: Number of the process.
        page: On which one looks.
    """

    project: Path
    address: str
    process: int
    page: Page

    def look_at(self, file: Path) -> None:
        """Open the page of an entry."""
        folder = {"applications": "toepassingen", "practices": "praktijken"}[file.parent.name]
        self.page.goto(f"{self.address}{folder}/{file.stem}/")

    def seen_after(self, file: Path, old: str, new: str) -> float:
        """Write another line in a file; return how many seconds it took to stand on the open page."""
        text = file.read_text(encoding="utf-8").replace(old, new, 1)
        started = time.perf_counter()
        file.write_text(text, encoding="utf-8")
        self.page.wait_for_function(SAYS, arg=new.partition(": ")[2], polling="raf", timeout=PATIENCE)
        return time.perf_counter() - started

    def whole_after(self, started: float) -> float:
        """Return how many seconds passed since a moment when the whole site was new."""
        self.page.wait_for_function(IS_QUIET, timeout=PATIENCE)
        return time.perf_counter() - started

    def found_after(self, started: float, before: bytes) -> float:
        """Return how many seconds passed since a moment when the search knew of it."""
        while self.index() == before:
            time.sleep(0.05)
        return time.perf_counter() - started

    def index(self) -> bytes:
        """Return what names the parts of the search index."""
        with urllib.request.urlopen(f"{self.address}zoekindex/index.json") as answer:  # noqa: S310 - our own
            return bytes(answer.read())

    def cpu(self) -> float:
        """Return the processor seconds the process has taken."""
        fields = Path(f"/proc/{self.process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> tuple[int, int]:
        """Return the memory of the process now and at its most, in MiB."""
        lines = Path(f"/proc/{self.process}/status").read_text(encoding="utf-8").splitlines()
        found = {line.partition(":")[0]: line.split()[1] for line in lines if line.startswith("Vm")}
        return int(found["VmRSS"]) // 1024, int(found["VmHWM"]) // 1024


@contextmanager
def shown(project: Path) -> Iterator[Shown]:
    """Show a project, and open a browser, for as long as the block takes."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    program = str(Path(sys.executable).with_name("catalogue"))
    command = [program, "serve", "-f", str(project / "mkdocs.yml"), "-p", str(port)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    browser_path = shutil.which("chromium") or shutil.which("google-chrome")
    try:
        if not any(str(port) in line for line in process.stderr or ()):
            sys.exit("nothing is shown")
        with sync_playwright() as playwright:
            options = ["--no-sandbox", "--disable-gpu"]
            browser = playwright.chromium.launch(executable_path=browser_path, args=options)
            yield Shown(project, f"http://127.0.0.1:{port}/", process.pid, browser.new_page())
            browser.close()
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate()


@dataclass
class Draft:
    """A line of a file that is written again and again.

    Attributes:
        file: Which file.
        line: What stands there.
    """

    file: Path
    line: str

    @classmethod
    def of(cls, file: Path, field: str) -> Draft:
        """Return the line that gives a field."""
        lines = file.read_text(encoding="utf-8").splitlines()
        return cls(file, next(line for line in lines if line.startswith(f"{field}: ")))

    def seen_after(self, on: Shown, words: str) -> float:
        """Give the field other words, and return how many seconds it took until these stood on the page."""
        field = self.line.partition(":")[0]
        old, self.line = self.line, f"{field}: {words}"
        return on.seen_after(self.file, old, self.line)


def rounds(on: Shown, number: int) -> Iterator[dict[str, float]]:
    """Edit again and again, and yield for each round what took how many seconds."""
    adoptions = sorted(on.project.glob("catalogue/organisations/*/adoptions/*.md"))
    times = Counter(file.name for file in adoptions)
    # Of an entry with many, not everything stands on its page.
    adoption = next(file for file in adoptions if times[file.name] == 1)
    entry = next(
        file
        for kind in ("applications", "practices")
        for file in on.project.glob(f"catalogue/organisations/*/{kind}/{adoption.name}")
    )
    title, lesson = Draft.of(entry, "title"), Draft.of(adoption, "lesson")
    for turn in range(1, number + 1):
        on.look_at(entry)
        on.page.wait_for_function(IS_QUIET, timeout=PATIENCE)
        index, cpu, started = on.index(), on.cpu(), time.perf_counter()
        found = {"entry": title.seen_after(on, f"Ronde {turn} van wie meekijkt")}
        # From here on a whole site is being made.
        found["again at once"] = title.seen_after(on, f"Ronde {turn} nog eens van wie meekijkt")
        found["its adoption"] = lesson.seen_after(
            on, f"Ronde {turn} leerde ons dat meekijken helpt bij wat u schrijft."
        )
        found["whole site"] = on.whole_after(started)
        found["search"] = on.found_after(started, index)
        found["processor"] = on.cpu() - cpu
        yield found


def main() -> None:
    """Run as a command; prints a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "size", type=int, nargs="?", default=1_000, metavar="N", help="entries (default: %(default)s)"
    )
    parser.add_argument("--rounds", type=int, default=5, help="of edits (default: %(default)s)")
    options = parser.parse_args()
    os.environ |= {"SOURCE_DATE_EPOCH": DAY, "NO_MKDOCS_2_WARNING": "1"}
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder, "project")
        lay_out(project, options.size)
        os.environ["XDG_CACHE_HOME"] = f"{folder}/caches"
        started = time.perf_counter()
        with shown(project) as on:
            passed = time.perf_counter() - started
            print(f"{options.size:,} entries; shown after {passed:.0f} s, {on.memory()[0]} MiB", flush=True)
            taken = []
            for found in rounds(on, options.rounds):
                taken.append(found)
                now, most = on.memory()
                each = ", ".join(f"{name} {seconds:.2f}" for name, seconds in found.items())
                print(f"round {len(taken)}: {each}; {now} MiB, at most {most}", flush=True)
    print("\n| seconds | median | most |\n|---|---|---|")
    for name in taken[0]:
        seconds = [found[name] for found in taken]
        print(f"| {name} | {statistics.median(seconds):.2f} | {max(seconds):.2f} |")


if __name__ == "__main__":
    main()
