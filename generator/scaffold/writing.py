"""Fields and text → a file as a person would write it: in the order of the model, quotes where needed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import get_args

import frontmatter
import yaml

from generator.model.about import FieldSpec, Strict, own_fields_of
from generator.model.types import PartialDateForm

Value = str | list["Value"] | dict[str, "Value"]
"""What a person filled in: texts, as typed, in lists and mappings."""

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE = re.compile(r"0|[1-9][0-9]{0,11}")
# One value, one line: a person who edits it should not have to break lines anew.
_WIDTH = float("inf")


def markdown_file(model: type[Strict], fields: Mapping[str, Value], body: str) -> str:
    """Return a `.md` file: the fields between `---` lines, then the body."""
    post = frontmatter.Post(body.strip())
    post.metadata = _ordered(model, fields)
    return f"{frontmatter.dumps(post, Dumper=_Dumper, sort_keys=False, width=_WIDTH)}\n"


def yaml_file(model: type[Strict], fields: Mapping[str, Value], body: str) -> str:
    """Return a `.yml` file: the fields, then the body as a block below `body`."""
    written = _ordered(model, fields)
    if body.strip():
        written["body"] = _Block(body.strip() + "\n")
    if not written:
        return ""
    return yaml.dump(written, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH)


class _Block(str):
    """A text to write as a block of lines."""

    __slots__ = ()


class _Address(str):
    """A web address: in double quotes, as everywhere in the catalogue."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    """Writes lists indented, quotes double, and never a reference to a value that occurs twice."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        super().increase_indent(flow, indentless=False)

    def choose_scalar_style(self) -> str:
        style: str = super().choose_scalar_style()
        return '"' if style == "'" else style

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True


def _block(dumper: yaml.SafeDumper, text: _Block) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style="|")


def _address(dumper: yaml.SafeDumper, text: _Address) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style='"')


_Dumper.add_representer(_Block, _block)
_Dumper.add_representer(_Address, _address)


def _ordered(model: type[Strict], fields: Mapping[str, Value]) -> dict[str, object]:
    """Return the fields in the order of the model; what the model does not know comes last, as it is."""
    known = {spec.name: spec for spec in own_fields_of(model)}
    names = [name for name in known if name in fields] + [name for name in fields if name not in known]
    return {name: _written(known.get(name), fields[name]) for name in names}


def _written(spec: FieldSpec | None, value: Value) -> object:
    if isinstance(value, list):
        return [_written(spec, item) for item in value]
    if isinstance(value, dict):
        part = spec.part if spec else None
        return _ordered(part, value) if part else value
    return _scalar(spec, value)


def _scalar(spec: FieldSpec | None, text: str) -> object:
    """Return what YAML writes without quotes where the field is no text: a number, a day, true or false."""
    kinds = set(_kinds(spec.info.annotation)) if spec else set()
    is_partial = spec is not None and any(isinstance(item, PartialDateForm) for item in spec.annotations)
    if bool in kinds and text in {"true", "false"}:
        return text == "true"
    if (int in kinds or is_partial) and _WHOLE.fullmatch(text):
        return int(text)
    if (dt.date in kinds or is_partial) and _DATE.fullmatch(text):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            return text
    return _Address(text) if text.startswith("https://") else text


def _kinds(annotation: object) -> list[object]:
    return [annotation, *(kind for argument in get_args(annotation) for kind in _kinds(argument))]
