"""A call: "who joins us?"."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.about import Need, Strict, about
from generator.model.choices import Reviewer
from generator.model.choices_more import CallType
from generator.model.entry import Summary, Title
from generator.model.parts import Contact, Exceptions, Link, Source
from generator.model.types import (
    Date,
    EntryRef,
    Flag,
    Text300,
)


class Call(Strict):
    """A question to others: buy, develop or try something together."""

    type: Annotated[CallType, about("Type", "What you ask.", "joint-procurement", Need.REQUIRED)]
    title: Annotated[
        Title,
        about(
            "Title",
            "What it is about, 80 characters at most.",
            "Buy a reporting system together",
            Need.REQUIRED,
        ),
    ]
    title_en: Annotated[
        Title | None,
        about("Title in English", "For readers from other countries.", "Buy a reporting system together"),
    ] = None
    summary: Annotated[
        Summary,
        about(
            "Summary",
            "What you look for, in 40 to 160 characters.",
            "We look for two municipalities to buy a reporting system together in 2027.",
            Need.REQUIRED,
        ),
    ]
    summary_en: Annotated[
        Summary | None,
        about(
            "Summary in English",
            "For readers from other countries.",
            "We look for two municipalities to buy a reporting system together in 2027.",
        ),
    ] = None
    entry: Annotated[
        EntryRef | None, about("About", "The application or practice it is about.", "signalen")
    ] = None
    opened: Annotated[Date | None, about("Opened", "The day the call opened.", "2026-11-24")] = None
    until: Annotated[
        Date,
        about(
            "Closes on",
            "The last day, 18 months ahead at most. The call then closes by itself.",
            "2027-06-30",
            Need.REQUIRED,
        ),
    ]
    wanted: Annotated[
        Text300 | None,
        about(
            "Wanted",
            "Whom or what you look for.",
            "two municipalities up to 50,000 inhabitants",
            Need.RECOMMENDED,
        ),
    ] = None
    contact: Annotated[
        Contact,
        about(
            "Contact",
            "Where to respond.",
            "{role: Procurement team, email: inkoop@voorbeeld.nl}",
            Need.REQUIRED,
        ),
    ]
    reviewed_by: Annotated[
        Reviewer, about("Placed by", "The owner, or the editors from public sources.", "owner")
    ] = Reviewer.OWNER
    links: Annotated[
        tuple[Link, ...],
        Field(max_length=20),
        about(
            "Links",
            "More information.",
            '[{title: Announcement, url: "https://www.voorbeeld.nl", kind: news}]',
        ),
    ] = ()
    sources: Annotated[
        tuple[Source, ...],
        Field(max_length=20),
        about(
            "Sources",
            "Required when the editors wrote this.",
            '[{url: "https://www.voorbeeld.nl", retrieved: 2026-11-24, what: call and closing date}]',
            Need.SOMETIMES,
        ),
    ] = ()
    exceptions: Exceptions = ()
    example: Annotated[Flag, about("Fictional example", "Only `true` when this is fictional.", "true")] = (
        False
    )
