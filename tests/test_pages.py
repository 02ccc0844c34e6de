"""The pages of the site: what stands on them, in Dutch and in English, and what never does."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from catalogues import TODAY, adoption, practice, site_in

from generator.catalogue import load
from generator.messages import LANGUAGES, Language
from generator.pages import all_pages
from generator.pages.organisations import by_letter, sort_key
from generator.pages.page import Page
from generator.pages.paging import LONGEST, parts_of
from generator.pages.site import Site

EXPECTED = Path(__file__).parent / "pages"
CASES = Path(__file__).parent / "cases/_base/catalogue/organisations"
SHOWN = {
    "home": "",
    "list": "toepassingen/",
    "application": "toepassingen/meldingen/",
    "practice": "praktijken/phishing-oefening/",
    "calls": "oproepen/",
    "call": "oproepen/samen-inkopen/",
    "organisations": "organisaties/",
    "municipality": "organisaties/nieuwland/",
    "partnership": "organisaties/samenwerking-voorbeeld/",
    "former": "organisaties/oudedorp/",
    "theme": "themas/services/",
    "themes": "themas/",
    "control": "maatregelen/6.3/",
}
STORY = {
    "organisations/nieuwland/adoptions/phishing-oefening.md": adoption(
        status="stopped", since="2024", until="2025-06", stop_reason="de leverancier hield ermee op"
    ),
    "organisations/waterschap-voorbeeld/adoptions/phishing-oefening.md": adoption(),
    "organisations/landelijk-bureau/adoptions/phishing-oefening.md": adoption(effort="21-60")
    + "\nHet liep.\n",
    "organisations/softwarebouwer/practices/landelijk.md": practice("Landelijk"),
    "organisations/samenwerking-voorbeeld/adoptions/landelijk.md": adoption(),
}
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7*7 }}'


def pages_of(site: Site) -> Mapping[str, Page]:
    """Return every page by its address."""
    found = list(all_pages(site))
    assert len({page.address for page in found}) == len(found)
    return {page.address: page for page in found}


def words_of(html: str) -> str:
    """Return the words of a page, as one line."""
    words = " ".join(re.sub(r"<[^>]*>", " ", html).split())
    return re.sub(r" (?=[.,;:)])", "", words)


def section(page: Page, name: str) -> str:
    """Return the words below the heading with an id, up to the next such heading."""
    after = page.html.split(f'<h2 id="{name}">')[1]
    return words_of(after.split('<h2 id="')[0])


def has_an_id_twice(page: Page) -> bool:
    """Whether two parts of a page have one id."""
    ids = re.findall(r' id="([^"]*)"', page.html)
    return len(ids) != len(set(ids))


def dead_links(pages: Mapping[str, Page]) -> list[tuple[str, str]]:
    """Return links between these pages that lead nowhere, each with the page it stands on."""
    dead = []
    ids = {address: set(re.findall(r' id="([^"]*)"', page.html)) for address, page in pages.items()}
    for page in pages.values():
        for href in set(re.findall(r'(?<!<use )(?:href|action)="([^"]*)"', page.html)):
            if href.startswith(("https:", "mailto:")):
                continue
            target, part = where(page.address, href)
            # Files, such as a feed or a style sheet, are no pages; the build looks whether they are there.
            is_file = "." in target.rstrip("/").rpartition("/")[2]
            if is_file or target.startswith(("zoeken/", "bijdragen/", "over/")):
                continue
            if target not in pages or (part and part not in ids[target]):
                dead.append((page.address, href))
    return dead


def where(address: str, href: str) -> tuple[str, str]:
    """Return the address and the part of the page a relative link leads to."""
    path, _, part = href.partition("#")
    steps = [step for step in address.split("/") if step]
    for step in path.partition("?")[0].split("/"):
        if step == "..":
            steps.pop()
        elif step not in {"", "."}:
            steps.append(step)
    return ("".join(f"{step}/" for step in steps) if path else address), part


@pytest.mark.parametrize("name", SHOWN)
def test_pages_are_what_was_looked_at(tmp_path: Path, name: str, *, is_update: bool) -> None:
    """The whole page is compared; after a change on purpose, `--update` and read the difference."""
    page = pages_of(site_in(tmp_path))[SHOWN[name]]
    # Icons outside the sheet are drawings of the theme: another version may draw them anew.
    html = re.sub(r'(<svg class="c-icon") .*?</svg>', r"\1/>", page.html)
    # A tag a line, so that a difference can be read.
    html = html.replace("><", ">\n<")
    expected = EXPECTED / f"{name}.html"
    if is_update:
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(html, encoding="utf-8")
    assert html == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_one_title_and_says_what_it_is(tmp_path: Path, language: Language) -> None:
    """One h1, a title, a description that search engines show whole, and valid JSON without markup."""
    for page in pages_of(site_in(tmp_path, STORY, language)).values():
        assert page.html.count("<h1") == 1, page.address
        assert 0 < len(page.description) <= 160, page.address
        assert page.title, page.address
        assert page.language == language
        assert "<" not in page.json_ld
        assert not page.json_ld or json.loads(page.json_ld)["@context"] == "https://schema.org"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_inside_the_site_leads_to_a_page(tmp_path: Path, language: Language) -> None:
    """Pages of others (search, the guides) aside, no link is dead and every part that is linked to exists."""
    assert dead_links(pages_of(site_in(tmp_path, STORY, language))) == []


def test_the_real_catalogue_makes_whole_pages() -> None:
    """No dead link, no id twice and one title a page, on every page of what we publish."""
    pages = pages_of(Site(load(Path(__file__).parent.parent / "catalogue"), TODAY, "nl"))
    assert dead_links(pages) == []
    assert [page.address for page in pages.values() if page.html.count("<h1") != 1] == []
    assert [page.address for page in pages.values() if has_an_id_twice(page)] == []
    assert [page.address for page in pages.values() if not 0 < len(page.description) <= 160] == []


def test_ids_are_unique_on_every_page(tmp_path: Path) -> None:
    """Two parts with one id: a link or a label would find the wrong one."""
    for page in pages_of(site_in(tmp_path, STORY)).values():
        assert not has_an_id_twice(page), page.address


def test_hostile_values_are_shown_as_text(tmp_path: Path) -> None:
    """Whatever field it is in, it is read, not run."""
    fields = f"'{HOSTILE}'"
    source = f'[{{url: "https://www.voorbeeld.nl/?a=1&b=%22%3E", retrieved: 2026-09-01, what: {fields}}}]'
    files = {
        "organisations/nieuwland/practices/vijandig.md": practice(
            f"'{HOSTILE[:78]}'",
            summary=fields,
            tags=f"['{HOSTILE[:38]}']",
            questions=f"[{fields}]",
            steps=f"[{{title: {fields}}}]",
            evidence=f"[{{measure: {fields}}}]",
            chain_partners=f"[{fields}]",
            method=fields,
            sources=source,
        )
        + HOSTILE,
        "organisations/landelijk-bureau/adoptions/vijandig.md": adoption(lesson=fields, sources=source)
        + HOSTILE,
        "organisations/landelijk-bureau/organisation.yml": f"segment: {fields}\nbody: {fields}\n",
    }
    for page in pages_of(site_in(tmp_path, files)).values():
        assert re.findall(r"<script>|<img|>49<", page.html) == [], page.address
        assert re.findall(r'="[^"]*[<>][^"]*"', page.html) == [], page.address


def test_the_editors_say_that_the_owner_has_not_confirmed(tmp_path: Path) -> None:
    """On the page, and on every card that leads to it."""
    text = (Path(__file__).parent / "cases/_base/catalogue/organisations/voorbeeldstad/practices").joinpath(
        "phishing-oefening.md"
    )
    file = {
        "organisations/voorbeeldstad/practices/phishing-oefening.md": text.read_text(
            encoding="utf-8"
        ).replace("example: true\n", "")
    }
    pages = pages_of(site_in(tmp_path, file))
    assert (
        words_of(pages["praktijken/phishing-oefening/"].html).count(
            "Samengesteld door de redactie uit openbare bronnen, nog niet bevestigd door Voorbeeldstad."
        )
        == 1
    )
    assert words_of(pages["praktijken/"].html).count("Door de redactie") == 1


def test_a_page_shows_who_uses_it_from_owner_to_those_who_stopped(tmp_path: Path) -> None:
    """First the owner, then what can be read, then the rest in a table, then who uses it through others."""
    pages = pages_of(site_in(tmp_path, STORY))
    told = section(pages["praktijken/phishing-oefening/"], "wie-gebruikt-het")
    names = ["Voorbeeldstad", "Landelijk Bureau", "Nieuwland", "Waterschap Voorbeeld"]
    assert sorted(names, key=told.index) == names
    assert told.startswith(
        "Wie gebruikt het, en wat kostte het hen? Naast de eigenaar gebruiken 2 organisaties dit. "
    )
    assert told.count("Waarom gestopt: de leverancier hield ermee op") == 1
    assert told.count("2024 tot juni 2025") == 1
    through = section(pages["praktijken/landelijk/"], "wie-gebruikt-het")
    assert through.endswith("Via Samenwerking Voorbeeld: Voorbeeldstad.")


def test_reported_effort_stands_beside_the_claim_of_the_owner(tmp_path: Path) -> None:
    """The owner says one to five days, a user more."""
    facts = section(pages_of(site_in(tmp_path, STORY))["praktijken/phishing-oefening/"], "past-dit")
    assert facts.split("Inzet ")[1].split(" Privacy")[0] == (
        "1 tot 5 dagen (volgens de eigenaar) 21 tot 60 dagen (1 keer gemeld) meer dan de eigenaar zegt"
    )


def test_what_nobody_knows_is_said_once_with_a_way_to_tell(tmp_path: Path) -> None:
    """No row of dashes: one sentence, and a link to fill it in."""
    page = pages_of(site_in(tmp_path, STORY))["praktijken/landelijk/"]
    assert section(page, "past-dit").split("Nog niet bekend: ")[1].split(" Weet u het?")[0] == (
        "hoe u het overneemt, inzet, doorlooptijd, kosten eenmalig, kosten per jaar, wat er verandert,"
        " persoonsgegevens, DPIA."
    )
    assert (
        page.html.count(
            'href="https://example.org/catalogus/edit/main/catalogue/organisations/softwarebouwer/practices/landelijk.md"'
        )
        == 2
    )


def test_an_organisation_sees_what_its_partner_has(tmp_path: Path) -> None:
    """Through a partnership it counts as its own use; what the partner owns stands on top of the gaps."""
    partners = {**STORY, "organisations/samenwerking-voorbeeld/practices/gedeeld.md": practice("Gedeeld")}
    page = pages_of(site_in(tmp_path, partners))["organisaties/voorbeeldstad/"]
    assert words_of(page.html).count("Werkt samen in: Samenwerking Voorbeeld") == 1
    assert section(page, "via").count("Landelijk") == 1
    assert "Gedeeld Uw partner heeft het al: Samenwerking Voorbeeld" in section(page, "voor-u")


def test_a_municipality_that_shares_nothing_still_gets_a_useful_page(tmp_path: Path) -> None:
    """How to begin, and what others like it have, with the reason."""
    gone = {
        "organisations/nieuwland/adoptions/meldingen.md": "",
        "organisations/nieuwland/calls/samen-inkopen.md": "",
    }
    page = pages_of(site_in(tmp_path, gone))["organisaties/nieuwland/"]
    assert words_of(page.html).count("Nieuwland staat hier nog niet bij. Werkt u daar?") == 1
    reasons = re.findall(r'c-gap__because">(.*?)</ul>', page.html, re.DOTALL)
    assert [words_of(reason) for reason in reasons] == ["Voorbeeldstad lijkt op Nieuwland en heeft dit"] * 2


def test_a_former_municipality_leads_to_its_successor(tmp_path: Path) -> None:
    """The old address stays and sends its reader on; the new page says where it came from."""
    pages = pages_of(site_in(tmp_path))
    former = pages["organisaties/oudedorp/"]
    assert former.moved_to == "organisaties/nieuwland/"
    assert words_of(former.html).count("Oudedorp bestond tot en met 31 december 2022.") == 1
    assert section(pages["organisaties/nieuwland/"], "voorgangers").count("Oudedorp") == 1


def test_use_that_nobody_confirms_says_so(tmp_path: Path) -> None:
    """After 18 months that it was not confirmed, after 36 that it no longer counts; not of what stopped."""
    files = {
        "organisations/nieuwland/adoptions/phishing-oefening.md": adoption(confirmed="2025-01-01"),
        "organisations/waterschap-voorbeeld/adoptions/phishing-oefening.md": adoption(confirmed="2022-01-01"),
        "organisations/landelijk-bureau/adoptions/phishing-oefening.md": adoption(
            status="stopped", until="2021", stop_reason="de leverancier hield op", confirmed="2022-01-01"
        ),
    }
    pages = pages_of(site_in(tmp_path, files))
    told = section(pages["praktijken/phishing-oefening/"], "wie-gebruikt-het")
    assert told.count("Langer dan 18 maanden niet bevestigd") == 1
    assert told.count("Drie jaar niet bevestigd: telt niet meer mee") == 1
    assert "Langer dan 18 maanden" in section(pages["organisaties/nieuwland/"], "hergebruikt")
    stopped = section(pages["organisaties/landelijk-bureau/"], "hergebruikt")
    assert "Waarom gestopt: de leverancier hield op" in stopped
    assert "bevestigd" not in stopped


def test_search_knows_what_a_colleague_would_type_and_choose(tmp_path: Path) -> None:
    """Questions, tags and synonyms weigh; filters and shown values are words in the language of the site."""
    found = pages_of(site_in(tmp_path))["toepassingen/meldingen/"].search
    assert found is not None
    assert found.title == "Meldingen buiten"
    assert found.questions[0] == "Hoe komt een melding snel bij de goede ploeg?"
    assert dict(found.filters) == {
        "soort": ("Toepassing",),
        "thema": ("Dienstverlening",),
        "status": ("In gebruik",),
        "volwassenheid": ("Ook elders in gebruik",),
        "advies": ("Overnemen en zelf instellen",),
        "inspanning": ("6 tot 20 dagen",),
        "bij": ("Gemeente", "Waterschap"),
        "omvang": ("20.000 tot 50.000 inwoners",),
        "provincie": ("Voorbeeld",),
        "organisatie": ("Voorbeeldstad", "Waterschap Voorbeeld", "Nieuwland"),
        "voorziening": ("DigiD",),
        "standaard": ("Zaken API",),
        "wet": ("Wet open overheid (Woo)",),
        "licentie": ("EUPL-1.2",),
        "hosting": ("Bij een leverancier (SaaS)", "In eigen beheer"),
        "actualiteit": ("Actueel",),
    }
    assert found.names == ("DigiD", "Zaken API", "Paspoort", "Meldingencomponent")
    assert dict(found.shown) == {
        "soort": "Toepassing",
        "status": "In gebruik",
        "organisatie": "Voorbeeldstad",
        "gebruikt": "1 keer hergebruikt",
        "themas": "Dienstverlening",
        "actueel": "Actueel",
    }
    assert dict(found.sort) == {
        "titel": "Meldingen buiten",
        "gebruikt": "1",
        "gelezen": "2026-11-01",
        "inspanning": "2",
    }


def test_search_leaves_out_what_nobody_knows_yet(tmp_path: Path) -> None:
    """Nobody looks for what is unknown; closed software says so, and a control has its number and name."""
    text = (CASES / "voorbeeldstad/applications/meldingen.md").read_text(encoding="utf-8")
    text = text.replace("aliases: [meldingen-oud]\n", "")
    text = text.replace("hosting: [saas,", "hosting: [unknown,")
    closed = text.replace("licence: EUPL-1.2", "licence: proprietary")
    other = text.replace("licence: EUPL-1.2", "licence: unknown")
    found = pages_of(
        site_in(
            tmp_path,
            {
                "organisations/nieuwland/applications/dicht.md": closed,
                "organisations/nieuwland/applications/onbekend.md": other,
            },
        )
    )
    filters = {
        name: found[name].search.filters  # type: ignore[union-attr]
        for name in ("toepassingen/dicht/", "toepassingen/onbekend/", "praktijken/phishing-oefening/")
    }
    assert filters["toepassingen/dicht/"]["licentie"] == ("Niet open: te koop bij een leverancier",)
    assert filters["toepassingen/dicht/"]["hosting"] == ("In eigen beheer",)
    assert "licentie" not in filters["toepassingen/onbekend/"]
    assert filters["praktijken/phishing-oefening/"]["domein"] == ("Digitale veiligheid",)
    (control,) = filters["praktijken/phishing-oefening/"]["maatregel"]
    assert control.startswith("6.3 ")


def test_english_pages_have_no_dutch_of_ours(tmp_path: Path) -> None:
    """Only what contributors write in Dutch stays so, and says that it is Dutch."""
    page = pages_of(site_in(tmp_path, STORY, "en"))["toepassingen/meldingen/"]
    assert page.title == "Reports on public space"
    assert [heading.text for heading in page.toc[:3]] == [
        "Does this suit us?",
        "What does it solve?",
        "Who uses it, and what did it take them?",
    ]
    assert page.html.count('<div class="c-prose" lang="nl">') == 2


def test_a_link_to_another_file_leads_to_its_page(tmp_path: Path) -> None:
    """In the files, a link is a path; on the site, the address of the page."""
    html = pages_of(site_in(tmp_path))["toepassingen/meldingen/"].html
    assert html.count('<a href="../../praktijken/phishing-oefening/">de oefening</a>') == 1


def test_headings_that_are_not_on_the_list_are_not_lost(tmp_path: Path) -> None:
    """A rule asks to mend them; what somebody wrote is shown meanwhile, a quoted heading where it stands."""
    text = practice("Nieuw") + "\n## Iets anders\n\nDit ook.\n\n> ## Lessen\n>\n> Geciteerd.\n"
    page = pages_of(site_in(tmp_path, {"organisations/nieuwland/practices/nieuw.md": text}))[
        "praktijken/nieuw/"
    ]
    assert words_of(page.html).count("Iets anders Dit ook. Lessen Geciteerd.") == 1
    assert page.html.count('<h2 id="lessen">') == 0


def test_long_lists_come_in_parts_that_lead_to_each_other() -> None:
    """A hundred on a page; an empty list is one page that can say so."""
    parts = list(parts_of(range(LONGEST * 2 + 1), "toepassingen/"))
    assert [(len(part.items), part.address, part.previous, part.next) for part in parts] == [
        (100, "toepassingen/", None, "toepassingen/pagina/2/"),
        (100, "toepassingen/pagina/2/", "toepassingen/", "toepassingen/pagina/3/"),
        (1, "toepassingen/pagina/3/", "toepassingen/pagina/2/", None),
    ]
    assert [(part.total, list(part.items)) for part in parts_of(list[int](), "toepassingen/")] == [(1, [])]


def test_an_empty_catalogue_makes_a_whole_site(tmp_path: Path) -> None:
    """Every page explains itself and offers the next step."""
    gone = {
        "organisations/nieuwland/adoptions/meldingen.md": "",
        "organisations/nieuwland/calls/samen-inkopen.md": "",
        "organisations/voorbeeldstad/applications/meldingen.md": "",
        "organisations/voorbeeldstad/practices/phishing-oefening.md": "",
        "organisations/samenwerking-voorbeeld/organisation.yml": "",
    }
    pages = pages_of(site_in(tmp_path, gone))
    for address in ("", "toepassingen/", "praktijken/", "oproepen/", "voorzieningen/", "themas/privacy/"):
        assert 'class="c-empty"' in pages[address].html, address


@pytest.mark.parametrize(
    ("name", "letter"),
    [("'s-Hertogenbosch", "H"), ("'t Hof", "H"), ("Übersee", "U"), ("IJsselstein", "I"), ("de Bilt", "D")],
)
def test_names_are_ordered_as_in_a_dutch_list(name: str, letter: str) -> None:
    """Accents and the short article in front do not count."""
    assert sort_key(name)[0].upper() == letter


def test_names_are_grouped_by_letter_in_order(tmp_path: Path) -> None:
    """Each letter once."""
    organisations = site_in(tmp_path).catalogue.organisations.values()
    assert [(letter, [item.slug for item in items]) for letter, items in by_letter(organisations)] == [
        ("L", ["landelijk-bureau"]),
        ("N", ["nieuwland"]),
        ("O", ["oudedorp"]),
        ("P", ["provincie-voorbeeld"]),
        ("S", ["samenwerking-voorbeeld", "softwarebouwer"]),
        ("V", ["voorbeeldstad"]),
        ("W", ["waterschap-voorbeeld"]),
    ]
