"""Lists in a browser: narrowing and ordering where they stand, and the reader's own municipality."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from browser.window import Look

pytestmark = pytest.mark.browser


def titles(page: Page) -> list[str]:
    """Return the titles of the rows that are shown, in order."""
    return page.locator("#lijst > :visible .c-card__title").all_inner_texts()


def test_a_list_is_narrowed_and_ordered_without_a_new_page(look: Look, real: str) -> None:
    """By a word and by a choice, told aloud; the address says it, so the same list can be mailed."""
    watched = look(real)
    page = watched.open("toepassingen/")
    everything = titles(page)
    total = page.locator("#lijst > *").count()
    page.evaluate("window.stays = true")
    page.get_by_label("Volgorde").select_option("Meest hergebruikt")
    page.get_by_label("Status").select_option("In gebruik")
    page.get_by_label("Woord in deze lijst").press_sequentially("óPen")
    shown = titles(page)
    told = page.locator(".c-narrow").get_by_role("status")
    expect(told).to_have_text(f"{len(shown)} van de {total} passen")
    assert page.evaluate("window.stays")
    assert 0 < len(shown) < total
    uses = page.locator("#lijst > :visible").evaluate_all(
        "rows => rows.map((row) => Number(row.dataset.opGebruikt))"
    )
    assert uses == sorted(uses, reverse=True)
    asked = parse_qs(urlsplit(page.url).query)
    assert asked == {"q": ["óPen"], "status": ["In gebruik"], "volgorde": ["gebruikt"]}
    assert titles(watched.open(page.url.removeprefix(real))) == shown
    page.get_by_role("button", name="Toon alles weer").press("Enter")
    expect(page.get_by_label("Woord in deze lijst")).to_be_focused()
    assert titles(page) == everything
    assert urlsplit(page.url).query == ""


def test_a_long_list_shows_twenty_and_goes_on(look: Look, real: str) -> None:
    """The keyboard goes on at the first new one, and who comes back finds the list as it was."""
    watched = look(real)
    page = watched.open("toepassingen/")
    total = page.locator("#lijst > *").count()
    assert len(titles(page)) == 20 < total <= 40
    more = page.get_by_role("button", name=f"Toon meer (nog {total - 20})")
    more.press("Enter")
    assert len(titles(page)) == total
    expect(page.locator("#lijst a").nth(20)).to_be_focused()
    expect(more).to_be_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url("**/toepassingen/*/")
    page.go_back()
    page.wait_for_url("**/toepassingen/?toon=40")
    assert len(titles(page)) == total


def test_what_is_not_seen_yet_is_narrowed_and_ordered_too(look: Look, real: str) -> None:
    """The last of the alphabet is found, and comes first when the order says so."""
    page = look(real).open("toepassingen/")
    last = page.locator("#lijst > * .c-card__title").last.inner_text()
    assert last not in titles(page)
    page.get_by_label("Woord in deze lijst").fill(last)
    assert last in titles(page)
    page.get_by_role("button", name="Toon alles weer").click()
    assert len(titles(page)) == 20


def test_on_paper_the_whole_list_stands_there(look: Look, real: str) -> None:
    """What nobody pressed for is printed; what was narrowed away is not."""
    page = look(real).open("toepassingen/")
    page.emulate_media(media="print")
    assert len(titles(page)) == page.locator("#lijst > *").count()
    expect(page.locator(".c-onward")).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_label("Woord in deze lijst").fill("open")
    fitting = page.locator("#lijst > :not([hidden])").count()
    page.emulate_media(media="print")
    assert len(titles(page)) == fitting


def test_where_nothing_fits_the_list_says_so(look: Look, real: str) -> None:
    """And one button brings everything back."""
    page = look(real).open("praktijken/?q=xyzzy")
    expect(page.locator(".c-narrow").get_by_role("status")).to_have_text("Hier past niets bij.")
    assert titles(page) == []
    page.get_by_role("button", name="Toon alles weer").click()
    assert len(titles(page)) > 10


def test_what_least_is_known_of_comes_last(look: Look, real: str) -> None:
    """Whichever way: what nobody knows is neither the most nor the least."""
    watched = look(real)

    def forget(route: Route) -> None:
        route.fulfill(body=re.sub(r' data-op-gelezen="[^"]*"', "", route.fetch().text(), count=1))

    watched.page.route("**/toepassingen/*", forget)
    first = titles(watched.open("toepassingen/"))[0]
    assert titles(watched.open("toepassingen/?volgorde=gelezen&toon=1000"))[-1] == first


@pytest.mark.parametrize(
    "query", ["?status=%3Cb%3E&volgorde=constructor", "?q=%3Cimg%20src%3Dx%3E", "?thema="]
)
def test_an_address_of_somebody_else_does_no_harm(look: Look, real: str, query: str) -> None:
    """A value that cannot be chosen is no choice, and words are words."""
    page = look(real).open(f"toepassingen/{query}")
    assert page.get_by_label("Status").input_value() == ""
    assert page.get_by_label("Volgorde").input_value() == ""
    assert page.locator("#lijst img").count() == 0


def test_terms_are_ordered_too(look: Look, real: str) -> None:
    """Which control has most to offer is one choice away."""
    page = look(real).open("maatregelen/")
    assert titles(page)[0].startswith("5.1 ")
    page.get_by_label("Volgorde").select_option("Meeste om over te nemen")
    numbers = page.locator("#lijst > *").evaluate_all(
        "rows => rows.map((row) => Number(row.dataset.opAantal))"
    )
    assert numbers == sorted(numbers, reverse=True)


@pytest.mark.parametrize(
    "path", ["toepassingen/", "maatregelen/", "themas/cybersecurity/", "leveranciers/", "status/"]
)
def test_without_javascript_a_list_is_whole(look: Look, real: str, path: str) -> None:
    """Everything is there, and nothing that would do nothing."""
    page = look(real, scripts=False).open(path)
    expect(page.locator(".c-narrow")).to_have_count(page.locator(".c-narrow:not(:visible)").count())
    assert page.locator("#lijst > :visible").count() == page.locator("#lijst > *").count() > 0


def test_the_own_municipality_is_one_click_away_next_time(look: Look, real: str) -> None:
    """Chosen once, kept on this device alone, and another can be chosen."""
    watched = look(real)
    page = watched.open("")
    page.get_by_text("Mijn gemeente").click()
    page.get_by_role("link", name="IJsselstein", exact=True).click()
    expect(page).to_have_url(re.compile("/organisaties/ijsselstein/$"))
    watched.open("")
    page.get_by_role("link", name="IJsselstein", exact=True).click()
    expect(page).to_have_url(re.compile("/organisaties/ijsselstein/$"))
    assert page.context.cookies() == []
    watched.open("")
    page.get_by_role("button", name="Andere gemeente").press("Enter")
    assert page.evaluate("document.activeElement.localName") == "summary"
    page.get_by_role("link", name="Montfoort", exact=True).click()
    watched.open("")
    expect(page.locator("[data-own-name]")).to_have_text("Montfoort")


@pytest.mark.parametrize(
    "kept", ["{", "null", '{"version": 1, "slug": "../../x", "name": "x"}', '{"version": 2}']
)
def test_a_choice_that_cannot_be_read_is_no_choice(look: Look, real: str, kept: str) -> None:
    """Whatever another page or an earlier version left in the browser."""
    watched = look(real)
    page = watched.open("over/")
    page.evaluate("kept => localStorage.setItem('catalogus.gemeente', kept)", kept)
    watched.open("")
    expect(page.get_by_text("Mijn gemeente")).to_be_visible()
    expect(page.locator("[data-own]")).to_be_hidden()
