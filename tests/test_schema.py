"""The JSON Schema that editors use accepts and refuses what the model does.

An editor reads a file by the core schema of YAML 1.2, where `2014` is a number; the model reads what is
written. So they differ, on purpose, in a few places, all of them listed in `DIFFERENCES`:

- A text that looks like a number, `true` or `null` needs quotes for an editor, not for the model.
- A number or `true` in quotes is text for an editor; the model does not see the quotes.
- Other spellings of a number or of `true` (`+5`, `0012`, `1e3`, `5.0`, `True`) are known to editors only.
- The schema knows how many days a month has at most (31), the model knows the calendar, also for `since`.
- The schema allows `body`, which is right in a `.yml` file and wrong in a `.md` file.

What several fields say together is checked by rules; neither the schema nor the model looks at it.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.catalogue import Catalogue, load
from generator.documents import VOCABULARY_LIMITS, Document, Node, Scalar, Sequence, read
from generator.documents import Mapping as MappingNode
from generator.messages import LANGUAGES, Language
from generator.model.choices import Kind
from generator.model.convert import convert
from generator.model.kinds import MODELS
from generator.model.schema import KINDS, Json, instance, json_schema
from generator.model.typed import typed

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "cases"
FOLDERS = {"applications": "application", "practices": "practice", "adoptions": "adoption", "calls": "call"}
_LOOKS_TYPED = re.compile(r"[-+]?(\.?[0-9][0-9.eE+-]*)|true|false|null|~", re.IGNORECASE)


@cache
def catalogue() -> Catalogue:
    """Return the committed catalogue, read once."""
    return load(ROOT / "catalogue")


@cache
def validator(kind: str) -> Draft202012Validator:
    """Return a validator of one kind that also checks dates."""
    schema = json_schema(kind, catalogue().vocabularies, "nl")
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def schema_accepts(kind: str, document: Document) -> bool:
    """Return what an editor says of the fields of a document."""
    return validator(kind).is_valid(instance(document.front))


def model_accepts(kind: str, document: Document) -> bool:
    """Return what the model says of the fields of a document; what it accepts has one value, however made."""
    value, faults = convert(document, MODELS[Kind(kind)], catalogue().vocabularies)
    if value is not None and document.is_tidy:
        again = typed(MODELS[Kind(kind)], document.fields)
        assert again == value
        assert repr(again) == repr(value)
        assert hash(again) == hash(value)
    return value is not None and not faults


def scalars(node: Node) -> Iterator[Scalar]:
    """Yield every single value below a node."""
    if isinstance(node, Scalar):
        yield node
    for item in node.items if isinstance(node, Sequence) else ():
        yield from scalars(item)
    for pair in node.pairs if isinstance(node, MappingNode) else ():
        yield from scalars(pair.value)


ADOPTION = "status: in-use\nconfirmed: 2026-11-24\nconfirmed_by: organisation\n"
DIFFERENCES = {
    "a text that looks like a number": (
        "adoption",
        ADOPTION + "lesson: 1234567890123456789012345678901234567890",
        "model",
    ),
    "a text that looks like a fraction": ("organisation", "segment: 1.30", "model"),
    "a text that looks like true": ("organisation", "segment: true", "model"),
    "a number in quotes": ("organisation", "monitor: [{year: '2016', source: x, measure: x}]", "model"),
    "true in quotes": ("adoption", ADOPTION + "example: 'true'", "model"),
    "a number with a sign": ("organisation", "monitor: [{year: +2016, source: x, measure: x}]", "schema"),
    "a number with zeros": ("organisation", "monitor: [{year: 02016, source: x, measure: x}]", "schema"),
    "a number with an exponent": ("organisation", "monitor: [{year: 2e3, source: x, measure: x}]", "schema"),
    "a whole number with a point": (
        "organisation",
        "monitor: [{year: 2016.0, source: x, measure: x}]",
        "schema",
    ),
    "True": ("adoption", ADOPTION + "example: True", "schema"),
    "a day that is not there": ("adoption", ADOPTION + "since: 2026-02-30", "schema"),
    "a body among the fields": ("adoption", ADOPTION + "body: text", "schema"),
}


def lenient(document: Document) -> bool:
    """Return whether a document holds one of the values on which the two may differ."""
    texts = [item.text.strip() for item in scalars(document.front)]
    typed = any(
        _LOOKS_TYPED.fullmatch(item.text.strip()) and not item.is_empty for item in scalars(document.front)
    )
    days = any(re.fullmatch(r"[0-9]{4}-[0-9]{2}-(29|30|31)", text) for text in texts)
    return typed or days or document.front.get("body") is not None


def documents(folder: Path) -> Iterator[tuple[str, Document]]:
    """Yield the kind and document of every entry file below a folder that can be read."""
    for file in sorted(folder.rglob("*")):
        kind = "organisation" if file.name == "organisation.yml" else FOLDERS.get(file.parent.name)
        if kind and file.is_file() and file.suffix in {".md", ".yml"}:
            document, faults = read(file.as_posix(), file.read_bytes())
            if not faults:
                yield kind, document


def written(front: dict[str, Json]) -> Document:
    """Return a document with these fields, written by a YAML writer."""
    return read("entry.md", f"---\n{yaml.safe_dump(front, allow_unicode=True)}---\n".encode())[0]


def test_the_committed_schemas_are_those_of_the_model() -> None:
    """`catalogue schema --write schema` would change nothing."""
    vocabularies = catalogue().vocabularies
    for kind in KINDS:
        expected = json.dumps(json_schema(kind, vocabularies, "nl"), indent=2, ensure_ascii=False) + "\n"
        assert (ROOT / "schema" / f"{kind}.json").read_text("utf-8") == expected
    assert {file.stem for file in (ROOT / "schema").iterdir()} == set(KINDS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_valid_itself(kind: str, language: Language) -> None:
    """Each schema is JSON Schema 2020-12, and nothing of how it was made is left in it."""
    schema = json_schema(kind, catalogue().vocabularies, language)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert re.findall(r'"(x-[a-z]+|default|anyOf)"|"null"', json.dumps(schema)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_schema_has_words_and_a_right_example(kind: str, language: Language) -> None:
    """An editor shows a title, help and an example for each field, and the example is accepted."""
    schema = json_schema(kind, catalogue().vocabularies, language)
    for part in [schema, *schema["$defs"].values()]:
        for name, field in part.get("properties", {}).items():
            assert field["title"], name
            assert field["description"], name
            for example in field.get("examples", ()):
                check = Draft202012Validator({**field, "$defs": schema["$defs"]})
                assert [error.message for error in check.iter_errors(example)] == [], name


def test_a_choice_and_a_term_show_their_labels() -> None:
    """An editor shows the Dutch label beside each value."""
    schema = json_schema("practice", catalogue().vocabularies, "nl")
    domain = schema["$defs"]["Domain"]
    labels = dict(zip(domain["enum"], domain["enumDescriptions"], strict=True))
    assert labels["cybersecurity"] == "Digitale veiligheid"
    themes = schema["$defs"]["terms-themes"]
    assert themes["enumDescriptions"] == [term.title for term in catalogue().vocabularies["themes"].values()]


def test_without_a_vocabulary_any_term_will_do() -> None:
    """A vocabulary that cannot be read does not make every entry wrong."""
    schema = json_schema("practice", {}, "nl")
    assert "terms-themes" not in schema["$defs"]
    check = Draft202012Validator({**schema["properties"]["themes"], "$defs": schema["$defs"]})
    assert check.is_valid(["anything"])


def test_both_accept_every_committed_file() -> None:
    """No editor marks a fault in a file that the catalogue holds."""
    refused = [
        f"{document.path}: {error.json_path}: {error.message}"
        for kind, document in documents(ROOT / "catalogue" / "organisations")
        for error in validator(kind).iter_errors(instance(document.front))
    ]
    assert refused == []


def test_the_vocabularies_are_as_their_schema_says() -> None:
    """An official who extends a vocabulary in an editor sees no false faults."""
    for file in sorted((ROOT / "catalogue" / "vocabularies").glob("*.yml")):
        document, faults = read(file.name, file.read_bytes(), limits=VOCABULARY_LIMITS)
        assert faults == []
        found = validator("vocabulary").iter_errors(instance(document.front))
        assert [error.message for error in found] == [], file.name


def test_both_say_the_same_of_every_case() -> None:
    """Over all files of the test cases the two agree, or the file holds a value on which they may differ."""
    differing = [
        document.path
        for kind, document in documents(CASES)
        if schema_accepts(kind, document) != model_accepts(kind, document) and not lenient(document)
    ]
    assert differing == []


@cache
def valid_fronts() -> tuple[tuple[str, dict[str, Json]], ...]:
    """Return the kind and fields of every committed entry that both accept."""
    found = []
    for kind, document in documents(ROOT / "catalogue" / "organisations"):
        front = instance(document.front)
        if isinstance(front, dict) and model_accepts(kind, document):
            found.append((kind, front))
    return tuple(found)


def paths(value: Json, above: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the path of everything inside a value."""
    items = enumerate(value) if isinstance(value, list) else value.items() if isinstance(value, dict) else ()
    for key, item in items:
        yield (*above, key)
        yield from paths(item, (*above, key))


PARTS: tuple[Json, ...] = (
    {},
    None,
    {"word": "word"},
    [],
    ["word"],
    [["word"]],
    [None],
    [{"word": "word"}],
    ["word"] * 70,
)
WRONG: tuple[Json, ...] = (
    *("", "word", "x" * 41, "x" * 700, "two\nlines", "geen-term", "2026-02-30", "2026-11-24", "2026-13"),
    *("https://", "https://voorbeeld.nl", "http://voorbeeld.nl", "a@b", "info@voorbeeld.nl", "Hoofd-Letter"),
    *("unknown", "yes", "in-use"),
    *PARTS,
)


@settings(max_examples=600, deadline=None, derandomize=True)
@given(st.data())
def test_both_say_the_same_of_a_changed_entry(data: st.DataObject) -> None:
    """Drop, misspell, add, repeat or replace anything in a valid entry: the two agree on what is left."""
    kind, original = data.draw(st.sampled_from(valid_fronts()))
    front = copy.deepcopy(original)
    path = data.draw(st.sampled_from(list(paths(front))))
    holder: Json = front
    for step in path[:-1]:
        holder = holder[step]  # type: ignore[index]
    assert isinstance(holder, dict | list)
    key: str | int = path[-1]
    match data.draw(st.sampled_from(["drop", "misspell", "add", "repeat", "replace", "replace"])):
        case "drop":
            del holder[key]  # type: ignore[arg-type]
        case "misspell" if isinstance(holder, dict):
            holder[f"{key}x"] = holder.pop(str(key))
        case "add" if isinstance(holder, dict):
            holder["extra"] = "word"
        case "repeat" if isinstance(holder, list):
            holder += [holder[0]] * data.draw(st.integers(1, 60))
        case _:
            holder[key] = data.draw(st.sampled_from(WRONG))  # type: ignore[index]
    document = written(front)
    assert schema_accepts(kind, document) == model_accepts(kind, document)


@pytest.mark.parametrize(("kind", "front", "accepts"), DIFFERENCES.values(), ids=DIFFERENCES.keys())
def test_where_the_two_differ(kind: str, front: str, accepts: str) -> None:
    """Each difference is known: which of the two accepts what the other refuses."""
    document = read("entry.md", f"---\n{front}\n---\n".encode())[0]
    assert schema_accepts(kind, document) == (accepts == "schema")
    assert model_accepts(kind, document) == (accepts == "model")
    assert lenient(document)
