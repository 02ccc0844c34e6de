"""A web address leads to a public website that anyone can open."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator.addresses import has_credentials, host_of, is_public_host
from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.markdown import is_external
from generator.messages import Message, msg
from generator.rules._documents import body_place, readable, scalars
from generator.rules._faults import Failed
from generator.text import shown

RULE = Rule(
    "url-is-public",
    Severity.ERROR,
    summary=msg("A web address leads to a public website that anyone can open."),
    why=msg("An address inside your own network works for nobody else and tells how that network is built."),
    repair=msg("Use the address that a colleague elsewhere can open, or leave it out."),
)

_URL = re.compile(r"https?:[/\\]{2}", re.IGNORECASE)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield addresses with a password, without a public name, or with a number for a name."""
    failed = Failed(catalogue)
    for record in readable(catalogue):
        for path, value in scalars(record.document.front):
            if _URL.match(value.text) and (record.path, path) not in failed:
                wrong = _wrong(value.text)
                if wrong:
                    yield RULE.finding(record.document.place(path), *wrong)
        for link in catalogue.inspected[record.path].links:
            wrong = _wrong(link.href) if is_external(link.href) else None
            if wrong:
                yield RULE.finding(body_place(record, link.spot), *wrong)


def _wrong(url: str) -> tuple[Message, Message] | None:
    address = f"https:{url}" if url.startswith("//") else url
    if has_credentials(address):
        return msg("a user name or password stands in this address"), msg("remove it")
    host = host_of(address)
    if host is None or is_public_host(host):
        return None
    message = msg("'{host}' is not the name of a public website", host=shown(host))
    return message, msg("use an address that everyone can open")
