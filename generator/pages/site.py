"""What all pages of one build share: the catalogue, the day, the language and the project's own addresses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.catalogue import Catalogue
from generator.insight import Insight
from generator.messages import Language
from generator.model.vocabulary import Term
from generator.pages.addresses import of_record
from generator.register import Organisation


@dataclass(frozen=True)
class Site:
    """One build.

    Attributes:
        catalogue: Without errors.
        today: The day the pages are true for.
        language: Of the words on the pages.
        repository: Web address of the repository, without a slash at its end; empty when there is none.
        edit: Template for the address to edit a file, with `{path}`; empty when there is none.
    """

    catalogue: Catalogue
    today: dt.date
    language: Language
    repository: str = ""
    edit: str = ""

    @cached_property
    def insight(self) -> Insight:
        """What follows from the catalogue; computed once for all pages."""
        return Insight(self.catalogue, self.today)

    @cached_property
    def address_by_path(self) -> Mapping[str, str]:
        """Address of the page that shows each file, for links between files."""
        return {record.path: of_record(record) for record in self.catalogue.records}

    def term(self, vocabulary: str, name: str) -> Term:
        """Return a term; one that the vocabulary does not have has its id as its name."""
        return self.catalogue.vocabularies.get(vocabulary, {}).get(name) or Term(id=name, title=name)

    def province(self, organisation: Organisation) -> Organisation | None:
        """Return the province a body lies in, or None for a province itself and when not known."""
        found = self.catalogue.organisations_by_code.get(organisation.province)
        return None if found is organisation else found

    def edit_address(self, path: str) -> str:
        """Return where a reader can improve a file; empty when the project has no such place."""
        return self.edit.format(path=path) if self.edit else ""
