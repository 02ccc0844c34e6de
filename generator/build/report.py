"""Findings as the text that a build prints and a page under construction shows."""

from __future__ import annotations

from collections.abc import Sequence

from generator.build.content import Content
from generator.findings import Finding
from generator.messages import Language
from generator.reporters import Context, reporter


def as_text(
    content: Content,
    findings: Sequence[Finding],
    language: Language,
    *,
    base: str = "",
    coloured: bool = False,
) -> str:
    """Return findings for a person to read.

    Args:
        content: Where they were found.
        findings: Some of those of `content`, or all.
        language: Of the words.
        base: As in `Context.base`.
        coloured: Whether to write for a terminal that shows colours.
    """
    lines = content.catalogue.lines
    context = Context(language, lines, len(lines), base=base, is_coloured=coloured)
    return reporter("text")(findings, context)
