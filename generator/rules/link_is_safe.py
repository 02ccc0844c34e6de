"""A link leads to a web page, a mailbox, a telephone number or a file of the catalogue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.markdown import is_safe, scheme
from generator.messages import msg
from generator.rules._documents import body_place, with_text
from generator.text import shown

RULE = Rule(
    "link-is-safe",
    Severity.ERROR,
    summary=msg("A link leads to a web page, a mailbox, a telephone number or a file of the catalogue."),
    why=msg("Other kinds of links can run a program on the computer of the one who follows them."),
    repair=msg("Use an address that begins with `https://`, or remove the link."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield links of other kinds."""
    for record in with_text(catalogue):
        inspected = catalogue.inspected[record.path]
        for link in (*inspected.links, *inspected.images):
            if not is_safe(link.href):
                message = msg(
                    "a link that begins with '{scheme}:' is not allowed", scheme=shown(scheme(link.href))
                )
                hint = msg("use an address that begins with https://")
                yield RULE.finding(body_place(record, link.spot), message, hint)
