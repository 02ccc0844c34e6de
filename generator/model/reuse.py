"""What it takes to take something over, as its owner sees it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.about import Need, Strict, about
from generator.model.choices import Access, Advice, Cost, Effort, KitType, LeadTime, Size
from generator.model.types import (
    RoleId,
    Text120,
    Text200,
    Url,
)


class Changes(Strict):
    """How much changes for the one who takes it over."""

    technology: Annotated[
        Size,
        about("Technology", "Systems and connections.", "small"),
    ] = Size.UNKNOWN
    process: Annotated[Size, about("Process", "How the work is done.", "large")] = Size.UNKNOWN
    organisation: Annotated[
        Size,
        about("Organisation", "Who does and decides what.", "small"),
    ] = Size.UNKNOWN
    behaviour: Annotated[
        Size,
        about("Behaviour", "What people do differently.", "small"),
    ] = Size.UNKNOWN


class KitItem(Strict):
    """Something one can take along."""

    type: Annotated[
        KitType,
        about("Type", "What sort of document it is.", "work-instruction", Need.REQUIRED),
    ]
    title: Annotated[
        Text120,
        about("Title", "What it is called.", "Work instruction for the desk", Need.REQUIRED),
    ]
    url: Annotated[
        Url | None,
        about("Address", "Where it is, when public.", '"https://www.voorbeeld.nl/werkinstructie"'),
    ] = None
    access: Annotated[
        Access,
        about("Access", "How one gets it.", "public", Need.REQUIRED),
    ]


class Reuse(Strict):
    """What it takes to take it over, as the owner sees it."""

    advice: Annotated[
        Advice,
        about("Advice", "How do you advise others to take it over?", "configure", Need.REQUIRED),
    ]
    effort: Annotated[
        Effort,
        about("Effort", "Own working days until it works, without suppliers.", "6-20", Need.REQUIRED),
    ]
    lead_time: Annotated[
        LeadTime,
        about("Lead time", "From decision to use.", "1-3-months", Need.RECOMMENDED),
    ] = LeadTime.UNKNOWN
    cost_once: Annotated[
        Cost,
        about("Cost once", "Spending to begin, without VAT.", "under-5k", Need.RECOMMENDED),
    ] = Cost.UNKNOWN
    cost_per_year: Annotated[
        Cost,
        about("Cost a year", "Spending a year, without VAT.", "under-5k", Need.RECOMMENDED),
    ] = Cost.UNKNOWN
    changes: Annotated[
        Changes,
        about(
            "What changes",
            "How much changes in technology, process, organisation and behaviour.",
            "{technology: small, process: large, organisation: small, behaviour: small}",
            Need.RECOMMENDED,
        ),
    ] = Changes()
    roles: Annotated[
        tuple[RoleId, ...],
        Field(max_length=12),
        about(
            "Who is needed",
            "Roles you need to take this over.",
            "[project-leader, application-manager]",
            Need.RECOMMENDED,
        ),
    ] = ()
    prerequisites: Annotated[
        tuple[Text200, ...],
        Field(max_length=20),
        about("What is needed", "What must be there first.", "[a case system]"),
    ] = ()
    kit: Annotated[
        tuple[KitItem, ...],
        Field(max_length=30),
        about(
            "Take along",
            "Documents others can use.",
            "[{type: work-instruction, title: Work instruction for the desk, access: on-request}]",
            Need.RECOMMENDED,
        ),
    ] = ()
