"""The models as JSON Schema 2020-12: what an editor needs to help someone who writes a file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.documents import Node, Scalar, Sequence, read
from generator.messages import Language, Message, msg
from generator.model.about import About, fields_of
from generator.model.choices import Kind
from generator.model.kinds import MODELS
from generator.model.vocabulary import Term, Vocabulary

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None

KINDS = (*(kind.value for kind in MODELS), "vocabulary")
_TITLES: Mapping[str, Message] = MappingProxyType(
    {
        "application": msg("Application: something that can be taken over"),
        "practice": msg("Practice: a way of working that can be taken over"),
        "adoption": msg("Adoption: how an organisation reuses something"),
        "call": msg("Call: who joins in?"),
        "organisation": msg("Organisation: what the register does not know"),
        "vocabulary": msg("Vocabulary: terms that files may use"),
    }
)
_BODY = msg("Text of the page, in Markdown")
_BODY_HELP = msg("Only in a file that ends in .yml; in a file that ends in .md it stands below the fields.")
# In the order in which a person reads a schema.
_ORDER = (
    "$schema",
    "$id",
    "title",
    "description",
    "examples",
    "$ref",
    "type",
    "enum",
    "enumDescriptions",
    "format",
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "items",
    "minItems",
    "maxItems",
    "properties",
    "required",
    "additionalProperties",
    "$defs",
)
# https://yaml.org/spec/1.2.2/#103-core-schema
_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def json_schema(
    kind: str, vocabularies: Mapping[str, Mapping[str, Term]], language: Language
) -> JsonSchemaValue:
    """Return the schema of one kind of file.

    What several fields say together (an adoption that stopped has a reason) is checked by rules, not here.

    Args:
        kind: One of `KINDS`.
        vocabularies: Terms by id by the name of their vocabulary; of an empty one, any text will do.
        language: Of titles, descriptions, examples and the labels of values.
    """
    model = Vocabulary if kind == "vocabulary" else MODELS[Kind(kind)]
    made = _Generator(language).generate(model.__pydantic_core_schema__)
    if kind != "vocabulary":
        made["properties"]["body"] = {
            "title": _BODY.in_language(language),
            "description": _BODY_HELP.in_language(language),
            "type": "string",
        }
    used = {name: vocabularies.get(name) for name in sorted({spec.vocabulary for spec in fields_of(model)})}
    terms = {name: items for name, items in used.items() if items}
    definitions = made.get("$defs", {}) | {
        f"terms-{name}": {
            "type": "string",
            "enum": list(items),
            "enumDescriptions": [term.label(language) for term in items.values()],
        }
        for name, items in terms.items()
    }
    top = {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": f"{kind}.json",
        "title": _TITLES[kind].in_language(language),
        "$defs": dict(sorted(definitions.items())),
    }
    return _finished(made | top, language, frozenset(terms))


def instance(node: Node) -> Json:
    """Return what is written as an editor reads it, by the core schema of YAML 1.2: `2014` is a number."""
    if isinstance(node, Sequence):
        return [instance(item) for item in node.items]
    if isinstance(node, Scalar):
        return node.text.strip() if node.quoted else _resolved(node.text.strip())
    return {pair.key.text: instance(pair.value) for pair in node.pairs}


def _resolved(text: str) -> Json:
    if text in {"", "~", "null", "Null", "NULL"}:
        return None
    if text in {"true", "True", "TRUE", "false", "False", "FALSE"}:
        return text.lower() == "true"
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


class _Generator(GenerateJsonSchema):
    """Pydantic's generator without what a person who writes YAML cannot use: null, defaults, class names."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """A field without a value is left out, never null."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """A default is nothing to type."""
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002
        """Titles come from `about`."""
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Leave out the class name and its docstring."""
        made = super().model_schema(schema)
        return {key: value for key, value in made.items() if key not in {"title", "description"}}

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        """Show the label of each choice."""
        labels = [choice.label(self.language) for choice in schema["members"]]
        return {
            "type": "string",
            "enum": [str(item) for item in schema["members"]],
            "enumDescriptions": labels,
        }

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:  # noqa: ARG002
        """Keep the order of the model."""
        return value


def _finished(schema: JsonSchemaValue, language: Language, vocabularies: frozenset[str]) -> JsonSchemaValue:
    """Return a schema and those in it with words and terms in place, keys in the order a person reads."""
    made = {key: value for key, value in schema.items() if not key.startswith("x-")}
    if schema.get("x-vocabulary") in vocabularies:
        made = {"$ref": f"#/$defs/terms-{schema['x-vocabulary']}"}
    for key in {"$defs", "properties"} & made.keys():
        made[key] = {name: _finished(part, language, vocabularies) for name, part in made[key].items()}
    if "items" in made:
        made["items"] = _finished(made["items"], language, vocabularies)
    if isinstance(about := schema.get("x-about"), About):
        made |= _words(about.in_language(language))
    return {key: made[key] for key in sorted(made, key=_ORDER.index)}


def _words(about: About) -> JsonSchemaValue:
    document, _ = read("example.yml", f"value: {about.example}".encode())
    example = document.node(("value",))
    return {
        "title": about.title,
        "description": about.text,
        "examples": [] if example is None else [instance(example)],
    }
