"""A catalogue on disk → what is wrong with it and, when it is sound, every page of the site."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue import Catalogue, load
from generator.findings import Finding, Severity
from generator.messages import Language
from generator.pages import all_pages
from generator.pages.page import Page
from generator.pages.site import Site
from generator.rules import check


@dataclass(frozen=True)
class Origin:
    """Where a site comes from and in which words.

    Attributes:
        folder: The catalogue.
        language: Of the words on the pages.
        repository: Web address, without a slash at its end; empty when there is none.
        edit: As in `Site.edit`.
    """

    folder: Path
    language: Language
    repository: str = ""
    edit: str = ""


@dataclass(frozen=True)
class Content:
    """A catalogue that was read.

    Attributes:
        catalogue: What was read.
        findings: Sorted by place.
        pages: Every page; none while a finding is an error.
    """

    catalogue: Catalogue
    findings: tuple[Finding, ...]
    pages: tuple[Page, ...]

    def failing(self, *, strict: bool = False) -> tuple[Finding, ...]:
        """Return the findings that keep a site from being made: errors and, when `strict`, warnings."""
        grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return tuple(finding for finding in self.findings if finding.severity in grave)


def read_content(origin: Origin, today: dt.date) -> Content:
    """Read and check a catalogue, and make its pages when it has no errors."""
    catalogue = load(origin.folder)
    findings = check(catalogue, today)
    unfit = Content(catalogue, findings, ())
    if unfit.failing():
        return unfit
    site = Site(catalogue, today, origin.language, origin.repository, origin.edit)
    return Content(catalogue, findings, tuple(all_pages(site)))


def edit_address(repository: str, branch: str) -> str:
    """Return the template for the address to edit a file, as in `Site.edit`; empty without a repository.

    GitLab writes `/-/` before what is not a folder; GitHub, Gitea and Forgejo do not.
    """
    if not repository:
        return ""
    host = repository.split("/")[2] if repository.count("/") > 1 else ""
    return f"{repository}{'/-' if 'gitlab' in host else ''}/edit/{branch}/{{path}}"
