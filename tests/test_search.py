"""What is indexed: stems, parts of compounds, other names, facets; and the files a browser reads."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path
from types import MappingProxyType

import pytest
from records import index_of, record, sources, unpacked

from generator.build.made import made_of
from generator.catalogue import load
from generator.pages.page import Page, SearchFields
from generator.search.compounds import Splitter
from generator.search.dictionary import listed_words
from generator.search.facets import CARDS, LONGEST_TEXT, card_of, facet_of, order_of, result_of
from generator.search.index import FOLDER, write_index
from generator.search.live import LiveIndex
from generator.search.packing import numbers, packed, places
from generator.search.postings import BLOCK, LEVEL_BITS, blocks_of, name_key, names_of
from generator.search.records import Record, sources_of
from generator.search.stem import stem
from generator.search.synonyms import Thesaurus, thesaurus_of
from generator.search.words import counts_of, fold, split, terms_of, tokens_of

BASE = Path(__file__).parent / "cases/_base/catalogue"


def page(address: str, title: str, **fields: object) -> Page:
    """Make a page that can be found."""
    search = SearchFields(title, **{"summary": "", **fields})  # type: ignore[arg-type]
    return Page(address, title, "", f"<h1>{title}</h1>", "entry", search=search)


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


@pytest.mark.parametrize(
    "text",
    [
        "Foto's, BRP & 24/7 één-op-één_x en nog eens één-op-één_x.",
        "Cli\u00ebnt cli\u0065\u0308nt \u0130stanbul \u01c5 x\u00b2\u2003y\u00a0z -a- 'b' c.d..e",
        "  ",
    ],
)
def test_words_are_counted_as_they_are_found(text: str) -> None:
    """The quicker way to count gives what a browser finds one by one."""
    assert counts_of(text) == Counter(tokens_of(fold(text)))


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
    second, first = (source.read() for source in sources_of(map(made_of, pages), catalogue))
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
    records = [source.read() for source in sources_of(map(made_of, pages), load(BASE))]
    assert [(item.address, item.weight) for item in records] == [
        ("entry/", 1.0),
        ("organisation/", 0.25),
        ("other/", 0.5),
    ]


def test_numbers_take_as_few_bytes_as_they_need() -> None:
    """Seven bits a byte, the lowest first."""
    assert numbers([0, 127, 128, 300]) == bytes([0, 127, 0x80, 1, 0xAC, 2])


def test_places_are_steps_or_bits_whichever_is_shorter() -> None:
    """A value that few have costs little, and one that nearly all have no more than a bit for each."""
    assert places([3, 5, 200]) == ("steps", numbers([3, 2, 195]))
    assert places(range(0, 16, 2)) == ("bits", bytes([0b01010101, 0b01010101]))


def test_a_file_tells_where_its_parts_are() -> None:
    """A header in JSON and what follows it."""
    assert unpacked(packed({"values": ["é"]}, [b"ab", b"", b"c"])) == (
        {"values": ["é"], "sizes": [2, 0, 1]},
        [b"ab", b"", b"c"],
    )


def levels_of(term: str, files: dict[str, bytes]) -> dict[int, int]:
    """Return the level of a term in every record that has it, in an index of one file of terms."""
    header, parts = unpacked(files["terms/0.bin"])
    content = parts[str(header["terms"]).split(" ").index(term)]
    found, place, shift, number = {}, 0, 0, 0
    for byte in content:
        number, shift = number | (byte & 0x7F) << shift, shift + 7
        if byte < 0x80:
            place += number >> LEVEL_BITS
            found[place] = number & (1 << LEVEL_BITS) - 1
            shift = number = 0
    return found


def test_a_word_in_the_title_says_more_than_one_in_the_text(tmp_path: Path) -> None:
    """And a part of a compound less than the word itself."""
    records = [
        record("a/", title="Gegevens"),
        record("b/", title="Iets", text="gegevens"),
        record("c/", title="Persoonsgegevens", text="persoon"),
    ]
    levels = levels_of("gegef", index_of(records, tmp_path))
    assert levels[0] > levels[2] > levels[1]


def test_a_name_typed_whole_points_at_its_page() -> None:
    """In whatever order, with or without the space between two words."""
    names = names_of(record(title="Open Zaak", names=("Open Zaak",), aliases=("De Zaak",)))
    assert name_key("zaak OPEN") == "=open_zaak"
    assert {"=open_zaak", "=zaak", stem("openzaak")} == names.keys()


def test_terms_stand_in_order_in_files_of_a_size() -> None:
    """A reader fetches the one file in which a word stands."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = (f"w{one}{other}{third}q" for one in letters for other in letters for third in letters[:9])
    files = list(blocks_of(dict.fromkeys(words, (1,))))
    terms = [str(unpacked(content)[0]["terms"]).split(" ") for _, content in files]
    assert len(files) > 1
    assert all(len(content) < 2 * BLOCK for _, content in files)
    assert [found[0] for found in terms] == [first for first, _ in files]
    assert (every := [term for found in terms for term in found]) == sorted(every)


def test_a_facet_names_every_value_once_with_its_records() -> None:
    """In alphabetical order, without regard to case or accents."""
    header, parts = unpacked(facet_of({"Zorg": [0], "Én meer": [0], "zorg": [1]}))
    assert header == {"values": ["Én meer", "Zorg", "zorg"], "bits": [], "sizes": [1, 1, 1]}
    assert parts == [b"\0", b"\0", b"\1"]


def test_an_order_ranks_numbers_by_size_and_words_by_the_alphabet() -> None:
    """A record without a value has no rank."""
    ranked = ({"width": 2, "sizes": [6]}, [bytes([2, 0, 1, 0, 0, 0])])
    assert unpacked(order_of(["10", "9", ""])) == unpacked(order_of(["b", "Á", ""])) == ranked


def test_a_card_holds_a_text_of_limited_length() -> None:
    """Markup in it is text, and a very long page does not make a result slow."""
    card = json.loads(result_of(card_of(record(title="<b>")), "a" * (LONGEST_TEXT + 1)))
    assert (card["title"], len(card["text"])) == ("<b>", LONGEST_TEXT)


def test_who_browses_gets_some_cards_at_once_without_their_text(tmp_path: Path) -> None:
    """What a result shows, of records that come after each other, and nothing that it does not show."""
    shown = {"soort": "Oproep", "redactie": "ja"}
    files = index_of([record(f"{number}/", shown=shown) for number in range(CARDS + 1)], tmp_path)
    first, last = json.loads(files["cards/0.json"]), json.loads(files["cards/1.json"])
    assert [card["address"] for card in first] == [f"{number}/" for number in range(CARDS)]
    assert last == [{"address": f"{CARDS}/", "title": "Title", "summary": "", "shown": {"soort": "Oproep"}}]


def test_the_best_records_have_the_first_numbers(tmp_path: Path) -> None:
    """Of what fits as well, what weighs and is reused most comes first, without a look at anything else."""
    records = [
        record("a/", weight=0.25),
        record("b/", order={"gebruikt": "9"}),
        record("c/", order={"gebruikt": "10"}),
    ]
    files = index_of(records, tmp_path)
    assert [card["address"] for card in json.loads(files["cards/0.json"])] == ["c/", "b/", "a/"]
    start = json.loads(files["index.json"])
    assert (start["count"], start["weights"], start["orders"]) == (3, [[2, 1.0], [1, 0.25]], ["gebruikt"])


def test_the_same_records_give_the_same_bytes_and_others_another_version(tmp_path: Path) -> None:
    """In whatever order they come; a browser keeps the files of two builds apart."""
    one, other = record("a/"), record("b/")
    files = index_of([one, other], tmp_path / "one")
    assert files == index_of([other, one], tmp_path / "other")
    changed = index_of([one, record("b/", text="iets anders")], tmp_path / "changed")
    versions = {json.loads(found["index.json"])["version"] for found in (files, changed)}
    assert len(versions) == 2


def test_a_catalogue_without_anything_to_find_has_an_index_too(tmp_path: Path) -> None:
    """A region that begins can open its search page."""
    folder = tmp_path / FOLDER
    folder.mkdir()
    (folder / "index.json").write_text("{", encoding="utf-8")
    write_index([], folder)
    assert json.loads((tmp_path / FOLDER / "index.json").read_text(encoding="utf-8"))["count"] == 0


def test_a_live_index_is_there_at_once_and_follows_behind(tmp_path: Path) -> None:
    """A preview never waits for the index of a change; the last change wins."""
    site = tmp_path / "site"
    site.mkdir()
    live = LiveIndex()
    start = site / FOLDER / "index.json"
    live.put(sources([record("a/")]), site)
    first = start.read_text(encoding="utf-8")
    shutil.rmtree(site / FOLDER)
    live.put(sources([record("a/"), record("b/")]), site)
    assert start.exists()
    live.wait()
    second = start.read_text(encoding="utf-8")
    live.close()
    assert [json.loads(text)["count"] for text in (first, second)] == [1, 2]
