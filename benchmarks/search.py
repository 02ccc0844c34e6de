"""Measure the search: making its index, and what a reader waits for and fetches, in headless Chromium."""

from __future__ import annotations

import argparse
import datetime as dt
import http.server
import json
import pickle
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from generator.build.content import Origin, read_content
from generator.search.index import FOLDER, write_index
from generator.search.records import records_of

ASSETS = Path(__file__).parent.parent / "generator/assets"
DAY = dt.date(2026, 11, 24)
QUERIES = (
    "vergunning",
    "meldingen openbare ruimte",
    "zaaksysteem",
    "hoe delen collega's de uitkomsten van een oefening?",
    "paspoort aanvragen",
    "parkeren",
    "subsidie",
    "verhuizing doorgeven",
    "utrecht",
    "parkerne",
)
CHOICES = ("thema=Privacy", "provincie=Utrecht", "status=Proef&soort=Praktijk", "voorziening=DigiD")
# When the results of a keystroke are there, and when the numbers beside the facets are.
WATCH = """() => {
    const page = document.querySelector("[data-search]");
    document.addEventListener("input", () => { window.typed = performance.now(); delete window.shown; });
    new MutationObserver(() => { window.shown ??= performance.now(); })
        .observe(page.querySelector("[data-results]"), { childList: true });
    new MutationObserver(() => { window.counted = performance.now(); })
        .observe(page, { attributeFilter: ["data-shown"] });
}"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files as they are, without compression, as `python -m http.server` does."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the base class
        """Keep silent."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder for as long as the block takes; give its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@dataclass
class Traffic:
    """What one window did: what it fetched since it was last asked, and how long it worked."""

    session: CDPSession
    bytes: int = 0
    requests: int = 0

    def begin(self) -> None:
        """Count from now on, headers included."""
        self.session.send("Network.enable")
        self.session.send("Performance.enable", {"timeDomain": "threadTicks"})
        self.session.on("Network.loadingFinished", self._add)

    def _add(self, event: dict[str, float]) -> None:
        self.bytes += int(event["encodedDataLength"])
        self.requests += 1

    def worked(self) -> float:
        """Return how long the page's own thread has worked, in milliseconds of the processor."""
        metrics = self.session.send("Performance.getMetrics")["metrics"]
        return 1000.0 * next(float(item["value"]) for item in metrics if item["name"] == "TaskDuration")

    def take(self) -> str:
        """Return what was fetched, and start again."""
        found = f"{self.bytes / 1000:7.1f} kB in {self.requests:2d} requests"
        self.bytes = self.requests = 0
        return found


def read(catalogue: Path, folder: Path) -> None:
    """Write the records of a catalogue, and its search page as a site of its own."""
    content = read_content(Origin(catalogue.resolve(), "nl"), DAY)
    if not content.plans:
        sys.exit("the catalogue has errors")
    pages = [plan.page(content.setting) for plan in content.plans]
    started = time.process_time()
    records = tuple(records_of(pages, content.catalogue))
    print(f"{len(records)} records of {len(pages)} pages: {time.process_time() - started:.2f} CPU s")
    (folder / "records").write_bytes(pickle.dumps(records))
    shutil.copytree(ASSETS, folder / "site/assets")
    search = next(page for page in pages if page.kind == "search")
    place = folder / "site/zoeken/index.html"
    place.parent.mkdir()
    place.write_text(f'<!doctype html><html lang="nl"><meta charset="utf-8">{search.html}', encoding="utf-8")


def index(folder: Path) -> None:
    """Make the index of records, and once more when nothing has changed; print what it took."""
    records = pickle.loads((folder / "records").read_bytes())  # noqa: S301 - written by `read`
    for what in ("index", "again"):
        started = time.process_time()
        write_index(records, folder / "site" / FOLDER, "nl")
        print(f"{what}: {time.process_time() - started:.2f} CPU s")
    files = [path.stat().st_size for path in (folder / "site" / FOLDER).rglob("*") if path.is_file()]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(files)} files, {sum(files) / 1e6:.1f} MB, peak {peak:.0f} MiB with the records")


def window(browser: Browser) -> tuple[Page, Traffic]:
    """Return a window that knows nothing yet, and what it fetches."""
    page = browser.new_context(locale="nl-NL").new_page()
    traffic = Traffic(page.context.new_cdp_session(page))
    traffic.begin()
    return page, traffic


def look(folder: Path) -> None:
    """Measure what a reader waits for and fetches; every search in a fresh window."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    with served(folder / "site") as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        shown, counted, worked = [], [], []
        for query in QUERIES:
            page, traffic = window(browser)
            page.goto(f"{home}zoeken/")
            page.wait_for_selector("[data-shown]")
            opened = traffic.take()
            page.evaluate(WATCH)
            before = traffic.worked()
            page.locator("[data-box]").fill(query)
            page.wait_for_function("window.counted > window.typed")
            times = json.loads(page.evaluate("JSON.stringify([shown - typed, counted - shown])"))
            shown.append(times[0])
            counted.append(times[1])
            worked.append(traffic.worked() - before)
            number = page.locator("[data-count]").inner_text()
            print(
                f"{times[0]:6.0f} ms, numbers {times[1]:4.0f} ms more, processor {worked[-1]:4.0f} ms, "
                f"{traffic.take()}  {number}"
            )
            page.context.close()
        print(f"opening the page: {opened}")
        print(
            f"median {statistics.median(shown):.0f} ms, numbers {statistics.median(counted):.0f} ms more, "
            f"processor {statistics.median(worked):.0f} ms"
        )
        for choice in CHOICES:
            page, traffic = window(browser)
            started = time.perf_counter()
            page.goto(f"{home}zoeken/?{choice}")
            page.wait_for_selector("[data-shown]")
            passed = 1000 * (time.perf_counter() - started)
            number = page.locator("[data-count]").inner_text()
            print(f"{passed:6.0f} ms, {traffic.take()} with the page and its scripts  {number}: {choice}")
            page.context.close()
        browser.close()


def main() -> None:
    """Run as a command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("catalogue", type=Path, metavar="FOLDER", help="catalogue to search, see generate.py")
    parser.add_argument("--step", choices=("read", "index", "look"), help=argparse.SUPPRESS)
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step == "read":
        read(options.catalogue, options.keep)
    elif options.step == "index":
        index(options.keep)
    elif options.step == "look":
        look(options.keep)
    else:
        # Each step in a process of its own, so that the memory of one is not counted with another.
        with tempfile.TemporaryDirectory(prefix="search-") as folder:
            for step in ("read", "index", "look"):
                command = [sys.executable, __file__, str(options.catalogue), "--step", step, "--keep", folder]
                subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
