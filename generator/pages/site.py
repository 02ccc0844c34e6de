"""What all pages of one build share: the catalogue, the day, the language and the project's own addresses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from generator.catalogue import Catalogue
from generator.insight import Insight
from generator.insight.growth import Month
from generator.messages import Language
from generator.model.choices_more import OrganisationType
from generator.model.vocabulary import Term
from generator.pages.addresses import of_record
from generator.register import Organisation


class Terms(Protocol):
    """Knows the words of the vocabularies, and the language to say them in."""

    @property
    def language(self) -> Language:
        """Of the words on the pages."""

    def term(self, vocabulary: str, name: str) -> Term:
        """Return a term; one that the vocabulary does not have has its id as its name."""


class Places(Protocol):
    """Knows where files are shown."""

    @property
    def address_by_path(self) -> Mapping[str, str]:
        """Address of the page that shows each file, for links between files."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a page may use beside what it is given: the same for all pages, and it seldom changes.

    Attributes:
        vocabularies: By name; terms by id.
        language: Of the words on the pages.
        repository: As in `Site.repository`.
        edit: As in `Site.edit`.
        provinces: Their names, by code.
    """

    vocabularies: Mapping[str, Mapping[str, Term]]
    language: Language
    repository: str = ""
    edit: str = ""
    provinces: Mapping[str, str] = field(default_factory=dict)

    def term(self, vocabulary: str, name: str) -> Term:
        """Return a term; one that the vocabulary does not have has its id as its name."""
        return self.vocabularies.get(vocabulary, {}).get(name) or Term(id=name, title=name)

    def edit_address(self, path: str) -> str:
        """Return where a reader can improve a file; empty when the project has no such place."""
        return self.edit.format(path=path) if self.edit else ""


@dataclass(frozen=True)
class Site:
    """One build.

    Attributes:
        catalogue: Without errors.
        today: The day the pages are true for.
        language: Of the words on the pages.
        repository: Web address of the repository, without a slash at its end; empty when there is none.
        edit: Template for the address to edit a file, with `{path}`; empty when there is none.
        growth: How the catalogue grew; empty when its history is not known.
        address: Web address of the site, with a slash at its end; empty when it is not known.
    """

    catalogue: Catalogue
    today: dt.date
    language: Language
    repository: str = ""
    edit: str = ""
    growth: tuple[Month, ...] = ()
    address: str = ""

    @cached_property
    def setting(self) -> Setting:
        """What a page may use beside what it is given."""
        bodies = self.catalogue.organisations.values()
        provinces = {body.code: body.name for body in bodies if body.type is OrganisationType.PROVINCE}
        return Setting(self.catalogue.vocabularies, self.language, self.repository, self.edit, provinces)

    @cached_property
    def insight(self) -> Insight:
        """What follows from the catalogue; computed once for all pages."""
        return Insight(self.catalogue, self.today)

    @cached_property
    def address_by_path(self) -> Mapping[str, str]:
        """Address of the page that shows each file, for links between files."""
        return {record.path: of_record(record) for record in self.catalogue.records}

    def let_go(self) -> None:
        """Forget the files and what follows from them; the words of the vocabularies stay."""
        vars(self).pop("insight", None)
        vars(self).pop("address_by_path", None)
        self.catalogue.let_go()

    def term(self, vocabulary: str, name: str) -> Term:
        """Return a term; one that the vocabulary does not have has its id as its name."""
        return self.setting.term(vocabulary, name)

    def province(self, organisation: Organisation) -> Organisation | None:
        """Return the province a body lies in, or None for a province itself and when not known."""
        found = self.catalogue.organisations_by_code.get(organisation.province)
        return None if found is organisation else found

    def edit_address(self, path: str) -> str:
        """Return where a reader can improve a file; empty when the project has no such place."""
        return self.setting.edit_address(path)
