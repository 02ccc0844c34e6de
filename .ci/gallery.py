"""Makes a picture of every type of page of a site, to look at: `make pictures` builds one and calls this.

Each shows the page light and dark, on a desk and on a phone. They lie in `docs/pictures/`, which is no part
of the site; `tests/test_pictures.py` holds that no type of page is without one.
"""

from __future__ import annotations

import base64
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from browser.kinds import KINDS, PAPERS, Shown
from browser.window import Watched, launched, served
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "pictures"
# Of WebP: at half their size letters can still be read, and all pictures together are smaller than 4 MB.
QUALITY = 36
# Of a picture, in its own dots; what is further down the page is cut off.
HIGHEST = 900
# A sheet of A4 without its margins, at 96 dots an inch.
PAPER = (688, 1017)
FRAME = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 16px; display: inline-flex; gap: 16px; align-items: start; background: #c3ced1; }
img { display: block; } .paper { padding: 32px; background: #fff; }
</style>"""
README = """# Zo ziet de site eruit

Van elk soort pagina een plaatje: licht en donker, op een groot scherm (1440 punten breed), op een telefoon
(390) en waar het druk is ook op de kleinste (320). Lange pagina's zijn afgekapt.

`make pictures` maakt ze opnieuw. Een test bewaakt dat elk soort pagina er een heeft.
"""


@dataclass(frozen=True)
class View:
    """How a page is looked at.

    Attributes:
        width: Of the screen, in CSS pixels.
        scheme: Light or dark.
        scale: Of the picture to the screen.
    """

    width: int
    scheme: Literal["light", "dark"]
    scale: float


VIEWS = (View(1440, "light", 0.5), View(1440, "dark", 0.5), View(390, "light", 0.6), View(390, "dark", 0.6))
SMALLEST = View(320, "light", 0.6)
# Where most has to fit beside each other.
CROWDED = frozenset({"home", "application", "search", "compare", "versus", "shortlist", "map", "figures"})


def main() -> None:
    """Make every picture, and the page that shows them."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.iterdir():
        old.unlink()
    lines = []
    with sync_playwright() as playwright, served(Path(sys.argv[1])) as address:
        browser = launched(playwright)
        for name, shown in KINDS.items():
            views = (*VIEWS, SMALLEST) if name in CROWDED else VIEWS
            save(browser, name, "".join(on_screen(browser, address, shown, view) for view in views))
            lines.append(f"\n## {name}: `/{shown.path}`\n\n![{name}]({name}.webp)\n")
        for name, shown in PAPERS.items():
            save(browser, name, on_paper(browser, address, shown))
            lines.append(f"\n## {name}: `/{shown.path}`, op papier\n\n![{name}]({name}.webp)\n")
        browser.close()
    (FOLDER / "README.md").write_text(README + "".join(lines), encoding="utf-8")


def on_screen(browser: Browser, address: str, shown: Shown, view: View) -> str:
    """Return the top of a page, as it is on a screen, as an image in HTML."""
    with opened(browser, address, shown, view) as page:
        whole = page.evaluate("document.documentElement.scrollHeight")
        height = min(whole, round(HIGHEST / view.scale))
        shot = page.screenshot(full_page=True, clip={"x": 0, "y": 0, "width": view.width, "height": height})
        return image(shot, round(view.width * view.scale))


def on_paper(browser: Browser, address: str, shown: Shown) -> str:
    """Return the first sheet of a page, as a printer gets it, as an image in HTML."""
    width, height = PAPER
    with opened(browser, address, shown, View(width, "light", 1)) as page:
        page.emulate_media(media="print")
        page.set_viewport_size({"width": width, "height": height})
        return image(page.screenshot(), width, "paper")


@contextmanager
def opened(browser: Browser, address: str, shown: Shown, view: View) -> Iterator[Page]:
    """Open a page in a window of its own, and give it once nothing in it moves any more."""
    context = browser.new_context(
        viewport={"width": view.width, "height": 900}, color_scheme=view.scheme, locale="nl-NL"
    )
    page = shown.open(Watched(context.new_page(), address))
    page.wait_for_load_state("networkidle")
    yield page
    context.close()


def image(shot: bytes, width: int, name: str = "screen") -> str:
    """Return an image in HTML."""
    source = base64.b64encode(shot).decode()
    return f'<img class="{name}" width="{width}" alt="" src="data:image/png;base64,{source}">'


def save(browser: Browser, name: str, images: str) -> None:
    """Write images beside each other as one picture."""
    page = browser.new_page(viewport={"width": 3000, "height": 1200})
    page.set_content(FRAME + images)
    box = page.locator("body").bounding_box()
    if box is None:
        raise RuntimeError(f"{name}: nothing to see")
    shot = page.context.new_cdp_session(page).send(
        "Page.captureScreenshot", {"format": "webp", "quality": QUALITY, "clip": {**box, "scale": 1}}
    )
    (FOLDER / f"{name}.webp").write_bytes(base64.b64decode(shot["data"]))
    page.close()


if __name__ == "__main__":
    main()
