"""The buttons in the cards of entries: compare, and put on the list, from lists and from results."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.checks import MOVED, WATCH, barriers, moved
from browser.window import Look

pytestmark = pytest.mark.browser

# The smallest side of what one presses, in CSS pixels (WCAG 2.5.8).
SMALLEST = 24


def action(page: Page, name: str, place: int = 0) -> Locator:
    """Return a button in one of the cards."""
    return page.locator(f".c-card__action[data-action={name}]").nth(place)


def kept(page: Page) -> list[str]:
    """Return the ids on the reader's list."""
    text = page.evaluate("localStorage.getItem('catalogus.lijst')")
    return [item["id"] for item in json.loads(text)["items"]] if text else []


@pytest.mark.parametrize("path", ["toepassingen/", "zoeken/?q=zaak", "themas/cybersecurity/", ""])
def test_every_card_of_an_entry_has_two_buttons(real: str, look: Look, path: str) -> None:
    """Named after the entry, so that who hears them knows which; the title stays the one link."""
    page = look(real).open(path)
    expect(action(page, "compare")).to_be_visible()
    card = page.locator(".c-card:has(.c-card__actions)").first
    title = card.locator(".c-card__title").inner_text()
    expect(card.get_by_role("button")).to_have_count(2)
    expect(card.get_by_role("button", name=f"Vergelijk {title}", exact=True)).to_be_visible()
    expect(card.get_by_role("button", name=f"Zet op mijn lijst {title}", exact=True)).to_be_visible()
    expect(card.get_by_role("link")).to_have_count(1)


def test_a_card_of_something_else_has_none(real: str, look: Look) -> None:
    """A law, a body or a call is neither compared nor kept."""
    page = look(real).search("?q=wet open overheid&soort=Wet")
    expect(page.locator(".result-card").first).to_be_visible()
    expect(page.locator(".c-card__action")).to_have_count(0)


def test_from_the_keyboard_an_entry_is_compared_and_kept(real: str, look: Look) -> None:
    """The button says what it did, the bar follows, and a next press takes it back; the page stays."""
    watched = look(real)
    page = watched.open("toepassingen/")
    compare, keep = action(page, "compare"), action(page, "list")
    expect(compare).to_be_visible()
    page.locator(".c-card__title a").first.focus()
    page.keyboard.press("Tab")
    expect(compare).to_be_focused()
    page.keyboard.press("Enter")
    expect(compare).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-tray-said]")).to_have_text("Abacus staat bij wat u vergelijkt. Dat zijn er 1.")
    expect(page.locator("[data-tray]")).to_contain_text("Abacus")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(keep).to_have_attribute("aria-pressed", "true")
    assert kept(page) == ["abacus"]
    page = watched.search("?q=abacus")
    expect(action(page, "list")).to_have_attribute("aria-pressed", "true")
    action(page, "compare").click()
    expect(page.locator("[data-tray]")).to_be_hidden()
    action(page, "list").click()
    assert kept(page) == []
    assert page.url.endswith("/zoeken/?q=abacus")


def test_a_fifth_says_why_not(real: str, look: Look) -> None:
    """In the bar and aloud; the words go when there is room again."""
    page = look(real).open("toepassingen/")
    for place in range(5):
        action(page, "compare", place).click()
    expect(page.locator("[data-tray-count]")).to_have_text("U vergelijkt er al 4. Haal er eerst een weg.")
    expect(page.locator("[data-tray-said]")).to_have_text("U vergelijkt er al 4. Haal er eerst een weg.")
    expect(action(page, "compare", 4)).to_have_attribute("aria-pressed", "false")
    action(page, "compare", 0).click()
    expect(page.locator("[data-tray-count]")).to_have_text("3 om te vergelijken")


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("path", ["toepassingen/", "zoeken/?q=zaak", "toepassingen/open-zaak/"])
def test_the_buttons_come_without_moving_anything(real: str, look: Look, path: str, width: int) -> None:
    """Their room is there before they come."""
    watched = look(real, width=width)
    watched.page.add_init_script(WATCH)
    page = watched.open(path)
    expect(action(page, "compare")).to_be_visible()
    assert moved(page) < MOVED
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_javascript_there_are_no_buttons(real: str, look: Look) -> None:
    """Nothing that would do nothing, and no room left for it."""
    page = look(real, scripts=False).open("toepassingen/")
    assert page.locator(".c-card button").count() == 0
    after = "card => getComputedStyle(card, '::after').content"
    assert page.locator(".c-card--entry").first.evaluate(after) == "none"


@pytest.mark.parametrize(("width", "dark"), [(390, True), (1440, False)])
@pytest.mark.parametrize("path", ["toepassingen/", "zoeken/?q=zaak"])
def test_nobody_meets_a_barrier(real: str, look: Look, path: str, width: int, *, dark: bool) -> None:
    """With one pressed and one not; all are large enough for a finger."""
    page = look(real, width=width, dark=dark).open(path)
    action(page, "compare").click()
    action(page, "list").click()
    assert barriers(page) == []
    sides = "buttons => buttons.flatMap((one) => [one.offsetWidth, one.offsetHeight])"
    assert min(page.locator(".c-card__action:visible").evaluate_all(sides)) >= SMALLEST
