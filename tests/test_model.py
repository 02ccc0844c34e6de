"""Every field has its words in both languages; a file becomes a value, or faults where they are."""

from __future__ import annotations

import copy
from itertools import product

import pytest

from generator.documents import read
from generator.faults import Fault
from generator.messages import LANGUAGES, Language
from generator.model import choices, choices_more
from generator.model.about import FieldSpec, Need, Strict, fields_of
from generator.model.adoption import Adoption
from generator.model.application import Application
from generator.model.call import Call
from generator.model.choices import Choice, Kind, Status
from generator.model.convert import convert, field_at, names_at
from generator.model.kinds import MODELS
from generator.model.organisation import Profile
from generator.model.practice import Practice
from generator.model.typed import typed
from generator.model.vocabulary import Term, Vocabulary

ALL: tuple[type[Strict], ...] = (*MODELS.values(), Vocabulary)
CHOICES = [
    item
    for module in (choices, choices_more)
    for item in vars(module).values()
    if isinstance(item, type)
    and issubclass(item, Choice)
    and item is not Choice
    and item.__module__ == module.__name__
]
ADOPTION = "status: in-use\nconfirmed: 2026-11-24\nconfirmed_by: organisation\n"


def faults_in(model: type[Strict], text: str) -> list[Fault]:
    """Return the faults in the fields of a file, by place."""
    document, faults = read("entry.md", f"---\n{text}\n---\n".encode())
    assert faults == []
    return sorted(convert(document, model, None)[1], key=lambda item: item.location)


def told(model: type[Strict], text: str) -> list[tuple[str, str]]:
    """Return the kind of each fault with the text it points at."""
    lines = f"---\n{text}\n---\n".split("\n")
    return [
        (item.kind, lines[item.location.line - 1][item.location.column - 1 : item.location.end_column - 1])
        for item in faults_in(model, text)
    ]


@pytest.mark.parametrize(("model", "language"), list(product(ALL, LANGUAGES)))
def test_every_field_has_a_title_help_and_an_example(model: type[Strict], language: Language) -> None:
    """Nobody meets a field without words, in either language, and help is a sentence."""
    for spec in fields_of(model):
        about = spec.about.in_language(language)
        assert about.title, spec.path
        assert about.text.endswith((".", "?")), spec.path
        assert about.example, spec.path


def test_titles_are_dutch_where_the_reader_is() -> None:
    """The words come from the translation, not from the code."""
    title = field_at(Application, ("summary",))
    assert title is not None
    assert title.about.in_language("nl").title == "Samenvatting"
    assert title.about.in_language("en").title == "Summary"


def test_required_fields_are_those_the_model_cannot_do_without() -> None:
    """What a field says of itself is what the model does: required means without a default."""
    for model in ALL:
        for spec in fields_of(model):
            assert spec.info.is_required() == (spec.about.need is Need.REQUIRED), spec.path


@pytest.mark.parametrize("choice", CHOICES, ids=lambda item: item.__name__)
def test_every_choice_has_labels_of_its_own(choice: type[Choice]) -> None:
    """In both languages, each label once; a value is looked up by its text."""
    for language in LANGUAGES:
        labels = [item.label(language) for item in choice]
        assert all(labels)
        assert len(set(labels)) == len(labels)
    assert all(choice(item.value) is item for item in choice)


def test_a_field_knows_where_its_values_come_from() -> None:
    """A vocabulary, a closed list, another file, or none of these."""

    def spec(*path: str) -> FieldSpec:
        found = field_at(Application, path)
        assert found is not None
        return found

    assert spec("themes").vocabulary == "themes"
    assert spec("facilities", "id").vocabulary == "facilities"
    assert spec("status").choices == tuple(Status)
    assert spec("co_owners").refers_to == "organisation"
    assert spec("related").refers_to == "entry"
    assert (spec("title").vocabulary, spec("title").choices, spec("title").refers_to) == ("", (), "")
    assert (spec("links").is_list, spec("links").part is not None) == (True, True)
    assert (spec("contact").is_list, spec("contact").part is not None) == (False, True)


def test_a_field_that_is_not_there_has_no_words() -> None:
    """A path that leads nowhere is no error: rules ask about what people write."""
    assert field_at(Application, ("nothing",)) is None
    assert field_at(Application, ("title", "deeper")) is None
    assert field_at(Application, ()) is None
    assert list(names_at(Application, ("nothing",))) == []
    assert list(names_at(Practice, ("data_sources", 0))) == ["name", "register", "personal"]
    assert next(names_at(Call, ())) == "type"


def test_a_right_file_becomes_a_value() -> None:
    """Dates, numbers and choices have their types; texts stay as written."""
    text = (
        f"{ADOPTION}since: 2024-03\nlesson: Neem de tijd en begin met één team; dat werkte bij ons goed.\n"
        "example: true\nchanges: {process: {size: large, what: 0353}}"
    )
    document, _ = read("entry.md", f"---\n{text}\n---\n".encode())
    value, faults = convert(document, Adoption, None)
    assert faults == []
    assert value is not None
    assert (value.since, value.example, value.confirmed.isoformat()) == ("2024-03", True, "2026-11-24")
    assert value.changes is not None
    assert value.changes.process.what == "0353"
    assert value.changes.technology.size is choices.Size.UNKNOWN


@pytest.mark.parametrize(
    ("model", "text", "expected"),
    [
        (Adoption, "status: in-use\nconfirmed: 2026-11-24", [("missing-field", "")]),
        (Adoption, f"{ADOPTION}lesson: kort", [("text-too-short", "kort")]),
        (Adoption, f"{ADOPTION}lesson: {'x' * 601}", [("text-too-long", "x" * 601)]),
        (Adoption, f"{ADOPTION}since: gisteren", [("not-partial-date", "gisteren")]),
        (Adoption, f"{ADOPTION}since: 2026-02-30", [("no-such-day", "2026-02-30")]),
        (Adoption, f"{ADOPTION}since: 2026-13", [("not-partial-date", "2026-13")]),
        (Adoption, f"{ADOPTION}since: [2026]", [("wrong-shape", "[2026]")]),
        (Adoption, ADOPTION.replace("2026-11-24", "24-11-2026"), [("not-date", "24-11-2026")]),
        (Adoption, ADOPTION.replace("2026-11-24", "2026-02-30"), [("no-such-day", "2026-02-30")]),
        (Adoption, ADOPTION.replace("2026-11-24", "[2026]"), [("wrong-shape", "[2026]")]),
        (Adoption, f"{ADOPTION}example: ja", [("not-true-or-false", "ja")]),
        (Adoption, f"{ADOPTION}example: [true]", [("wrong-shape", "[true]")]),
        (Adoption, f"{ADOPTION}mode: klaar", [("not-a-choice", "klaar")]),
        (Adoption, f"{ADOPTION}mode: {{a: b}}", [("wrong-shape", "{a: b}")]),
        (Adoption, f"{ADOPTION}changes: groot", [("wrong-shape", "groot")]),
        (Adoption, f"{ADOPTION}contact: {{role: Balie, email: balie}}", [("not-email", "balie")]),
        (Adoption, f"{ADOPTION}contact: {{role: Balie, url: www.nl}}", [("not-url", "www.nl")]),
        (Adoption, f'{ADOPTION}contact: {{role: "een\\ntwee"}}', [("has-line-break", '"een\\ntwee"')]),
        (Adoption, f"{ADOPTION}mode:", [("empty-value", "mode")]),
        (Adoption, f"{ADOPTION}mode: ~", [("empty-value", "mode")]),
        (Adoption, f"{ADOPTION}statuss: in-use", [("unknown-field", "statuss")]),
        (Adoption, ADOPTION.replace("status", "statsu"), [("unknown-field", "statsu")]),
        (Adoption, f"{ADOPTION}sources: geen", [("wrong-shape", "geen")]),
        (Profile, "members: [{organisation: Hoofd}]", [("not-slug", "Hoofd")]),
        (Profile, "monitor: [{year: 16, source: x, measure: y}]", [("outside-range", "16")]),
        (
            Profile,
            "monitor: [{year: '2016', source: x, measure: y, rank: 0x10}]",
            [("not-whole-number", "0x10")],
        ),
        (Profile, "monitor: [{year: 2016, source: x, measure: y, rank: 1001}]", [("outside-range", "1001")]),
        (Profile, "monitor: [{year: [2016], source: x, measure: y}]", [("wrong-shape", "[2016]")]),
        (
            Vocabulary,
            "title: A\ntitle_en: A\nsource: {retrieved: 2026-01-01, what: x}\nterms: []",
            [("too-few", "[]")],
        ),
        (
            Vocabulary,
            "title: A\ntitle_en: A\nsource: {retrieved: 2026-01-01, what: x}\nterms: [{id: 'a b', title: x}]",
            [("not-term-id", "'a b'")],
        ),
    ],
)
def test_each_fault_is_told_once_where_it_is(
    model: type[Strict], text: str, expected: list[tuple[str, str]]
) -> None:
    """One fault, one place: the value itself, or the key when there is no value."""
    assert told(model, text) == expected


def test_equal_parts_of_files_are_one_value() -> None:
    """Ten thousand adoptions name a few hundred sources: each is in memory once, and no file by another."""
    text = ADOPTION + "changes: {process: {size: large}, technology: {size: large}}\n"
    document, _ = read("entry.md", f"---\n{text}---\n".encode())
    one, two = typed(Adoption, document.fields), typed(Adoption, copy.deepcopy(document.fields))
    assert one == two == convert(document, Adoption, None)[0]
    assert one is not two
    assert one.changes is not None
    assert one.changes is two.changes
    assert one.changes.process is one.changes.technology


def test_faults_after_an_empty_item_stand_where_they_are() -> None:
    """An empty item in a list does not shift the places of those after it."""
    text = f"{ADOPTION}sources:\n  -\n  - {{url: www.nl, retrieved: 2026-11-24, what: gebruik}}"
    assert told(Adoption, text) == [("empty-value", ""), ("not-url", "www.nl")]


def test_a_fault_carries_what_its_rule_needs() -> None:
    """The value, the field's words, and what is allowed instead."""
    found = faults_in(Adoption, f"{ADOPTION}mode: klaar\nlessen: x\nlesson: kort")
    by_kind = {item.kind: item.values for item in found}
    assert by_kind["not-a-choice"]["choices"] == tuple(choices.Mode)
    assert by_kind["not-a-choice"]["value"] == "klaar"
    assert "lesson" in by_kind["unknown-field"]["allowed"]  # type: ignore[operator]
    assert (by_kind["text-too-short"]["limit"], by_kind["text-too-short"]["length"]) == (40, 4)


def test_a_term_that_is_not_in_its_vocabulary_is_a_fault() -> None:
    """Terms are checked against the vocabularies that are given, and only then."""
    text = "---\ntype: method\nthemes: [nergens]\n---\n"
    document, _ = read("entry.md", text.encode())
    with_terms = convert(document, Practice, {"themes": {"services"}})[1]
    assert [item.values["vocabulary"] for item in with_terms if item.kind == "unknown-term"] == ["themes"]
    assert [item for item in convert(document, Practice, None)[1] if item.kind == "unknown-term"] == []


def test_every_kind_has_a_model() -> None:
    """A folder without a model would be read and forgotten."""
    assert set(MODELS) == set(Kind)


def test_a_term_has_a_name_in_each_language() -> None:
    """Where nobody translated it, the Dutch name serves."""
    term = Term(id="a", title="Ja", title_en="Yes", status=choices_more.TermStatus.WITHDRAWN)
    assert (term.label("nl"), term.label("en"), term.is_withdrawn) == ("Ja", "Yes", True)
    assert Term(id="b", title="Nee").label("en") == "Nee"
