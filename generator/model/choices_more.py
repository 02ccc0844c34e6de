"""Closed lists that belong to one kind of file: an application, a practice, an adoption."""

from __future__ import annotations

from generator.model.choices import Choice


class SoftwareType(Choice):
    """publiccode.yml `softwareType`, https://yml.publiccode.tools/schema.core.html#key-softwaretype."""

    WEB = "standalone/web", "Webtoepassing", "Web application"
    MOBILE = "standalone/mobile", "App voor de telefoon", "Mobile app"
    DESKTOP = "standalone/desktop", "Programma voor de werkplek", "Desktop program"
    BACKEND = "standalone/backend", "Dienst zonder schermen (API)", "Service without screens (API)"
    IOT = "standalone/iot", "Programma voor sensoren", "Program for sensors"
    OTHER = "standalone/other", "Ander programma", "Other program"
    ADDON = "addon", "Uitbreiding", "Add-on"
    LIBRARY = "library", "Bouwsteen voor ontwikkelaars", "Library"
    CONFIGURATION = "configurationFiles", "Instellingen of model", "Configuration or model"


class DevelopmentStatus(Choice):
    """publiccode.yml `developmentStatus`, and `unknown`."""

    CONCEPT = "concept", "Concept", "Concept"
    DEVELOPMENT = "development", "In ontwikkeling", "In development"
    BETA = "beta", "Bèta", "Beta"
    STABLE = "stable", "Stabiel", "Stable"
    OBSOLETE = "obsolete", "Verouderd", "Obsolete"
    UNKNOWN = "unknown", "Nog niet bekend", "Not known yet"


class Platform(Choice):
    """Where it runs for the one who uses it."""

    WEB = "web", "Browser", "Browser"
    WINDOWS = "windows", "Windows", "Windows"
    MAC = "mac", "macOS", "macOS"
    LINUX = "linux", "Linux", "Linux"
    IOS = "ios", "iPhone en iPad", "iPhone and iPad"
    ANDROID = "android", "Android", "Android"


class Hosting(Choice):
    """Who runs it."""

    SAAS = "saas", "Bij een leverancier (SaaS)", "At a supplier (SaaS)"
    SELF_HOSTED = "self-hosted", "In eigen beheer", "Self-hosted"
    SHARED_SERVICE = "shared-service", "Bij een samenwerking", "At a partnership"
    UNKNOWN = "unknown", "Nog niet bekend", "Not known yet"


class DataLocation(Choice):
    """Where the data are kept."""

    NL = "nl", "Nederland", "The Netherlands"
    EU = "eu", "Europese Unie", "European Union"
    OUTSIDE_EU = "outside-eu", "Buiten de Europese Unie", "Outside the European Union"
    UNKNOWN = "unknown", "Nog niet bekend", "Not known yet"


class SupplierRole(Choice):
    """What a supplier does."""

    BUILD = "build", "Bouwt", "Builds"
    HOST = "host", "Draait het", "Hosts"
    SUPPORT = "support", "Ondersteunt", "Supports"
    TRAIN = "train", "Traint", "Trains"


class MaintenanceType(Choice):
    """Who keeps it going."""

    INTERNAL = "internal", "Eigen mensen", "Own staff"
    CONTRACT = "contract", "Een leverancier met contract", "A supplier under contract"
    COMMUNITY = "community", "Een gemeenschap", "A community"
    NONE = "none", "Niemand", "Nobody"
    UNKNOWN = "unknown", "Nog niet bekend", "Not known yet"


class AccessibilityStatus(Choice):
    """Status in the Dutch register of accessibility statements, https://www.digitoegankelijk.nl."""

    A = "A", "Voldoet volledig", "Conforms fully"
    B = "B", "Voldoet gedeeltelijk", "Conforms partly"
    C = "C", "Eerste maatregelen genomen", "First measures taken"
    D = "D", "Voldoet niet", "Does not conform"
    E = "E", "Geen verklaring", "No statement"


class Domain(Choice):
    """The field of a practice."""

    BIG_DATA = "big-data", "Big data", "Big data"
    CYBERSECURITY = "cybersecurity", "Digitale veiligheid", "Cybersecurity"
    PRIVACY = "privacy", "Privacy", "Privacy"
    SERVICE = "service", "Dienstverlening", "Service"
    ORGANISATION = "organisation", "Organisatie en samenwerking", "Organisation and cooperation"


class PracticeType(Choice):
    """What sort of practice it is."""

    METHOD = "method", "Werkwijze", "Method"
    PROCESS = "process", "Proces", "Process"
    POLICY = "policy", "Beleid", "Policy"
    TRAINING = "training", "Training", "Training"
    EXERCISE = "exercise", "Oefening", "Exercise"
    DASHBOARD = "dashboard", "Dashboard", "Dashboard"
    MODEL = "model", "Model", "Model"
    DATASET = "dataset", "Gegevensset", "Dataset"
    AGREEMENT = "agreement", "Afspraak", "Agreement"
    SERVICE = "service", "Dienst", "Service"
    NETWORK = "network", "Netwerk", "Network"


class Dimension(Choice):
    """What a practice changes."""

    TECHNOLOGY = "technology", "Techniek", "Technology"
    PROCESS = "process", "Werkproces", "Process"
    ORGANISATION = "organisation", "Organisatie", "Organisation"
    BEHAVIOUR = "behaviour", "Gedrag", "Behaviour"
    CHAIN = "chain", "Keten", "Chain"


class Phase(Choice):
    """NIST Cybersecurity Framework 2.0 functions, https://www.nist.gov/cyberframework."""

    GOVERN = "govern", "Sturen", "Govern"
    IDENTIFY = "identify", "In kaart brengen", "Identify"
    PROTECT = "protect", "Beschermen", "Protect"
    DETECT = "detect", "Ontdekken", "Detect"
    RESPOND = "respond", "Reageren", "Respond"
    RECOVER = "recover", "Herstellen", "Recover"


class AdoptionStatus(Choice):
    """How far an organisation is with taking something over."""

    INTERESTED = "interested", "Heeft interesse", "Interested"
    PLANNED = "planned", "Gepland", "Planned"
    PILOT = "pilot", "Proef", "Pilot"
    IN_USE = "in-use", "In gebruik", "In use"
    STOPPED = "stopped", "Gestopt", "Stopped"
    REJECTED = "rejected", "Niet gekozen", "Rejected"


class Recommend(Choice):
    """Whether an organisation would advise it to another."""

    YES = "yes", "Ja", "Yes"
    WITH_CONDITIONS = "with-conditions", "Ja, onder voorwaarden", "Yes, with conditions"
    NO = "no", "Nee", "No"


class ConfirmedBy(Choice):
    """Where the knowledge about an adoption comes from."""

    ORGANISATION = "organisation", "De organisatie zelf", "The organisation itself"
    SOURCE = "source", "Een openbare bron", "A public source"


class CallType(Choice):
    """What a call asks for."""

    JOINT_PROCUREMENT = "joint-procurement", "Samen inkopen", "Buy together"
    JOINT_DEVELOPMENT = "joint-development", "Samen ontwikkelen", "Develop together"
    PILOT = "pilot", "Samen uitproberen", "Try together"
    QUESTION = "question", "Vraag", "Question"


class OrganisationType(Choice):
    """What kind of body it is."""

    MUNICIPALITY = "municipality", "Gemeente", "Municipality"
    PROVINCE = "province", "Provincie", "Province"
    WATER_BOARD = "water-board", "Waterschap", "Water board"
    PARTNERSHIP = "partnership", "Samenwerking", "Partnership"
    NATIONAL = "national", "Landelijke organisatie", "National body"
    ASSOCIATION = "association", "Vereniging of stichting", "Association or foundation"
    COMPANY = "company", "Bedrijf", "Company"
    KNOWLEDGE = "knowledge", "Kennisinstelling", "Knowledge institution"


class TermStatus(Choice):
    """Whether a term of a vocabulary still holds."""

    CURRENT = "current", "Geldt", "Current"
    WITHDRAWN = "withdrawn", "Vervallen", "Withdrawn"
