"""A link within the catalogue leads to a file or a heading that is there."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from collections.abc import Iterator
from itertools import islice

from generator.catalogue import Catalogue, Record
from generator.findings import Finding, Rule, Severity
from generator.markdown import linked_path, scheme
from generator.messages import Message, msg
from generator.model.choices import Kind
from generator.nearest import Nearest, nearest
from generator.rules._documents import MOST, body_place, readable
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
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield links within the catalogue that lead nowhere."""
    index: Nearest | None = None
    pages = {record.path for record in catalogue.records if record.kind is not Kind.ADOPTION}
    for record in readable(catalogue):
        inspected = catalogue.inspected[record.path]
        ids = {heading.id for heading in inspected.headings}
        inside = [link for link in inspected.links if not scheme(link.href)]
        dead = (link for link in inside if not _is_there(record, link.href, ids, pages))
        # A hint takes time, and a file can hold thousands of dead links.
        for link in islice(dead, MOST):
            if link.href.startswith("#"):
                message = msg("this text has no heading '{name}'", name=shown(link.href))
                hint = _heading_hint(link.href, ids)
            else:
                message = msg("'{address}' leads to no file of the catalogue", address=shown(link.href))
                # Once for a catalogue: with 10,000 entries an index takes longer than all questions to it.
                index = index or Nearest((name, name) for name in catalogue.records_by_id)
                hint = _hint(catalogue, record, link.href, index)
            yield RULE.finding(body_place(record, link.spot), message, hint)


def _is_there(record: Record, href: str, ids: set[str], pages: set[str]) -> bool:
    if href.startswith("#"):
        return href[1:] in ids
    return linked_path(record.path, href) in pages


def _heading_hint(href: str, ids: set[str]) -> Message | None:
    near = nearest(href, sorted(ids), most=1)
    return did_you_mean(quoted(f"#{name}" for name in near)) if near else None


def _hint(catalogue: Catalogue, record: Record, href: str, index: Nearest) -> Message:
    """Return how to link to the entry that the address seems to name."""
    words = re.findall(r"[a-z0-9-]+", href.partition("#")[0].removesuffix(".md"))
    near = index.find(words[-1], most=1) if words else ()
    if not near:
        return msg("link to a file, for example: {path}", path="../practices/oefening.md")
    path = posixpath.relpath(catalogue.records_by_id[near[0]][0].path, posixpath.dirname(record.path))
    return msg("write: {path}", path=path)
