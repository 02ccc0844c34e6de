"""A contact has a mailbox, a page, or both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._documents import lacks, readable

RULE = Rule(
    "contact-can-be-reached",
    Severity.ERROR,
    summary=msg("A contact has a mailbox, a page, or both."),
    why=msg("With a role alone a colleague cannot ask anything."),
    repair=msg("Add `email` with a shared mailbox, or `url` with a page where one can ask."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield contacts without a way to reach them."""
    for record in readable(catalogue):
        contact = record.document.fields.get("contact")
        if (
            isinstance(contact, dict)
            and lacks(record, "contact", "email")
            and lacks(record, "contact", "url")
        ):
            message = msg("the contact has neither 'email' nor 'url'")
            hint = msg("for example: {name}: {example}", name="email", example="informatie@voorbeeld.nl")
            yield RULE.finding(record.document.key_place(("contact",)), message, hint)
