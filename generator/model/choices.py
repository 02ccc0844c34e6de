"""Closed lists: the words a field may hold, each with its label in both languages."""

from __future__ import annotations

import enum
from typing import Self

from generator.messages import Language


class Choice(enum.StrEnum):
    """One of a closed list; declared as `NAME = "value", "Dutch label", "English label"`."""

    nl: str
    en: str

    def __new__(cls, value: str, nl: str = "", en: str = "") -> Self:
        """Keep the labels beside the value; without labels, as in `Status("idea")`, a choice is looked up."""
        choice = str.__new__(cls, value)
        choice._value_ = value
        choice.nl = nl
        choice.en = en
        return choice

    def label(self, language: Language) -> str:
        """Return the words a reader sees."""
        return self.nl if language == "nl" else self.en


class Kind(Choice):
    """What a file describes; follows from the folder it is in."""

    APPLICATION = "application", "Toepassing", "Application"
    PRACTICE = "practice", "Praktijk", "Practice"
    ADOPTION = "adoption", "Hergebruik", "Adoption"
    CALL = "call", "Oproep", "Call"
    ORGANISATION = "organisation", "Organisatie", "Organisation"


class Status(Choice):
    """Where an application or practice is in its life."""

    IDEA = "idea", "Idee", "Idea"
    PILOT = "pilot", "Proef", "Pilot"
    IN_USE = "in-use", "In gebruik", "In use"
    PHASING_OUT = "phasing-out", "Loopt af", "Phasing out"
    STOPPED = "stopped", "Gestopt", "Stopped"


class Reviewer(Choice):
    """Who last read an entry and found it right."""

    OWNER = "owner", "De eigenaar", "The owner"
    EDITORS = "editors", "De redactie", "The editors"


class FacilityRole(Choice):
    """Whether one can do without a national facility."""

    REQUIRED = "required", "Nodig", "Required"
    OPTIONAL = "optional", "Mogelijk", "Optional"


class Conformance(Choice):
    """How far something follows a standard."""

    CONFORMS = "conforms", "Voldoet", "Conforms"
    PARTLY = "partly", "Voldoet deels", "Conforms partly"
    PLANNED = "planned", "Gepland", "Planned"


class Advice(Choice):
    """How the owner advises to take it over."""

    ONE_TO_ONE = "one-to-one", "Eén op één overnemen", "Take over one-to-one"
    CONFIGURE = "configure", "Overnemen en zelf instellen", "Take over and configure"
    ADAPT = "adapt", "Overnemen en aanpassen", "Take over and adapt"
    INSPIRE = "inspire", "Als voorbeeld gebruiken", "Use as an example"
    UNKNOWN = "unknown", "Nog niet bekend", "Not known yet"


class Mode(Choice):
    """How an organisation took something over."""

    ONE_TO_ONE = "one-to-one", "Eén op één overgenomen", "Taken over one-to-one"
    CONFIGURED = "configured", "Zelf ingesteld", "Configured"
    ADAPTED = "adapted", "Aangepast", "Adapted"
    INSPIRED = "inspired", "Als voorbeeld gebruikt", "Used as an example"
    UNKNOWN = "unknown", "Nog niet bekend", "Not known yet"


class Effort(Choice):
    """Own working days it takes, suppliers not counted."""

    UNDER_1 = "under-1", "minder dan 1 dag", "under 1 day"
    FROM_1 = "1-5", "1 tot 5 dagen", "1 to 5 days"
    FROM_6 = "6-20", "6 tot 20 dagen", "6 to 20 days"
    FROM_21 = "21-60", "21 tot 60 dagen", "21 to 60 days"
    OVER_60 = "over-60", "meer dan 60 dagen", "over 60 days"
    UNKNOWN = "unknown", "Nog niet bekend", "Not known yet"


class LeadTime(Choice):
    """Time from decision to use."""

    WEEKS = "weeks", "enkele weken", "some weeks"
    FROM_1 = "1-3-months", "1 tot 3 maanden", "1 to 3 months"
    FROM_3 = "3-12-months", "3 tot 12 maanden", "3 to 12 months"
    OVER_YEAR = "over-1-year", "meer dan een jaar", "over a year"
    UNKNOWN = "unknown", "Nog niet bekend", "Not known yet"


class Cost(Choice):
    """Euros without VAT, own hours not counted."""

    NONE = "none", "geen", "none"
    UNDER_5K = "under-5k", "minder dan € 5.000", "under € 5,000"
    FROM_5K = "5k-25k", "€ 5.000 tot € 25.000", "€ 5,000 to € 25,000"
    FROM_25K = "25k-100k", "€ 25.000 tot € 100.000", "€ 25,000 to € 100,000"
    OVER_100K = "over-100k", "meer dan € 100.000", "over € 100,000"
    UNKNOWN = "unknown", "Nog niet bekend", "Not known yet"


class Size(Choice):
    """How much changes."""

    NONE = "none", "niets", "nothing"
    SMALL = "small", "klein", "small"
    LARGE = "large", "groot", "large"
    UNKNOWN = "unknown", "nog niet bekend", "not known yet"


class KitType(Choice):
    """What one can take along."""

    CODE = "code", "Broncode", "Source code"
    CONFIGURATION = "configuration", "Instellingen", "Configuration"
    CONTRACT_TEXT = "contract-text", "Contracttekst", "Contract text"
    DOCUMENTATION = "documentation", "Documentatie", "Documentation"
    DPIA = "dpia", "DPIA", "DPIA"
    PRESENTATION = "presentation", "Presentatie", "Presentation"
    PROCESSING_AGREEMENT = "processing-agreement", "Verwerkersovereenkomst", "Processing agreement"
    PROCUREMENT = "procurement", "Inkoopstukken", "Procurement documents"
    REQUIREMENTS = "requirements", "Eisen en wensen", "Requirements"
    TRAINING = "training", "Training", "Training"
    WORK_INSTRUCTION = "work-instruction", "Werkinstructie", "Work instruction"


class Access(Choice):
    """How one gets a document."""

    PUBLIC = "public", "Openbaar", "Public"
    ON_REQUEST = "on-request", "Op aanvraag", "On request"
    VIA_IBD = "via-ibd", "Via de IBD", "Via the IBD"


class PersonalData(Choice):
    """Which personal data are used."""

    NONE = "none", "Geen persoonsgegevens", "No personal data"
    ORDINARY = "ordinary", "Gewone persoonsgegevens", "Ordinary personal data"
    SPECIAL = "special", "Bijzondere persoonsgegevens", "Special categories of personal data"
    UNKNOWN = "unknown", "Nog niet bekend", "Not known yet"


class Dpia(Choice):
    """Whether the privacy risks have been assessed."""

    DONE = "done", "Gedaan", "Done"
    IN_PROGRESS = "in-progress", "Loopt", "In progress"
    NOT_NEEDED = "not-needed", "Niet nodig", "Not needed"
    NOT_DONE = "not-done", "Niet gedaan", "Not done"
    UNKNOWN = "unknown", "Nog niet bekend", "Not known yet"


class YesNoUnknown(Choice):
    """Yes, no, or not known yet."""

    YES = "yes", "Ja", "Yes"
    NO = "no", "Nee", "No"
    UNKNOWN = "unknown", "Nog niet bekend", "Not known yet"


class LinkKind(Choice):
    """What is behind a link."""

    WEBSITE = "website", "Website", "Website"
    DEMO = "demo", "Demo", "Demo"
    DOCUMENTATION = "documentation", "Documentatie", "Documentation"
    REGISTER = "register", "Register", "Register"
    REPOSITORY = "repository", "Broncode", "Source code"
    NEWS = "news", "Nieuws", "News"
    VIDEO = "video", "Video", "Video"
    OTHER = "other", "Anders", "Other"
