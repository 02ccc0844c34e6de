"""The map, the figures and the calls in a browser: by keyboard, by choice, and on a later day."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from browser.checks import barriers
from browser.window import Look

pytestmark = pytest.mark.browser

MAP = "kaart/"
USERS = "kaart/?toepassing=signalen"
FIGURES = "cijfers/"
CALLS = "oproepen/"
CALL = "oproepen/samen-inkopen/"
# The rows of a long table are alike.
SHORTEN = """() => { for (const list of document.querySelectorAll("tbody, .c-atlas__map")) {
    while (list.children.length > 30) { list.lastElementChild.remove(); } } }"""


def focused(page: Page) -> str:
    """Return the name of what has the focus."""
    return str(page.evaluate("document.activeElement.getAttribute('aria-label')"))


def shade(page: Page, name: str) -> str:
    """Return the class of the mark of a municipality, which decides its shade."""
    mark = page.locator(f".c-atlas__map a[href$='/{name}/'] circle")
    return (mark.get_attribute("class") or "").removeprefix("c-mark ")


@pytest.mark.parametrize(("width", "dark"), [(390, False), (1280, True)], ids=["phone", "desk"])
@pytest.mark.parametrize("path", [MAP, USERS, FIGURES])
def test_opened_up_a_page_has_no_barrier_and_keeps_to_the_screen(
    real: str, look: Look, path: str, *, width: int, dark: bool
) -> None:
    """Also what is folded away at first, and the map of one entry."""
    page = look(real, width=width, dark=dark).open(path)
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate(SHORTEN)
    assert barriers(page) == []


def test_the_map_is_one_stop_and_arrows_lead_on(real: str, look: Look) -> None:
    """Tab goes in and out again; an arrow goes to the nearest in its direction; Enter opens the page."""
    page = look(real).open(MAP)
    page.get_by_label("Wat laat de kaart zien?").focus()
    page.keyboard.press("Tab")
    first = focused(page)
    assert first.startswith("Amsterdam")
    page.keyboard.press("ArrowRight")
    east = focused(page)
    assert east != first
    page.keyboard.press("ArrowDown")
    assert focused(page) not in {first, east}
    here = focused(page)
    expect(page.locator("[data-map-now]")).to_contain_text(here)
    # Back in, one stands where one was.
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert focused(page) == here
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(here.partition(":")[0])


def test_a_choice_shades_the_map_and_fills_the_table(real: str, look: Look) -> None:
    """The number is told, stands in the address and in a column, and the way back brings it again."""
    page = look(real).open(MAP)
    both = shade(page, "amsterdam")
    page.get_by_label("Wat laat de kaart zien?").select_option("privacy")
    assert shade(page, "amsterdam") != both
    assert "?toon=privacy" in page.url
    told = page.locator("[data-map-said]").inner_text()
    assert "van de 342 gemeenten" in told
    page.get_by_text("Toon alle 342 gemeenten").click()
    column = page.locator("[data-map-table] tbody td:nth-child(6)").all_inner_texts()
    assert sum(text != "0" for text in column) == int(told.split()[0])
    again = look(real).open("kaart/?toon=privacy")
    expect(again.get_by_label("Wat laat de kaart zien?")).to_have_value("privacy")
    assert again.locator("[data-map-said]").inner_text() == told


def test_the_users_of_one_entry_are_those_of_its_page(real: str, look: Look) -> None:
    """From the small map of an entry to the large one: the same municipalities, and the owner apart."""
    page = look(real).open("toepassingen/signalen/")
    page.get_by_role("link", name="Bekijk op de kaart wie het gebruikt").click()
    said = page.locator("[data-map-said]")
    expect(said).to_have_text("5 van de 342 gemeenten gebruiken Signalen, naast de eigenaar.")
    assert shade(page, "amsterdam") == "c-mark--owner"
    assert page.locator(".c-atlas__map .c-mark--4").count() == 5
    page.get_by_text("Toon alle 342 gemeenten").click()
    row = page.get_by_role("row", name="Enschede")
    expect(row.get_by_role("cell").last).to_have_text("gebruikt het")
    page.get_by_label("Wat laat de kaart zien?").select_option("shares")
    expect(said).to_contain_text("hebben hier iets van")


@pytest.mark.parametrize("wrong", ["../../feed.xml", "%3Cimg%20src%3Dx%3E", "A"])
def test_an_address_that_names_nothing_is_said(real: str, look: Look, wrong: str) -> None:
    """Nothing else is fetched than the page of an entry."""
    page = look(real).open(f"kaart/?toepassing={wrong}")
    expect(page.locator("[data-map-said]")).to_have_text(
        "We konden niet vinden wie dit gebruikt. Klopt het adres?"
    )


def test_without_javascript_map_and_table_are_there(real: str, look: Look) -> None:
    """Shades as built, every municipality a link in the table, nothing that does not work."""
    page = look(real, scripts=False).open(MAP)
    expect(page.get_by_label("Wat laat de kaart zien?")).to_be_hidden()
    assert shade(page, "amsterdam") == "c-mark--4"
    page.get_by_text("Toon alle 342 gemeenten").click()
    assert page.locator("[data-map-table] tbody a").count() == 342


def test_a_heading_orders_the_table(real: str, look: Look) -> None:
    """Numbers with the highest first, then the lowest; the heading says how it is ordered."""
    page = look(real).open(MAP)
    page.get_by_text("Toon alle 342 gemeenten").click()
    heading = page.locator("[data-map-table] th", has_text="Inwoners")
    heading.get_by_role("button").press("Enter")
    expect(heading).to_have_attribute("aria-sort", "descending")
    first = page.locator("[data-map-table] tbody tr").first
    expect(first).to_contain_text("Amsterdam")
    heading.get_by_role("button").press("Enter")
    expect(first).to_contain_text("Schiermonnikoog")
    name = page.locator("[data-map-table] thead th").first
    name.get_by_role("button").click()
    expect(name).to_have_attribute("aria-sort", "ascending")
    assert heading.get_attribute("aria-sort") is None


def test_a_call_closes_by_itself_after_its_last_day(small: str, look: Look) -> None:
    """On the last day one can still join; the day after, the same page says that it has closed."""
    last = dt.datetime(2027, 6, 30, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    watched = look(small)
    watched.page.clock.set_fixed_time(last)
    page = watched.open(CALL)
    expect(page.locator("[data-until]")).to_have_text("sluit vandaag")
    expect(page.get_by_role("link", name="Wij doen mee")).to_be_visible()
    watched.page.clock.set_fixed_time(last + dt.timedelta(hours=1))
    page = watched.open(CALL)
    expect(page.locator("[data-until]")).to_have_text("gesloten op 30 juni 2027")
    expect(page.get_by_role("link", name="Wij doen mee")).to_be_hidden()
    expect(page.get_by_role("link", name="Stel een vraag").first).to_be_visible()
    expect(page.get_by_text("Deze oproep is gesloten op")).to_be_visible()


def test_days_left_are_those_of_the_reader(small: str, look: Look) -> None:
    """A page built months ago counts from today, on the list too."""
    watched = look(small)
    watched.page.clock.set_fixed_time(dt.datetime(2027, 6, 28, 12, tzinfo=dt.UTC))
    page = watched.open(CALLS)
    expect(page.locator("[data-until]")).to_have_text("nog 2 dagen")


def test_joining_is_a_letter_that_is_half_written(small: str, look: Look) -> None:
    """The subject and the questions are there; one only fills in the answers."""
    page = look(small).open(CALL)
    letter = page.get_by_role("link", name="Wij doen mee").get_attribute("href") or ""
    assert letter.startswith("mailto:inkoop@nieuwland.nl?subject=")
    assert "&body=Beste%20collega%2C%0A%0A" in letter
