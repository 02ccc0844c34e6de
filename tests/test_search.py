"""What is indexed: stems, parts of compounds, other names, facets; and the files a browser reads."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from types import MappingProxyType

import pytest

from generator.catalogue import load
from generator.pages.page import Page, SearchFields
from generator.search.compounds import Splitter
from generator.search.dictionary import listed_words
from generator.search.facets import LONGEST_TEXT, card_of, facet_of, order_of
from generator.search.index import FOLDER, files_of, write_index
from generator.search.live import LiveIndex
from generator.search.packing import numbers, packed, places
from generator.search.postings import BLOCK, blocks_of, name_key, postings_of
from generator.search.records import Record, records_of
from generator.search.stem import stem
from generator.search.synonyms import Thesaurus, thesaurus_of
from generator.search.words import fold, split, terms_of, tokens_of

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
        "synonyms": (),
        "names": (),
        "aliases": (),
        "text": "text",
        "facets": {},
        "shown": {},
        "order": {},
        "weight": 1.0,
    }
    return Record(address=address, **{**plain, **fields})  # type: ignore[arg-type]


def unpacked(content: bytes) -> tuple[dict[str, object], list[bytes]]:
    """Read a file as a browser does."""
    length = int.from_bytes(content[:4], "little")
    header = json.loads(content[4 : 4 + length])
    parts, place = [], 4 + length
    for size in header["sizes"]:
        parts.append(content[place : place + size])
        place += size
    return header, parts


@pytest.mark.parametrize(
    "alike",
    [
        "verhuizen verhuizing",
        "zaak zaken",
        "wet wetten",
        "brief brieven",
        "huis huizen",
        "melden melding meldingen",
        "oefenen oefening",
        "inkopen inkoop",
        "beheren beheer",
        "kwetsbaarheid kwetsbaarheden",
        "veilig veiligheid",
        "gemeentelijk gemeentelijke",
        "sensor sensoren",
        "proces processen",
        "hackers hacker",
        "gegeven gegevens",
        "leesbaar leesbaarheid",
        "boete boetes",
        "woning woningen",
    ],
)
def test_forms_of_a_word_have_one_stem(alike: str) -> None:
    """Who types one form finds the others."""
    assert len({stem(word) for word in alike.split()}) == 1


@pytest.mark.parametrize(
    "apart", ["wet weten", "zak zaak", "koning kon", "bom boom", "eenheid een", "brp brps"]
)
def test_other_words_keep_their_own_stem(apart: str) -> None:
    """A search for one does not bring the other."""
    one, other = apart.split()
    assert stem(one) != stem(other)


def test_words_are_compared_without_case_or_accents() -> None:
    """`Cliëntgegevens` and `clientgegevens` are one word."""
    assert fold("Cliëntgegevens ÉÉN") == "clientgegevens een"
    assert tokens_of(fold("Foto's, BRP & 24/7 één-op-één_x")) == [
        "foto's",
        "brp",
        "24",
        "7",
        "een-op-een",
        "x",
    ]
    assert split("open.overheid.nl") == ["open", "overheid", "nl"]


@pytest.mark.parametrize(
    ("token", "terms"),
    [
        ("zaken", ("zaak",)),
        ("de", ()),
        ("x" * 41, ()),
        ("foto's", ("foto",)),
        ("e-mail", ("email", "mail")),
        ("5.24.01", ("5.24.01", "5.24")),
        ("osv2020", ("osv2020",)),
    ],
)
def test_a_word_is_found_by_its_stem_and_by_its_parts(token: str, terms: tuple[str, ...]) -> None:
    """With a hyphen or without, whole or in part; a number by what it belongs to."""
    assert terms_of(token) == terms


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("persoonsgegevens", ("persoon", "gegevens")),
        ("zaaksysteem", ("zaak", "systeem")),
        ("multifactorauthenticatie", ("authenticatie",)),
        ("gegevensbeschermingsbeleid", ("gegevens", "bescherming", "beleid")),
        ("kaartlaag", ("kaart", "laag")),
        ("overgegevens", ()),
        ("gegevens", ()),
        ("beleidje", ()),
        ("onbekendlaag", ()),
        ("e-mail", ()),
    ],
)
def test_a_compound_is_found_by_its_parts(word: str, parts: tuple[str, ...]) -> None:
    """A short last part counts only when the first part is a word as well."""
    known = frozenset(
        {"persoon", "gegevens", "systeem", "authenticatie", "bescherming", "beleid", "kaart", "laag", "zaak"}
    )
    assert Splitter(known).parts(word) == parts


def test_a_list_of_words_knows_parts_that_the_catalogue_does_not() -> None:
    """Nobody keeps a dictionary by hand; its short words at the end are endings."""
    splitter = Splitter(frozenset(), listed_words())
    assert splitter.parts("verkiezingsuitslag") == ("verkiezing", "uitslag")
    assert splitter.parts("beschikbare") == ()


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
    """Questions apart from tags, other names of facets, what it uses and is called, and everything sorted."""
    catalogue = load(BASE)
    facility = next(iter(catalogue.vocabularies["facilities"].values()))
    pages = [
        page("b/", "Gegevens"),
        page(
            "a/",
            "Model (GGM): de rest",
            summary="Kort",
            questions=("Hoe dan?", "los woord"),
            text="Lang",
            filters=MappingProxyType({"voorziening": (facility.title,), "soort": ()}),
            shown=MappingProxyType({"status": "In gebruik", "soort": "Praktijk"}),
            sort=MappingProxyType({"titel": "Model"}),
            names=("Zaakregister",),
            aliases=("Oud model",),
        ),
        Page("c/", "Hidden", "", "", "list"),
    ]
    first, second = records_of(pages, catalogue)
    assert first == Record(
        address="a/",
        title="Model (GGM): de rest",
        summary="Kort",
        questions=("Hoe dan?",),
        tags=("los woord",),
        synonyms=("Zaakregister", *thesaurus_of(catalogue).expand([facility.title])),
        names=("Model (GGM): de rest", "Model", "GGM"),
        aliases=("Oud model",),
        text="Lang",
        facets={"voorziening": (facility.title,)},
        shown={"soort": "Praktijk", "status": "In gebruik"},
        order={"titel": "Model"},
        weight=1.0,
    )
    assert (second.address, second.synonyms, second.text) == ("b/", (), "Gegevens")


def test_what_can_be_taken_over_weighs_more_than_an_organisation() -> None:
    """Hundreds of bodies have a common word in their name."""
    search = SearchFields("Samenwerking", "")
    pages = [Page(f"{kind}/", "", "", "", kind, search=search) for kind in ("entry", "organisation", "other")]
    assert [(item.address, item.weight) for item in records_of(pages, load(BASE))] == [
        ("entry/", 1.0),
        ("organisation/", 0.25),
        ("other/", 0.5),
    ]


def test_numbers_take_as_few_bytes_as_they_need() -> None:
    """Seven bits a byte, the lowest first."""
    assert numbers([0, 127, 128, 300]) == bytes([0, 127, 0x80, 1, 0xAC, 2])


def test_places_are_steps_or_bits_whichever_is_shorter() -> None:
    """A value that few have costs little, and one that nearly all have no more than a bit for each."""
    assert places([3, 5, 200], 1000) == ("steps", numbers([3, 2, 195]))
    assert places(range(0, 16, 2), 16) == ("bits", bytes([0b01010101, 0b01010101]))


def test_a_file_tells_where_its_parts_are() -> None:
    """A header in JSON and what follows it."""
    assert unpacked(packed({"values": ["é"]}, [b"ab", b"", b"c"])) == (
        {"values": ["é"], "sizes": [2, 0, 1]},
        [b"ab", b"", b"c"],
    )


def test_a_word_in_the_title_says_more_than_one_in_the_text() -> None:
    """And a part of a compound less than the word itself."""
    records = [
        record("a/", title="Gegevens"),
        record("b/", title="Iets", text="gegevens"),
        record("c/", title="Persoonsgegevens"),
    ]
    levels = dict(postings_of(records, frozenset({"persoon"})).levels("gegef"))
    assert levels[0] > levels[2] > levels[1]


def test_a_name_typed_whole_points_at_its_page() -> None:
    """In whatever order, with or without the space between two words."""
    sources = postings_of([record(title="Open Zaak", names=("Open Zaak",), aliases=("De Zaak",))]).sources
    assert name_key("zaak OPEN") == "=open_zaak"
    assert {"=open_zaak", "=zaak", stem("openzaak")} <= sources.keys()


def test_terms_stand_in_order_in_files_of_a_size() -> None:
    """A reader fetches the one file in which a word stands."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = " ".join(
        f"w{one}{other}{third}q" for one in letters for other in letters for third in letters[:9]
    )
    files = list(blocks_of(postings_of([record(text=words)])))
    terms = [str(unpacked(content)[0]["terms"]).split(" ") for _, content in files]
    assert len(files) > 1
    assert all(len(content) < 2 * BLOCK for _, content in files)
    assert [found[0] for found in terms] == [first for first, _ in files]
    assert (every := [term for found in terms for term in found]) == sorted(every)


def test_a_facet_names_every_value_once_with_its_records() -> None:
    """In alphabetical order, without regard to case or accents."""
    records = [record("a/", facets={"thema": ("Zorg", "Én meer")}), record("b/", facets={"thema": ("zorg",)})]
    header, parts = unpacked(facet_of(records, "thema"))
    assert header == {"values": ["Én meer", "Zorg", "zorg"], "forms": ["steps"] * 3, "sizes": [1, 1, 1]}
    assert parts == [b"\0", b"\0", b"\1"]


def test_an_order_ranks_numbers_by_size_and_words_by_the_alphabet() -> None:
    """A record without a value has no rank."""
    records = [record(order={"n": "10", "t": "b"}), record(order={"n": "9", "t": "Á"}), record()]
    assert unpacked(order_of(records, "n")) == ({"width": 2, "sizes": [6]}, [bytes([2, 0, 1, 0, 0, 0])])
    assert unpacked(order_of(records, "t"))[1] == [bytes([2, 0, 1, 0, 0, 0])]


def test_a_card_holds_a_text_of_limited_length() -> None:
    """Markup in it is text, and a very long page does not make a result slow."""
    card = json.loads(card_of(record(title="<b>", text="a" * (LONGEST_TEXT + 1))))
    assert (card["title"], len(card["text"])) == ("<b>", LONGEST_TEXT)


def test_the_best_records_have_the_first_numbers() -> None:
    """Of what fits as well, what weighs and is reused most comes first, without a look at anything else."""
    records = [
        record("a/", weight=0.25),
        record("b/", order={"gebruikt": "9"}),
        record("c/", order={"gebruikt": "10"}),
    ]
    files = dict(files_of(records))
    assert [json.loads(files[f"cards/{number}.json"])["address"] for number in range(3)] == ["c/", "b/", "a/"]
    start = json.loads(files["index.json"])
    assert (start["count"], start["weights"], start["orders"]) == (3, [[2, 1.0], [1, 0.25]], ["gebruikt"])


def test_the_same_records_give_the_same_bytes_and_others_another_version() -> None:
    """In whatever order they come; a browser keeps the files of two builds apart."""
    one, other = record("a/"), record("b/")
    files = list(files_of([one, other]))
    assert files == list(files_of([other, one]))
    changed = dict(files_of([one, record("b/", text="iets anders")]))
    versions = {json.loads(found["index.json"])["version"] for found in (dict(files), changed)}
    assert len(versions) == 2


def test_an_index_that_is_there_is_only_changed_where_it_must(tmp_path: Path) -> None:
    """One changed page rewrites its own card and the files with its words; what belongs to no page goes."""
    folder = tmp_path / FOLDER
    write_index([record("a/"), record("b/", text="gelijk"), record("c/")], folder, "nl")
    (before,) = folder.glob("*/cards")
    day = (before / "0.json").stat().st_mtime_ns
    write_index([record("a/"), record("b/", text="anders")], folder, "nl")
    (after,) = folder.glob("*/cards")
    assert after.parent.name == json.loads((folder / "index.json").read_text(encoding="utf-8"))["version"]
    assert before.parent.name != after.parent.name
    assert (after / "0.json").stat().st_mtime_ns == day
    assert json.loads((after / "1.json").read_text(encoding="utf-8"))["text"] == "anders"
    assert not (after / "2.json").exists()


def test_a_catalogue_without_anything_to_find_has_an_index_too(tmp_path: Path) -> None:
    """A region that begins can open its search page."""
    folder = tmp_path / FOLDER
    folder.mkdir()
    (folder / "index.json").write_text("{", encoding="utf-8")
    write_index([], folder, "nl")
    assert json.loads((tmp_path / FOLDER / "index.json").read_text(encoding="utf-8"))["count"] == 0


def test_a_live_index_is_there_at_once_and_follows_behind(tmp_path: Path) -> None:
    """A preview never waits for the index of a change; the last change wins."""
    site = tmp_path / "site"
    site.mkdir()
    live = LiveIndex("nl")
    start = site / FOLDER / "index.json"
    live.put([record("a/")], site)
    first = start.read_text(encoding="utf-8")
    shutil.rmtree(site / FOLDER)
    live.put([record("a/"), record("b/")], site)
    assert start.exists()
    live.wait()
    second = start.read_text(encoding="utf-8")
    live.close()
    assert [json.loads(text)["count"] for text in (first, second)] == [1, 2]
