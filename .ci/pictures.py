"""Makes the pictures of the guide and the README from the real thing: `make pictures`, after `make site`.

The terminal is a real one (a pseudo-terminal, read by pyte), the pages are those in `site/`.
"""

from __future__ import annotations

import html
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pyte
from browser.window import launched, served
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "assets"
COLUMNS, ROWS = 104, 20
HEX_COLOUR = re.compile(r"[0-9a-f]{6}")
COLOURS = {
    "default": "#e6edf3",
    "red": "#ff7b72",
    "brightred": "#ffa198",
    "green": "#7ee787",
    "brown": "#f2cc60",
    "cyan": "#76e3ea",
}
FRAME = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 20px; background: #fff; }}
pre {{ margin: 0; padding: 18px 22px; border-radius: 8px; background: #0d2127; color: #e6edf3;
  display: inline-block; font: 15px/1.5 "DejaVu Sans Mono", monospace; }}
</style><pre>{}</pre>"""


class Terminal:
    """A real terminal in which a command runs."""

    def __init__(self, command: str, folder: Path) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.stream = pyte.ByteStream(self.screen)
        shown = f"$ {command}\r\n".encode()
        self.stream.feed(shown)
        path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
        environment = {**os.environ, "TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1", "PATH": path}
        self.child = pexpect.spawn(command, cwd=folder, dimensions=(ROWS, COLUMNS), env=environment)

    def read(self, seconds: float = 1.5) -> None:
        """Take what the command prints until it is silent for a while."""
        silent = time.monotonic() + seconds
        while time.monotonic() < silent:
            try:
                self.stream.feed(self.child.read_nonblocking(4096, 0.2))
                silent = time.monotonic() + seconds
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                return

    def type(self, *keys: str) -> None:
        """Type, and wait for the answer."""
        for key in keys:
            self.child.send(key)
            self.read(0.7)

    def as_html(self) -> str:
        """Return the screen as HTML, without the empty lines at its end."""
        lines = ["".join(self._cells(row)) for row in range(ROWS)]
        while lines and not lines[-1].strip():
            lines.pop()
        return FRAME.format("\n".join(lines))

    def _cells(self, row: int) -> Iterator[str]:
        cells = self.screen.buffer[row]
        last = max((column for column in range(COLUMNS) if cells[column].data.strip()), default=-1)
        for column in range(last + 1):
            cell = cells[column]
            colour = COLOURS.get(
                cell.fg, f"#{cell.fg}" if HEX_COLOUR.fullmatch(cell.fg) else COLOURS["default"]
            )
            weight = "bold" if cell.bold else "normal"
            yield f'<span style="color:{colour};font-weight:{weight}">{html.escape(cell.data)}</span>'


def picture_of_terminal(browser: Browser, terminal: Terminal, name: str) -> None:
    """Save what the terminal shows."""
    page = browser.new_page(viewport={"width": 1000, "height": 600}, device_scale_factor=1.5)
    page.set_content(terminal.as_html())
    page.locator("pre").screenshot(path=PICTURES / name)
    page.close()


def picture_of_page(browser: Browser, address: str, name: str, height: int) -> None:
    """Save the top of a page."""
    page = browser.new_page(viewport={"width": 1200, "height": height}, color_scheme="light")
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=PICTURES / name)
    page.close()


def main() -> None:
    """Make every picture."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as play, served(ROOT / "site") as address:
        folder = Path(name)
        shutil.copytree(ROOT / "catalogue", folder / "catalogue")
        browser = launched(play)

        new = Terminal("catalogue new application", folder)
        new.read(4)
        new.type("montfoort", "\r", "Meldingen buitenruimte", "\r", "Sneller bij het juiste team.", "\r")
        picture_of_terminal(browser, new, "guide-new.png")
        new.child.close(force=True)

        entry = folder / "catalogue/organisations/montfoort/applications/meldingen-buitenruimte.md"
        entry.parent.mkdir(parents=True)
        entry.write_text((ROOT / ".ci" / "pictures-entry.md").read_text(encoding="utf-8"), encoding="utf-8")
        check = Terminal("catalogue validate", folder)
        check.read(6)
        picture_of_terminal(browser, check, "guide-validate.png")

        picture_of_page(browser, address, "home.png", 900)
        picture_of_page(browser, f"{address}toepassingen/open-zaak/", "guide-entry.png", 1000)
        browser.close()


if __name__ == "__main__":
    main()
