"""A link begins with `https://`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.addresses import has_credentials, host_of, is_public_host
from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.markdown import scheme
from generator.messages import msg
from generator.rules._documents import body_place, with_text
from generator.rules._fixes import swapped, unsafe
from generator.rules._hosts import is_reached_over_https

RULE = Rule(
    "link-is-encrypted",
    Severity.WARNING,
    summary=msg("A link begins with `https://`."),
    why=msg("What is sent over `http://` can be read and changed on the way."),
    repair=msg("Try the address with `https://`. Does it not work? Then look for another source."),
    can_be_excused=True,
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield links over http to public websites."""
    for record in with_text(catalogue):
        for link in catalogue.inspected[record.path].links:
            host = host_of(link.href)
            if (
                scheme(link.href) == "http"
                and host
                and is_public_host(host)
                and not has_credentials(link.href)
            ):
                message = msg("this link begins with http://")
                place = body_place(record, link.spot)
                edit = None
                # Never blindly: only when the file itself reaches this website over https.
                if is_reached_over_https(catalogue, record.path, host):
                    edit = swapped(catalogue, place, "http://", "https://")
                yield RULE.finding(place, message, msg("try it with https://"), unsafe(edit))
