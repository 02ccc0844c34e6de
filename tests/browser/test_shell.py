"""Every type of page: accessible, within the screen, on its own, in light and dark, on a phone and a desk."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from catalogues import TODAY
from playwright.sync_api import Page, expect
from project import ROOT

from browser.window import Look, Watched
from generator.catalogue import load
from generator.pages import all_plans
from generator.pages.site import Site

pytestmark = pytest.mark.browser

PAGES = {
    "home": "",
    "list": "toepassingen/",
    "application": "toepassingen/open-zaak/",
    "practice": "praktijken/hof-van-twente-lessen/",
    "organisation": "organisaties/dimpact/",
    "municipality": "organisaties/ijsselstein/",
    "organisations": "organisaties/",
    "versus": "vergelijken/organisaties/",
    "theme": "themas/cybersecurity/",
    "themes": "themas/",
    "facility": "voorzieningen/digid/",
    "control": "maatregelen/5.24/",
    "controls": "maatregelen/",
    "law": "wetten/cyberbeveiligingswet/",
    "laws": "wetten/",
    "supplier": "leveranciers/maykin/",
    "calls": "oproepen/",
    "call": "oproepen/ggi-veilig-perceel-1/",
    "compare": "vergelijken/",
    "shortlist": "lijst/",
    "map": "kaart/",
    "figures": "cijfers/",
    "search-all": "zoeken/",
    "search": "zoeken/?q=phishing&soort=Praktijk",
    "search-part": "zoeken/?q=paspoort+aanvragen",
    "search-none": "zoeken/?q=xyzzy",
    "list-part": "praktijken/?q=veilig&volgorde=gebruikt",
    "list-none": "praktijken/?q=xyzzy",
    "guide": "bijdragen/",
    "fields": "bijdragen/velden/toepassing/",
    "vocabulary": "bijdragen/velden/lijsten/bio2/",
    "rules": "regels/",
    "rule": "regels/licence-is-spdx/",
    "missing": "bestaat/niet/",
}
WIDTHS = (1280, 390, 320)
SCHEMES: dict[Literal["light", "dark"], str] = {"light": "default", "dark": "slate"}
# WCAG 2.2 AA and what axe calls good practice.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# In the dark and on the smallest screen only colours and places differ: the rest is not looked at again.
AGAIN = {"type": "rule", "values": ["color-contrast", "link-in-text-block", "target-size"]}
# The items of a long list are alike: checking twenty says as much as checking a thousand.
SHORTEN = """() => { for (const list of document.querySelectorAll("ul, ol, tbody, fieldset div, #lijst")) {
    while (list.children.length > 20) { list.lastElementChild.remove(); } } }"""


def opened(watched: Watched, path: str) -> Page:
    """Open a page, with the results when it is a search."""
    return watched.search(path.removeprefix("zoeken/")) if path.startswith("zoeken/") else watched.open(path)


def barriers(page: Page, rules: object) -> list[str]:
    """Return what the accessibility checker finds."""
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{item['id']}: {node['html'][:160]}" for item in found for node in item["nodes"]]


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_a_page_is_accessible_and_keeps_to_the_screen(look: Look, real: str, path: str) -> None:
    """At a desk, on a phone and on the smallest, light and dark: no barrier that a machine can find."""
    watched = look(real, width=WIDTHS[0])
    page = opened(watched, path)
    assert page.locator("h1").count() == 1
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    page.evaluate(SHORTEN)
    for scheme, name in SCHEMES.items():
        page.emulate_media(color_scheme=scheme)
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", name)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            rules = RULES if scheme == "light" and width != WIDTHS[-1] else AGAIN
            assert barriers(page, rules) == [], (scheme, width)
    if path == PAGES["missing"]:
        assert [wrong for wrong in watched.wrongs if "404" not in wrong] == []
        watched.wrongs.clear()


def test_every_type_of_page_is_looked_at() -> None:
    """A new type of page joins the list above; of one that moved, no reader sees more than its successor."""
    plans = tuple(all_plans(Site(load(ROOT / "catalogue"), TODAY, "nl")))
    looked = {path.partition("?")[0] for path in PAGES.values()}
    kinds = {plan.kind for plan in plans if plan.address in looked} | {"moved"}
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
    assert len(watched.wrongs) == 1
    watched.wrongs.clear()
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
