"""Findings as Markdown, to put below a proposal: a summary, then a table for each file.

What others wrote stands in code spans only: nothing in one is markup, a mention, a link or a reference.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from generator.findings import Finding
from generator.messages import Message, msg
from generator.reporters._context import Context
from generator.reporters._summary import summary

MOST = 60_000
"""Characters of a report; GitHub takes a comment of 65,536."""

_COLUMNS = (msg("Place"), msg("Severity"), msg("Rule"), msg("What is wrong"), msg("What to do"))
_FENCES = re.compile("`+")


def report(findings: Sequence[Finding], context: Context) -> str:
    """Return the report, also when there are no findings."""
    head = f"## {summary(findings, context.files, context.language, excused=context.excused)}"
    blocks = [head]
    room, left = MOST - len(head) - 200, len(findings)
    for _, group in groupby(context.changed_first(findings), lambda finding: finding.location.path):
        found = list(group)
        lines = _table_head(found[0], context)
        room -= len(lines) + 2
        rows: list[str] = []
        for finding in found:
            row = _row(finding, context)
            room -= len(row) + 1
            if room < 0:
                break
            rows.append(row)
        if rows:
            blocks.append("\n".join([lines, *rows]))
        left -= len(rows)
        if room < 0:
            blocks.append(
                _words(msg("Not shown here, to keep this short: {count} more.", count=left), context)
            )
            break
    return "\n\n".join(blocks)


def _table_head(finding: Finding, context: Context) -> str:
    titles = " | ".join(_words(column, context) for column in _COLUMNS)
    lines = "|".join("---" for _ in _COLUMNS)
    return f"### {_code(context.path(finding))}\n\n| {titles} |\n|{lines}|"


def _row(finding: Finding, context: Context) -> str:
    page = context.page(finding.rule)
    cells = (
        f"{finding.location.line}:{finding.location.column}",
        context.severity(finding),
        f"[{finding.rule}](<{page}>)" if page else _code(finding.rule),
        _code(context.words(finding.message)),
        _code(context.words(finding.hint)) if finding.hint else "",
    )
    return f"| {' | '.join(cells)} |"


def _words(message: Message, context: Context) -> str:
    """Return words of our own."""
    return message.in_language(context.language)


def _code(text: str) -> str:
    """Return a code span with a text of others, which fits in a table."""
    # A bar ends a cell, and programs do not agree on how to write one in a code span.
    whole = text.replace("|", "\\x7c").strip() or " "
    fence = "`" * (max(map(len, _FENCES.findall(whole)), default=0) + 1)
    edge = " " if whole.startswith("`") or whole.endswith("`") else ""
    return f"{fence}{edge}{whole}{edge}{fence}"
