"""The field guide: for every kind of file, each field with its use, an example and what it may hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.messages import Message, msg
from generator.model.about import About, FieldSpec, Need, fields_of
from generator.model.choices import Choice, Kind
from generator.model.kinds import MODELS
from generator.model.vocabulary import Vocabulary
from generator.pages.field_forms import form_of, limit_of
from generator.pages.page import Page
from generator.pages.rendering import headings, render
from generator.pages.site import Site
from generator.pages.spans import spans
from generator.pages.vocabularies import address_of_list

FOLDER = "bijdragen/velden/"
_TITLE = msg("All fields explained")
_LEAD = msg("What you can fill in, field by field, with an example.")


@dataclass(frozen=True, slots=True)
class Guide:
    """The page of one kind of file.

    Attributes:
        name: Last part of its address.
        title: What the kind is called.
        lead: When one writes such a file.
        place: Where the file goes.
    """

    name: str
    title: Message
    lead: Message
    place: str


GUIDES: Mapping[str, Guide] = MappingProxyType(
    {
        Kind.APPLICATION.value: Guide(
            "toepassing",
            msg("Fields of an application"),
            msg("Software, a service, a form or a model that another municipality can take over."),
            "catalogue/organisations/…/applications/….md",
        ),
        Kind.PRACTICE.value: Guide(
            "praktijk",
            msg("Fields of a practice"),
            msg("A way of working that another municipality can take over."),
            "catalogue/organisations/…/practices/….md",
        ),
        Kind.ADOPTION.value: Guide(
            "hergebruik",
            msg("Fields of an adoption"),
            msg("You use what another shares: how, what it took and what you learned."),
            "catalogue/organisations/…/adoptions/….md",
        ),
        Kind.CALL.value: Guide(
            "oproep",
            msg("Fields of a call"),
            msg("You look for others: to buy, develop or try something together, or with a question."),
            "catalogue/organisations/…/calls/….md",
        ),
        Kind.ORGANISATION.value: Guide(
            "organisatie",
            msg("Fields of an organisation"),
            msg("What the register does not know of an organisation, such as the members of a partnership."),
            "catalogue/organisations/…/organisation.yml",
        ),
        "vocabulary": Guide(
            "woordenlijst",
            msg("Fields of a vocabulary"),
            msg("The terms that files may use, such as themes and roles. Anyone may propose a new one."),
            "catalogue/vocabularies/….yml",
        ),
    }
)
NEEDS: Mapping[Need, tuple[Message, str]] = MappingProxyType(
    {
        Need.REQUIRED: (msg("Required"), "red"),
        Need.IN_USE: (msg("Required, unless it is an idea or a pilot"), "red"),
        Need.SOMETIMES: (msg("Sometimes required"), "amber"),
        Need.RECOMMENDED: (msg("Recommended"), "teal"),
        Need.OPTIONAL: (msg("May be left out"), "plain"),
    }
)


@dataclass(frozen=True, slots=True)
class Field:
    """One field as the page shows it.

    Attributes:
        id: Of its heading: its path with hyphens.
        path: As one writes it: `contact.email`.
        name: The key in the file.
        level: Of its heading: 2 at the top of the file, deeper in a part.
        about: Its words in the language of the page.
        need: How much it is wanted, and in which tone to say so.
        form: What it holds.
        limit: How much of it, or None.
        choices: The closed list of values, or nothing.
        terms: Address of the list of terms, or empty.
    """

    id: str
    path: str
    name: str
    level: int
    about: About
    need: tuple[Message, str]
    form: Message
    limit: Message | None
    choices: tuple[Choice, ...]
    terms: str


def pages(site: Site) -> Iterator[Page]:
    """Yield the entrance of the guide, then a page for each kind of file."""
    yield _entrance(site)
    for kind in GUIDES:
        yield _guide(site, kind)


def address_of(kind: str) -> str:
    """Return the address of the guide to a kind of file."""
    return f"{FOLDER}{GUIDES[kind].name}/"


def fields_in(site: Site, kind: str) -> tuple[Field, ...]:
    """Return every field of a kind of file, in the order of the file."""
    model = Vocabulary if kind == "vocabulary" else MODELS[Kind(kind)]
    return tuple(_field(site, spec) for spec in fields_of(model))


def _field(site: Site, spec: FieldSpec) -> Field:
    path = [step for step in spec.path if step != "*"]
    return Field(
        id="-".join(path).replace("_", "-"),
        path=".".join(path),
        name=spec.name,
        level=min(len(path) + 1, 4),
        about=spec.about.in_language(site.language),
        need=NEEDS[spec.about.need],
        form=form_of(spec),
        limit=limit_of(spec),
        choices=spec.choices,
        terms=address_of_list(spec.vocabulary) if spec.vocabulary else "",
    )


def _entrance(site: Site) -> Page:
    html = render(
        "fields.html",
        address=FOLDER,
        language=site.language,
        title=_TITLE,
        lead=_LEAD,
        guides=[(guide, address_of(kind)) for kind, guide in GUIDES.items()],
        needs=NEEDS.values(),
        spans=spans,
    )
    return _page(site, FOLDER, _TITLE, _LEAD, html)


def _guide(site: Site, kind: str) -> Page:
    guide = GUIDES[kind]
    html = render(
        "fields_of_kind.html",
        address=address_of(kind),
        language=site.language,
        guide=guide,
        fields=fields_in(site, kind),
        entrance=(_TITLE.in_language(site.language), FOLDER),
        spans=spans,
    )
    return _page(site, address_of(kind), guide.title, guide.lead, html)


def _page(site: Site, address: str, title: Message, lead: Message, html: str) -> Page:
    return Page(
        address=address,
        title=title.in_language(site.language),
        description=lead.in_language(site.language)[:160],
        html=html,
        kind="fields",
        toc=headings(html),
        language=site.language,
    )
