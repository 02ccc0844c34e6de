"""A vocabulary: terms that officials may extend without code."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.messages import Language
from generator.model.about import Need, Strict, about
from generator.model.choices_more import TermStatus
from generator.model.types import (
    Date,
    Form,
    Text40,
    Text60,
    Text80,
    Text120,
    Text200,
    Text500,
    Url,
)

# An official reference can begin with http://: it names something, and leads nowhere on the site.
Uri = Annotated[
    str, StringConstraints(max_length=500), Form("not-url", r"^https?://[^\s<>\x22'`\\^{}|\[\]]+$")
]
TermId = Annotated[
    str, StringConstraints(max_length=120), Form("not-term-id", r"^[A-Za-z0-9][A-Za-z0-9.+-]*$")
]


class VocabularySource(Strict):
    """Where the terms come from."""

    retrieved: Annotated[
        Date,
        about("Retrieved on", "The day of retrieval.", "2026-06-30", Need.REQUIRED),
    ]
    what: Annotated[
        Text500,
        about("What", "What was taken.", "names and codes", Need.REQUIRED),
    ]
    url: Annotated[
        Uri | None, about("Address", "The web address of the source.", '"https://www.gemmaonline.nl"')
    ] = None
    licence: Annotated[
        Text120 | None,
        about("Licence", "The terms of the source.", "EUPL-1.2"),
    ] = None


class Term(Strict):
    """One term."""

    id: Annotated[
        TermId,
        about("Id", "How entries refer to it.", "big-data", Need.REQUIRED),
    ]
    title: Annotated[
        Text200,
        about("Title", "The name in Dutch.", "Big data", Need.REQUIRED),
    ]
    title_en: Annotated[
        Text200 | None,
        about("Title in English", "The name in English.", "Big data"),
    ] = None
    description: Annotated[
        Text500 | None,
        about("Description", "One sentence.", "Werken met veel gegevens."),
    ] = None
    description_en: Annotated[
        Text500 | None,
        about("Description in English", "One sentence in English.", "Working with much data."),
    ] = None
    synonyms: Annotated[
        tuple[Text120, ...],
        Field(max_length=40),
        about("Synonyms", "Words a colleague would type.", "[datagedreven werken]"),
    ] = ()
    url: Annotated[
        Url | None,
        about("Address", "Page about this term.", '"https://www.logius.nl/digid"'),
    ] = None
    uri: Annotated[
        Uri | None,
        about("URI", "The official reference.", '"http://standaarden.overheid.nl/owms/terms/paspoort"'),
    ] = None
    code: Annotated[
        Text120 | None,
        about("Source's code", "The code the source uses.", "a5786df1"),
    ] = None
    parent: Annotated[TermId | None, about("Parent", "The term above.", '"5.24"')] = None
    steward: Annotated[Text120 | None, about("Steward", "Who keeps it.", "Logius")] = None
    kind: Annotated[Text80 | None, about("Kind", "Kind of term.", "identity")] = None
    icon: Annotated[
        Text60 | None,
        about("Icon", "Name of a Material Design icon.", "shield-lock-outline"),
    ] = None
    status: Annotated[
        TermStatus | None,
        about("Status", "Whether the term still holds.", "withdrawn"),
    ] = None
    forum_status: Annotated[
        Text40 | None,
        about("Forum status", "Status on the list of Forum Standaardisatie.", "verplicht"),
    ] = None
    successors: Annotated[
        tuple[TermId, ...],
        Field(max_length=10),
        about("Successors", "What took its place.", '["5.24.01"]'),
    ] = ()
    applies_from: Annotated[
        Date | None,
        about("Applies from", "The day of effect.", "2024-01-01"),
    ] = None

    @property
    def is_withdrawn(self) -> bool:
        """Whether the source has withdrawn the term."""
        return self.status is TermStatus.WITHDRAWN

    def label(self, language: Language) -> str:
        """Return the name; where English is missing, the Dutch one."""
        return (self.title_en or self.title) if language == "en" else self.title


class Vocabulary(Strict):
    """Terms of one sort."""

    title: Annotated[
        Text120,
        about("Title", "The name in Dutch.", "Thema's", Need.REQUIRED),
    ]
    title_en: Annotated[
        Text120,
        about("Title in English", "The name in English.", "Themes", Need.REQUIRED),
    ]
    source: Annotated[
        VocabularySource,
        about(
            "Source",
            "Where the terms come from.",
            '{url: "https://www.gemmaonline.nl", retrieved: 2026-06-30, what: names}',
            Need.REQUIRED,
        ),
    ]
    terms: Annotated[
        tuple[Term, ...],
        Field(max_length=5000, min_length=1),
        about("Terms", "The terms themselves.", "[{id: big-data, title: Big data}]", Need.REQUIRED),
    ]
