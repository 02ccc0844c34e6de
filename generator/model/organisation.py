"""What an organisation adds to what the register knows of it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.about import Need, Strict, about
from generator.model.choices_more import OrganisationType
from generator.model.parts import Contact, Exceptions, Source
from generator.model.types import (
    OrganisationRef,
    PartialDate,
    Rank,
    Text80,
    Text160,
    Text300,
    Url,
    Year,
)


class Member(Strict):
    """A member of a partnership."""

    organisation: Annotated[
        OrganisationRef,
        about("Organisation", "The member.", "montfoort", Need.REQUIRED),
    ]
    since: Annotated[PartialDate | None, about("Since", "From when.", "2014")] = None
    until: Annotated[
        PartialDate | None,
        about("Until", "Until when, if it ended.", "2018-12"),
    ] = None


class Monitor(Strict):
    """A figure from a public monitor."""

    year: Annotated[
        Year,
        about("Year", "The year measured.", "2016", Need.REQUIRED),
    ]
    source: Annotated[
        Text300,
        about(
            "Source",
            "Web address or name of the source.",
            '"https://www.waarstaatjegemeente.nl"',
            Need.REQUIRED,
        ),
    ]
    measure: Annotated[
        Text160,
        about("Measure", "What was measured.", "digital maturity", Need.REQUIRED),
    ]
    value: Annotated[Text80 | None, about("Value", "The outcome.", '"76 percent"')] = None
    rank: Annotated[
        Rank | None,
        about("Rank", "The place in the ranking.", "170"),
    ] = None


class Profile(Strict):
    """What the register does not know of an organisation."""

    type: Annotated[
        OrganisationType | None,
        about("Type", "Only when the register does not know.", "partnership"),
    ] = None
    members: Annotated[
        tuple[Member, ...],
        Field(max_length=400),
        about("Members", "Of a partnership.", "[{organisation: montfoort, since: 2014}]"),
    ] = ()
    website: Annotated[
        Url | None,
        about("Website", "The web address.", '"https://www.montfoort.nl"', Need.RECOMMENDED),
    ] = None
    contact: Annotated[
        Contact | None,
        about(
            "Contact",
            "Where a colleague asks.",
            "{role: Information team, email: informatie@voorbeeld.nl}",
            Need.RECOMMENDED,
        ),
    ] = None
    segment: Annotated[
        Text80 | None,
        about("Segment", "A group you compare yourself with.", "rural municipalities"),
    ] = None
    monitor: Annotated[
        tuple[Monitor, ...],
        Field(max_length=60),
        about(
            "Figures",
            "Outcomes of public monitors, each with its source.",
            "[{year: 2016, measure: digital maturity, rank: 170, "
            'source: "https://www.waarstaatjegemeente.nl"}]',
        ),
    ] = ()
    sources: Annotated[
        tuple[Source, ...],
        Field(max_length=20),
        about(
            "Sources",
            "Where the facts come from.",
            '[{url: "https://www.voorbeeld.nl", retrieved: 2026-11-24, what: members}]',
        ),
    ] = ()
    exceptions: Exceptions = ()
