"""The map: where municipalities stand, how large and how dark, and the small map of each entry."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from catalogues import TODAY, adoption, practice, site_in

from generator.catalogue import load
from generator.insight.similarity import distance, traits_of
from generator.messages import Language
from generator.pages import all_pages, atlas, figures
from generator.pages.charts import columns
from generator.pages.figures import with_gaps
from generator.pages.page import Page
from generator.pages.positions import HEIGHT, WIDTH, dots, position
from generator.pages.site import Site

ROOT = Path(__file__).parent.parent
SHARED = {
    "organisations/voorbeeldstad/practices/samen.md": practice("Samen"),
    "organisations/nieuwland/adoptions/samen.md": adoption(),
    "organisations/waterschap-voorbeeld/practices/van-een-ander.md": practice("Van een ander"),
    "organisations/landelijk-bureau/adoptions/van-een-ander.md": adoption(),
}


def map_of(site: Site) -> Page:
    """Return the page with the map."""
    [plan] = atlas.plans(site)
    return plan.page(site.setting)


def real() -> Site:
    """Return the real site."""
    return Site(load(ROOT / "catalogue"), TODAY, "nl")


def test_places_are_told_apart_and_on_the_map() -> None:
    """All 342 municipalities stand in a place of their own, so that the place alone says which one it is."""
    places = [
        position(item)
        for item in real().catalogue.organisations.values()
        if item.type == "municipality" and item.until is None
    ]
    assert None not in places
    assert len(set(places)) == len(places) == 342
    assert all(0 < place.x < WIDTH and 0 < place.y < HEIGHT for place in places if place)


def test_the_map_is_as_wide_as_the_country() -> None:
    """Groningen lies north-east of Middelburg, and a kilometre is as long in each direction."""
    bodies = real().catalogue.organisations
    groningen, middelburg, utrecht = (
        position(bodies[name]) for name in ("groningen", "middelburg", "utrecht")
    )
    assert groningen
    assert middelburg
    assert utrecht
    assert groningen.x > utrecht.x > middelburg.x
    assert groningen.y < utrecht.y < middelburg.y
    apart = ((groningen.x - middelburg.x) ** 2 + (groningen.y - middelburg.y) ** 2) ** 0.5
    kilometres = distance(traits_of(bodies["groningen"], {}), traits_of(bodies["middelburg"], {}))
    # One unit is 370 metres.
    assert apart * 0.37 == pytest.approx(kilometres, rel=0.02)


def test_only_municipalities_have_a_place(tmp_path: Path) -> None:
    """Other bodies work everywhere; a place that is not known, or not on the map, is none."""
    bodies = site_in(tmp_path).catalogue.organisations
    here = bodies["voorbeeldstad"]
    assert position(here) is not None
    assert position(bodies["landelijk-bureau"]) is None
    assert position(bodies["oudedorp"]) is None
    assert position(replace(here, lat=12.2, lon=-68.3)) is None
    assert dots([bodies["landelijk-bureau"]]) == ""
    assert dots([here, here]) == "M331 450h0"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_municipality_is_on_the_map_and_in_the_table(tmp_path: Path, language: Language) -> None:
    """The mark is a link with a name; the row with the same place has the figures."""
    html = map_of(site_in(tmp_path, language=language)).html
    marks = re.findall(r'<a href="\.\./organisaties/([^/]*)/" aria-label="[^"]+"', html)
    rows = re.findall(r'<tr data-at="[\d,]+"[^>]*><th scope="row"><a href="\.\./organisaties/([^/]*)/"', html)
    assert sorted(marks) == sorted(rows) == ["nieuwland", "voorbeeldstad"]
    # One stop for the Tab key; the arrows do the rest.
    assert html.count('tabindex="-1"') == len(marks) - 1


def test_a_municipality_that_merged_has_no_mark(tmp_path: Path) -> None:
    """What it had counts where it is now."""
    files = {"organisations/oudedorp/adoptions/phishing-oefening.md": adoption()}
    html = map_of(site_in(tmp_path, files)).html
    assert "oudedorp" not in html
    row = next(row for row in html.split("<tr") if "organisaties/nieuwland/" in row and "data-at=" in row)
    assert re.findall(r'align-right">([^<]*)</td>', row) == ["25.000", "0", "2"]


def test_shades_and_sizes_follow_the_figures() -> None:
    """More inhabitants, larger; more shared and reused, darker; and no small one lies below a large one."""
    html = map_of(real()).html
    radii = [int(text) for text in re.findall(r'<a [^>]*><circle [^>]* r="(\d+)"', html)]
    assert len(radii) == 342
    assert radii == sorted(radii, reverse=True)
    assert 'aria-label="Amsterdam"><circle class="c-mark c-mark--4"' in html


def test_the_small_map_shows_owner_and_users(tmp_path: Path) -> None:
    """Two colours for two parts; without a municipality among the users there is no map."""
    pages = {page.address: page.html for page in all_pages(site_in(tmp_path, SHARED))}
    html = pages["praktijken/samen/"]
    assert 'class="c-mini__users" d="M349 420h0"' in html
    assert 'class="c-mini__owners" d="M331 450h0"' in html
    assert 'href="../../kaart/?praktijk=samen"' in html
    assert "c-mini" not in pages["praktijken/van-een-ander/"]


def test_the_small_map_is_small() -> None:
    """On the page of the entry that most municipalities use it takes less than a kilobyte and a half."""
    [most] = sorted(real().insight.dossiers.values(), key=lambda item: len(item.adopters))[-1:]
    page = next(page for page in all_pages(real()) if page.address.endswith(f"/{most.id}/"))
    part = page.html.split('<div class="c-mini__row">')[1].split("</div>")[0]
    assert len(part.encode()) < 1_500


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_figures_are_on_their_page(tmp_path: Path, language: Language) -> None:
    """Every count leads to what it counts; a drawing has a title, words, and its numbers in a table."""
    [plan] = figures.plans(site_in(tmp_path, language=language))
    html = plan.page(site_in(tmp_path / "again", language=language).setting).html
    assert re.findall(r'class="c-count" href="\.\./([^"]*)"', html) == [
        "toepassingen/",
        "praktijken/",
        "kaart/?toon=reuses",
        "organisaties/",
        "oproepen/",
    ]
    for drawing in re.findall(r"<svg[^>]*c-columns-chart.*?</svg>", html, re.DOTALL):
        assert re.search(r"<title id=", drawing)
        assert re.search(r"<desc id=", drawing)
    assert html.count('c-columns-chart"') == html.count("<figcaption>")


def test_columns_keep_to_their_drawing() -> None:
    """The highest is as high as there is room; nothing is drawn of nothing, and words do not touch."""
    few = columns([("2020", 4), ("2021", 0), ("2022", 2)])
    assert [item.height for item in few] == [166.0, 0.0, 83.0]
    assert all(0 <= item.x < item.x + item.width <= 640 for item in few)
    assert columns([]) == columns([("2020", 0)]) == ()
    many = columns([(str(number), 1) for number in range(40)])
    assert sum(bool(item.words) for item in many) <= 12
    assert with_gaps([(2019, 1), (2021, 2)]) == ((2019, 1), (2020, 0), (2021, 2))
    assert with_gaps([]) == ()
