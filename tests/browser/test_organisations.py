"""The pages of organisations in a browser: weighing reasons, the reader's own list, and two side by side."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browser.window import Look

GAPS = "organisaties/groningen/"
VERSUS = "vergelijken/organisaties/"
SEED = f"{VERSUS}?a=ijsselstein&b=montfoort"
SIZES = pytest.mark.parametrize("width", [360, 1280])
SCHEMES = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])


def titles(page: Page) -> list[str]:
    """Return the titles of what can be taken over, in the order shown."""
    return page.locator(".c-gap:visible .c-gap__title").all_inner_texts()


def faults(page: Page) -> list[str]:
    """Return what the accessibility checker finds."""
    found = Axe().run(page).response["violations"]
    return [f"{item['id']}: {node['html']}" for item in found for node in item["nodes"]]


def weigh(page: Page, place: int, key: str) -> None:
    """Move the slider of one reason with the keyboard."""
    page.locator("[data-weight]").nth(place).press(key)


def kept(page: Page) -> list[str]:
    """Return the ids on the reader's own list."""
    text = page.evaluate("localStorage.getItem('catalogus.lijst')")
    return [item["id"] for item in json.loads(text or '{"items": []}')["items"]]


def test_a_partner_comes_first_until_the_reader_weighs_otherwise(real: str, look: Look) -> None:
    """Without the weight for partners a law rises to the top; one button brings all back."""
    page = look(real).open(GAPS)
    before = titles(page)
    assert page.locator(".c-gap").first.inner_text().count("Uw partner heeft het al") == 1
    page.get_by_text("Bepaal zelf wat het zwaarst weegt").click()
    weigh(page, 0, "Home")
    weigh(page, 1, "Home")
    weigh(page, 2, "End")
    assert titles(page) != before
    assert "BIO2" in titles(page)[0]
    scores = [int(text) for text in page.locator(".c-gap:visible [data-score]").all_inner_texts()]
    assert scores == sorted(scores, reverse=True)
    page.get_by_role("button", name="Zoals het was").press("Enter")
    assert titles(page) == before


def test_the_score_of_the_page_is_that_of_the_script(real: str, look: Look) -> None:
    """With the weights one starts with, the script changes no number and no order."""
    plain = look(real, scripts=False).open(GAPS)
    scripted = look(real).open(GAPS)
    for selector in (".c-gap__title", "[data-score]", "[data-share]", "[data-most]"):
        assert scripted.locator(selector).all_text_contents() == plain.locator(selector).all_text_contents()


def test_a_theme_narrows_the_list_and_the_number_is_told(real: str, look: Look) -> None:
    """What is left keeps its order; the others come back."""
    page = look(real).open(GAPS)
    before = page.locator(".c-gap").count()
    page.get_by_label("Thema").select_option("cybersecurity")
    shown = page.locator(".c-gap:visible").count()
    assert 0 < shown < before
    expect(page.locator("[data-count]")).to_contain_text(str(shown))
    page.get_by_label("Thema").select_option("")
    expect(page.locator("[data-count]")).to_contain_text(str(before))


def test_one_click_puts_it_on_the_list_and_another_takes_it_off(real: str, look: Look) -> None:
    """The list is kept in the browser, in the form that the page of the list reads."""
    page = look(real).open(GAPS)
    first = page.locator("[data-shortlist]").first
    name = first.get_attribute("data-shortlist")
    first.click()
    assert kept(page) == [name]
    text = json.loads(page.evaluate("localStorage.getItem('catalogus.lijst')"))
    assert text["version"] == 1
    assert sorted(text["items"][0]) == ["added", "id", "note", "priority", "year"]
    page.reload()
    page.get_by_role("button", name="Haal van mijn lijst").click()
    assert kept(page) == []


@pytest.mark.parametrize(
    "broken", ["", "{", "[]", '{"version":2,"items":[{"id":"x"}]}', '{"version":1,"items":[3,{}]}']
)
def test_a_list_that_cannot_be_read_is_an_empty_one(real: str, look: Look, broken: str) -> None:
    """Whatever another program, or another version, left there."""
    page = look(real).open(GAPS)
    page.evaluate("text => localStorage.setItem('catalogus.lijst', text)", broken)
    page.reload()
    page.locator("[data-shortlist]").first.click()
    assert len(kept(page)) == 1


def test_two_that_shared_one_office_stand_side_by_side(real: str, look: Look) -> None:
    """The question this catalogue began with: places 170 and 253, one office, and what is known of it."""
    page = look(real).open(SEED)
    expect(page.get_by_role("heading", level=1)).to_have_text("IJsselstein en Montfoort naast elkaar")
    row = page.locator("[data-figures] tr")
    expect(row).to_contain_text(["2016"])
    assert [cell.split("\n")[0].split(" ibestuur")[0] for cell in row.locator("td").all_inner_texts()] == [
        "plaats 170",
        "plaats 253",
    ]
    expect(page.locator("[data-then]")).to_have_text("Ze werkten eerder samen in UW Samenwerking.")
    expect(page.locator("[data-told=b]")).to_contain_text("3 digitale diensten")
    expect(page.locator("[data-had-part]")).to_contain_text("Montfoort: gestopt")


def test_comparing_works_by_keyboard_and_the_address_can_be_shared(real: str, look: Look) -> None:
    """Choose, press enter, go back."""
    page = look(real).open(VERSUS)
    page.get_by_label("Eerste organisatie").select_option("utrecht")
    page.get_by_label("Tweede organisatie").select_option("utrecht")
    expect(page.locator("[data-status]")).to_have_text("Kies twee verschillende organisaties.")
    page.get_by_label("Tweede organisatie").select_option("den-haag")
    expect(page.get_by_role("heading", level=1)).to_have_text("Utrecht en Den Haag naast elkaar")
    assert page.url.endswith("?a=utrecht&b=den-haag")
    numbers = page.locator("[data-number]").all_inner_texts()
    lists = [page.locator(f"[data-list={name}] a").count() for name in ("both", "a", "b")]
    assert [int(number) for number in numbers] == lists
    page.go_back()
    expect(page.locator("[data-result]")).to_be_hidden()


def test_one_that_merged_is_compared_as_its_successor(real: str, look: Look) -> None:
    """An old link still works."""
    page = look(real).open(f"{VERSUS}?a=uden&b=oss")
    expect(page.get_by_role("heading", level=1)).to_have_text("Maashorst en Oss naast elkaar")


def test_an_address_that_is_no_name_is_not_followed(real: str, look: Look) -> None:
    """Nothing is fetched and nothing is shown."""
    page = look(real).open(f"{VERSUS}?a=../../x&b=%3Cimg%3E")
    expect(page.locator("[data-result]")).to_be_hidden()
    expect(page.get_by_label("Eerste organisatie")).to_have_value("")


def test_without_scripts_all_is_there_but_weighing_and_comparing(real: str, look: Look) -> None:
    """The order, the reasons and the scores are; the page that compares says what it needs."""
    page = look(real, scripts=False).open(GAPS)
    assert len(titles(page)) == 8
    assert page.locator("[data-shortlist]:visible, [data-weigh]:visible").count() == 0
    page = look(real, scripts=False).open(SEED)
    # Playwright finds no text in <noscript>, though a reader sees it.
    expect(page.locator("noscript .c-notice")).to_be_visible()
    assert page.locator("[data-form]:visible").count() == 0


def _weighing(page: Page) -> None:
    page.get_by_text("Bepaal zelf wat het zwaarst weegt").click()
    page.locator(".c-score summary").first.click()
    page.locator("[data-shortlist]").first.click()


def _compared(page: Page) -> None:
    expect(page.locator("[data-result]")).to_be_visible()


@SIZES
@SCHEMES
@pytest.mark.parametrize(
    ("path", "prepare"), [(GAPS, _weighing), (SEED, _compared)], ids=["organisation", "compare"]
)
def test_the_accessibility_checker_finds_nothing(
    real: str, look: Look, path: str, prepare: Callable[[Page], None], width: int, *, dark: bool
) -> None:
    """On a phone and a desktop, light and dark, with everything open; and nothing sticks out at the side."""
    page = look(real, width=width, dark=dark).open(path)
    prepare(page)
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
