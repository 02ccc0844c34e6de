"""What the page of an entry tells the pages that compare, list and print."""

from __future__ import annotations

import json
import re
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from catalogues import adoption, practice, site_in

from generator.messages import Language
from generator.pages import all_pages
from generator.pages.brief import LONGEST, MOST, NAMED, Brief, brief_of, shortened
from generator.pages.compare import MOST as SIDE_BY_SIDE
from generator.pages.entries import given_of
from generator.pages.facts import facts_of
from generator.pages.pointers import files_needed, place_of, pointers
from generator.pages.shortlist import words
from generator.pages.site import Site

MELDINGEN = "organisations/voorbeeldstad/applications/meldingen.md"
OEFENING = "organisations/voorbeeldstad/practices/phishing-oefening.md"
NEW = "organisations/nieuwland/practices/nieuw.md"
SCRIPTS = Path(__file__).parent.parent / "generator/assets/javascripts"


def told(site: Site, name: str) -> dict[str, Any]:
    """Return what the page of an entry tells of it."""
    page = next(
        page for page in all_pages(site) if page.kind == "entry" and f"/{name}/" in f"/{page.address}"
    )
    [text] = re.findall(r'<script type="application/json" data-entry>(.*?)</script>', page.html, re.DOTALL)
    found: dict[str, Any] = json.loads(text)
    return found


def changed(text: str, *changes: tuple[str, str]) -> str:
    """Return the text with each change made once."""
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def base(name: str) -> str:
    """Return a file of the catalogue of the cases."""
    return (Path(__file__).parent / "cases/_base/catalogue" / name).read_text(encoding="utf-8")


def brief(site: Site, name: str) -> Brief:
    """Return the brief of an entry that says nothing of what it solves."""
    dossier = site.insight.dossiers[name]
    return brief_of(site, dossier, facts_of(dossier), None)


def cautions(site: Site, name: str) -> list[str]:
    """Return what to mind, in Dutch."""
    return [caution.in_language("nl") for caution in brief(site, name).cautions]


@pytest.mark.parametrize(
    ("language", "effort"),
    [
        (
            "nl",
            ["6 tot 20 dagen (volgens de eigenaar)", "6 tot 20 dagen (1 keer gemeld)"],
        ),
        ("en", ["6 to 20 days (says the owner)", "6 to 20 days (reported once)"]),
    ],
)
def test_an_entry_tells_its_facts_in_words(tmp_path: Path, language: Language, effort: list[str]) -> None:
    """Claims and reports as in the facts box; what nobody told is not there."""
    found = told(site_in(tmp_path, language=language), "meldingen")
    assert found["rows"]["effort"] == effort
    assert found["effort"] == [6, 20]
    assert found["users"] == ["voorbeeldstad", "waterschap-voorbeeld", "nieuwland"]
    assert found["points"] == [25, 60, 17, 51]
    assert {"cost_once", "technology", "data_location", "maintenance"} & found["rows"].keys() == set()


def test_what_does_not_fit_a_practice_differs_from_what_is_not_known(tmp_path: Path) -> None:
    """A practice has no licence; an application of which none is known has no row."""
    files = {
        MELDINGEN: changed(
            base(MELDINGEN),
            ("licence: EUPL-1.2", "licence: unknown"),
            ('  repository: "https://github.com/voorbeeldstad/meldingen"\n', ""),
            ("example: true", "maintenance: {type: internal}\naccessibility: {status: B}\nexample: true"),
        )
    }
    site = site_in(tmp_path, files)
    assert told(site, "phishing-oefening")["rows"]["licence"] is None
    rows = told(site, "meldingen")["rows"]
    assert "licence" not in rows
    assert rows["maintenance"] == ["Eigen mensen"]
    assert rows["accessibility"][0].startswith("B: ")


def test_software_one_must_buy_says_so(tmp_path: Path) -> None:
    """In the comparison and on the sheet."""
    text = changed(base(MELDINGEN), ("licence: EUPL-1.2", "licence: proprietary"))
    site = site_in(tmp_path, {MELDINGEN: text})
    assert told(site, "meldingen")["rows"]["licence"] == ["Niet open: te koop bij een leverancier"]
    assert "Het is niet open: u koopt het bij een leverancier." in cautions(site, "meldingen")


def test_an_entry_without_anything_told_of_reuse_has_no_points(tmp_path: Path) -> None:
    """An idea cannot be taken over yet; it still stands on a list and in a comparison."""
    site = site_in(
        tmp_path, {NEW: practice("Een idee", status="idea", type="method", summary="Een idee " * 6)}
    )
    found = told(site, "nieuw")
    assert (found["points"], found["law"], found["effort"], found["related"]) == ([0] * 4, None, None, [])
    assert cautions(site, "nieuw")[0] == "Het is nog niet gewoon in gebruik: idee."


def test_a_law_with_a_day_tells_it(tmp_path: Path) -> None:
    """The browser says whether that day has come: the page may be older."""
    laws = changed(base("vocabularies/legislation.yml"), ("{id: woo,", "{id: woo, applies_from: 2027-02-01,"))
    files = {"vocabularies/legislation.yml": laws, NEW: practice("Iets nieuws", legislation="[woo]")}
    assert told(site_in(tmp_path, files), "nieuw")["law"]["from"] == "2027-02-01"


def test_more_than_sixty_days_has_no_bound(tmp_path: Path) -> None:
    """The plan then says "or more"."""
    site = site_in(tmp_path, {NEW: practice("Veel werk", reuse="{advice: adapt, effort: over-60}")})
    assert told(site, "nieuw")["effort"] == [60, None]


def test_what_is_told_can_stand_in_a_script(tmp_path: Path) -> None:
    """No text of an entry ends it."""
    wicked = "</script><!-- <script>"
    site = site_in(
        tmp_path,
        {NEW: practice("Nieuw", reuse=f'{{advice: adapt, effort: 6-20, prerequisites: ["{wicked}"]}}')},
    )
    assert told(site, "nieuw")["rows"]["prerequisites"] == [wicked]


def test_every_entry_is_in_the_file_its_id_leads_to(tmp_path: Path) -> None:
    """By its id and by its earlier ones; an id of today comes first."""
    files = {NEW: practice("Nieuw", aliases="[ouder, meldingen-oud]")}
    site = site_in(tmp_path, files)
    [(address, text)] = pointers(site)
    assert address == "lijst/wegwijzer/0.json"
    assert json.loads(text) == {
        "meldingen": "toepassingen/meldingen/",
        "meldingen-oud": "toepassingen/meldingen/",
        "nieuw": "praktijken/nieuw/",
        "ouder": "praktijken/nieuw/",
        "phishing-oefening": "praktijken/phishing-oefening/",
    }


def test_pointers_stay_small_however_many_entries_there_are() -> None:
    """Ids are spread evenly: at ten thousand entries no file has twice its share."""
    total = 26
    numbers = [place_of(f"een-toepassing-{number}", total) for number in range(10_000)]
    assert max(numbers.count(place) for place in range(total)) < 2 * 10_000 / total


def test_pointers_grow_with_the_catalogue(tmp_path: Path) -> None:
    """A small catalogue has one file; the pages say how many there are."""
    site = site_in(tmp_path)
    assert files_needed(site) == 1
    counted = [page for page in all_pages(site) if page.address in {"lijst/", "vergelijken/"}]
    assert all('data-pointers="1"' in page.html for page in counted)


def test_scripts_and_pages_agree_on_how_many_fit_side_by_side() -> None:
    """Both say it: a browser cannot read Python."""
    text = (SCRIPTS / "compare/chosen.js").read_text(encoding="utf-8")
    assert re.findall(r"MOST = (\d+);", text) == [str(SIDE_BY_SIDE)]


def test_every_word_that_scripts_ask_for_is_there() -> None:
    """And no word is there for nothing."""
    text = "".join(file.read_text(encoding="utf-8") for file in sorted((SCRIPTS / "shortlist").glob("*.js")))
    given = json.loads(words("nl")).keys()
    asked = set(re.findall(r"words\.([a-z_]+)", text))
    heads = re.search(r"const heads = \[(.*?)\]", text)
    assert heads
    asked |= set(re.findall(r'"([a-z_]+)"', heads[1])) | {f"priority_{number}" for number in (1, 2, 3)}
    assert asked == given


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("Kort.", 10, "Kort."),
        ("Een zin. Nog een zin. Een derde zin.", 22, "Een zin. Nog een zin."),
        ("Versie 1.2 is er. En meer woorden.", 20, "Versie 1.2 is er."),
        ("Een zin zonder einde die doorgaat", 15, "Een zin zonder…"),
        ("Aaneengeschrevenwoord", 10, "Aaneengesc…"),
        ("Precies. Tot hier.", 8, "Precies."),
    ],
)
def test_a_text_is_shortened_at_a_sentence(text: str, most: int, expected: str) -> None:
    """Else at a word."""
    assert shortened(text, most) == expected


def test_the_sheet_names_the_first_users_and_counts_the_others(tmp_path: Path) -> None:
    """With what the first of them who tells something learned."""
    known = [slug for slug in site_in(tmp_path / "base").catalogue.organisations if slug != "voorbeeldstad"]
    files = {f"organisations/{slug}/adoptions/phishing-oefening.md": adoption() for slug in known}
    site = site_in(tmp_path / "more", files)
    found = brief(site, "phishing-oefening")
    users = site.insight.dossiers["phishing-oefening"].adopters
    assert found.users == users[:NAMED]
    assert found.more == max(0, len(users) - NAMED)
    lesson = brief(site_in(tmp_path / "again"), "meldingen")
    assert lesson.learner is not None
    assert (lesson.lesson, lesson.learner.slug) == (
        "Neem het loket vanaf de eerste week mee; wij deden dat te laat.",
        "nieuwland",
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"privacy": "{personal_data: special, dpia: in-progress}"}, "bijzondere persoonsgegevens"),
        ({"privacy": "{personal_data: special, dpia: in-progress}"}, "DPIA loopt"),
        ({"privacy": "{personal_data: ordinary, dpia: not-done}"}, "geen DPIA"),
        ({"ai": "{used: yes}"}, "AI of een algoritme dat mensen raakt"),
        ({"facilities": "[{id: digid, role: required}]"}, "Het werkt niet zonder DigiD."),
        (
            {"reuse": "{advice: adapt, effort: 1-5, changes: {process: large, behaviour: large}}"},
            "Er verandert veel in: werkproces en gedrag.",
        ),
    ],
)
def test_the_sheet_tells_what_to_mind(tmp_path: Path, fields: dict[str, str], expected: str) -> None:
    """In plain words, from what the entry says."""
    site = site_in(tmp_path, {NEW: practice("Iets nieuws", **fields)})
    assert any(expected in caution for caution in cautions(site, "nieuw"))


@pytest.mark.parametrize(
    ("slugs", "expected"),
    [
        (("nieuwland",), "Eén organisatie stopte ermee of koos het niet. Vraag waarom."),
        (
            ("nieuwland", "waterschap-voorbeeld"),
            "2 organisaties stopten ermee of kozen het niet. Vraag waarom.",
        ),
    ],
)
def test_who_stopped_is_told_too(tmp_path: Path, slugs: tuple[str, ...], expected: str) -> None:
    """An alderman hears it before deciding, not after."""
    end = adoption(status="rejected", stop_reason="Het paste niet bij ons werk, want dat is anders.")
    files = {f"organisations/{slug}/adoptions/phishing-oefening.md": end for slug in slugs}
    found = cautions(site_in(tmp_path, files), "phishing-oefening")
    assert expected in found


def test_more_time_than_the_owner_says_is_a_caution(tmp_path: Path) -> None:
    """Reports of users weigh."""
    files = {"organisations/nieuwland/adoptions/phishing-oefening.md": adoption(effort="21-60")}
    found = cautions(site_in(tmp_path, files), "phishing-oefening")
    assert "Sommige gebruikers kostte het meer tijd dan de eigenaar zegt." in found


def test_an_entry_of_which_all_is_known_has_nothing_to_ask(tmp_path: Path) -> None:
    """The caution about what is not known is there only when something is not."""
    unknown = "Van 8 punten is nog niets bekend. Ze staan hierboven: vraag die eerst na."
    reuse = (
        "{advice: adapt, effort: 1-5, lead_time: weeks, cost_once: none, cost_per_year: none,"
        " changes: {process: small}}"
    )
    known = practice("Bekend", reuse=reuse, privacy="{personal_data: none, dpia: not-needed}")
    other = "organisations/nieuwland/practices/ander.md"
    site = site_in(tmp_path, {NEW: known, other: practice("Onbekend, een heel ander verhaal")})
    nobody = "Voor zover wij weten heeft nog niemand het overgenomen."
    assert cautions(site, "nieuw") == [nobody]
    assert cautions(site, "ander") == [nobody, unknown]


def test_what_was_measured_stands_on_the_sheet(tmp_path: Path) -> None:
    """With the value before and after, when there are any."""
    evidence = "[{measure: doorlooptijd, before: 10 dagen, after: 2 dagen}, {measure: tevredenheid}]"
    site = site_in(tmp_path, {NEW: practice("Iets nieuws", evidence=evidence)})
    assert brief(site, "nieuw").outcomes == ("doorlooptijd: 10 dagen → 2 dagen", "tevredenheid")


def test_a_full_sheet_has_smaller_letters(tmp_path: Path) -> None:
    """All still fits; an entry with little keeps the common size."""
    numbers = count()
    long = ", ".join(f"{next(numbers)} {'woord ' * 30}" for _ in range(5))
    full = practice(
        "Vol",
        status="pilot",
        ai="{used: yes}",
        privacy="{personal_data: special, dpia: in-progress}",
        reuse="{advice: adapt, effort: 1-5, changes: {process: large, behaviour: large, technology: large,"
        f" organisation: large}}, prerequisites: [{long}]}}",
    )
    text = full.replace("Het lost iets op.", "Een zin zonder einde " * 60)
    site = site_in(tmp_path, {NEW: text})
    pages = {page.address: page.html for page in all_pages(site)}
    assert "c-entry c-entry--full" in pages["praktijken/nieuw/"]
    assert "c-entry--full" not in pages["praktijken/phishing-oefening/"]
    why = re.search(r"<h2>Waarom\?</h2>\s*<p>(.*?)</p>", pages["praktijken/nieuw/"])
    assert why
    assert len(why[1]) <= LONGEST + 1
    assert len(brief(site, "nieuw").cautions) <= MOST


def test_what_a_page_is_given_holds_what_it_tells(tmp_path: Path) -> None:
    """So that a page is made again when the points change, and only then."""
    site = site_in(tmp_path)
    given = given_of(site, site.insight.dossiers["meldingen"])
    assert given.merits == site.insight.neighbours.merits["meldingen"]
