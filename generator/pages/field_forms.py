"""What a field holds, in words: text, a day, one of a list; and how much of it."""

from __future__ import annotations

import datetime as dt
from typing import get_args

from pydantic import StringConstraints

from generator.messages import Message, msg
from generator.model.about import FieldSpec
from generator.model.types import Form, PartialDateForm, WholeForm

_FORMS = {
    "not-url": msg("Web address"),
    "not-email": msg("E-mail address"),
    "not-slug": msg("Lower-case letters, digits and hyphens"),
    "not-term-id": msg("Letters, digits, hyphens and points"),
}
# From here on the upper end is there for programs, not for people.
_BEYOND_COUNTING = 100_000
_REFERENCES = {
    "entry": msg("File name of an application or practice, without .md"),
    "organisation": msg("Name of the folder of an organisation"),
}


def form_of(spec: FieldSpec) -> Message:
    """Return what one value of a field is."""
    kinds = {spec.info.annotation, *get_args(spec.info.annotation)}
    forms = [item.kind for item in spec.annotations if isinstance(item, Form) and item.kind in _FORMS]
    if spec.part:
        return msg("Fields of its own")
    if spec.choices or spec.vocabulary:
        return msg("A value from the list")
    if spec.refers_to:
        return _REFERENCES[spec.refers_to]
    if forms:
        return _FORMS[forms[0]]
    return _form_of_single(spec, kinds)


def _form_of_single(spec: FieldSpec, kinds: set[object]) -> Message:
    if bool in kinds:
        return msg("`true` or `false`")
    if any(isinstance(item, PartialDateForm) for item in spec.annotations):
        return msg("Year, month or day: `2026`, `2026-11` or `2026-11-24`")
    whole = next((item for item in spec.annotations if isinstance(item, WholeForm)), None)
    if whole and whole.most > _BEYOND_COUNTING:
        return msg("Whole number")
    if whole:
        return msg("Whole number from {least} to {most}", least=whole.least, most=whole.most)
    return msg("Day: `2026-11-24`") if dt.date in {*kinds, *map(_first, kinds)} else msg("Text on one line")


def limit_of(spec: FieldSpec) -> Message | None:
    """Return how many values, or how long a text; None when there is no limit worth saying."""
    if spec.is_list:
        most = next((item.max_length for item in spec.info.metadata if hasattr(item, "max_length")), None)
        return msg("A list of at most {most}", most=most) if most else None
    is_free = not (spec.choices or spec.vocabulary or spec.refers_to)
    has_form = any(isinstance(item, Form) and item.kind in _FORMS for item in spec.annotations)
    text = next((item for item in spec.annotations if isinstance(item, StringConstraints)), None)
    if text is None or has_form or not is_free:
        return None
    if (text.min_length or 0) > 1:
        return msg("{least} to {most} characters", least=text.min_length, most=text.max_length)
    return msg("At most {most} characters", most=text.max_length)


def _first(kind: object) -> object:
    """Return the type inside an annotation with more to it."""
    return next(iter(get_args(kind)), None)
