"""An application: software, a service, a form or a model that can be taken over."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.about import Need, Strict, about
from generator.model.choices_more import (
    AccessibilityStatus,
    DataLocation,
    DevelopmentStatus,
    Hosting,
    MaintenanceType,
    Platform,
    SoftwareType,
    SupplierRole,
)
from generator.model.entry import Entry
from generator.model.types import (
    Date,
    OrganisationRef,
    Text2To80,
    Text60,
    Text120,
    Text200,
    Text300,
    Url,
)


class Software(Strict):
    """The software itself."""

    type: Annotated[
        SoftwareType, about("Type", "What sort of software it is.", "standalone/web", Need.REQUIRED)
    ]
    development_status: Annotated[
        DevelopmentStatus, about("Development", "How far development is.", "stable", Need.REQUIRED)
    ]
    licence: Annotated[
        Text120,
        about(
            "Licence",
            "An SPDX name such as EUPL-1.2, or `proprietary`, or `unknown`.",
            "EUPL-1.2",
            Need.REQUIRED,
        ),
    ]
    platforms: Annotated[
        tuple[Platform, ...],
        Field(max_length=6),
        about("Runs on", "Where the user opens it.", "[web]", Need.RECOMMENDED),
    ] = ()
    hosting: Annotated[
        tuple[Hosting, ...],
        Field(max_length=4),
        about("Hosting", "How you can have it run.", "[self-hosted]", Need.RECOMMENDED),
    ] = ()
    repository: Annotated[
        Url | None,
        about(
            "Source code",
            "Where the source code is. Required with an open licence.",
            '"https://github.com/open-zaak/open-zaak"',
            Need.SOMETIMES,
        ),
    ] = None
    publiccode_url: Annotated[
        Url | None,
        about(
            "publiccode.yml",
            "The address of the file publiccode.yml.",
            '"https://github.com/open-zaak/open-zaak/blob/main/publiccode.yaml"',
        ),
    ] = None
    version: Annotated[
        Text60 | None, about("Version", "The latest version the source names.", '"1.30.0"')
    ] = None
    released: Annotated[
        Date | None, about("Released on", "The day of that version or the latest change.", "2026-08-20")
    ] = None
    depends_on: Annotated[
        tuple[Text120, ...],
        Field(max_length=30),
        about(
            "Depends on",
            "Other software, or the id of an application in this catalogue.",
            "[PostgreSQL 14 or newer]",
        ),
    ] = ()
    data_location: Annotated[DataLocation, about("Data location", "Where the data are kept.", "nl")] = (
        DataLocation.UNKNOWN
    )
    exit: Annotated[
        Text300 | None,
        about("Exit", "How you take your data along when you stop.", "export of all cases as a file"),
    ] = None


class Supplier(Strict):
    """A firm that helps."""

    name: Annotated[Text2To80, about("Name", "The name of the firm.", "Maykin", Need.REQUIRED)]
    role: Annotated[SupplierRole, about("Role", "What the firm does.", "build", Need.REQUIRED)]
    organisation: Annotated[
        OrganisationRef | None, about("Organisation", "The firm's folder in this catalogue.", "maykin")
    ] = None
    confirmed_by: Annotated[
        tuple[OrganisationRef, ...],
        Field(max_length=20),
        about("Confirmed by", "Organisations that work with this firm.", "[utrecht]"),
    ] = ()


class Procurement(Strict):
    """How it was bought."""

    route: Annotated[
        Text200, about("Route", "How it was bought.", "invitation to several suppliers", Need.REQUIRED)
    ]
    contract_end: Annotated[
        Date | None, about("Contract end", "The day the contract ends; useful to buy together.", "2028-12-31")
    ] = None


class Maintenance(Strict):
    """Who keeps it going."""

    type: Annotated[MaintenanceType, about("Type", "Who maintains it.", "community", Need.REQUIRED)]
    until: Annotated[
        Date | None, about("Until", "The day until which maintenance is certain.", "2028-12-31")
    ] = None


class Accessibility(Strict):
    """Digital accessibility, as in the national register of statements."""

    status: Annotated[AccessibilityStatus, about("Status", "A to E, as in the register.", "B", Need.REQUIRED)]
    statement_url: Annotated[
        Url | None,
        about(
            "Statement",
            "The accessibility statement.",
            '"https://www.toegankelijkheidsverklaring.nl/register/1"',
        ),
    ] = None


class Application(Entry):
    """Something that can be taken over: software, a service, a form or a model."""

    software: Annotated[
        Software,
        about(
            "Software",
            "Type, licence and place of the source code.",
            '{type: standalone/web, development_status: stable, licence: EUPL-1.2, repository: "https://github.com/open-zaak/open-zaak"}',
            Need.REQUIRED,
        ),
    ]
    suppliers: Annotated[
        tuple[Supplier, ...],
        Field(max_length=40),
        about(
            "Suppliers",
            "Firms that build, host or support.",
            "[{name: Maykin, role: build}]",
            Need.RECOMMENDED,
        ),
    ] = ()
    procurement: Annotated[
        Procurement | None,
        about(
            "Procurement",
            "How it was bought and when the contract ends.",
            "{route: invitation to several suppliers, contract_end: 2028-12-31}",
        ),
    ] = None
    maintenance: Annotated[
        Maintenance | None, about("Maintenance", "Who maintains it.", "{type: community}", Need.RECOMMENDED)
    ] = None
    accessibility: Annotated[
        Accessibility | None, about("Digital accessibility", "Status and statement.", "{status: B}")
    ] = None
