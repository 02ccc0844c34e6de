"""A link begins with `https://`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.addresses import has_credentials, host_of, is_public_host
from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.markdown import scheme
from generator.messages import msg
from generator.rules._documents import body_place, readable

RULE = Rule(
    "link-is-encrypted",
    Severity.WARNING,
    summary=msg("A link begins with `https://`."),
    why=msg("What is sent over `http://` can be read and changed on the way."),
    repair=msg("Try the address with `https://`. Does it not work? Then look for another source."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield links over http to public websites."""
    for record in readable(catalogue):
        for link in catalogue.inspected[record.path].links:
            host = host_of(link.href)
            if (
                scheme(link.href) == "http"
                and host
                and is_public_host(host)
                and not has_credentials(link.href)
            ):
                message = msg("this link begins with http://")
                yield RULE.finding(body_place(record, link.spot), message, msg("try it with https://"))
