"""A link within the catalogue leads to a file or a heading that is there."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from collections.abc import Iterator
from itertools import islice

from generator.catalogue import Catalogue, Record
from generator.findings import Finding, Fix, Location, Rule, Severity
from generator.markdown import LinkFound, linked_path
from generator.messages import Message, either, msg
from generator.model.choices import Kind
from generator.nearest import Nearest
from generator.rules._documents import MOST, body_place, readable
from generator.rules._fixes import safe, swapped, unsafe
from generator.rules._hints import did_you_mean, quoted
from generator.text import shown

RULE = Rule(
    "link-leads-somewhere",
    Severity.ERROR,
    summary=msg("A link within the catalogue leads to a file or a heading that is there."),
    why=msg("A dead link costs every reader time."),
    repair=msg(
        "Link to the file of an entry, as seen from this file, for example `../applications/open-zaak.md`."
    ),
    crosses_files=True,
)

_MOST_NAMED = 6


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield links within the catalogue that lead nowhere."""
    index: Nearest | None = None
    pages = {record.path for record in catalogue.records if record.kind is not Kind.ADOPTION}
    for record in readable(catalogue):
        inner = record.inner
        if not inner.links:
            continue
        ids = frozenset(inner.ids)
        dead = (link for link in inner.links if not _is_there(record, link.href, ids, pages))
        # A hint takes time, and a file can hold thousands of dead links.
        for link in islice(dead, MOST):
            place = body_place(record, link.spot)
            if link.href.startswith("#"):
                message = msg("this text has no heading '{name}'", name=shown(link.href))
                hint, fix = _heading(catalogue, place, link.href, ids)
            else:
                message = msg("'{address}' leads to no file of the catalogue", address=shown(link.href))
                # Once for a catalogue: with 10,000 entries an index takes longer than all questions to it.
                index = index or Nearest((name, name) for name in catalogue.records_by_id)
                hint, fix = _file(catalogue, record, link, index)
            yield RULE.finding(place, message, hint, fix)


def _is_there(record: Record, href: str, ids: frozenset[str], pages: set[str]) -> bool:
    if href.startswith("#"):
        return href[1:] in ids
    return linked_path(record.path, href) in pages


def _heading(
    catalogue: Catalogue, place: Location, href: str, ids: frozenset[str]
) -> tuple[Message | None, Fix | None]:
    """Return which heading the address seems to mean."""
    index = Nearest((name, name) for name in sorted(ids))
    certain = index.certain(href)
    near = (certain,) if certain else index.find(href, most=1)
    if not near:
        names = [f"#{shown(name)}" for name in sorted(ids)[:_MOST_NAMED]]
        return (msg("choose: {words}", words=either(names)) if names else None), None
    edit = swapped(catalogue, place, f"({href}", f"(#{near[0]}")
    return did_you_mean(quoted([f"#{near[0]}"])), safe(edit) if certain else unsafe(edit)


def _file(
    catalogue: Catalogue, record: Record, link: LinkFound, index: Nearest
) -> tuple[Message, Fix | None]:
    """Return how to link to the entry that the address seems to name."""
    if link.href.startswith("www."):
        return msg("write: {path}", path=f"https://{shown(link.href)}"), None
    address, sign, heading = link.href.partition("#")
    words = re.findall(r"[a-z0-9-]+", address.removesuffix(".md"))
    near = index.find(words[-1], most=1) if words else ()
    if not near:
        return msg("link to a file, for example: {path}", path="../practices/oefening.md"), None
    path = posixpath.relpath(catalogue.records_by_id[near[0]][0].path, posixpath.dirname(record.path))
    place = body_place(record, link.spot)
    edit = swapped(catalogue, place, f"({link.href}", f"({path}{sign}{heading}")
    # The right name with a wrong folder before it can mean one file only.
    fix = safe(edit) if words[-1] == near[0] else unsafe(edit)
    return msg("write: {path}", path=path), fix
