"""A site that is shown while it changes: always a whole one, below what is wrong with the next one."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType

from markupsafe import Markup

from generator.messages import Language, Message, msg
from generator.search.index import FOLDER

_SCRIPT = (Path(__file__).parent / "livereload.js").read_bytes()
_ASK = "/livereload/"
_LOAD = "/livereload.js"
# Browsers give up after some minutes; they ask again.
_PATIENCE = 25.0
_STILL_REFRESHED = msg("Other pages and the search are still being refreshed.")
_TAG = '<script type="module" src="{path}?version={version}"></script></body>'
_REFRESHING = Markup('<p class="site-refreshing" role="status">{text}</p></body>')
_NO_PAGES: Mapping[str, bytes] = MappingProxyType({})
_BANNER = Markup(
    '<div class="site-findings" role="status"><p class="site-findings__title">{title}</p>'
    '<pre class="site-findings__text" tabindex="0">{text}</pre></div>'
)


@dataclass(frozen=True, slots=True)
class Notice:
    """What is wrong with the next version.

    Attributes:
        title: What the reader sees instead.
        text: What to mend, in several lines.
    """

    title: Message
    text: str


@dataclass(frozen=True, slots=True)
class Version:
    """What is shown.

    Attributes:
        number: Higher with every change.
        site: Folder of a whole site.
        notice: What is wrong with the next one; None while nothing is.
        pages: Those that are newer than the site, by address.
        is_refreshed: Whether a newer site is being made.
    """

    number: int
    site: Path
    notice: Notice | None = None
    pages: Mapping[str, bytes] = field(default_factory=lambda: _NO_PAGES)
    is_refreshed: bool = False


class Showing:
    """What is shown now, for several threads.

    Attributes:
        language: Of what is said about it.
        index: Folder with the search index, when it stands elsewhere than in the site.
    """

    def __init__(self, site: Path, language: Language) -> None:
        self.language = language
        self.index: Path | None = None
        self._version = Version(1, site)
        self._changed = threading.Condition()

    @property
    def now(self) -> Version:
        """What is shown."""
        return self._version

    def show(
        self,
        site: Path,
        notice: Notice | None = None,
        *,
        pages: Mapping[str, bytes] = _NO_PAGES,
        is_refreshed: bool = False,
    ) -> None:
        """Show another site, or the same one with another notice or pages; arguments as in `Version`."""
        with self._changed:
            last = self._version
            fresh = Version(last.number + 1, site, notice, pages, is_refreshed)
            # Nobody has to load again what is there already.
            if replace(fresh, number=last.number) != last:
                self._version = fresh
                self._changed.notify_all()

    def newer_than(self, number: int) -> int:
        """Return the number of a newer version, or the same number when there is none for a while."""
        with self._changed:
            self._changed.wait_for(lambda: self._version.number != number, timeout=_PATIENCE)
            return self._version.number


class _Server(ThreadingHTTPServer):
    daemon_threads = True


class _Handler(SimpleHTTPRequestHandler):
    """Answers a browser."""

    def __init__(self, showing: Showing, *rest: object) -> None:
        self._showing = showing
        self._version = showing.now
        super().__init__(*rest, directory=str(self._version.site))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with a file, or once there is a newer version."""
        if self.path.startswith(_ASK):
            number = self.path.removeprefix(_ASK)
            newer = self._showing.newer_than(int(number) if number.isdecimal() else 0)
            self._answer(str(newer).encode(), "text/plain")
        elif self.path.partition("?")[0] == _LOAD:
            self._answer(_SCRIPT, "text/javascript")
        else:
            self._file()

    def do_HEAD(self) -> None:
        """Answer without the content."""
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as in the standard library
        """Say nothing."""

    def translate_path(self, path: str) -> str:
        """Return the file for an address; those of the search index may stand elsewhere."""
        file = Path(super().translate_path(path))
        index = self._showing.index
        own = self._version.site / FOLDER
        return str(index / file.relative_to(own) if index and file.is_relative_to(own) else file)

    def _file(self) -> None:
        file = Path(self.translate_path(self.path))
        if file.is_dir() and not self.path.partition("?")[0].endswith("/"):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"{self.path.partition('?')[0]}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        file = file / "index.html" if file.is_dir() else file
        status = HTTPStatus.OK
        if not file.is_file():
            file, status = self._version.site / "404.html", HTTPStatus.NOT_FOUND
        try:
            content = self._version.pages.get(self._address_of(file)) or file.read_bytes()
        except OSError:
            content, status = b"", HTTPStatus.NOT_FOUND
        if file.suffix == ".html":
            content = self._followed(content.decode("utf-8")).encode()
        self._answer(content, self.guess_type(str(file)), status)

    def _address_of(self, file: Path) -> str:
        return (
            f"{file.parent.relative_to(self._version.site).as_posix()}/" if file.name == "index.html" else ""
        )

    def _followed(self, html: str) -> str:
        """Return a page that follows changes, with the notice above it."""
        notice, number = self._version.notice, self._version.number
        if notice is not None:
            title = notice.title.in_language(self._showing.language)
            html = html.replace("<header", f"{_BANNER.format(title=title, text=notice.text)}<header", 1)
        if self._version.is_refreshed and notice is None:
            text = _STILL_REFRESHED.in_language(self._showing.language)
            html = html.replace("</body>", _REFRESHING.format(text=text), 1)
        return html.replace("</body>", _TAG.format(path=_LOAD, version=number), 1)

    def _answer(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


def server_of(showing: Showing, host: str, port: int) -> ThreadingHTTPServer:
    """Return a web server that listens.

    Raises:
        OSError: The port is in use.
    """
    return _Server((host, port), partial(_Handler, showing))
