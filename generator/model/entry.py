"""The fields that applications and practices share."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.about import Need, Strict, about
from generator.model.choices import Reviewer, Status
from generator.model.parts import (
    Ai,
    Contact,
    Exceptions,
    Facility,
    Link,
    Privacy,
    Security,
    Service,
    Source,
    Standard,
)
from generator.model.reuse import Reuse
from generator.model.types import (
    ComponentId,
    Date,
    EntryRef,
    Flag,
    FunctionId,
    LawId,
    OrganisationRef,
    Slug,
    Text2To80,
    Text8To120,
    Text40,
    Text40To160,
    ThemeId,
)

Title = Text2To80
Summary = Text40To160


class Entry(Strict):
    """Something that can be taken over."""

    title: Annotated[
        Title,
        about(
            "Name",
            "The name colleagues know, 80 characters at most.",
            "Reports on public space",
            Need.REQUIRED,
        ),
    ]
    title_en: Annotated[
        Title | None,
        about("Name in English", "For readers from other countries.", "Reports on public space"),
    ] = None
    summary: Annotated[
        Summary,
        about(
            "Summary",
            "What does a municipality gain? One sentence of 40 to 160 characters.",
            "Residents report loose tiles and full bins; the report reaches the right team by itself.",
            Need.REQUIRED,
        ),
    ]
    summary_en: Annotated[
        Summary | None,
        about(
            "Summary in English",
            "For readers from other countries.",
            "Residents report loose tiles and full bins; the report reaches the right team by itself.",
        ),
    ] = None
    status: Annotated[
        Status,
        about("Status", "Where it is now at the owner.", "in-use", Need.REQUIRED),
    ]
    themes: Annotated[
        tuple[ThemeId, ...],
        Field(max_length=3, min_length=1),
        about("Themes", "One to three themes.", "[services]", Need.REQUIRED),
    ]
    contact: Annotated[
        Contact,
        about(
            "Contact",
            "Whom can a colleague ask? A shared mailbox or page.",
            "{role: Information team, email: informatie@voorbeeld.nl}",
            Need.REQUIRED,
        ),
    ]
    reviewed: Annotated[
        Date,
        about("Reviewed on", "The day this was last read and found right.", "2026-11-24", Need.REQUIRED),
    ]
    reviewed_by: Annotated[
        Reviewer,
        about("Reviewed by", "The owner, or the editors from public sources.", "owner", Need.REQUIRED),
    ]
    co_owners: Annotated[
        tuple[OrganisationRef, ...],
        Field(max_length=40),
        about("Co-owners", "Organisations responsible together with the owner.", "[utrecht]"),
    ] = ()
    tags: Annotated[
        tuple[Text40, ...],
        Field(max_length=12),
        about("Tags", "Free words to search for.", "[reports, public space]"),
    ] = ()
    questions: Annotated[
        tuple[Text8To120, ...],
        Field(max_length=5),
        about(
            "Colleagues' questions",
            "At most five questions a colleague would type. They weigh in search.",
            "[How do reports reach the right team quickly?]",
            Need.RECOMMENDED,
        ),
    ] = ()
    facilities: Annotated[
        tuple[Facility, ...],
        Field(max_length=30),
        about(
            "National facilities",
            "Which facilities are required or optional, such as DigiD or BAG.",
            "[{id: digid, role: optional}]",
            Need.RECOMMENDED,
        ),
    ] = ()
    standards: Annotated[
        tuple[Standard, ...],
        Field(max_length=40),
        about(
            "Standards",
            "Which standards are followed.",
            "[{id: zaken-api, conformance: conforms}]",
            Need.RECOMMENDED,
        ),
    ] = ()
    services: Annotated[
        tuple[Service, ...],
        Field(max_length=30),
        about(
            "Services", "Which public services this is used for.", "[{id: paspoort, volume_per_year: 1200}]"
        ),
    ] = ()
    legislation: Annotated[
        tuple[LawId, ...],
        Field(max_length=12),
        about("Legislation", "Which laws belong to this.", "[woo]"),
    ] = ()
    reference_components: Annotated[
        tuple[ComponentId, ...],
        Field(max_length=12),
        about("Reference components", "Place in the GEMMA architecture.", "[zaakregistratiecomponent]"),
    ] = ()
    business_functions: Annotated[
        tuple[FunctionId, ...],
        Field(max_length=12),
        about("Business functions", "Which municipal work this supports.", "[uitvoering-publieksdiensten]"),
    ] = ()
    reuse: Annotated[
        Reuse | None,
        about(
            "Reuse",
            "What taking it over requires, according to the owner.",
            "{advice: configure, effort: 6-20}",
            Need.IN_USE,
        ),
    ] = None
    privacy: Annotated[
        Privacy | None,
        about(
            "Privacy",
            "Personal data and their assessment.",
            "{personal_data: ordinary, dpia: done}",
            Need.IN_USE,
        ),
    ] = None
    security: Annotated[
        Security | None,
        about(
            "Security",
            "How much availability, integrity and confidentiality matter, and which controls this serves.",
            '{controls: ["5.24"]}',
            Need.RECOMMENDED,
        ),
    ] = None
    ai: Annotated[
        Ai | None,
        about("AI and algorithms", "Required with the theme big data or AI.", "{used: no}", Need.SOMETIMES),
    ] = None
    links: Annotated[
        tuple[Link, ...],
        Field(max_length=20),
        about(
            "Links",
            "Website, demo, documentation and more.",
            '[{title: Website, url: "https://www.voorbeeld.nl", kind: website}]',
            Need.RECOMMENDED,
        ),
    ] = ()
    related: Annotated[
        tuple[EntryRef, ...],
        Field(max_length=20),
        about("Related", "Other applications or practices that belong with this.", "[open-zaak]"),
    ] = ()
    replaces: Annotated[
        tuple[EntryRef, ...],
        Field(max_length=20),
        about("Replaces", "What this replaced.", "[open-zaak]"),
    ] = ()
    replaced_by: Annotated[
        tuple[EntryRef, ...],
        Field(max_length=20),
        about("Replaced by", "What comes in its place.", "[open-zaak]"),
    ] = ()
    part_of: Annotated[
        tuple[EntryRef, ...],
        Field(max_length=20),
        about("Part of", "The larger whole.", "[open-zaak]"),
    ] = ()
    sources: Annotated[
        tuple[Source, ...],
        Field(max_length=40),
        about(
            "Sources",
            "Where the facts come from. Required when the editors wrote this.",
            '[{url: "https://www.voorbeeld.nl", retrieved: 2026-11-24, what: licence and version}]',
            Need.RECOMMENDED,
        ),
    ] = ()
    aliases: Annotated[
        tuple[Slug, ...],
        Field(max_length=10),
        about("Aliases", "Earlier file names; old addresses keep working.", "[former-name]"),
    ] = ()
    exceptions: Exceptions = ()
    example: Annotated[
        Flag,
        about("Fictional example", "Only `true` for a fictional example; every page then says so.", "true"),
    ] = False
