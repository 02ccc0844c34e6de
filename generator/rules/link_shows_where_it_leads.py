"""A link has words, and an address among them is where it leads."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator.addresses import host_of
from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.markdown import is_external, is_safe
from generator.messages import Message, msg
from generator.rules._documents import body_place, with_text
from generator.text import shown

RULE = Rule(
    "link-shows-where-it-leads",
    Severity.ERROR,
    summary=msg("A link has words, and an address among them is where it leads."),
    why=msg(
        "Who reads one address and lands on another, has been misled. A link without words cannot be found."
    ),
    repair=msg("Write words that say what is behind the link, without an address."),
)

_HOST = re.compile(r"(?:https?://)?((?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24})(?![\w@-])", re.IGNORECASE)
# Without https:// or www. before it: endings that are those of sites and of hardly anything else.
_ENDINGS = frozenset({"be", "com", "de", "dev", "eu", "frl", "info", "io", "nl", "nu", "online", "org", "uk"})


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield links without words, and links that show another site than they lead to."""
    for record in with_text(catalogue):
        for link in catalogue.inspected[record.path].links:
            wrong = _wrong(link.href, link.text) if is_safe(link.href) else None
            if wrong:
                yield RULE.finding(body_place(record, link.spot), *wrong)


def _wrong(href: str, text: str) -> tuple[Message, Message] | None:
    if not text.strip():
        return msg("this link has no words"), msg("write what is behind the link")
    target = _target(href)
    if target is None:
        return None
    for found in _HOST.finditer(text):
        named = found[1].lower()
        is_address = found[0].lower().startswith(("http", "www."))
        if (is_address or named.rpartition(".")[2] in _ENDINGS) and not _is_same(named, target):
            message = msg("this link shows '{shown}' and leads elsewhere", shown=shown(named))
            return message, msg("write words that say what is behind the link")
    return None


def _target(href: str) -> str | None:
    """Return the host that a link leads to, of a mailbox too; None when an address has no host."""
    if href.lower().startswith("mailto:"):
        return href.partition("?")[0].rpartition("@")[2].lower()
    return host_of(href) if is_external(href) else ""


def _is_same(named: str, target: str) -> bool:
    """Whether two hosts are of one site: the same, or one below the other."""
    first, second = named.removeprefix("www."), target.removeprefix("www.")
    return first == second or second.endswith(f".{first}")
