"""An entry on paper: one sheet for who decides, whatever there is to tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from project import ROOT, project_in

from browser.window import BASE, Look, served

pytestmark = pytest.mark.browser

# Those with the most on their sheet, and with the least.
ENTRIES = (
    "toepassingen/open-inwoner/",
    "toepassingen/kiss/",
    "toepassingen/openstad/",
    "praktijken/ensia/",
    "praktijken/hof-van-twente-lessen/",
    "praktijken/cybersnackbox/",
)
_LONG = "Een lange zin over gegevensbeschermingseffectbeoordelingen zonder punt "


def sheets(page: Page) -> int:
    """Return how many sheets of paper a page takes."""
    return len(re.findall(rb"/Type ?/Page\b", page.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize("path", ENTRIES)
def test_an_entry_is_one_sheet(real: str, look: Look, path: str) -> None:
    """What it is, why, who has it, what it asks, what to mind, the next step, whom to ask, and the day."""
    page = look(real).open(path)
    assert sheets(page) == 1
    page.emulate_media(media="print")
    sheet = page.locator(".c-entry").inner_text()
    for words in (
        "Past dit bij ons?",
        "Waarom?",
        "Wie heeft het al?",
        "Waar let u op?",
        "volgende stap",
        "Contact",
    ):
        assert words in sheet
    assert re.search(r"Afgedrukt op \d{1,2} \w+ \d{4}\.", sheet)
    assert f"Alles, met bronnen: {real}{path}" in sheet
    assert page.locator("button:visible, .c-main:visible, .c-crumbs:visible").count() == 0


def test_the_sheet_is_for_paper_alone(real: str, look: Look) -> None:
    """On the screen there is a button to print it."""
    page = look(real).open(ENTRIES[0])
    expect(page.locator(".c-brief")).to_be_hidden()
    expect(page.get_by_role("button", name="Druk af op één A4")).to_be_visible()


def test_without_scripts_it_is_one_sheet_too(real: str, look: Look) -> None:
    """Then the day is that on which somebody last read the entry."""
    page = look(real, scripts=False).open(ENTRIES[0])
    page.emulate_media(media="print")
    expect(page.locator(".c-brief__foot")).to_contain_text("Nagelezen op")
    expect(page.locator(".c-brief__foot")).to_contain_text(ENTRIES[0])


@pytest.fixture(scope="module")
def fullest(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the real site with one more entry, of which everything is told at length."""
    project = project_in(tmp_path_factory.mktemp("fullest") / "project", ROOT / "catalogue")
    folder = project.folder / "catalogue/organisations"
    _file(folder / "utrecht/practices/alles.md", _entry())
    bands = ("under-1", "1-5", "6-20", "21-60", "over-60")
    towns = (
        "amersfoort",
        "arnhem",
        "almere",
        "breda",
        "delft",
        "dordrecht",
        "ede",
        "emmen",
        "gouda",
        "houten",
    )
    for number, town in enumerate(towns):
        _file(folder / town / "adoptions/alles.md", _adoption(bands[number % 5]))
    result = project.build("--site-url", f"http://127.0.0.1{BASE}")
    assert result.returncode == 0, result.stdout + result.stderr
    with served(project.site) as address:
        yield address


def test_the_fullest_entry_is_one_sheet(fullest: str, look: Look) -> None:
    """Every fact is known, every list is full, and every text is as long as it may be."""
    page = look(fullest).open("praktijken/alles/")
    assert sheets(page) == 1
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 688, "height": 1017})
    assert page.locator(".c-brief section").count() == 7


def _file(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _cut(most: int) -> str:
    return (_LONG * (1 + most // len(_LONG)))[:most].strip()


def _entry() -> str:
    known = sorted((ROOT / "catalogue/vocabularies/facilities.yml").read_text(encoding="utf-8").split("\n"))
    facilities = [line.split(": ")[1] for line in known if line.startswith("  - id: ")][:30]
    return f"""---
title: {_cut(80)}
summary: {_cut(160)}
status: pilot
domain: cybersecurity
type: exercise
themes: [cybersecurity]
contact: {{role: {_cut(80)}, email: informatie@voorbeeld.nl, url: "https://www.voorbeeld.nl/{"a" * 200}"}}
reviewed: 2026-10-01
reviewed_by: owner
example: true
facilities: [{", ".join(f"{{id: {name}, role: required}}" for name in facilities)}]
reuse:
  advice: configure
  effort: 1-5
  lead_time: 3-12-months
  cost_once: 25k-100k
  cost_per_year: 5k-25k
  changes: {{technology: large, process: large, organisation: large, behaviour: large}}
  roles: [information-manager, ciso, privacy-officer, application-manager, contact-centre]
  prerequisites: [{", ".join(f"{number} {_cut(190)}" for number in range(5))}]
privacy: {{personal_data: special, dpia: in-progress}}
security: {{controls: ["6.3"]}}
ai: {{used: yes}}
phase: [protect]
threats: [phishing]
evidence: [{", ".join(map(_measured, range(4)))}]
---

## Wat lost het op

{_cut(2000)}.
"""


def _measured(number: int) -> str:
    return f'{{measure: "{number} {_cut(100)}", before: "{_cut(50)}", after: "{_cut(50)}"}}'


def _adoption(effort: str) -> str:
    return f"""---
status: in-use
mode: configured
since: 2025-03
changes: {{process: {{size: large, what: alles}}}}
effort: {effort}
lead_time: 1-3-months
cost_once: under-5k
cost_per_year: under-5k
lesson: {_cut(600)}
confirmed: 2026-09-01
confirmed_by: organisation
example: true
---
"""
