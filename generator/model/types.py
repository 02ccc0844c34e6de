"""The kinds of values fields hold. Each knows its check, its JSON Schema and the fault it gives."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, StringConstraints
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_MOST_DAYS = 10_000
"""Days that are kept: the same ones return in every file."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form that text must have.

    Attributes:
        kind: The fault of a text without it, for example `not-url`.
        pattern: An ECMA 262 pattern too, since JSON Schema shows it to editors.
    """

    kind: str
    pattern: str

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Check after the text's own constraints, without calling Python: most values of a file are texts."""
        form = core_schema.custom_error_schema(
            core_schema.str_schema(pattern=self.pattern),
            custom_error_type="form",
            custom_error_message="{kind}",
            custom_error_context={"kind": self.kind},
        )
        return core_schema.chain_schema([handler(source), form])

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Show the pattern."""
        return {**handler(schema), "pattern": self.pattern}


@dataclass(frozen=True, slots=True)
class TermOf:
    """The text must be the id of a term in a vocabulary; the vocabularies come as validation context."""

    vocabulary: str

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Look the text up."""
        vocabulary = self.vocabulary

        def check(text: str, info: core_schema.ValidationInfo) -> str:
            if info.context is not None and text not in info.context[vocabulary]:
                raise PydanticCustomError("unknown_term", "{vocabulary}", {"vocabulary": vocabulary})
            return text

        return core_schema.with_info_after_validator_function(check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Name the vocabulary; `schema.json_schema` puts its ids in place."""
        return {**handler(schema), "x-vocabulary": self.vocabulary}


@dataclass(frozen=True, slots=True)
class RefersTo:
    """The text is the id of an `entry` or the slug of an `organisation`; a rule checks that it exists."""

    kind: str


@dataclass(frozen=True, slots=True)
class _IsoDate:
    """A day, written `2026-11-24`, nothing else: no time, no other order."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        def parse(value: object) -> dt.date:
            if isinstance(value, str):
                return _day(value)
            raise PydanticCustomError("string_type", "text")

        return core_schema.no_info_plain_validator_function(parse)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "format": "date", "pattern": _DATE}


@dataclass(frozen=True, slots=True)
class PartialDateForm:
    """A year, a month or a day, as exact as one knows it."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(_partial_day, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        # An editor reads a bare year as a number; YAML 1.1 does too.
        return {"type": ["string", "integer"], "pattern": _PARTIAL_DATE, "minimum": 1000, "maximum": 2999}


@dataclass(frozen=True, slots=True)
class _Flag:
    """`true` or `false`, written so: YAML 1.1 also takes `no` and `on`, which are words here."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        def parse(value: object) -> bool:
            # Not a set: a list or mapping cannot be looked up in one.
            if value not in ("true", "false"):
                raise PydanticCustomError("form", "{kind}", {"kind": "not-true-or-false"})
            return value == "true"

        return core_schema.no_info_plain_validator_function(parse)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class WholeForm:
    """A whole number in a range, in digits."""

    least: int
    most: int

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        least, most = self.least, self.most

        def parse(value: object) -> int:
            # Short texts only: int() refuses thousands of digits with an error of its own.
            if not isinstance(value, str) or not re.fullmatch(r"0|[1-9][0-9]{0,11}", value):
                raise PydanticCustomError("form", "{kind}", {"kind": "not-whole-number"})
            if not least <= int(value) <= most:
                raise PydanticCustomError("outside_range", "{least} {most}", {"least": least, "most": most})
            return int(value)

        return core_schema.no_info_plain_validator_function(parse)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


@lru_cache(maxsize=_MOST_DAYS)
def _day(text: str) -> dt.date:
    if re.fullmatch(_DATE, text) is None:
        raise PydanticCustomError("form", "{kind}", {"kind": "not-date"})
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("form", "{kind}", {"kind": "no-such-day"}) from None


@lru_cache(maxsize=_MOST_DAYS)
def _partial_day(text: str) -> str:
    if re.fullmatch(_PARTIAL_DATE, text) is None:
        raise PydanticCustomError("form", "{kind}", {"kind": "not-partial-date"})
    try:
        dt.date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        raise PydanticCustomError("form", "{kind}", {"kind": "no-such-day"}) from None
    return text


_DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_PARTIAL_DATE = r"^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
_ONE_LINE = Form("has-line-break", r"^[^\n\r]*$")
_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"


Count = Annotated[int, WholeForm(0, 10_000_000)]
Rank = Annotated[int, WholeForm(1, 1000)]
Year = Annotated[int, WholeForm(1990, 2100)]
Level = Annotated[int, WholeForm(1, 3)]
"""1 low, 2 middle, 3 high."""

ComponentId = Annotated[str, TermOf("reference-components")]
ControlId = Annotated[str, TermOf("bio2")]
FacilityId = Annotated[str, TermOf("facilities")]
FunctionId = Annotated[str, TermOf("business-functions")]
LawId = Annotated[str, TermOf("legislation")]
RoleId = Annotated[str, TermOf("roles")]
ServiceId = Annotated[str, TermOf("services")]
StandardId = Annotated[str, TermOf("standards")]
ThemeId = Annotated[str, TermOf("themes")]
ThreatId = Annotated[str, TermOf("threats")]

# One line of text, by the characters it may have: `Text40To160` is 40 to 160.
Text40 = Annotated[str, StringConstraints(min_length=1, max_length=40), _ONE_LINE]
Text60 = Annotated[str, StringConstraints(min_length=1, max_length=60), _ONE_LINE]
Text80 = Annotated[str, StringConstraints(min_length=1, max_length=80), _ONE_LINE]
Text120 = Annotated[str, StringConstraints(min_length=1, max_length=120), _ONE_LINE]
Text160 = Annotated[str, StringConstraints(min_length=1, max_length=160), _ONE_LINE]
Text200 = Annotated[str, StringConstraints(min_length=1, max_length=200), _ONE_LINE]
Text300 = Annotated[str, StringConstraints(min_length=1, max_length=300), _ONE_LINE]
Text500 = Annotated[str, StringConstraints(min_length=1, max_length=500), _ONE_LINE]
Text600 = Annotated[str, StringConstraints(min_length=1, max_length=600), _ONE_LINE]
Text2To80 = Annotated[str, StringConstraints(min_length=2, max_length=80), _ONE_LINE]
Text8To120 = Annotated[str, StringConstraints(min_length=8, max_length=120), _ONE_LINE]
Text10To300 = Annotated[str, StringConstraints(min_length=10, max_length=300), _ONE_LINE]
Text10To600 = Annotated[str, StringConstraints(min_length=10, max_length=600), _ONE_LINE]
Text40To160 = Annotated[str, StringConstraints(min_length=40, max_length=160), _ONE_LINE]
Text40To600 = Annotated[str, StringConstraints(min_length=40, max_length=600), _ONE_LINE]

Date = Annotated[dt.date, _IsoDate()]
Flag = Annotated[bool, _Flag()]
PartialDate = Annotated[str, PartialDateForm()]
"""`2024`, `2024-03` or `2024-03-05`."""
Url = Annotated[
    str,
    StringConstraints(max_length=500),
    # `\x22` is the double quote: with a backslash before it the pattern is no regular expression in ECMA 262.
    Form("not-url", r"^https://[^\s<>\x22'`\\^{}|\[\]]+$"),
]
Email = Annotated[
    str,
    StringConstraints(max_length=254),
    Form("not-email", r"^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}$"),
]
Slug = Annotated[str, StringConstraints(max_length=80), Form("not-slug", _SLUG)]
EntryRef = Annotated[Slug, RefersTo("entry")]
OrganisationRef = Annotated[Slug, RefersTo("organisation")]
