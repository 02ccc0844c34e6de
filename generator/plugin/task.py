"""The pages of a site that MkDocs does not write itself, written into the frame it would put around them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.build.content import Content
from generator.build.engine import nothing
from generator.build.leads import leads_of
from generator.build.made import Built, made_of
from generator.build.writing import Earlier, Work, write_pages
from generator.messages import msg
from generator.plugin.frame import Frame
from generator.plugin.page import CataloguePage
from generator.plugin.shell import Shells


@dataclass(frozen=True, slots=True)
class Task:
    """How to write pages.

    Attributes:
        advance: Called with how many more pages are there.
        earlier: The last build; None to write everything.
        workers: How many processes to use; 0 for as many as pay.
        indexes: Whether to write the search index; that is left to who asked for the pages.
        written: Called when all pages are there, before the index is made.
    """

    advance: Callable[[int], None]
    earlier: Earlier | None = None
    workers: int = 0
    indexes: bool = True
    written: Callable[[], None] = nothing


def write(task: Task, frame: Frame, content: Content) -> Built:
    """Write the pages that are not in the navigation; those MkDocs has written by now."""
    shells = Shells(frame.around)
    by_mkdocs = {file.src_uri: file.page for file in frame.files if isinstance(file.page, CataloguePage)}
    plans = [plan for plan in content.plans if f"{plan.address}index.md" not in by_mkdocs]
    work = Work(plans, content.setting, Path(frame.config.site_dir), shells, task.workers)
    written = write_pages(work, task.earlier, task.advance)
    shown = {page.plan.address: page.value for page in by_mkdocs.values() if isinstance(page, CataloguePage)}
    pages = [written.pages.get(plan.address) or made_of(shown[plan.address]) for plan in content.plans]
    leads = written.leads | leads_of(shown.values())
    task.advance(len(shown))
    notices = []
    if shells.unfit:
        folders = ", ".join(sorted({f"/{place.split(' ')[0]}/" for place in shells.unfit}))
        text = msg("Building takes longer: pages in {folders} have a frame of their own.", folders=folders)
        notices.append(text)
    return Built(tuple(pages), tuple(notices), leads=leads, around=shells.known.around)
