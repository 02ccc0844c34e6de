"""Sentences with `code` between backticks, for templates: what is code and what is not."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A part of a sentence."""

    text: str
    is_code: bool


def spans(sentence: str) -> tuple[Span, ...]:
    """Return the parts of a sentence in order; a lone backtick stands for itself."""
    parts = sentence.split("`")
    if len(parts) % 2 == 0:
        parts[-2:] = ["`".join(parts[-2:])]
    return tuple(Span(text, bool(index % 2)) for index, text in enumerate(parts) if text)
