"""The parts that more than one kind of file has: contact, source, link, privacy and the like."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.about import Need, Strict, about
from generator.model.choices import (
    Conformance,
    Dpia,
    FacilityRole,
    LinkKind,
    PersonalData,
    YesNoUnknown,
)
from generator.model.types import (
    ControlId,
    Count,
    Date,
    Email,
    FacilityId,
    Level,
    ServiceId,
    StandardId,
    Text10To300,
    Text40,
    Text80,
    Text120,
    Text200,
    Text300,
    Url,
)

_URL = about(
    "Address", "The web address, starting with https://.", '"https://www.voorbeeld.nl/pagina"', Need.REQUIRED
)


class Contact(Strict):
    """Whom to ask: a role and a shared mailbox or page, never a person."""

    role: Annotated[
        Text80,
        about(
            "Role", "Who answers: a team or function, not a person's name.", "Information team", Need.REQUIRED
        ),
    ]
    email: Annotated[
        Email | None,
        about(
            "E-mail address",
            "A shared mailbox, not a personal address. Give this, a contact page, or both.",
            "informatie@voorbeeld.nl",
            Need.SOMETIMES,
        ),
    ] = None
    url: Annotated[
        Url | None,
        about(
            "Contact page",
            "Page or form where one can ask a question. Give this, an e-mail address, or both.",
            '"https://www.voorbeeld.nl/contact"',
            Need.SOMETIMES,
        ),
    ] = None


class Source(Strict):
    """Where facts come from."""

    url: Annotated[Url, _URL]
    retrieved: Annotated[
        Date,
        about("Retrieved on", "The day the facts were taken from the source.", "2026-11-24", Need.REQUIRED),
    ]
    what: Annotated[
        Text300,
        about("What", "Which facts come from this source.", "licence and version", Need.REQUIRED),
    ]


class Link(Strict):
    """A page elsewhere."""

    title: Annotated[
        Text80,
        about("Title", "What the link is called.", "Manual", Need.REQUIRED),
    ]
    url: Annotated[Url, _URL]
    kind: Annotated[
        LinkKind,
        about("Kind", "What is behind the link.", "documentation", Need.REQUIRED),
    ]


class Facility(Strict):
    """A national facility that is used."""

    id: Annotated[
        FacilityId,
        about("Facility", "The national facility, for example DigiD.", "digid", Need.REQUIRED),
    ]
    role: Annotated[
        FacilityRole,
        about("Required or optional", "Does it work without this facility?", "optional", Need.REQUIRED),
    ]
    note: Annotated[
        Text200 | None,
        about("Note", "What the facility is for.", "to sign in"),
    ] = None


class Standard(Strict):
    """A standard that is followed."""

    id: Annotated[
        StandardId,
        about("Standard", "The standard, for example the Zaken API.", "zaken-api", Need.REQUIRED),
    ]
    version: Annotated[
        Text40 | None,
        about("Version", "The version of the standard.", '"1.4"'),
    ] = None
    conformance: Annotated[
        Conformance | None,
        about("Conformance", "How far the standard is followed. Leave out when not known.", "conforms"),
    ] = None
    evidence: Annotated[
        Url | None,
        about("Evidence", "Test report or statement.", '"https://www.voorbeeld.nl/testrapport"'),
    ] = None


class Service(Strict):
    """A public service that is served, from the Uniforme Productnamenlijst."""

    id: Annotated[
        ServiceId,
        about("Service", "The public service this is used for.", "paspoort", Need.REQUIRED),
    ]
    volume_per_year: Annotated[
        Count | None,
        about("Volume a year", "How often a year the service is asked for at the owner.", "1200"),
    ] = None


class Privacy(Strict):
    """Personal data and the assessment of their risks."""

    personal_data: Annotated[
        PersonalData,
        about("Personal data", "Which personal data are used.", "ordinary", Need.REQUIRED),
    ]
    dpia: Annotated[
        Dpia,
        about("DPIA", "Has a data protection impact assessment been done?", "done", Need.REQUIRED),
    ]
    legal_basis: Annotated[
        Text200 | None,
        about("Legal basis", "On which legal ground.", "task in the public interest"),
    ] = None
    assessed: Annotated[
        Date | None,
        about("Assessed on", "The day of the last assessment.", "2026-03-05"),
    ] = None


class Security(Strict):
    """How much it matters that it works, is right and stays secret, and which measures it serves."""

    availability: Annotated[
        Level | None,
        about("Availability", "1 low, 2 middle, 3 high.", "2", Need.RECOMMENDED),
    ] = None
    integrity: Annotated[
        Level | None,
        about("Integrity", "1 low, 2 middle, 3 high.", "2", Need.RECOMMENDED),
    ] = None
    confidentiality: Annotated[
        Level | None,
        about("Confidentiality", "1 low, 2 middle, 3 high.", "2", Need.RECOMMENDED),
    ] = None
    controls: Annotated[
        tuple[ControlId, ...],
        Field(max_length=30),
        about(
            "Controls",
            "Numbers from the BIO2 that this serves. Required of a cybersecurity practice in use.",
            '["5.24"]',
            Need.RECOMMENDED,
        ),
    ] = ()
    pentested: Annotated[
        Date | None,
        about("Penetration test", "The day of the last penetration test.", "2026-03-05"),
    ] = None
    disclosure_url: Annotated[
        Url | None,
        about(
            "Report a vulnerability",
            "Page to report a vulnerability.",
            '"https://www.voorbeeld.nl/kwetsbaarheid-melden"',
        ),
    ] = None


class Ai(Strict):
    """Whether artificial intelligence or an impactful algorithm is used."""

    used: Annotated[
        YesNoUnknown,
        about(
            "Uses AI",
            "Is artificial intelligence or an algorithm that affects people used?",
            "no",
            Need.REQUIRED,
        ),
    ]
    register_url: Annotated[
        Url | None,
        about(
            "Algorithm register",
            "The description in the algorithm register.",
            '"https://algoritmes.overheid.nl/nl/algoritme/voorbeeld"',
        ),
    ] = None
    impact_assessments: Annotated[
        tuple[Text120, ...],
        Field(max_length=10),
        about("Assessments", "Which assessments were done, for example IAMA.", "[IAMA]"),
    ] = ()
    human_oversight: Annotated[
        Text300 | None,
        about("Human oversight", "How a person watches and can step in.", "a member of staff always decides"),
    ] = None


class Exemption(Strict):
    """A rule that a file may break for a while, and why."""

    rule: Annotated[
        Text80,
        about(
            "Rule",
            "The name of the rule, as it stands between brackets in the message.",
            "repository-is-listed-once",
            Need.REQUIRED,
        ),
    ]
    reason: Annotated[
        Text10To300,
        about(
            "Reason",
            "Why this is right here. 10 to 300 characters; everyone can read it.",
            "both applications come from the same repository",
            Need.REQUIRED,
        ),
    ]
    until: Annotated[
        Date,
        about(
            "Last day",
            "The last day of the exception, a year ahead at most. After that the rule counts again.",
            "2027-06-30",
            Need.REQUIRED,
        ),
    ]


Exceptions = Annotated[
    tuple[Exemption, ...],
    Field(max_length=10),
    about(
        "Exceptions",
        "Rules that do not count in this file for a while, each with a reason and a last day.",
        "[{rule: repository-is-listed-once, reason: both come from one repository, until: 2027-06-30}]",
    ),
]
