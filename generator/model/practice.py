"""A practice: a way of working with big data, cybersecurity, privacy, service or organisation."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.about import Need, Strict, about
from generator.model.choices import Effort
from generator.model.choices_more import Dimension, Domain, Phase, PracticeType
from generator.model.entry import Entry
from generator.model.types import (
    FacilityId,
    Flag,
    RoleId,
    Text80,
    Text120,
    Text160,
    Text600,
    ThreatId,
    Url,
)


class Step(Strict):
    """One step of taking it over."""

    title: Annotated[
        Text160,
        about("Step", "What you do.", "Choose a scenario", Need.REQUIRED),
    ]
    who: Annotated[
        RoleId | None,
        about("Who", "The role that takes this step.", "project-leader"),
    ] = None
    effort: Annotated[
        Effort | None,
        about("Effort", "Working days for this step.", "1-5"),
    ] = None


class Evidence(Strict):
    """A measured effect."""

    measure: Annotated[
        Text160,
        about("Measure", "What was measured.", "staff who clicked a fake mail", Need.REQUIRED),
    ]
    before: Annotated[Text80 | None, about("Before", "The value before.", '"24 percent"')] = None
    after: Annotated[Text80 | None, about("After", "The value after.", '"9 percent"')] = None
    period: Annotated[Text80 | None, about("Period", "Over which time.", '"2024-2025"')] = None
    source: Annotated[
        Url | None,
        about("Source", "Where this is stated.", '"https://www.voorbeeld.nl/meting"'),
    ] = None


class DataSource(Strict):
    """Data that a practice uses."""

    name: Annotated[
        Text120,
        about("Name", "What the data are called.", "Police figures by neighbourhood", Need.REQUIRED),
    ]
    national_register: Annotated[
        FacilityId | None,
        Field(alias="register"),
        about("Register", "The national register, if it is one.", "bag"),
    ] = None
    personal: Annotated[
        Flag,
        about("Personal data", "Do these data hold personal data?", "false", Need.REQUIRED),
    ]


class Practice(Entry):
    """A way of working that can be taken over."""

    domain: Annotated[
        Domain,
        about("Domain", "What the practice is about.", "cybersecurity", Need.REQUIRED),
    ]
    type: Annotated[
        PracticeType,
        about("Type", "What sort of practice it is.", "exercise", Need.REQUIRED),
    ]
    dimensions: Annotated[
        tuple[Dimension, ...],
        Field(max_length=5),
        about("Dimensions", "What the practice works on.", "[process, behaviour]", Need.RECOMMENDED),
    ] = ()
    steps: Annotated[
        tuple[Step, ...],
        Field(max_length=20),
        about(
            "Steps",
            "How to take it over, step by step.",
            "[{title: Choose a scenario, who: project-leader, effort: 1-5}]",
            Need.RECOMMENDED,
        ),
    ] = ()
    evidence: Annotated[
        tuple[Evidence, ...],
        Field(max_length=20),
        about(
            "Evidence",
            "Measured effect, with its source.",
            '[{measure: clicked a fake mail, before: "24 percent", after: "9 percent"}]',
            Need.RECOMMENDED,
        ),
    ] = ()
    chain_partners: Annotated[
        tuple[Text120, ...],
        Field(max_length=20),
        about("Chain partners", "With whom you work.", "[police, safety region]"),
    ] = ()
    data_sources: Annotated[
        tuple[DataSource, ...],
        Field(max_length=20),
        about(
            "Data sources",
            "Which data are used.",
            "[{name: Police figures by neighbourhood, personal: false}]",
        ),
    ] = ()
    method: Annotated[
        Text600 | None,
        about("Method", "How the data are processed.", "count by neighbourhood by week"),
    ] = None
    quality: Annotated[
        Text600 | None,
        about("Quality", "How good the data are and how that was checked.", "sample of 200 photos"),
    ] = None
    ethics: Annotated[
        Text600 | None,
        about("Ethics", "Which considerations were made.", "discussed with the ethics committee"),
    ] = None
    phase: Annotated[
        tuple[Phase, ...],
        Field(max_length=6),
        about("Phase", "The functions of the NIST cybersecurity framework.", "[protect, respond]"),
    ] = ()
    threats: Annotated[
        tuple[ThreatId, ...],
        Field(max_length=12),
        about("Threats", "What this helps against.", "[phishing]"),
    ] = ()
