"""Lists by theme, facility, control, law, standard, component, supplier and status."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path

from catalogues import TODAY, catalogue_in, practice, site_in

from generator.pages import all_pages
from generator.pages.page import Page
from generator.pages.paging import LONGEST
from generator.pages.site import Site
from generator.pages.subjects import used_terms

FOLDER = "organisations/voorbeeldstad/practices/"
BIO2 = """\
title: BIO2
title_en: BIO2
source: {retrieved: 2026-11-24, what: fictief voorbeeld}
terms:
  - {id: "5.1", title: Beleid, title_en: Policy}
  - {id: "5.01.01", title: Wat erin staat, title_en: What it covers, parent: "5.1"}
  - {id: "6.3", title: Bewustwording, title_en: Awareness}
  - {id: "8.1", title: Apparaten, title_en: Devices}
  - {id: "8.2", title: Vervallen, title_en: Dropped, status: withdrawn}
"""
LAWS = """\
title: Wetten
title_en: Laws
source: {retrieved: 2026-11-24, what: fictief voorbeeld}
terms:
  - {id: woo, title: Wet open overheid, title_en: Open Government Act, applies_from: 2022-05-01}
  - {id: nieuw, title: Nieuwe wet, title_en: New act, applies_from: 2027-01-01}
"""


def pages_of(site: Site) -> Mapping[str, Page]:
    """Return every page by its address."""
    return {page.address: page for page in all_pages(site)}


def words_of(html: str) -> str:
    """Return the words of a page, as one line."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def part_of(page: Page, name: str) -> str:
    """Return the words below the heading with an id, up to the next such heading."""
    return words_of(page.html.split(f'<h2 id="{name}">')[1].split('<h2 id="')[0])


def practices(number: int, **fields: str) -> dict[str, str]:
    """Return files of practices, numbered."""
    return {f"{FOLDER}p{place:03}.md": practice(f"Werkwijze {place:03}", **fields) for place in range(number)}


def test_a_supplier_has_a_page_of_what_it_helps_with(tmp_path: Path) -> None:
    """Under the name of its own page here, with what it does, and a way to that page."""
    pages = pages_of(site_in(tmp_path))
    page = pages["leveranciers/softwarebouwer/"]
    assert page.title == "Softwarebouwer"
    assert part_of(page, "overnemen").count("Meldingen buiten") == 1
    assert part_of(page, "overnemen").count("Bouwt") == 1
    assert page.links.count("../../organisaties/softwarebouwer/") == 1
    assert pages["leveranciers/"].links.count("../leveranciers/softwarebouwer/") == 1


def test_a_supplier_without_a_folder_is_one_firm_however_it_is_written(tmp_path: Path) -> None:
    """Capitals and spaces make no other firm, and a name in another script has a page of its own."""
    text = (
        Path(__file__).parent / "cases/_base/catalogue/organisations/voorbeeldstad/applications/meldingen.md"
    ).read_text(encoding="utf-8")
    files = {
        f"organisations/voorbeeldstad/applications/{name}.md": re.sub(
            r"aliases: .*\n", "", re.sub(r"suppliers: .*", f"suppliers: [{{name: {firm}, role: host}}]", text)
        )
        for name, firm in (("een", "De Firma B.V."), ("twee", "de firma  b.v."), ("drie", "株式会社"))
    }
    found = used_terms(site_in(tmp_path, files), "suppliers")
    assert [(item.term.title, len(item.dossiers)) for item in found] == [
        ("De Firma B.V.", 2),
        ("Softwarebouwer", 1),
        ("株式会社", 1),
    ]
    assert all(re.fullmatch("[a-z0-9-]+", item.term.id) for item in found)


def test_who_helps_with_a_measure_helps_with_its_control(tmp_path: Path) -> None:
    """And the list says for which controls there is nothing; what was withdrawn is not asked for."""
    files = {
        "vocabularies/bio2.yml": BIO2,
        f"{FOLDER}beleid.md": practice("Beleid", security='{controls: ["5.01.01"]}'),
    }
    pages = pages_of(site_in(tmp_path, files))
    control = part_of(pages["maatregelen/5.1/"], "overnemen")
    assert control.count("onderdeel 5.01.01") == 1
    assert pages["maatregelen/5.01.01/"].links.count("../../maatregelen/5.1/") == 1
    missing = part_of(pages["maatregelen/"], "nog-niets")
    assert missing.startswith("Waarvoor is er nog niets? Voor 1 van de 3 heeft nog niemand iets gedeeld.")
    assert missing.endswith("8.1 Apparaten")


def test_a_law_says_from_when_it_applies_and_what_must_be_ready(tmp_path: Path) -> None:
    """The newest law first; before its day, what each thing asks and how long that takes."""
    reuse = '{advice: adapt, effort: 6-20, lead_time: 1-3-months, prerequisites: ["Een register"]}'
    files = {
        "vocabularies/legislation.yml": LAWS,
        f"{FOLDER}klaar.md": practice("Klaar voor de wet", legislation="[nieuw, woo]", reuse=reuse),
        f"{FOLDER}niets.md": practice("Niets bekend", legislation="[nieuw]"),
    }
    catalogue = catalogue_in(tmp_path, files)
    pages = pages_of(Site(catalogue, TODAY, "nl"))
    laws = words_of(pages["wetten/"].html)
    assert laws.index("Nieuwe wet") < laws.index("Wet open overheid")
    assert laws.count("geldt nog niet") == 1
    told = part_of(pages["wetten/nieuw/"], "eerst-nodig")
    assert told.startswith("Wat moet klaar zijn als de wet geldt?")
    assert told.count("Van 1 andere is nog niets bekend.") == 1
    assert told.endswith("Klaar voor de wet Een register 6 tot 20 dagen 1 tot 3 maanden")
    later = pages_of(Site(catalogue, dt.date(2027, 1, 1), "nl"))
    told = part_of(later["wetten/nieuw/"], "eerst-nodig")
    assert told.startswith("Wat moet klaar zijn voor deze wet?")


def test_what_must_be_there_first_is_told_of_everything_one_plans_by(tmp_path: Path) -> None:
    """A facility, control, law, standard, component or supplier; not of a theme or a status."""
    site = site_in(tmp_path)
    told = {page.address for page in all_pages(site) if '<h2 id="eerst-nodig">' in page.html}
    assert {address.partition("/")[0] for address in told} == {
        "leveranciers",
        "maatregelen",
        "referentiecomponenten",
        "standaarden",
        "voorzieningen",
        "wetten",
    }


def test_what_must_be_there_first_is_ordered_by_how_much_it_asks(tmp_path: Path) -> None:
    """A longer table is: the least first, and what nobody knows last."""
    reuses = {
        f"{FOLDER}p{place}.md": practice(f"P{place}", security='{controls: ["5.1"]}', reuse=reuse)
        for place, reuse in enumerate(
            [
                "{advice: adapt, effort: over-60, lead_time: weeks}",
                "{advice: adapt, effort: under-1}",
                '{advice: adapt, effort: unknown, prerequisites: ["Tijd"]}',
            ]
            * 2
        )
    }
    pages = pages_of(site_in(tmp_path, {"vocabularies/bio2.yml": BIO2, **reuses}))
    orders = re.findall(r'data-value="([^"]*)"', pages["maatregelen/5.1/"].html)
    assert orders == ["4 over-60", "0 weeks", "0 under-1", "~", "~", "~"] * 2


def test_a_facility_says_whether_one_can_do_without(tmp_path: Path) -> None:
    """And which others must be connected first, and who already uses some of it."""
    facilities = "[{id: digid, role: required}, {id: bag, role: required}]"
    pages = pages_of(
        site_in(tmp_path, {f"{FOLDER}balie.md": practice("Digitale balie", facilities=facilities)})
    )
    page = pages["voorzieningen/digid/"]
    listed = part_of(page, "overnemen")
    assert (listed.count("Werkt niet zonder"), listed.count("Werkt ook zonder")) == (1, 1)
    asked = part_of(page, "eerst-nodig")
    assert asked.count("Digitale balie Basisregistratie Adressen en Gebouwen (BAG)") == 1
    assert part_of(page, "wie-gebruikt") == "Wie gebruikt er al iets van? Nieuwland"


def test_everything_is_listed_by_how_far_it_is(tmp_path: Path) -> None:
    """Also without JavaScript, which the search needs."""
    pages = pages_of(site_in(tmp_path, practices(1, status="idea")))
    assert part_of(pages["status/idea/"], "overnemen").count("Werkwijze 000") == 1
    assert pages["status/"].links.index("../status/idea/") < pages["status/"].links.index("../status/in-use/")
    assert [address for address in pages if address.startswith("status/stopped")] == []


def test_a_long_list_of_a_term_goes_on_on_a_next_page(tmp_path: Path) -> None:
    """The bar says that it narrows one page only, and leads to the search for all."""
    pages = pages_of(site_in(tmp_path, practices(LONGEST + 1)))
    first, second = pages["themas/cybersecurity/"], pages["themas/cybersecurity/pagina/2/"]
    assert words_of(first.html).count("U verfijnt en ordent alleen de 100 op deze pagina.") == 1
    assert first.links.count("../../zoeken/?thema=Cybersecurity%20en%20informatiebeveiliging") == 1
    assert first.links.count("../../themas/cybersecurity/pagina/2/") == 1
    assert second.html.count("<article") == 2
    assert second.search is None


def test_rows_say_what_they_can_be_narrowed_and_ordered_by(tmp_path: Path) -> None:
    """In the words of the search page; a short list has no bar above it."""
    some = practices(5, reuse="{advice: adapt, effort: 6-20}") | {
        f"{FOLDER}idee.md": practice("Idee", status="idea", themes="[services]")
    }
    pages = pages_of(site_in(tmp_path, some))
    html = pages["praktijken/"].html
    assert html.count('data-status="Idee"') == 1
    assert html.count('data-inspanning="6 tot 20 dagen" data-op-gebruikt="0"') == 5
    assert re.findall(r'<select id="verfijn-(\w+)"', html) == ["thema", "status", "inspanning", "volgorde"]
    assert pages["themas/services/"].html.count("data-narrow") == 0


def test_where_nobody_shared_anything_the_next_step_is_offered(tmp_path: Path) -> None:
    """A theme has a page before it has an entry."""
    site = site_in(tmp_path)
    empty = next(item for item in used_terms(site, "themes") if not item.dossiers)
    page = pages_of(site)[f"themas/{empty.term.id}/"]
    words = "Hierover heeft nog niemand iets gedeeld. Heeft uw gemeente iets? Deel het"
    assert words_of(page.html).endswith(words)
    assert page.links.count("../../bijdragen/delen/") == 1
