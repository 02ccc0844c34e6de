"""Pages of organisations: figures as charts, what two have side by side, and whom to compare."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from catalogues import TODAY, adoption, practice, site_in

from generator.catalogue import load
from generator.messages import Language
from generator.model.organisation import Monitor
from generator.pages import all_pages
from generator.pages.compare_organisations import choices, telling_pairs
from generator.pages.gaps import rows_of, themes_of
from generator.pages.monitor import Point, charts_of, number_in
from generator.pages.page import Page
from generator.pages.site import Site

REAL = Path(__file__).parent.parent / "catalogue"


def page_of(site: Site, address: str) -> Page:
    """Return the page at an address."""
    return next(page for page in all_pages(site) if page.address == address)


def compared(page: Page) -> dict[str, object]:
    """Return what a page tells the one that compares."""
    [text] = re.findall(r'<script type="application/json" data-compared>(.*?)</script>', page.html, re.DOTALL)
    told: dict[str, object] = json.loads(text)
    return told


def figure(year: int, value: str | None = None, rank: int | None = None, measure: str = "score") -> Monitor:
    """Return a figure of a monitor."""
    written = {"year": str(year), "source": "https://www.voorbeeld.nl", "measure": measure}
    more = {"value": value, "rank": None if rank is None else str(rank)}
    return Monitor.model_validate(
        {**written, **{name: text for name, text in more.items() if text is not None}}
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("76 procent", 76.0),
        ("7,4", 7.4),
        ("7.4", 7.4),
        ("1.250 meldingen", 1250.0),
        ("12.345.678,5", 12_345_678.5),
        ("-3 punten", -3.0),
        ("ruim voldoende", None),
    ],
)
def test_a_number_is_read_as_dutch_people_write_it(text: str, expected: float | None) -> None:
    """A point parts thousands, a comma the decimals; words have no number."""
    assert number_in(text) == expected


def test_a_measure_of_more_years_is_a_chart_and_a_single_year_is_not() -> None:
    """The table has them all; a line needs two points."""
    charts = charts_of(
        [figure(2020, "80"), figure(2016, "60"), figure(2018, "goed"), figure(2020, "1", None, "los")]
    )
    [chart] = charts
    assert (chart.measure, chart.is_rank) == ("score", False)
    assert chart.points == (Point(2016, "60", 36, 88), Point(2020, "80", 284, 30))
    assert chart.line == "36,88 284,30"


def test_the_first_place_is_on_top() -> None:
    """From place 253 to 170 is a rise; two equal ones are a level line."""
    [chart] = charts_of([figure(2016, rank=253), figure(2018, rank=170)])
    assert chart.is_rank
    assert [(point.text, point.y) for point in chart.points] == [("253", 88), ("170", 30)]
    [level] = charts_of([figure(2016, "5"), figure(2018, "5")])
    assert [point.y for point in level.points] == [59, 59]


def test_what_is_compared_can_stand_in_a_script(tmp_path: Path) -> None:
    """A title that would end the script stays words."""
    wicked = "</script><script>alert(1)</script>"
    site = site_in(tmp_path, {"organisations/nieuwland/practices/boos.md": practice(f"'{wicked}'")})
    page = page_of(site, "organisaties/nieuwland/")
    [entry] = [item for item in compared(page)["has"] if item["id"] == "boos"]  # type: ignore[attr-defined]
    assert entry == {"id": "boos", "title": wicked, "at": "praktijken/boos/", "how": "deelt dit"}
    assert "alert(1)</script>" not in page.html


@pytest.mark.parametrize(
    ("language", "shares", "through"), [("nl", "deelt dit", "via"), ("en", "shares this", "through")]
)
def test_what_is_compared_says_how_one_has_it(
    tmp_path: Path, language: Language, shares: str, through: str
) -> None:
    """Own, used, through a partnership; what stopped is told apart and what is had is told once."""
    files = {
        "organisations/softwarebouwer/practices/landelijk.md": practice("Landelijk"),
        "organisations/samenwerking-voorbeeld/adoptions/landelijk.md": adoption(),
        "organisations/waterschap-voorbeeld/practices/gestopt.md": practice("Gestopt"),
        "organisations/voorbeeldstad/adoptions/gestopt.md": adoption(
            status="stopped", until="2024", stop_reason="te duur voor ons"
        ),
    }
    told = compared(page_of(site_in(tmp_path, files, language), "organisaties/voorbeeldstad/"))
    has = {item["id"]: item["how"] for item in told["has"]}  # type: ignore[attr-defined]
    assert has["meldingen"] == shares
    assert has["landelijk"].endswith(f"{through} Samenwerking Voorbeeld")
    assert [item["id"] for item in told["had"]] == ["gestopt"]  # type: ignore[attr-defined]
    assert told["partnerships"] == [
        {"name": "Samenwerking Voorbeeld", "at": "organisaties/samenwerking-voorbeeld/", "over": False}
    ]


def test_two_that_shared_one_office_and_yet_differ_are_proposed() -> None:
    """The question this catalogue began with: IJsselstein at place 170, Montfoort at 253."""
    site = Site(load(REAL), TODAY, "nl")
    assert ("ijsselstein", "montfoort") in [(one.slug, other.slug) for one, other in telling_pairs(site)]
    one, other = (compared(page_of(site, f"organisaties/{name}/")) for name in ("ijsselstein", "montfoort"))
    assert [item["rank"] for told in (one, other) for item in told["figures"]] == [170, 253]  # type: ignore[attr-defined]
    shared = [item for item in one["partnerships"] if item in other["partnerships"]]  # type: ignore[attr-defined,operator]
    assert shared == [{"name": "UW Samenwerking", "at": "organisaties/uw-samenwerking/", "over": True}]


def test_equal_figures_are_no_reason_to_compare(tmp_path: Path) -> None:
    """Nor figures of another year, or of a town that has none."""
    same = 'monitor: [{year: 2016, source: "https://www.voorbeeld.nl", measure: score, rank: 1}]\n'
    files = {
        "organisations/voorbeeldstad/organisation.yml": same,
        "organisations/nieuwland/organisation.yml": same,
    }
    assert list(telling_pairs(site_in(tmp_path / "same", files))) == []
    other = {**files, "organisations/nieuwland/organisation.yml": same.replace("rank: 1", "rank: 2")}
    found = telling_pairs(site_in(tmp_path / "other", other))
    assert [(one.slug, another.slug) for one, another in found] == [("nieuwland", "voorbeeldstad")]


def test_one_can_choose_every_municipality_and_others_that_take_part(tmp_path: Path) -> None:
    """Not one that merged; a company that shares nothing is left out."""
    municipalities, others = choices(site_in(tmp_path))
    assert [item.slug for item in municipalities] == ["nieuwland", "voorbeeldstad"]
    assert [item.slug for item in others] == ["waterschap-voorbeeld"]


def test_a_row_says_why_it_stands_there(tmp_path: Path) -> None:
    """Who has it, the law, the small one that took it over; and the themes one can choose from."""
    others = {
        f"organisations/{name}/adoptions/phishing-oefening.md": adoption(mode="one-to-one")
        for name in ("landelijk-bureau", "softwarebouwer")
    }
    site = site_in(tmp_path, others)
    [row] = rows_of(site, site.catalogue.organisations["nieuwland"])
    assert (row.id, row.owner, [item.slug for item in row.peers], row.more_peers) == (
        "phishing-oefening",
        "Voorbeeldstad",
        ["voorbeeldstad"],
        0,
    )
    assert row.reused == 2
    assert row.score == (sum(part.points * part.weight for part in row.parts) + 50) // 100
    assert [(term.id, number) for term, number in themes_of(site.setting, (row,))] == [("cybersecurity", 1)]


def test_without_scripts_the_page_says_so_and_leads_on(tmp_path: Path) -> None:
    """Comparing needs a script; the lists of organisations do not."""
    page = page_of(site_in(tmp_path), "vergelijken/organisaties/")
    assert page.html.count("<noscript>") == 1
    assert "Vergelijken werkt met JavaScript" in page.html
    assert page.kind == "compare"
