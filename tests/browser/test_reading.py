"""What a checker does not see: pages that stand still, room for fingers, names that match, paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from browser.checks import MOVED, WATCH, cut_when_spaced, moved, unfit
from browser.kinds import KINDS
from browser.window import Look

pytestmark = pytest.mark.browser

CHOSEN = '{"version": 1, "slug": "ijsselstein", "name": "IJsselstein"}'


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["", "organisaties/ijsselstein/", "toepassingen/open-zaak/"])
def test_a_page_stands_still_for_who_chose_a_municipality(
    look: Look, real: str, path: str, *, width: int
) -> None:
    """What the browser kept is on the page from the start: nothing moves under the finger."""
    watched = look(real, width=width)
    page = watched.open("privacy/")
    page.evaluate("kept => localStorage.setItem('catalogus.gemeente', kept)", CHOSEN)
    page.add_init_script(WATCH)
    watched.open(path)
    assert moved(page) <= MOVED


@pytest.mark.parametrize("name", [name for name in KINDS if name != "missing"])
def test_a_page_is_for_fingers_voices_and_wide_letters(look: Look, real: str, name: str) -> None:
    """On a phone: it stands still, has room to press, says what is written, in Dutch; nothing is cut off."""
    watched = look(real, width=390)
    watched.page.add_init_script(WATCH)
    page = KINDS[name].open(watched)
    assert moved(page) <= MOVED
    assert unfit(page) == []
    assert cut_when_spaced(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_what_must_be_there_first_is_ordered_by_its_headings(look: Look, real: str) -> None:
    """By keyboard, without a new page; what nobody knows stays last."""
    page = look(real).open("leveranciers/maykin/")
    table = page.locator("table", has_text="Eerst nodig")
    names = table.get_by_role("rowheader")
    first, last = names.first.inner_text(), names.last.inner_text()
    heading = table.get_by_role("columnheader", name="Om over te nemen")
    heading.get_by_role("button").press("Enter")
    expect(heading).to_have_attribute("aria-sort", "ascending")
    expect(names.first).to_have_text(first)
    heading.get_by_role("button").press("Enter")
    expect(names.first).to_have_text(last)


def on_paper(page: Page) -> Page:
    """Return the page as it would be printed."""
    page.emulate_media(media="print")
    return page


def test_paper_has_what_is_folded_away_and_nothing_to_press(look: Look, real: str) -> None:
    """One cannot click on paper: what a list folds away is there, bars and menus are not."""
    page = on_paper(look(real).open("maatregelen/"))
    expect(page.locator(".c-terms-page .c-more li").first).to_be_visible()
    for part in (".c-narrow", ".site-header", ".site-footer", ".c-crumbs"):
        expect(page.locator(part).first).to_be_hidden()


def test_paper_tells_where_a_source_is(look: Look, real: str) -> None:
    """The address stands behind the words of the link."""
    page = on_paper(look(real).open("oproepen/ggi-veilig-perceel-1/"))
    link = page.locator(".c-sources a").first
    expect(link).to_be_visible()
    assert link.evaluate("(link) => getComputedStyle(link, '::after').content").startswith('" (')


def test_an_entry_is_found_and_opened_in_twelve_keys(look: Look, real: str) -> None:
    """From the home page, without a mouse: to the search, a word, the first result."""
    page = look(real).open("")
    keys = ["/", *"zaken", "Enter"]
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_selector("[data-search][data-shown]")
    rest = ["/", "ArrowDown", "Enter"]
    for key in rest:
        page.keyboard.press(key)
    expect(page).to_have_url(re.compile(r"/a/b/(toepassingen|praktijken)/[a-z0-9-]+/$"))
    assert len(keys) + len(rest) <= 12
