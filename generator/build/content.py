"""A catalogue on disk → what is wrong with it and, when it is sound, every page of the site."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

from generator.build.growth import turns_in
from generator.build.rest import at_rest
from generator.catalogue import Catalogue
from generator.checking import Means, check_folder
from generator.findings import Finding, Severity
from generator.insight.growth import growth
from generator.messages import Language, msg
from generator.pages import all_plans
from generator.pages.files import SiteFile, all_files
from generator.pages.planning import Plan
from generator.pages.site import Setting, Site
from generator.stages import NOBODY, Stages


@dataclass(frozen=True)
class Origin:
    """Where a site comes from and in which words.

    Attributes:
        folder: The catalogue.
        language: Of the words on the pages.
        repository: Web address, without a slash at its end; empty when there is none.
        edit: As in `Site.edit`.
        caches: Folder for what is kept of files that were read, for the next time; None to keep nothing.
        address: Web address of the site; empty when it is not known.
    """

    folder: Path
    language: Language
    repository: str = ""
    edit: str = ""
    caches: Path | None = None
    address: str = ""


@dataclass(frozen=True)
class Content:
    """A catalogue that was read.

    Attributes:
        site: The catalogue, and what follows from it.
        findings: Sorted by place.
        plans: One for every page; none while a finding is an error.
        files: What the site holds besides pages; nothing while a finding is an error.
    """

    site: Site
    findings: tuple[Finding, ...]
    plans: tuple[Plan, ...] = ()
    files: tuple[SiteFile, ...] = ()

    @property
    def catalogue(self) -> Catalogue:
        """What was read."""
        return self.site.catalogue

    @property
    def setting(self) -> Setting:
        """Of all pages."""
        return self.site.setting

    def let_go(self) -> None:
        """Forget what pages are made from, once they are written; how many there are is still known."""
        for plan in self.plans:
            plan.let_go()
        self.site.let_go()

    def failing(self, *, strict: bool = False) -> tuple[Finding, ...]:
        """Return the findings that keep a site from being made: errors and, when `strict`, warnings."""
        grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return tuple(finding for finding in self.findings if finding.severity in grave)


def read_content(origin: Origin, today: dt.date, stages: Stages = NOBODY) -> Content:
    """Read and check a catalogue, telling `stages` how far it is; plan its pages when it has no errors."""
    means = Means(caches=origin.caches, keeps_bodies=True, stages=stages)
    checked = check_folder(origin.folder, today, means)
    catalogue = checked.catalogue
    grown = growth(turns_in(origin.folder), today)
    address = f"{origin.address.rstrip('/')}/" if origin.address else ""
    site = Site(catalogue, today, origin.language, origin.repository, origin.edit, grown, address)
    unfit = Content(site, checked.verdict.findings)
    if unfit.failing():
        return unfit
    with at_rest(), stages.stage(msg("Planning pages")) as advance:
        plans = []
        for plan in all_plans(site):
            plans.append(plan)
            advance(1)
        return replace(unfit, plans=tuple(plans), files=tuple(all_files(site)))


def edit_address(repository: str, branch: str) -> str:
    """Return the template for the address to edit a file, as in `Site.edit`; empty without a repository.

    GitLab writes `/-/` before what is not a folder; GitHub, Gitea and Forgejo do not.
    """
    if not repository:
        return ""
    host = repository.split("/")[2] if repository.count("/") > 1 else ""
    return f"{repository}{'/-' if 'gitlab' in host else ''}/edit/{branch}/{{path}}"
