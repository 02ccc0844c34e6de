"""What a field is for: words for the field guide, editors, prompts and example lines, in both languages."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from generator.messages import Language, translator
from generator.model.choices import Choice
from generator.model.types import RefersTo, TermOf


class Need(enum.StrEnum):
    """How much a field is wanted."""

    REQUIRED = "required"
    IN_USE = "required-in-use"
    """Required unless the status is `idea` or `pilot`."""
    SOMETIMES = "required-sometimes"
    """Required when other fields say so; the words of the field tell when."""
    RECOMMENDED = "recommended"
    """Counts for completeness."""
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class About:
    """The words about a field, in English; `in_language` gives them in another.

    Attributes:
        title: What the field is called.
        text: What to fill in.
        example: A value as it is written in a file.
        need: How much it is wanted.
    """

    title: str
    text: str
    example: str
    need: Need

    def in_language(self, language: Language) -> About:
        """Return the same words in `language`; an example that is the same in both is kept."""
        words = translator(language).gettext
        return About(words(self.title), words(self.text), words(self.example), self.need)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Leave the words in the schema; `schema.json_schema` puts them in a language."""
        return {**handler(schema), "x-about": self}


def about(title: str, text: str, example: str, need: Need = Need.OPTIONAL) -> About:
    """Make an `About`; its three texts are collected into the translation file."""
    return About(title, text, example, need)


class Strict(BaseModel):
    """A part of a file: no field that is not declared, no change after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A declared field.

    Attributes:
        path: Names from the top of the file; `*` stands for any place in a list.
        about: Its words.
        annotations: What else was declared about it: vocabulary, reference, form.
        info: Pydantic's own description.
        part: The model of what is in it, when that is a part with fields of its own.
        is_list: Whether it holds any number of values.
    """

    path: tuple[str, ...]
    about: About
    annotations: tuple[object, ...]
    info: FieldInfo
    part: type[Strict] | None
    is_list: bool

    @property
    def name(self) -> str:
        """The key in the file."""
        return self.path[-2] if self.is_list else self.path[-1]

    @property
    def vocabulary(self) -> str:
        """Name of the vocabulary its values come from, or an empty text."""
        return next((item.vocabulary for item in self.annotations if isinstance(item, TermOf)), "")

    @property
    def refers_to(self) -> str:
        """What its values name: `entry`, `organisation` or nothing."""
        return next((item.kind for item in self.annotations if isinstance(item, RefersTo)), "")

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The closed list its values come from, or nothing."""
        return tuple(choices_in(self.info.annotation))


def about_of(info: FieldInfo) -> About:
    """Return the words of a field; every field has them (a test says so)."""
    return next(item for item in info.metadata if isinstance(item, About))


def part_of(annotation: object) -> tuple[type[Strict] | None, bool, tuple[object, ...]]:
    """Return the model inside an annotation, whether it stands in a list, and the metadata met on the way."""
    found: list[object] = list(getattr(annotation, "__metadata__", ()))
    if isinstance(annotation, type) and issubclass(annotation, Strict):
        return annotation, False, ()
    is_list = getattr(annotation, "__origin__", None) is tuple
    for argument in get_args(annotation):
        model, nested_list, metadata = part_of(argument)
        found += [item for item in metadata if item not in found]
        if model:
            return model, is_list or nested_list, tuple(found)
        is_list = is_list or nested_list
    return None, is_list, tuple(found)


def choices_in(annotation: object) -> Iterator[Choice]:
    """Yield the choices inside an annotation, in the order declared."""
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        yield from annotation
    for argument in get_args(annotation):
        yield from choices_in(argument)


def own_fields_of(model: type[Strict], above: tuple[str, ...] = ()) -> Iterator[FieldSpec]:
    """Yield the fields of a model itself, in the order declared."""
    for name, info in model.model_fields.items():
        part, is_list, nested = part_of(info.annotation)
        key = info.alias or name
        path = (*above, key, "*") if is_list else (*above, key)
        yield FieldSpec(path, about_of(info), (*info.metadata, *nested), info, part, is_list)


def fields_of(model: type[Strict], above: tuple[str, ...] = ()) -> Iterator[FieldSpec]:
    """Yield every field of a model and of the parts in it, in the order declared."""
    for spec in own_fields_of(model, above):
        yield spec
        if spec.part:
            yield from fields_of(spec.part, spec.path)
