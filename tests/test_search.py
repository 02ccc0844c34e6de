"""What is indexed: words, parts of compounds, synonyms, facets; and the index itself, made by Pagefind."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from types import MappingProxyType

import pytest

from generator.catalogue import load
from generator.pages.page import Page, SearchFields
from generator.search.facets import facets_of, ids_of
from generator.search.index import write_index
from generator.search.live import LiveIndex
from generator.search.records import Record, records_of
from generator.search.synonyms import Thesaurus, thesaurus_of
from generator.search.words import fold, last_parts, words_of

BASE = Path(__file__).parent / "cases/_base/catalogue"


def page(address: str, title: str, **fields: object) -> Page:
    """Make a page that can be found."""
    search = SearchFields(title, **{"summary": "", **fields})  # type: ignore[arg-type]
    return Page(address, title, "", f"<h1>{title}</h1>", "entry", search=search)


def record(address: str = "a/", **fields: object) -> Record:
    """Make a record with little in it."""
    plain: dict[str, object] = {
        "title": "Title",
        "summary": "",
        "questions": (),
        "tags": (),
        "words": (),
        "text": "text",
        "facets": {},
        "shown": {},
        "order": {},
        "weight": 1.0,
    }
    return Record(address=address, **{**plain, **fields})  # type: ignore[arg-type]


def test_words_are_compared_without_case_or_accents() -> None:
    """`Cliëntgegevens` and `clientgegevens` are one word."""
    assert fold("Cliëntgegevens ÉÉN") == "clientgegevens een"
    assert list(words_of("Foto's, BRP & 24/7 één-op-één")) == ["foto's", "brp", "een", "op", "een"]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("persoonsgegevens", ["gegevens"]),
        ("zaaksysteem", ["systeem"]),
        ("multifactorauthenticatie", ["authenticatie"]),
        ("gegevensbeschermingsbeleid", ["beleid"]),
        ("kaartlaag", ["laag"]),
        ("overgegevens", []),
        ("gegevens", []),
        ("beleidje", []),
        ("onbekendlaag", []),
    ],
)
def test_a_compound_is_found_by_its_last_part(word: str, parts: list[str]) -> None:
    """A short last part counts only when the first part is a word as well."""
    known = {"persoon", "gegevens", "systeem", "authenticatie", "bescherming", "beleid", "kaart", "laag"}
    assert list(last_parts(word, known)) == parts


@pytest.fixture(scope="module")
def thesaurus() -> Thesaurus:
    """Return the thesaurus of the project's own vocabularies."""
    return thesaurus_of(load(Path(__file__).parent.parent / "catalogue"))


def test_an_abbreviation_and_what_it_stands_for_find_each_other(thesaurus: Thesaurus) -> None:
    """Both ways: who writes one is found by who types the other."""
    assert "BRP" in thesaurus.expand(["Leest de basisregistratie personen"])
    assert "basisregistratie personen" in thesaurus.expand(["Leest de BRP"])
    assert "GDPR" in thesaurus.expand(["Wat vraagt de AVG?"])


def test_an_ordinary_word_does_not_make_a_text_be_about_a_subject(thesaurus: Thesaurus) -> None:
    """`who`, `data` and `samenwerking` in a sentence bring in no law and no theme."""
    assert thesaurus.expand(["who shares data in samenwerking"]) == ()


def test_a_threat_is_a_subject_in_lower_case_too(thesaurus: Thesaurus) -> None:
    """Nobody writes phishing with a capital."""
    assert "nepmail" in thesaurus.expand(["Medewerkers herkennen phishing"])


def test_a_record_gets_what_its_page_says_and_what_others_would_type() -> None:
    """Questions apart from tags, synonyms of facets, parts of compounds, and everything sorted."""
    catalogue = load(BASE)
    facility = next(iter(catalogue.vocabularies["facilities"].values()))
    pages = [
        page("b/", "Gegevens"),
        page(
            "a/",
            "Persoonsgegevens",
            summary="Kort",
            questions=("Hoe dan?", "los woord"),
            text="Lang",
            filters=MappingProxyType({"voorziening": (facility.title,), "soort": ()}),
            shown=MappingProxyType({"status": "In gebruik", "soort": "Praktijk"}),
            sort=MappingProxyType({"titel": "Persoonsgegevens"}),
        ),
        Page("c/", "Hidden", "", "", "list"),
    ]
    first, second = records_of(pages, catalogue)
    synonyms = thesaurus_of(catalogue).expand([facility.title])
    assert first == Record(
        address="a/",
        title="Persoonsgegevens",
        summary="Kort",
        questions=("Hoe dan?",),
        tags=("los woord",),
        words=(*synonyms, "gegevens"),
        text="Lang",
        facets={"voorziening": (facility.title,)},
        shown={"soort": "Praktijk", "status": "In gebruik"},
        order={"titel": "Persoonsgegevens"},
        weight=1.0,
    )
    assert (second.address, second.words, second.text) == ("b/", (), "Gegevens")


def test_what_can_be_taken_over_weighs_more_than_an_organisation() -> None:
    """Hundreds of bodies have a common word in their name."""
    search = SearchFields("Samenwerking", "")
    pages = [Page(f"{kind}/", "", "", "", kind, search=search) for kind in ("entry", "organisation", "other")]
    assert [(item.address, item.weight) for item in records_of(pages, load(BASE))] == [
        ("entry/", 1.0),
        ("organisation/", 0.25),
        ("other/", 0.5),
    ]


def test_the_file_with_facets_names_every_value_once() -> None:
    """Values stand in tables; a record points at its own, and at its rank in every order."""
    records = [
        record(
            "b/", facets={"thema": ("Zorg", "Én meer")}, shown={"status": "Proef"}, order={"gebruikt": "10"}
        ),
        record(
            "a/", facets={"thema": ("zorg",), "soort": ("Praktijk",)}, order={"gebruikt": "9", "titel": "A"}
        ),
    ]
    assert json.loads(facets_of(records, {"a/": "nl_1", "b/": "nl_0"})) == {
        "facets": {"soort": ["Praktijk"], "thema": ["Én meer", "Zorg", "zorg"]},
        "shown": {"status": ["Proef"]},
        "orders": ["gebruikt", "titel"],
        "records": {
            "nl_0": [[[], [1, 0]], [0], [1, None], 1.0],
            "nl_1": [[[0], [2]], [None], [0, 0], 1.0],
        },
    }


def test_the_index_holds_every_record_and_nothing_of_pagefinds_own_pages(tmp_path: Path) -> None:
    """What a browser loads to search, and no more; words of others cannot change what is indexed."""
    records = [
        record(
            "a/", title='"><h1 data-pagefind-ignore>', summary="<b>", words=("BRP",), text="</body>{{ 7 }}"
        ),
        record("b/", text="—"),
        record(""),
    ]
    write_index(records, tmp_path / "pagefind", "nl")
    assert sorted(ids_of(tmp_path / "pagefind/fragment")) == ["", "a/"]
    assert len(json.loads((tmp_path / "pagefind/facets.json").read_text(encoding="utf-8"))["records"]) == 2
    names = {file.name.split(".")[0] for file in (tmp_path / "pagefind").glob("*.*")}
    assert names == {"facets", "pagefind", "pagefind-entry", "pagefind-worker", "wasm"}


def test_a_catalogue_without_anything_to_find_has_an_index_too(tmp_path: Path) -> None:
    """A region that begins can open its search page."""
    write_index([], tmp_path / "pagefind", "nl")
    assert json.loads((tmp_path / "pagefind/facets.json").read_text(encoding="utf-8"))["records"] == {}


def test_a_live_index_is_there_at_once_and_follows_behind(tmp_path: Path) -> None:
    """A preview never waits for the index of a change; the last change wins."""
    site = tmp_path / "site"
    site.mkdir()
    live = LiveIndex("nl")
    live.put([record("a/")], site)
    first = (site / "pagefind/facets.json").read_text(encoding="utf-8")
    shutil.rmtree(site / "pagefind")
    live.put([record("a/"), record("b/")], site)
    assert (site / "pagefind/facets.json").exists()
    live.wait()
    second = (site / "pagefind/facets.json").read_text(encoding="utf-8")
    live.close()
    assert [len(json.loads(text)["records"]) for text in (first, second)] == [1, 2]
