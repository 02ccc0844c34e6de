"""Every type of page: accessible, within the screen, on its own, in light and dark, on a phone and a desk."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from catalogues import TODAY
from playwright.sync_api import expect
from project import ROOT

from browser.checks import MOVED, RULES, WATCH, barriers, moved, overflowing
from browser.kinds import KINDS
from browser.window import Look
from generator.catalogue import load
from generator.pages import all_plans
from generator.pages.site import Site

pytestmark = pytest.mark.browser

WIDTHS = (1280, 390, 320)
SCHEMES: dict[Literal["light", "dark"], str] = {"light": "default", "dark": "slate"}
# In the dark and on the smallest screen only colours and places differ: the rest is not looked at again.
AGAIN = {"type": "rule", "values": ["color-contrast", "link-in-text-block", "target-size"]}
# The items of a long list are alike: checking twenty says as much as checking a thousand.
SHORTEN = """() => {
    for (const list of document.querySelectorAll("ul, ol, tbody, fieldset div, section, #lijst")) {
        while (list.children.length > 20) { list.lastElementChild.remove(); }
    }
}"""


@pytest.mark.parametrize("name", KINDS)
def test_a_page_is_accessible_and_keeps_to_the_screen(look: Look, real: str, name: str) -> None:
    """At a desk, on a phone and on the smallest, light and dark: it stands still, nothing is in the way."""
    watched = look(real, width=WIDTHS[0])
    watched.page.add_init_script(WATCH)
    page = KINDS[name].open(watched)
    assert moved(page) <= MOVED
    assert page.locator("h1").count() == 1
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    assert overflowing(page) == []
    page.evaluate(SHORTEN)
    for scheme, body in SCHEMES.items():
        page.emulate_media(color_scheme=scheme)
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", body)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            rules = RULES if scheme == "light" and width != WIDTHS[-1] else AGAIN
            assert barriers(page, rules) == [], (scheme, width)
    if name == "missing":
        watched.forgive("404")


def test_every_type_of_page_is_looked_at() -> None:
    """A new type of page joins the list."""
    plans = tuple(all_plans(Site(load(ROOT / "catalogue"), TODAY, "nl")))
    looked = {shown.path.partition("?")[0] for shown in KINDS.values()}
    kinds = {plan.kind for plan in plans if plan.address in looked}
    assert {plan.kind: plan.address for plan in plans if plan.kind not in kinds} == {}


def test_the_link_to_the_content_comes_first(look: Look, small: str) -> None:
    """Who uses the keyboard skips the header with one key, on every page."""
    page = look(small).open("toepassingen/meldingen/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Ga naar inhoud")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#inhoud")).to_be_focused()


def test_the_menu_on_a_phone_opens_and_closes_by_keyboard(look: Look, small: str) -> None:
    """A button that says what it does, and Escape gives the place back."""
    page = look(small, width=390).open("toepassingen/meldingen/")
    button = page.get_by_role("button", name="Menu")
    link = page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Praktijken")
    expect(link).to_be_hidden()
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(link).to_be_visible()
    link.focus()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(button).to_be_focused()


def test_without_javascript_the_menu_is_simply_there(look: Look, small: str) -> None:
    """Every page can be reached and read."""
    page = look(small, width=390, scripts=False).open("toepassingen/meldingen/")
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Praktijken").click()
    expect(page).to_have_url(re.compile("/praktijken/$"))


def test_the_page_one_is_on_is_marked_in_the_menu(look: Look, small: str) -> None:
    """For the eye and for a screen reader, on the list and on what is in it."""
    watched = look(small)
    here = watched.open("toepassingen/").get_by_role("link", name="Toepassingen", exact=True).first
    expect(here).to_have_attribute("aria-current", "page")
    inside = watched.open("toepassingen/meldingen/").locator("#site-nav [aria-current]")
    expect(inside).to_have_text("Toepassingen")


def test_the_choice_of_light_or_dark_is_kept(look: Look, small: str) -> None:
    """A reader chooses once, for every page, in this browser only."""
    watched = look(small)
    page = watched.open("toepassingen/")
    page.locator("label[title='Kies de lichte weergave']").click()
    page.locator("label[title='Kies de donkere weergave']").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    watched.open("praktijken/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert page.context.cookies() == []


def test_a_page_that_does_not_exist_helps(look: Look, small: str) -> None:
    """A wrong address gives a Dutch page with a way on."""
    watched = look(small)
    page = watched.open("bestaat/niet/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze pagina bestaat niet")
    watched.forgive("404")
    page.get_by_role("link", name="Ga naar de voorpagina").click()
    expect(page).to_have_url(small)


def test_a_policy_keeps_scripts_of_others_out(look: Look, small: str) -> None:
    """An inline script, had one come through, would not run."""
    watched = look(small)
    page = watched.open("toepassingen/")
    page.evaluate(
        """() => { const script = document.createElement("script");
        script.textContent = "window.broken = true"; document.head.append(script); }"""
    )
    assert page.evaluate("window.broken") is None
    # Refused twice: by the policy in the page, and by the one that the server sends.
    refused = [watched.wrongs.pop(), watched.wrongs.pop()]
    assert all("Content Security Policy" in wrong for wrong in refused)
