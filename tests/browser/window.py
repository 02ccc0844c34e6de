"""A window of the browser that notes what must not happen, and a server for it to look at."""

from __future__ import annotations

import http.server
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Request

# What a host can send with every page; the page itself says the same, without `frame-ancestors`.
# `form-action`: the search in the header is a plain form of this site.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# Below two folders: a site must work wherever it is put.
BASE = "/a/b/"


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below `BASE`, silently, with the site's own page for what is not there."""

    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        """Return the file for an address; what is outside the base does not exist."""
        inside = path.startswith(BASE)
        return super().translate_path(f"/{path.removeprefix(BASE)}" if inside else "/nowhere/")

    def end_headers(self) -> None:
        """Send what a careful host sends too."""
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with 404.html, as a host of static sites does."""
        del message, explain
        page = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the base class
        """Keep silent."""


def launched(playwright: Playwright) -> Browser:
    """Start Debian's Chromium, or another that is here."""
    path = next(filter(None, map(shutil.which, _CHROMIUM)))
    return playwright.chromium.launch(executable_path=path, args=list(_FLAGS))


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a site for as long as the block takes; give its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@dataclass
class Watched:
    """A page of the browser and everything that must not happen on it.

    Attributes:
        page: The page itself.
        home: Address of the site.
        wrongs: Console errors, exceptions and requests to elsewhere, as they happened.
    """

    page: Page
    home: str
    wrongs: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Begin to note what must not happen."""
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.wrongs.append(str(error)))
        self.page.on("request", self._request)

    def open(self, path: str) -> Page:
        """Open a page of the site."""
        self.page.goto(self.home + path)
        return self.page

    def search(self, query: str) -> Page:
        """Open the search page with a search in its address, and wait for the results."""
        self.open(f"zoeken/{query}")
        self.page.wait_for_selector("[data-search][data-shown]")
        return self.page

    def forgive(self, words: str) -> None:
        """Take what was bound to go wrong from the notes: one error with these words, and no other."""
        assert [wrong for wrong in self.wrongs if words in wrong] == self.wrongs[:1]
        self.wrongs.pop(0)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.wrongs.append(message.text)

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:", "blob:")):
            self.wrongs.append(f"request to {request.url}")


Look = Callable[..., Watched]
"""Opens a window on the site at an address: `look(address, width=390, dark=True, scripts=False)`."""
