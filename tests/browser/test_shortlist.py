"""The reader's own list and year plan in a browser."""

from __future__ import annotations

import base64
import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browser.window import Look, Watched

pytestmark = pytest.mark.browser

KEY = "catalogus.lijst"
THREE: list[dict[str, Any]] = [
    {
        "id": "open-zaak",
        "added": "2026-11-20",
        "note": "Eerst met Houten praten",
        "year": 2031,
        "priority": 2,
    },
    {"id": "openstad", "added": "2026-11-21", "note": "", "year": 2031, "priority": 1},
    {"id": "hof-van-twente-lessen", "added": "2026-11-22", "note": "", "year": None, "priority": None},
]
HOSTILE = '=HYPERLINK("https://x.example";"klik") <img src=x onerror=alert(1)> \u202e\u0007tekst'


def with_list(watched: Watched, items: object = THREE, path: str = "lijst/") -> Page:
    """Open the page of the list with these items on it, and wait until their own pages are read."""
    page = watched.open("lijst/")
    text = json.dumps({"version": 1, "items": items})
    page.evaluate(f"text => localStorage.setItem('{KEY}', text)", text)
    page.goto("about:blank")
    watched.open(path)
    expect(page.locator("[data-years] [data-score]:visible").first).not_to_have_text("")
    return page


def kept(page: Page) -> list[dict[str, Any]]:
    """Return what is on the list."""
    text = page.evaluate(f"localStorage.getItem('{KEY}')")
    items: list[dict[str, Any]] = json.loads(text or '{"items": []}')["items"]
    return items


def titles(page: Page) -> list[str]:
    """Return the titles in the order shown."""
    return page.locator("[data-years] [data-link]").all_inner_texts()


def saved(page: Page, button: str) -> str:
    """Return the text of the file that a button gives."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    return Path(waiting.value.path()).read_text(encoding="utf-8-sig")


def fragment(rows: list[object]) -> str:
    """Return the end of an address that shares a list."""
    text = json.dumps([1, *rows]).encode()
    return "#lijst=" + base64.urlsafe_b64encode(text).decode().rstrip("=")


def test_an_empty_list_leads_on(real: str, look: Look) -> None:
    """It says how something gets on it, and where to find it."""
    page = look(real).open("lijst/")
    expect(page.get_by_text("Er staat nog niets op uw lijst.")).to_be_visible()
    expect(page.get_by_role("link", name="Zoek wat u nodig hebt")).to_be_visible()
    expect(page.get_by_role("heading", name="Neem uw plan mee")).to_be_hidden()


def test_an_entry_goes_on_the_list_from_its_own_page(real: str, look: Look) -> None:
    """One click there, and it stands here with what it asks."""
    watched = look(real)
    watched.open("toepassingen/open-zaak/").get_by_role(
        "button", name="Zet op mijn lijst", exact=True
    ).click()
    page = watched.open("lijst/")
    expect(page.locator("[data-years] [data-link]")).to_have_text("Open Zaak")
    expect(page.locator("[data-years] [data-fact=effort]")).to_have_text("nog niet bekend")


def test_years_make_a_plan(real: str, look: Look) -> None:
    """Choosing a year moves an item there, keeps it, and the reader goes on in the same field."""
    page = with_list(look(real))
    headings = page.locator("[data-heading]")
    expect(headings).to_have_text(["2031", "Nog geen jaar"])
    expect(page.locator("[data-total]").first).to_contain_text("2 op de lijst")
    field = page.get_by_label("Jaar Lessen van de aanval op Hof van Twente")
    field.select_option("2031")
    expect(headings).to_have_text(["2031"])
    expect(field).to_be_focused()
    assert kept(page)[2]["year"] == 2031
    page.get_by_label("Uw notitie OpenStad").fill("Vraag het de griffie")
    page.get_by_label("Prioriteit OpenStad").select_option("laag")
    page.reload()
    expect(page.get_by_label("Uw notitie OpenStad")).to_have_value("Vraag het de griffie")
    expect(page.get_by_label("Prioriteit OpenStad")).to_have_value("3")


def test_the_order_is_what_the_reader_asks(real: str, look: Look) -> None:
    """By score, by priority, or by hand with two buttons; the choice is kept."""
    page = with_list(look(real))
    scores = [int(text) for text in page.locator("[data-score]").all_inner_texts()[:2]]
    assert scores == sorted(scores, reverse=True)
    page.get_by_label("Volgorde binnen een jaar").select_option("Hoogste prioriteit eerst")
    assert titles(page)[:2] == ["OpenStad", "Open Zaak"]
    page.get_by_label("Volgorde binnen een jaar").select_option("Mijn eigen volgorde")
    assert titles(page)[:2] == ["Open Zaak", "OpenStad"]
    page.get_by_role("button", name="Naar voren: OpenStad").press("Enter")
    assert titles(page)[:2] == ["OpenStad", "Open Zaak"]
    expect(page.locator("[data-status]")).to_have_text("'OpenStad' staat nu op plaats 1.")
    page.reload()
    expect(page.locator("[data-years] [data-link]").first).to_have_text("OpenStad")


def test_weights_and_the_own_organisation_change_the_score(real: str, look: Look) -> None:
    """What partners and bodies like yours use counts once one says who one is; the score is explained."""
    page = with_list(look(real))
    score = page.locator("[data-id=open-zaak] [data-score]")
    before = int(score.inner_text())
    page.get_by_label("Uw organisatie").select_option("Groningen")
    expect(score).not_to_have_text(str(before))
    page.locator("[data-id=open-zaak] summary").click()
    shares = page.locator("[data-id=open-zaak] [data-share]:visible").all_inner_texts()
    assert abs(sum(map(int, shares)) - int(score.inner_text())) <= len(shares)
    page.get_by_text("Bepaal zelf wat het zwaarst weegt").click()
    page.locator("[data-weight]").first.press("Home")
    page.locator("[data-weight]").nth(1).press("Home")
    without = int(score.inner_text())
    page.reload()
    expect(score).to_have_text(str(without))
    expect(page.get_by_label("Uw organisatie")).to_have_value("groningen")


def test_what_is_taken_off_can_be_put_back(real: str, look: Look) -> None:
    """One, and all of them; the button to undo has the focus."""
    page = with_list(look(real))
    page.get_by_role("button", name="Haal van mijn lijst OpenStad").press("Enter")
    assert [item["id"] for item in kept(page)] == ["open-zaak", "hof-van-twente-lessen"]
    undo = page.get_by_role("button", name="Zet terug")
    expect(undo).to_be_focused()
    undo.press("Enter")
    assert kept(page) == THREE
    page.get_by_role("button", name="Maak mijn lijst leeg").click()
    assert kept(page) == []
    page.get_by_role("button", name="Zet terug").press("Enter")
    assert kept(page) == THREE


def test_what_left_the_catalogue_says_so_and_can_go(real: str, look: Look) -> None:
    """Nothing is fetched for it."""
    gone = {"id": "bestaat-niet", "added": "2026-11-20", "note": "", "year": 2030, "priority": None}
    page = with_list(look(real), [*THREE, gone])
    line = page.locator("[data-id=bestaat-niet]")
    expect(line).to_contain_text("Dit staat niet meer in de catalogus.")
    line.get_by_role("button", name="Haal van mijn lijst").click()
    assert kept(page) == THREE


def test_a_spreadsheet_takes_no_cell_for_a_formula(real: str, look: Look) -> None:
    """A note that begins as a formula gets a quote before it; read back, it is as it was."""
    notes = ["=1+1", "+31", "-2", "@SUM(A1)", "\tx", "'=1", 'a;"b"\nc, d', "gewoon"]
    ids = ["open-zaak", "openstad", "hof-van-twente-lessen", "een", "twee", "drie", "vier", "vijf"]
    items = [
        {"id": name, "added": "2026-11-20", "note": note, "year": 2030, "priority": 1}
        for name, note in zip(ids, notes, strict=True)
    ]
    page = with_list(look(real), items)
    text = saved(page, "Rekenblad (CSV)")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    assert not [cell for row in rows for cell in row.values() if re.match(r"[=+\-@\t\r]", cell)]
    written = {row["id"]: row["Uw notitie"] for row in rows}
    assert [written[name] for name in ids] == [*(f"'{note}" for note in notes[:6]), *notes[6:]]
    page.get_by_role("button", name="Maak mijn lijst leeg").click()
    page.get_by_label("Of kies een bestand: CSV of JSON").set_input_files(
        {"name": "plan.csv", "mimeType": "text/csv", "buffer": text.encode("utf-8-sig")}
    )
    page.get_by_role("button", name="Vervang mijn lijst").click()
    assert {item["id"]: item["note"] for item in kept(page)} == dict(zip(ids, notes, strict=True))
    assert {(item["year"], item["priority"]) for item in kept(page)} == {(2030, 1)}


def test_a_file_to_keep_is_the_same_list_again(real: str, look: Look) -> None:
    """JSON goes out and comes in without a change."""
    page = with_list(look(real))
    text = saved(page, "Bewaar als bestand (JSON)")
    page.get_by_role("button", name="Maak mijn lijst leeg").click()
    page.get_by_label("Of kies een bestand: CSV of JSON").set_input_files(
        {"name": "plan.json", "mimeType": "application/json", "buffer": text.encode()}
    )
    page.get_by_role("button", name="Zet op mijn lijst erbij").click()
    assert kept(page) == THREE


def test_markdown_shows_notes_as_they_are(real: str, look: Look) -> None:
    """A heading a year, a link an item, and nothing a person typed is markup."""
    facts = "Prioriteit: midden · Inzet: nog niet bekend · Kosten eenmalig: nog niet bekend"
    page = with_list(look(real), [{**THREE[0], "note": "# kop <b>[x](javascript:1)\nregel twee"}])
    assert saved(page, "Tekst (Markdown)").splitlines() == [
        "# Jaarplan",
        "",
        "## 2031",
        "",
        f"- **[Open Zaak]({real}toepassingen/open-zaak/)** · {facts}",
        "  > \\# kop \\<b\\>\\[x\\]\\(javascript:1\\)",
        "  >",
        "  > regel twee",
    ]


def test_a_link_holds_the_list_and_reaches_no_server(real: str, look: Look) -> None:
    """Another browser shows what is in it first, and takes it only when its reader says so."""
    page = with_list(look(real))
    page.get_by_role("button", name="Deel met een link").click()
    link = page.get_by_label("Link naar deze lijst, met uw notities").input_value()
    assert link.startswith(f"{real}lijst/#lijst=")
    other = look(real).open(link.removeprefix(real))
    offer = other.get_by_role("region", name="In deze lijst staan er 3:")
    expect(offer).to_contain_text("Open Zaak · 2031 · Eerst met Houten praten")
    assert kept(other) == []
    offer.get_by_role("button", name="Zet op mijn lijst erbij").press("Enter")
    parts = [(item["id"], item["note"], item["year"], item["priority"]) for item in kept(other)]
    assert parts == [(item["id"], item["note"], item["year"], item["priority"]) for item in THREE]
    expect(other.locator("[data-status]")).to_have_text("3 op uw lijst erbij.")
    assert other.url == f"{real}lijst/"


def test_a_shared_list_never_overwrites_notes_of_one_s_own(real: str, look: Look) -> None:
    """What is on both keeps the reader's own note and year; leaving it changes nothing."""
    watched = look(real)
    shared = fragment([["open-zaak", 2040, 1, "van een ander"], ["open-formulieren", 0, 0, ""]])
    page = with_list(watched, THREE, f"lijst/{shared}")
    page.get_by_role("button", name="Doe er niets mee").click()
    assert kept(page) == THREE
    page.get_by_label("Plak een link").fill(f"{real}lijst/{shared}")
    page.get_by_role("button", name="Lees de link").press("Enter")
    page.get_by_role("button", name="Zet op mijn lijst erbij").click()
    assert kept(page)[:3] == THREE
    assert kept(page)[3]["id"] == "open-formulieren"


def test_what_is_hostile_in_a_shared_list_becomes_harmless(real: str, look: Look) -> None:
    """Markup is text, signs one cannot see are gone, ids that are none are dropped, and all has a bound."""
    rows: list[object] = [
        ["open-zaak", 99999, 9, HOSTILE],
        ["../../x", 2030, 1, ""],
        ["__proto__", 2030, 1, ""],
        [{"a": 1}, "2030", [], None],
        ["openstad", "2030", None, "x" * 100_000],
        *([f"een-{number}", 2030, 1, ""] for number in range(300)),
    ]
    page = look(real).open(f"lijst/{fragment(rows)}")
    page.get_by_role("button", name="Zet op mijn lijst erbij").click()
    items = {item["id"]: item for item in kept(page)}
    assert len(items) == 200
    assert (items["open-zaak"]["year"], items["open-zaak"]["priority"]) == (None, None)
    assert items["open-zaak"]["note"] == HOSTILE.replace("\u202e\u0007", "")
    assert len(items["openstad"]["note"]) == 500
    assert {"../../x", "__proto__"} & items.keys() == set()
    assert page.locator(".c-list img").count() == 0


@pytest.mark.parametrize(
    "end",
    ["#lijst=", "#lijst=%%%", "#lijst=AAAA", "#lijst=e30", "#lijst=WzJd", "#iets", "#lijst=" + "A" * 5000],
)
def test_a_link_without_a_list_changes_nothing(real: str, look: Look, end: str) -> None:
    """The reader is told."""
    page = with_list(look(real), THREE, f"lijst/{end}")
    expect(page.locator("[data-status]")).to_have_text(
        "Hier zit geen lijst in die wij kunnen lezen. Er is niets veranderd."
    )
    assert kept(page) == THREE


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[3]", b'{"items": 3}', b"a;b\n1;2", b"\xff\xfe\x00", b"x" * 500_000]
)
def test_a_file_without_a_list_changes_nothing(real: str, look: Look, content: bytes) -> None:
    """Whatever is in it, and however large it is."""
    page = with_list(look(real))
    page.get_by_label("Of kies een bestand: CSV of JSON").set_input_files(
        {"name": "iets.csv", "mimeType": "text/csv", "buffer": content}
    )
    expect(page.locator("[data-status]")).to_contain_text("Er is niets veranderd.")
    assert kept(page) == THREE


@pytest.mark.parametrize("broken", ["", "{", '{"version":1,"items":[{"id":"../x"},{"id":"<b>","note":3}]}'])
def test_what_is_kept_may_be_anything(real: str, look: Look, broken: str) -> None:
    """A list that cannot be read is an empty one."""
    page = look(real).open("lijst/")
    page.evaluate(f"text => localStorage.setItem('{KEY}', text)", broken)
    page.reload()
    expect(page.get_by_text("Er staat nog niets op uw lijst.")).to_be_visible()


def test_two_windows_show_the_same_list(real: str, look: Look) -> None:
    """What changes in one is seen in the other."""
    watched = look(real)
    page = with_list(watched)
    other = page.context.new_page()
    other.goto(f"{real}toepassingen/open-formulieren/")
    other.get_by_role("button", name="Zet op mijn lijst", exact=True).click()
    expect(page.locator("[data-id=open-formulieren]")).to_be_visible()


def test_on_paper_it_is_a_plan(real: str, look: Look) -> None:
    """Years, priorities and notes are printed, and nothing one can only click."""
    page = with_list(look(real))
    page.emulate_media(media="print")
    assert page.locator("button:visible, select:visible, textarea:visible, input:visible").count() == 0
    expect(page.locator("[data-printed]")).to_contain_text("Jaarplan, ")
    expect(page.locator("[data-id=open-zaak] [data-printed-choice]")).to_have_text(
        "Prioriteit: midden\nUw notitie: Eerst met Houten praten"
    )


def test_without_scripts_the_page_says_what_it_needs(real: str, look: Look) -> None:
    """Nothing that does not work is there."""
    page = look(real, scripts=False).open("lijst/")
    expect(page.locator("noscript .c-notice")).to_be_visible()
    assert page.locator(".c-page button:visible, .c-page input:visible").count() == 0


def _empty(watched: Watched) -> Page:
    page = watched.open("lijst/")
    expect(page.locator("[data-empty]")).to_be_visible()
    return page


def _filled(watched: Watched) -> Page:
    gone = {"id": "bestaat-niet", "note": "x"}
    page = with_list(watched, [*THREE, gone])
    page.get_by_label("Volgorde binnen een jaar").select_option("Mijn eigen volgorde")
    page.get_by_text("Bepaal zelf wat het zwaarst weegt").click()
    page.locator("[data-id=open-zaak] summary").click()
    page.get_by_role("button", name="Deel met een link").click()
    page.get_by_role("button", name="Haal van mijn lijst OpenStad").click()
    return page


def _offered(watched: Watched) -> Page:
    page = watched.open(f"lijst/{fragment([['open-zaak', 2030, 1, HOSTILE], ['x', 0, 0, '']])}")
    expect(page.locator("[data-offer-list]")).to_contain_text("Open Zaak")
    return page


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("state", [_empty, _filled, _offered])
def test_the_accessibility_checker_finds_nothing(
    real: str, look: Look, state: Callable[[Watched], Page], width: int, *, dark: bool
) -> None:
    """In every state, and nothing sticks out at the side."""
    page = state(look(real, width=width, dark=dark))
    found = Axe().run(page).response["violations"]
    assert [f"{item['id']}: {node['html']}" for item in found for node in item["nodes"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
