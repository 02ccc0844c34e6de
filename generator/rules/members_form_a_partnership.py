"""Only a partnership or an association has members."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.documents import Path
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.model.choices import Kind
from generator.model.choices_more import OrganisationType
from generator.rules._documents import readable

RULE = Rule(
    "members-form-a-partnership",
    Severity.ERROR,
    summary=msg("Only a partnership or an association has members."),
    why=msg("What a partnership reuses, counts for its members. For other organisations that is not so."),
    repair=msg(
        "Put the members in the file of the partnership. Is the register wrong? Then fill in `type` here."
    ),
)

_WITHOUT_MEMBERS = frozenset(OrganisationType) - {"partnership", "association"}


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield members of an organisation that is neither."""
    path: Path = ("members",)
    for record in readable(catalogue, Kind.ORGANISATION):
        known = catalogue.organisations.get(record.organisation)
        kind = record.document.text("type") or (known.type.value if known else "")
        if kind in _WITHOUT_MEMBERS and path[0] in record.document.fields:
            message = msg("'{name}' is no partnership or association", name=record.organisation)
            hint = msg("put the members in the file of the partnership")
            yield RULE.finding(record.document.key_place(path), message, hint)
