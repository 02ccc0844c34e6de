"""A web address leads to a public website that anyone can open."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator.addresses import has_credentials, host_of, is_public_host
from generator.catalogue import Catalogue, Record
from generator.documents import values_in
from generator.findings import Finding, Rule, Severity
from generator.markdown import Inspected, LinkFound, is_external
from generator.messages import Message, msg
from generator.rules._documents import body_place, inside, readable
from generator.rules._faults import Failed
from generator.rules._signs import Signs, suspects
from generator.text import shown

RULE = Rule(
    "url-is-public",
    Severity.ERROR,
    summary=msg("A web address leads to a public website that anyone can open."),
    why=msg("An address inside your own network works for nobody else and tells how that network is built."),
    repair=msg("Use the address that a colleague elsewhere can open, or leave it out."),
)

_URL = re.compile(r"https?:[/\\]{2}[^\s<>\"'`()\[\]]+", re.IGNORECASE)

# An address as nearly all are: then this host is what the whole of it would give.
_PLAIN = re.compile(r"https?://([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[/?#]|$)")
# The same, somewhere in a file.
_PLAIN_WITHIN = re.compile(rb"https?://([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?=[/?#\s<>\"'`()\[\]])")


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield addresses with a password, without a public name, or with a number for a name."""
    failed = Failed(catalogue)
    suspected = frozenset(suspects(readable(catalogue), _has_sign))
    for record in readable(catalogue):
        is_suspect = record in suspected
        for path, value in values_in(record.document.fields, sign="://") if is_suspect else ():
            if (record.path, path) not in failed:
                for start, end, wrong in _written_out(value):
                    yield RULE.finding(inside(record, path, start, end), *wrong)
        inspected = catalogue.inspected[record.path]
        for link in inspected.links:
            words = _wrong(link.href) if is_external(link.href) else None
            if words:
                yield RULE.finding(body_place(record, link.spot), *words)
        if is_suspect and "://" in record.document.body:
            yield from _beside_links(record, inspected)


def _beside_links(record: Record, inspected: Inspected) -> Iterator[Finding]:
    """Yield addresses that are written out in the text: a reader copies them."""
    linked: dict[int, list[LinkFound]] = {}
    for link in inspected.links:
        linked.setdefault(link.spot.line, []).append(link)
    for number, line in enumerate(inspected.prose, 1):
        for start, end, wrong in _written_out(line) if "://" in line else ():
            spots = (link.spot for link in linked.get(number, ()))
            if not any(spot.column <= start + 1 < spot.end_column for spot in spots):
                yield RULE.finding(record.document.body_place(number, start + 1, end + 1), *wrong)


def _written_out(text: str) -> Iterator[tuple[int, int, tuple[Message, Message]]]:
    for found in _URL.finditer(text):
        wrong = _wrong(found[0])
        if wrong:
            yield *found.span(), wrong


def _has_sign(signs: Signs) -> bool:
    """Whether an address is not plain, or not public; those behind links are looked at all the same."""
    hosts = _PLAIN_WITHIN.findall(signs.written)
    are_plain = len(hosts) == signs.written.count(b"://") and b"\\" not in signs.written
    return not (are_plain and all(is_public_host(host.decode()) for host in set(hosts)))


def _wrong(url: str) -> tuple[Message, Message] | None:
    plain = _PLAIN.match(url)
    if plain and is_public_host(plain[1]):
        return None
    address = f"https:{url}" if url.startswith("//") else url
    if has_credentials(address):
        return msg("a user name or password stands in this address"), msg("remove it")
    host = host_of(address)
    if host is None:
        message = msg("'{value}' is not a complete web address", value=shown(url))
        return message, msg("copy the whole address, with https:// and without spaces")
    if is_public_host(host):
        return None
    message = msg("'{host}' is not the name of a public website", host=shown(host))
    return message, msg("use an address that everyone can open")
