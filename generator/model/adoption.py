"""An adoption: "we reuse that", with what it took and what was learned."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.about import Need, Strict, about
from generator.model.choices import Cost, Effort, LeadTime, Mode, Size
from generator.model.choices_more import AdoptionStatus, ConfirmedBy, Recommend
from generator.model.parts import Contact, Exceptions, Source
from generator.model.types import (
    Date,
    Flag,
    PartialDate,
    Text10To600,
    Text40To600,
    Text300,
)


class Change(Strict):
    """What changed in one respect."""

    size: Annotated[Size, about("Size", "How much changed.", "large", Need.REQUIRED)]
    what: Annotated[Text300 | None, about("What", "What changed.", "the desk now handles reports itself")] = (
        None
    )


_UNKNOWN = Change(size=Size.UNKNOWN)


class AdoptionChanges(Strict):
    """What taking it over changed."""

    technology: Annotated[Change, about("Technology", "Systems and connections.", "{size: small}")] = _UNKNOWN
    process: Annotated[
        Change,
        about("Process", "How the work is done.", "{size: large, what: the desk now handles reports itself}"),
    ] = _UNKNOWN
    organisation: Annotated[Change, about("Organisation", "Who does and decides what.", "{size: small}")] = (
        _UNKNOWN
    )
    behaviour: Annotated[Change, about("Behaviour", "What people do differently.", "{size: small}")] = (
        _UNKNOWN
    )


class Adoption(Strict):
    """How an organisation reuses an entry."""

    status: Annotated[AdoptionStatus, about("Status", "How far are you?", "in-use", Need.REQUIRED)]
    mode: Annotated[
        Mode | None,
        about(
            "Mode",
            "One-to-one, configured, adapted or as an example. Required from a pilot on.",
            "configured",
            Need.SOMETIMES,
        ),
    ] = None
    since: Annotated[
        PartialDate | None,
        about("Since", "Year, month or day. Required from a pilot on.", "2025-03", Need.SOMETIMES),
    ] = None
    effort: Annotated[
        Effort | None,
        about("Effort", "Own working days it took. Required from a pilot on.", "6-20", Need.SOMETIMES),
    ] = None
    lead_time: Annotated[
        LeadTime | None, about("Lead time", "From decision to use.", "1-3-months", Need.RECOMMENDED)
    ] = None
    cost_once: Annotated[
        Cost | None, about("Cost once", "Spending to begin, without VAT.", "under-5k", Need.RECOMMENDED)
    ] = None
    cost_per_year: Annotated[
        Cost | None, about("Cost a year", "Spending a year, without VAT.", "under-5k", Need.RECOMMENDED)
    ] = None
    changes: Annotated[
        AdoptionChanges | None,
        about(
            "What changed",
            "In technology, process, organisation and behaviour. Required from a pilot on.",
            "{process: {size: large, what: the desk now handles reports itself}}",
            Need.SOMETIMES,
        ),
    ] = None
    lesson: Annotated[
        Text40To600 | None,
        about(
            "Lesson",
            "What would you advise a colleague? 40 to 600 characters. Required from a pilot on.",
            "Involve the desk from the first week; we did so too late and had to redo the layout.",
            Need.SOMETIMES,
        ),
    ] = None
    recommend: Annotated[
        Recommend | None, about("Recommend", "Do you recommend it to others?", "yes", Need.RECOMMENDED)
    ] = None
    until: Annotated[
        PartialDate | None,
        about(
            "Until",
            "When you stopped or decided against it. Required when stopped or rejected.",
            "2025-12",
            Need.SOMETIMES,
        ),
    ] = None
    stop_reason: Annotated[
        Text10To600 | None,
        about(
            "Stop reason",
            "Required when stopped or rejected. As welcome as a success.",
            "the contract ended and the alternative was cheaper",
            Need.SOMETIMES,
        ),
    ] = None
    confirmed: Annotated[
        Date,
        about(
            "Confirmed on", "The day this was confirmed or read in the source.", "2026-11-24", Need.REQUIRED
        ),
    ]
    confirmed_by: Annotated[
        ConfirmedBy,
        about("Confirmed by", "The organisation itself, or a public source.", "organisation", Need.REQUIRED),
    ]
    contact: Annotated[
        Contact | None,
        about("Contact", "Whom a colleague can ask.", "{role: Service team, email: balie@voorbeeld.nl}"),
    ] = None
    sources: Annotated[
        tuple[Source, ...],
        Field(max_length=20),
        about(
            "Sources",
            "Required when a source confirms this.",
            '[{url: "https://www.voorbeeld.nl", retrieved: 2026-11-24, what: use}]',
            Need.SOMETIMES,
        ),
    ] = ()
    exceptions: Exceptions = ()
    example: Annotated[Flag, about("Fictional example", "Only `true` when this is fictional.", "true")] = (
        False
    )
