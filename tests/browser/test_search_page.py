"""Searching, as a reader does it: typing, choosing, going back, by keyboard, and without JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from browser.window import Look

pytestmark = pytest.mark.browser


def count_of(page: Page) -> int:
    """Return the number of results that the page states."""
    text = page.locator("[data-count]").inner_text()
    found = re.match(r"[\d.]+", text)
    return int(found.group().replace(".", "")) if found else 0


def test_a_word_leads_to_a_page(look: Look, small: str) -> None:
    """Typing is enough: results come by themselves, and one opens."""
    page = look(small).search("")
    page.get_by_label("Wat wilt u overnemen?").press_sequentially("valse mail")
    expect(page).to_have_url(re.compile(r"zoeken/\?q=valse\+mail$"))
    expect(page.locator("[data-count]")).to_have_text("1 resultaat voor “valse mail”")
    first = page.locator(".result-card").first
    expect(first.locator("mark").first).to_have_text("valse")
    first.get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/praktijken/phishing-oefening/$"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_the_header_of_every_page_searches(look: Look, small: str) -> None:
    """From any page, one field and Enter."""
    page = look(small).open("toepassingen/meldingen/")
    page.locator("header").get_by_label("Zoek in de catalogus").fill("phishing")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/a/b/zoeken/\?q=phishing$"))
    expect(page.get_by_label("Wat wilt u overnemen?")).to_have_value("phishing")
    expect(page.locator(".result-card").first).to_be_visible()


def test_a_slash_goes_to_the_search_field(look: Look, small: str) -> None:
    """Who knows the key needs no mouse; inside a field it is an ordinary character."""
    page = look(small).open("toepassingen/")
    page.keyboard.press("/")
    field = page.locator("header input[type=search]")
    expect(field).to_be_focused()
    page.keyboard.type("a/b")
    expect(field).to_have_value("a/b")


def test_who_goes_to_the_search_box_has_the_search_on_its_way(look: Look, small: str) -> None:
    """The index is asked for while the reader still thinks of a word; the search page asks for it once."""
    page = look(small).open("toepassingen/")
    with page.expect_request("**/zoekindex/index.json"):
        page.keyboard.press("/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(small)))
    page.keyboard.type("phishing")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-search][data-shown]")
    assert asked.count("zoekindex/index.json") == 1


def test_who_browses_fetches_no_text(look: Look, real: str) -> None:
    """Excerpts are for words; without them a few small files have all that is shown."""
    watched = look(real)
    asked: list[str] = []
    watched.page.on("request", lambda request: asked.append(request.url))
    watched.search("?soort=Praktijk")
    assert sum("/cards/" in url for url in asked) > 0
    assert not any("/results/" in url or "/terms/" in url for url in asked)


def test_of_what_is_typed_on_the_way_no_results_are_left(look: Look, real: str) -> None:
    """Every letter begins a search; what stands there in the end is what the last one asked for."""
    page = look(real).search("")
    page.get_by_label("Wat wilt u overnemen?").press_sequentially("phishing")
    page.wait_for_selector("[data-search][data-shown='?q=phishing']")
    expect(page.locator(".result-card__title").first).to_contain_text("Zet jezelf op scherp")
    expect(page.locator("[data-count]")).to_contain_text("voor “phishing”")
    page.get_by_label("Wat wilt u overnemen?").fill("zaak")
    expect(page.locator(".result-card")).to_have_count(10)
    expect(page.get_by_role("button", name="Toon meer resultaten")).to_be_visible()


def test_choices_narrow_the_results_and_can_be_undone(look: Look, real: str) -> None:
    """A box narrows, a chip takes it back, and the numbers are right."""
    page = look(real).search("?q=gegevens")
    everything = count_of(page)
    box = page.get_by_role("group", name="Soort").get_by_label("Praktijk")
    stated = int(box.locator("xpath=..").locator(".facet__count").inner_text())
    box.check()
    expect(page).to_have_url(re.compile(r"q=gegevens&soort=Praktijk$"))
    expect(page.locator("[data-count]")).to_have_text(re.compile(rf"^{stated} resultaten"))
    assert stated < everything
    page.get_by_role("list", name="Uw keuzes").get_by_role(
        "button", name="Praktijk, haal deze keuze weg"
    ).click()
    expect(page.locator("[data-count]")).to_have_text(re.compile(rf"^{everything} resultaten"))
    expect(page).to_have_url(re.compile(r"q=gegevens$"))


def test_two_choices_in_a_group_widen_and_in_two_groups_narrow(look: Look, real: str) -> None:
    """Any of a group, all of the groups."""
    watched = look(real)
    one = count_of(watched.search("?soort=Praktijk"))
    other = count_of(watched.search("?soort=Toepassing"))
    both = count_of(watched.search("?soort=Praktijk&soort=Toepassing"))
    page = watched.search("?soort=Praktijk&soort=Toepassing&thema=Dienstverlening")
    assert both == one + other
    assert 0 < count_of(page) < both


def test_the_back_button_returns_to_the_search_before(look: Look, real: str) -> None:
    """Every choice is a step; opening a result and coming back keeps the search."""
    page = look(real).search("?q=zaak")
    before = page.locator("[data-count]").inner_text()
    page.get_by_role("group", name="Soort").get_by_label("Toepassing").check()
    expect(page).to_have_url(re.compile("soort=Toepassing"))
    expect(page.locator("[data-count]")).not_to_have_text(before)
    narrowed = page.locator("[data-count]").inner_text()
    page.locator(".result-card a").first.click()
    expect(page).to_have_url(re.compile("/toepassingen/"))
    page.go_back()
    expect(page.locator("[data-count]")).to_have_text(narrowed)
    expect(page.get_by_role("group", name="Soort").get_by_label("Toepassing")).to_be_checked()
    page.go_back()
    expect(page.locator("[data-count]")).to_have_text(before)


def test_a_guide_is_found_too(look: Look, small: str) -> None:
    """Who does not know how to begin finds the page that tells it."""
    page = look(small).search("?q=hergebruik melden&soort=Uitleg")
    expect(page.locator(".result-card__title")).to_have_text(["Hergebruik melden"])


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("Open Zaak", "Open Zaak"),
        ("phishing", "Zet jezelf op scherp: korte lessen in veilig werken"),
        ("hoe trainen we medewerkers tegen phishing?", "Zet jezelf op scherp: korte lessen in veilig werken"),
        ("ransomware", "Lessen van de aanval op Hof van Twente"),
        ("cyberoefening", "Overheidsbrede Cyberoefening"),
        ("melding openbare ruimte", "Signalen"),
    ],
)
def test_a_question_of_a_colleague_finds_its_answer_first(
    look: Look, real: str, query: str, title: str
) -> None:
    """What a colleague types leads to the page that a colleague would point at."""
    page = look(real).search(f"?q={query}")
    expect(page.locator(".result-card__title").first).to_have_text(title)


def test_words_that_do_not_go_together_still_help(look: Look, real: str) -> None:
    """Nothing has both words; the page says so and shows what has one of them."""
    page = look(real).search("?q=paspoort aanvragen")
    expect(page.locator("[data-note]")).to_be_visible()
    expect(page.locator("[data-note]")).to_contain_text("Geen enkele pagina bevat al uw woorden")
    expect(page.locator(".result-card").first).to_be_visible()


def test_a_word_that_is_nowhere_is_named(look: Look, real: str) -> None:
    """A slip of the keyboard costs one word, not the search."""
    page = look(real).search("?q=phishing xyzzy")
    expect(page.locator("[data-note]")).to_have_text(
        "Met “xyzzy” is niets gevonden. Dit zijn de resultaten zonder."
    )
    expect(page.locator(".result-card").first).to_be_visible()


def test_nothing_found_offers_a_way_on(look: Look, small: str) -> None:
    """An empty list explains itself and offers the next step."""
    watched = look(small)
    page = watched.search("?q=xyzzy")
    expect(page.locator("[data-count]")).to_have_text("Geen resultaten voor “xyzzy”")
    expect(page.locator("[data-empty]").get_by_role("link", name="Toepassingen")).to_be_visible()
    expect(page.locator("[data-widen]")).to_be_hidden()
    page = watched.search("?q=phishing&soort=Oproep")
    page.get_by_role("button", name="Zoek zonder uw keuzes").click()
    expect(page).to_have_url(re.compile(r"zoeken/\?q=phishing$"))
    expect(page.locator(".result-card").first).to_be_visible()
    expect(page.get_by_label("Wat wilt u overnemen?")).to_be_focused()


def test_more_results_go_on_where_the_list_ended(look: Look, real: str) -> None:
    """Ten at first, then twenty at a time; the keyboard goes on at the first new one."""
    page = look(real).search("")
    expect(page.locator(".result-card")).to_have_count(10)
    page.get_by_role("button", name="Toon meer resultaten").click()
    expect(page.locator(".result-card")).to_have_count(30)
    expect(page.locator(".result-card a").nth(10)).to_be_focused()


def test_a_group_with_many_values_shows_a_few_first(look: Look, real: str) -> None:
    """Hundreds of organisations do not push the others away, and cost nothing until they are asked for."""
    watched = look(real)
    asked: list[str] = []
    watched.page.on("request", lambda request: asked.append(request.url))
    page = watched.search("")
    assert not any("organisatie.bin" in url for url in asked)
    page.locator("summary", has_text="Gedeeld of gebruikt door").click()
    group = page.get_by_role("group", name="Gedeeld of gebruikt door").last
    expect(group.get_by_role("checkbox")).to_have_count(7)
    assert any("organisatie.bin" in url for url in asked)
    group.get_by_role("button", name="Toon alles").click()
    expect(group.get_by_role("checkbox").nth(7)).to_be_focused()
    assert group.get_by_role("checkbox").count() > 50


def test_a_long_list_of_values_can_be_searched(look: Look, real: str) -> None:
    """Who knows the name of the value types a part of it, with or without accents."""
    page = look(real).search("")
    page.locator("summary", has_text="Gedeeld of gebruikt door").click()
    page.get_by_label("Zoek in de lijst “Gedeeld of gebruikt door”").fill("sudwest")
    group = page.get_by_role("group", name="Gedeeld of gebruikt door").last
    expect(group.get_by_role("checkbox")).to_have_count(1)
    group.get_by_role("checkbox").check()
    expect(page).to_have_url(re.compile("organisatie=S%C3%BAdwest-Frysl%C3%A2n"))
    expect(page.locator(".chip__word")).to_have_text("Súdwest-Fryslân")


def test_a_choice_in_the_address_narrows_though_its_group_is_closed(look: Look, real: str) -> None:
    """A link that a colleague sends means the same for who opens it."""
    watched = look(real)
    some = count_of(watched.search("?voorziening=DigiD"))
    page = watched.search("?voorziening=DigiD&provincie=Utrecht")
    assert 0 < count_of(page) < some
    expect(page.locator(".chip__word")).to_have_text(["Utrecht", "DigiD"])


def test_results_can_be_put_in_another_order(look: Look, real: str) -> None:
    """By title, by the day of the last check, or what most others reuse."""
    page = look(real).search("?soort=Toepassing&volgorde=titel")
    titles = page.locator(".result-card__title").all_inner_texts()
    assert [title.lower() for title in titles] == sorted(title.lower() for title in titles)
    expect(page.get_by_label("Volgorde")).to_have_value("titel")
    page.get_by_label("Volgorde").select_option("gebruikt")
    expect(page.locator(".result-card__title").first).not_to_have_text(titles[0])
    expect(page).to_have_url(re.compile("volgorde=gebruikt"))


def test_a_search_needs_few_keys(look: Look, small: str) -> None:
    """From any page to an entry without a mouse, in five keys besides the word itself."""
    page = look(small).open("toepassingen/")
    page.keyboard.press("/")
    page.keyboard.type("phishing")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-search][data-shown]")
    page.keyboard.press("/")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/praktijken/phishing-oefening/$"))


def test_arrows_go_through_the_results(look: Look, small: str) -> None:
    """Down from the field to the first result and on, up again to the field."""
    page = look(small).search("")
    field, links = page.get_by_label("Wat wilt u overnemen?"), page.locator(".result-card a")
    field.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()


def test_words_that_look_like_markup_are_shown_as_words(look: Look, small: str) -> None:
    """An excerpt is text, whatever stands in it."""
    page = look(small).search("?q=kwetsbaarheidsrapport")
    expect(page.locator(".result-card__excerpt").first).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator(".result-card img").count() == 0


def test_a_word_in_the_address_is_shown_as_a_word(look: Look, small: str) -> None:
    """A link that somebody sends cannot put markup on the page."""
    page = look(small).search("?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&thema=%3Cb%3E")
    expect(page.locator("[data-count]")).to_contain_text("<img src=x onerror=alert(1)>")
    expect(page.locator(".chip__word")).to_have_text("<b>")
    assert page.locator(".search img, .search b").count() == 0


def test_on_a_phone_the_choices_are_in_a_sheet(look: Look, small: str) -> None:
    """Results come first on a small screen; Escape gives them and the place of the keyboard back."""
    page = look(small, width=320).search("?q=phishing")
    group = page.get_by_role("group", name="Soort").last
    button = page.get_by_role("button", name="Verfijn de resultaten")
    expect(group).to_be_hidden()
    button.press("Enter")
    expect(page.get_by_role("dialog", name="Verfijn de resultaten")).to_be_visible()
    group.get_by_label("Praktijk").check()
    expect(page.get_by_role("button", name="Toon 1 resultaat")).to_be_visible()
    page.keyboard.press("Escape")
    expect(group).to_be_hidden()
    expect(button).to_be_focused()
    expect(page.locator(".chip__word")).to_have_text("Praktijk")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_slip_of_the_keyboard_is_put_right(look: Look, real: str) -> None:
    """A word that is nowhere is taken for the nearest one, and the page says so."""
    page = look(real).search("?q=phising")
    expect(page.locator("[data-note]")).to_contain_text(
        "Met “phising” is niets gevonden. U ziet resultaten met “phishing”."
    )
    expect(page.locator("[data-count]")).to_contain_text("resultaten voor")


def test_a_rare_word_may_be_a_slip_too(look: Look, real: str) -> None:
    """With few results the page asks whether another word was meant; one press tries it."""
    page = look(real).search("?q=delden")
    expect(page.locator("[data-meant]")).to_have_text("Bedoelde u delen?")
    page.locator("[data-meant]").get_by_role("link", name="delen").click()
    expect(page).to_have_url(re.compile(r"q=delen$"))
    expect(page.get_by_label("Wat wilt u overnemen?")).to_have_value("delen")


def test_the_key_that_leads_to_the_search_can_be_switched_off(look: Look, small: str) -> None:
    """Who speaks to the computer, or has a key that sticks, does not end up in the search box."""
    watched = look(small)
    page = watched.search("")
    page.get_by_label("Met de toets / gaat u op elke pagina naar het zoekvak").uncheck()
    watched.open("toepassingen/")
    page.keyboard.press("/")
    expect(page.locator("header input[type=search]")).not_to_be_focused()
    watched.search("")
    box = page.get_by_label("Met de toets / gaat u op elke pagina naar het zoekvak")
    expect(box).not_to_be_checked()
    box.check()
    watched.open("toepassingen/")
    page.keyboard.press("/")
    expect(page.locator("header input[type=search]")).to_be_focused()


def test_a_browser_can_search_from_its_address_bar(look: Look, small: str) -> None:
    """Every page points at a description of the search."""
    page = look(small).open("toepassingen/meldingen/")
    address = page.locator("link[rel=search]").get_attribute("href")
    answer = page.request.get(f"{small}toepassingen/meldingen/{address}")
    assert "/a/b/zoeken/?q={searchTerms}" in answer.text()


def test_without_javascript_the_page_leads_to_the_lists(look: Look, small: str) -> None:
    """The page says what it needs, and where to go without it."""
    page = look(small, scripts=False).open("zoeken/?q=phishing")
    # Playwright finds no text in <noscript>, though a reader sees it.
    expect(page.locator(".search-fallback")).to_be_visible()
    page.locator(".search-fallback a[href$='praktijken/']").click()
    expect(page).to_have_url(re.compile("/praktijken/$"))


def test_a_page_that_was_opened_before_a_new_site_came_goes_on(look: Look, small: str) -> None:
    """The files of the old index are gone: the page looks which are there now, and nobody notices."""
    watched = look(small)
    page = watched.search("")
    page.route("**/terms/*.bin", lambda route: route.fulfill(status=404), times=1)
    page.get_by_label("Wat wilt u overnemen?").fill("phishing")
    expect(page.locator("[data-count]")).to_have_text("1 resultaat voor “phishing”")
    assert len(watched.wrongs) == 1
    watched.wrongs.clear()


def test_a_search_that_cannot_be_loaded_says_so(look: Look, small: str) -> None:
    """A file that does not arrive gives a message and the lists, not an empty page."""
    watched = look(small)
    watched.page.route("**/zoekindex/index.json", lambda route: route.abort())
    page = watched.open("zoeken/?q=phishing")
    expect(page.get_by_role("alert")).to_contain_text("Het zoeken kon niet worden geladen")
    assert len(watched.wrongs) == 2
    watched.wrongs.clear()
