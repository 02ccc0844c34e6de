"""A contact is a shared mailbox, not that of one person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.addresses import is_personal_mailbox
from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._documents import readable, scalars
from generator.rules._faults import Failed

RULE = Rule(
    "mailbox-is-shared",
    Severity.WARNING,
    summary=msg("A contact is a shared mailbox, not that of one person."),
    why=msg("People change jobs, and the name of a person is personal data."),
    repair=msg("Use the mailbox of a team or function, such as informatie@…, or a page with a form."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield mailboxes that look like one person's."""
    failed = Failed(catalogue)
    for record in readable(catalogue):
        for path, value in scalars(record.document.front):
            if path[-1] != "email" or (record.path, path) in failed:
                continue
            if is_personal_mailbox(value.text):
                message = msg("this looks like the mailbox of one person")
                hint = msg("use a shared mailbox or a page with a form")
                yield RULE.finding(record.document.place(path), message, hint)
