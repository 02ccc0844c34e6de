"""Windows of headless Chromium for `search.py`: what a search in one takes."""

from __future__ import annotations

import http.server
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page

# When the first results of a keystroke are there, when the numbers of the facets are, and when all is done.
WATCH = """() => {
    const page = document.querySelector("[data-search]");
    const note = (name, element, options) =>
        new MutationObserver(() => { window[name] ??= performance.now(); }).observe(element, options);
    document.addEventListener("input", () => {
        window.typed = performance.now();
        delete window.shown;
        delete window.counted;
        delete window.done;
    });
    note("shown", page.querySelector("[data-results]"), { childList: true });
    note("counted", page.querySelector("[data-choices]"), { childList: true, subtree: true });
    note("done", page, { attributeFilter: ["data-shown"] });
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

    def take(self) -> tuple[float, int]:
        """Return the kB and the requests since the last time, and start again."""
        found = self.bytes / 1000, self.requests
        self.bytes = self.requests = 0
        return found


@dataclass(frozen=True)
class Looked:
    """What one search took.

    Attributes:
        asked: By the reader.
        shown: Milliseconds until the results were there.
        counted: Milliseconds more until the numbers beside the facets were.
        worked: Milliseconds of processor time of the page.
        kilobytes: Fetched, headers included.
        requests: How many.
        told: How many results there are, as the page says it.
    """

    asked: str
    shown: float
    counted: float
    worked: float
    kilobytes: float
    requests: int
    told: str


def window(browser: Browser) -> tuple[Page, Traffic]:
    """Return a window that knows nothing yet, and what it fetches."""
    page = browser.new_context(locale="nl-NL").new_page()
    traffic = Traffic(page.context.new_cdp_session(page))
    traffic.begin()
    return page, traffic


def typed(browser: Browser, home: str, query: str) -> Looked:
    """Measure a search from the last keystroke on; the page is there."""
    page, traffic = window(browser)
    page.goto(f"{home}zoeken/")
    page.wait_for_selector("[data-shown]")
    traffic.take()
    page.evaluate(WATCH)
    before = traffic.worked()
    page.locator("[data-box]").fill(query)
    page.wait_for_function("window.done > window.typed")
    shown, counted = page.evaluate("[window.shown - window.typed, window.counted - window.shown]")
    return looked(page, traffic, query, shown, counted, before)


def opened(browser: Browser, home: str, query: str) -> Looked:
    """Measure a search that stands in the address, from the click on the link on."""
    page, traffic = window(browser)
    started = time.perf_counter()
    page.goto(f"{home}zoeken/?{query}")
    page.wait_for_selector("[data-shown]")
    return looked(page, traffic, query, 1000 * (time.perf_counter() - started), 0, 0)


def looked(page: Page, traffic: Traffic, query: str, shown: float, counted: float, before: float) -> Looked:
    """Return what a search took, and close its window."""
    kilobytes, requests = traffic.take()
    told = page.locator("[data-count]").inner_text()
    found = Looked(query, shown, counted, traffic.worked() - before, kilobytes, requests, told)
    page.context.close()
    return found
