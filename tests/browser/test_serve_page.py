"""`catalogue serve` on the real catalogue, in a browser: the page one looks at follows the file one edits."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect
from project import ROOT, Project
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
