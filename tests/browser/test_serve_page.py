"""`catalogue serve` in a browser: the page one looks at follows the file one edits."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect
from project import ROOT, Project, project_in, region_in
from serving import Served, free_port, serving

from browser.window import Look

pytestmark = pytest.mark.browser

ENTRY = "catalogue/organisations/*/applications/open-zaak.md"
ADDRESS = "toepassingen/open-zaak/"
PATIENCE = 60_000


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[Served]:
    """Return a copy of the real catalogue that is being shown."""
    for name in ("catalogue", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    port = free_port()
    with serving(Project(tmp_path), "generator.cli", "serve", "--port", str(port), port=port) as served:
        yield served


def test_an_edit_an_error_and_its_repair_show_in_an_open_page(shown: Served, look: Look) -> None:
    """Nobody touches the browser: the new words come, the error stands above them, and goes when mended."""
    page, known = look(shown.address).page, shown.get("zoekindex/index.json")
    page.goto(f"{shown.address}{ADDRESS}")
    heading, banner = page.locator("h1"), page.locator(".site-findings")
    expect(banner).to_have_count(0)
    entry = next(shown.project.folder.glob(ENTRY))
    good = entry.read_text(encoding="utf-8").replace("title: Open Zaak", "title: Open Zaak Wespennest")
    entry.write_text(good, encoding="utf-8")
    expect(heading).to_contain_text("Wespennest", timeout=PATIENCE)
    entry.write_text(good.replace("status: in-use", "status: stuk"), encoding="utf-8")
    expect(banner).to_contain_text("applications/open-zaak.md", timeout=PATIENCE)
    expect(heading).to_contain_text("Wespennest")
    entry.write_text(good, encoding="utf-8")
    expect(banner).to_have_count(0, timeout=PATIENCE)
    # Search finds what was written a moment ago, as soon as the index is made.
    shown.other_than(known, "zoekindex/index.json")
    page.goto(f"{shown.address}zoeken/?q=wespennest")
    expect(page.locator("main")).to_contain_text("Open Zaak Wespennest", timeout=PATIENCE)


def test_the_page_comes_first_and_the_rest_behind_it(tmp_path: Path, look: Look) -> None:
    """On three hundred entries: edits go on showing while a whole site is made, and the page says so."""
    project = project_in(tmp_path / "project", region_in(tmp_path / "region", 300))
    port = free_port()
    entry = min(project.folder.glob("catalogue/organisations/*/applications/*.md"))
    with serving(project, "generator.cli", "serve", "--port", str(port), port=port) as served:
        shown = replace(served, entry=f"toepassingen/{entry.stem}/")
        page, known = look(shown.address).page, shown.get("zoekindex/index.json")
        page.goto(f"{shown.address}{shown.entry}")
        heading = page.locator("h1")
        # The first ones of the list.
        for words in ("Aalbes", "Aardbei"):
            lines = entry.read_text(encoding="utf-8").split("\n")
            entry.write_text("\n".join([lines[0], f"title: {words}", *lines[2:]]), encoding="utf-8")
            expect(heading).to_contain_text(words, timeout=PATIENCE)
            # A page that is older than that says so.
            listed = shown.get("toepassingen/")
            assert words in listed or "site-refreshing" in listed
        first = shown.get(shown.entry)
        last = shown.until(lambda html: "site-refreshing" not in html)
        assert without_note(last) == without_note(first)
        assert "Aardbei" in shown.get("toepassingen/")
        assert shown.other_than(known, "zoekindex/index.json")


def without_note(html: str) -> str:
    """Return a page without what is added to it while it is shown."""
    return re.sub(r'<p class="site-refreshing".*?</p>|version=\d+', "", html)
