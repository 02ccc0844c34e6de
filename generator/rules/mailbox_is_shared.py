"""A mailbox is that of a team, not of one person."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator.addresses import is_personal_mailbox
from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._passages import passages
from generator.rules._signs import Signs

RULE = Rule(
    "mailbox-is-shared",
    Severity.WARNING,
    summary=msg("A mailbox is that of a team, not of one person."),
    why=msg("People change jobs, and the name of a person is personal data."),
    repair=msg("Use the mailbox of a team or function, such as informatie@…, or a page with a form."),
)


_ADDRESS = re.compile(r"(?<![\w.%+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}")

_BEFORE = re.compile(r"[A-Za-z0-9._%+-]+$")
_AFTER = re.compile(r"(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}")


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield mailboxes that look like one person's, as a contact and in a text."""
    for passage in passages(catalogue, _has_sign):
        for found in _ADDRESS.finditer(passage.words):
            if is_personal_mailbox(found[0]):
                message = msg("this looks like the mailbox of one person")
                hint = msg("use a shared mailbox or a page with a form")
                yield RULE.finding(passage.place(*found.span()), message, hint)


def _has_sign(signs: Signs) -> bool:
    """Whether a file could hold one person's mailbox, by what stands around each @: quick to find."""
    if b"@" not in signs.written:
        return False
    text = signs.lowered
    at = text.find("@")
    while at >= 0:
        before, after = _BEFORE.search(text, max(at - 64, 0), at), _AFTER.match(text, at + 1)
        if before and after and is_personal_mailbox(f"{before[0]}@{after[0]}"):
            return True
        at = text.find("@", at + 1)
    return False
