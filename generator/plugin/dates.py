"""The day on which each page changed, for the sitemap; the clock has no say in it."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mkdocs.structure.pages import Page as MkDocsPage

from generator.build.content import Content
from generator.build.history import last_changes
from generator.plugin.page import CataloguePage


@dataclass(frozen=True, slots=True)
class Sources:
    """Where pages come from.

    Attributes:
        folder: The catalogue.
        docs: The hand-written pages.
    """

    folder: Path
    docs: Path


def date_pages(pages: Iterable[MkDocsPage], content: Content, sources: Sources, day: dt.date) -> None:
    """Give every page the day of the last commit to a file it shows.

    Where git does not know: the day its owner read it last, as the file says; else the day of the build. No
    page is newer than the build.
    """
    folder, docs = sources.folder.resolve(), sources.docs.resolve()
    found = last_changes(Path(os.path.commonpath([folder, docs])), [folder, docs])
    adoptions = content.catalogue.adoptions_by_entry
    for page in pages:
        files = _files(page, folder, docs)
        if isinstance(page, CataloguePage) and page.plan.kind == "entry" and page.plan.source:
            entry = Path(page.plan.source).stem
            files = [*files, *(folder.parent / record.path for record in adoptions.get(entry, ()))]
        known = [found[file] for file in files if file in found]
        changed = page.plan.changed if isinstance(page, CataloguePage) else None
        page.update_date = min(day, max(known, default=changed or day)).isoformat()


def _files(page: MkDocsPage, folder: Path, docs: Path) -> Iterable[Path]:
    if isinstance(page, CataloguePage):
        # The first part of the path is the name of the catalogue, whatever folder it is in.
        return [folder.parent / page.plan.source] if page.plan.source else []
    return [docs / page.file.src_uri]
