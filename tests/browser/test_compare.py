"""Entries side by side, and the bar with what the reader wants to compare, in a browser."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browser.window import Look, Watched

pytestmark = pytest.mark.browser

KEY = "catalogus.vergelijken"
TWO = "vergelijken/?ids=open-zaak,openstad"
THREE = f"{TWO},hof-van-twente-lessen"


def compared(watched: Watched, path: str) -> Page:
    """Open a comparison and wait until it stands there."""
    page = watched.open(path)
    page.wait_for_selector("[data-result]:visible")
    return page


def titles(page: Page) -> list[str]:
    """Return the titles above the columns."""
    return page.locator(".c-compare__title").all_inner_texts()


def row(page: Page, name: str) -> list[str]:
    """Return the values of a row."""
    return page.locator(f"[data-row={name}] td").all_inner_texts()


def test_a_bare_address_sets_entries_of_both_kinds_side_by_side(real: str, look: Look) -> None:
    """Ids alone say what stands there; each is found without asking for a page that does not exist."""
    page = compared(look(real), THREE)
    assert titles(page) == ["Open Zaak", "OpenStad", "Lessen van de aanval op Hof van Twente"]
    assert row(page, "kind") == ["Toepassing", "Toepassing", "Praktijk"]
    assert row(page, "licence") == ["EUPL-1.2", "MIT", "niet van toepassing"]
    assert row(page, "effort") == ["nog niet bekend"] * 3
    expect(page).to_have_title(re.compile("^Open Zaak, OpenStad, Lessen van .* naast elkaar "))


def test_a_row_that_differs_says_so_in_a_word(real: str, look: Look) -> None:
    """Not by colour alone; and of what is not known nothing is said."""
    page = compared(look(real), THREE)
    differs = page.locator("[data-row=licence] [data-differs]")
    expect(differs).to_have_text("verschilt")
    expect(differs).to_be_visible()
    for name in ("status", "effort"):
        expect(page.locator(f"[data-row={name}] [data-differs]")).to_be_hidden()
    marked = page.locator("[data-differs]:visible").count()
    expect(page.locator("[data-status]")).to_contain_text(f"verschillen op {marked} van de")


def test_only_what_differs_can_be_shown(real: str, look: Look) -> None:
    """Every row that is left is marked, and a group without rows is gone."""
    page = compared(look(real), THREE)
    page.get_by_label("Toon alleen de verschillen").check()
    rows = page.locator("[data-row]:visible")
    assert rows.count() == page.locator("[data-differs]:visible").count() > 0
    expect(page.get_by_role("rowheader", name="Wat verandert er")).to_be_hidden()


def test_an_entry_beside_itself_is_there_once(real: str, look: Look) -> None:
    """The same id twice, and empty ones, make no second column."""
    page = compared(look(real), "vergelijken/?ids=open-zaak,open-zaak,,%20")
    assert titles(page) == ["Open Zaak"]
    expect(page.locator("[data-status]")).to_have_text(
        "Er staat er één. Zet er nog een naast om te vergelijken."
    )


def test_a_fifth_is_left_out_and_one_that_is_not_there_is_named(real: str, look: Look) -> None:
    """The reader is told what happened to each."""
    page = compared(look(real), f"{THREE},bestaat-niet,open-formulieren")
    expect(page.locator("[data-missing]")).to_have_text(
        "Dit staat niet of niet meer in de catalogus: bestaat-niet."
    )
    expect(page.locator("[data-too-many]")).to_be_visible()
    assert len(titles(page)) == 3


@pytest.mark.parametrize(
    "ids", ["../../x", "%3Cimg%20src=x%20onerror=alert(1)%3E", "__proto__", "constructor"]
)
def test_an_id_that_is_none_is_not_followed(real: str, look: Look, ids: str) -> None:
    """Nothing is fetched for it, and nothing of it is markup."""
    page = look(real).open(f"vergelijken/?ids={ids}")
    expect(page.locator("[data-missing]")).to_be_visible()
    expect(page.locator("[data-result]")).to_be_hidden()


def test_columns_come_and_go_and_the_address_follows(real: str, look: Look) -> None:
    """Search, add, take away, go back; the place of the keyboard is never lost."""
    page = compared(look(real), TWO)
    page.get_by_label("Zoek op naam of onderwerp").press_sequentially("open formulieren")
    page.get_by_role("button", name="Open Formulieren", exact=True).first.press("Enter")
    expect(page.locator(".c-compare__title")).to_have_text(["Open Zaak", "OpenStad", "Open Formulieren"])
    expect(page).to_have_url(re.compile(r"\?ids=open-zaak,openstad,open-formulieren$"))
    expect(page.get_by_label("Zoek op naam of onderwerp")).to_be_focused()
    page.get_by_role("button", name="Haal weg OpenStad").press("Enter")
    expect(page.locator(".c-compare__title")).to_have_text(["Open Zaak", "Open Formulieren"])
    expect(page.get_by_role("button", name="Haal weg Open Formulieren")).to_be_focused()
    expect(page.locator("[data-status]")).to_contain_text("OpenStad is weg.")
    page.go_back()
    expect(page.locator(".c-compare__title")).to_have_text(["Open Zaak", "OpenStad", "Open Formulieren"])


def test_the_heads_stay_in_sight(real: str, look: Look) -> None:
    """Far down one still sees whose column it is."""
    page = compared(look(real), THREE)
    page.locator("[data-row=standards]").scroll_into_view_if_needed()
    expect(page.locator(".c-compare__title").first).to_be_in_viewport()


def test_the_bar_follows_the_reader_to_the_comparison(real: str, look: Look) -> None:
    """Choose on two pages, see both on a third, and compare them; the bar is not there when it is empty."""
    watched = look(real)
    page = watched.open("toepassingen/open-zaak/")
    expect(page.locator("[data-tray]")).to_be_hidden()
    page.get_by_role("button", name="Vergelijk", exact=True).click()
    expect(page.locator("[data-tray-said]")).to_have_text(
        "Open Zaak staat bij wat u vergelijkt. Dat zijn er 1."
    )
    page = watched.open("toepassingen/openstad/")
    page.get_by_role("button", name="Vergelijk", exact=True).press("Enter")
    page = watched.open("bijdragen/")
    tray = page.get_by_role("region", name="Om te vergelijken")
    expect(tray).to_contain_text("2 om te vergelijken")
    tray.get_by_role("link", name="Vergelijk").press("Enter")
    page.wait_for_selector("[data-result]:visible")
    assert titles(page) == ["Open Zaak", "OpenStad"]
    assert page.locator("[data-tray]").count() == 0


def test_what_is_in_the_bar_can_be_taken_out(real: str, look: Look) -> None:
    """One by one or all at once, by keyboard; the last one takes the bar along."""
    page = look(real).open("toepassingen/open-zaak/")
    page.get_by_role("button", name="Vergelijk", exact=True).click()
    page.get_by_role("button", name="Haal weg: Open Zaak").press("Enter")
    expect(page.locator("[data-tray]")).to_be_hidden()
    expect(page.locator("#inhoud")).to_be_focused()
    page.get_by_role("button", name="Vergelijk", exact=True).click()
    page.get_by_role("button", name="Maak leeg de vergelijking").press("Enter")
    expect(page.locator("[data-tray]")).to_be_hidden()


def test_a_fifth_does_not_fit_in_the_bar(real: str, look: Look) -> None:
    """The reader hears why."""
    watched = look(real)
    page = watched.open("toepassingen/open-zaak/")
    four = [{"id": f"een-{number}", "title": f"Een {number}"} for number in range(4)]
    page.evaluate(f"text => localStorage.setItem('{KEY}', text)", json.dumps(four))
    page.reload()
    page.get_by_role("button", name="Vergelijk", exact=True).click()
    expect(page.locator("[data-tray-said]")).to_have_text("U vergelijkt er al 4. Haal er eerst een weg.")
    assert page.locator("[data-tray-list] li").count() == 4


@pytest.mark.parametrize("broken", ["", "{", "{}", "[3,null,{}]", '[{"id":"<img>","title":"x"},{"id":"a"}]'])
def test_what_is_kept_may_be_anything(real: str, look: Look, broken: str) -> None:
    """Whatever another program left there makes no bar."""
    page = look(real).open("toepassingen/open-zaak/")
    page.evaluate(f"text => localStorage.setItem('{KEY}', text)", broken)
    page.reload()
    expect(page.get_by_role("button", name="Vergelijk", exact=True)).to_be_visible()
    expect(page.locator("[data-tray]")).to_be_hidden()


def test_a_title_that_looks_like_markup_is_shown_as_it_is(real: str, look: Look) -> None:
    """What is kept becomes text and nothing else."""
    page = look(real).open("toepassingen/open-zaak/")
    page.evaluate(
        f"text => localStorage.setItem('{KEY}', text)", '[{"id":"x","title":"<img src=x onerror=1>"}]'
    )
    page.reload()
    expect(page.locator(".site-tray__name")).to_have_text("<img src=x onerror=1>")


def test_on_paper_it_lies_on_its_side(real: str, look: Look) -> None:
    """Four columns need the width, and what one can only click is not printed."""
    page = compared(look(real), THREE)
    text = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", text)
    assert {(round(float(wide)), round(float(high))) for wide, high in boxes} == {(842, 595)}
    page.emulate_media(media="print")
    assert page.locator("button:visible, input:visible").count() == 0


def test_without_scripts_the_page_says_what_it_needs(real: str, look: Look) -> None:
    """Nothing that does not work is there."""
    page = look(real, scripts=False).open(TWO)
    expect(page.locator("noscript .c-notice")).to_be_visible()
    assert page.locator("main button:visible, .c-page input:visible").count() == 0
    page = look(real, scripts=False).open("toepassingen/open-zaak/")
    assert page.locator("[data-compare]:visible, [data-shortlist]:visible, [data-tray]:visible").count() == 0


def _empty(watched: Watched) -> Page:
    page = watched.open("vergelijken/")
    expect(page.get_by_label("Zoek op naam of onderwerp")).to_be_visible()
    return page


def _one(watched: Watched) -> Page:
    return compared(watched, "vergelijken/?ids=open-zaak,bestaat-niet")


def _narrowed(watched: Watched) -> Page:
    page = compared(watched, THREE)
    page.get_by_label("Toon alleen de verschillen").check()
    return page


def _tray(watched: Watched) -> Page:
    page = watched.open("toepassingen/open-zaak/")
    page.get_by_role("button", name="Vergelijk", exact=True).click()
    return page


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("state", [_empty, _one, _narrowed, _tray])
def test_the_accessibility_checker_finds_nothing(
    real: str, look: Look, state: Callable[[Watched], Page], width: int, *, dark: bool
) -> None:
    """In every state, and nothing sticks out at the side."""
    page = state(look(real, width=width, dark=dark))
    found = Axe().run(page).response["violations"]
    assert [f"{item['id']}: {node['html']}" for item in found for node in item["nodes"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
