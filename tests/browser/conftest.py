"""Chromium, and sites to look at with it; every test fails on a console error or a request to elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright
from project import ROOT, Project, project_in

from browser.window import BASE, Look, Watched, launched, served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return Debian's Chromium, or another that is here."""
    with sync_playwright() as playwright:
        chromium = launched(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a small site: the catalogue of the cases, with words that look like markup."""
    project = project_in(tmp_path_factory.mktemp("small") / "project")
    practice = "catalogue/organisations/voorbeeldstad/practices/phishing-oefening.md"
    project.append(
        practice, "\n\nSchrijf nooit `<img src=x onerror=alert(1)>` in een kwetsbaarheidsrapport.\n"
    )
    result = project.build("--site-url", f"http://127.0.0.1{BASE}")
    assert result.returncode == 0, result.stdout + result.stderr
    with served(project.site) as address:
        yield address


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the real site."""
    site = tmp_path_factory.mktemp("real") / "site"
    result = Project(ROOT).build("--output", str(site), "--site-url", f"http://127.0.0.1{BASE}")
    assert result.returncode == 0, result.stdout + result.stderr
    with served(site) as address:
        yield address


@pytest.fixture
def look(browser: Browser) -> Iterator[Look]:
    """Return a function that opens a window on a site; in the end nothing wrong may have happened."""
    opened: list[Watched] = []

    def window(home: str, *, width: int = 1280, dark: bool = False, scripts: bool = True) -> Watched:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            locale="nl-NL",
            java_script_enabled=scripts,
        )
        watched = Watched(context.new_page(), home)
        watched.watch()
        opened.append(watched)
        return watched

    yield window
    wrongs = [wrong for watched in opened for wrong in watched.wrongs]
    for watched in opened:
        watched.page.context.close()
    assert wrongs == []
