"""A page of the catalogue as MkDocs knows pages."""

from __future__ import annotations

from functools import cached_property

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.pages.page import Heading, Page
from generator.pages.planning import Plan
from generator.pages.site import Setting

# The id of the content in theme/main.html, where the link "skip to content" leads.
_CONTENT = "inhoud"


class CataloguePage(MkDocsPage):
    """A page that MkDocs reads no source and renders no Markdown for; made when something of it is asked.

    Attributes:
        plan: What it is made from.
        label: In the navigation; empty for the title.
    """

    def __init__(self, plan: Plan, setting: Setting, config: MkDocsConfig, label: str = "") -> None:
        name = f"{plan.address}index.md"
        file = File.generated(config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        # Without a title: MkDocs' own attribute would need the page to be made.
        super().__init__(None, file, config)
        self.plan = plan
        self.label = label
        self._setting = setting

    @cached_property
    def value(self) -> Page:
        """The finished page."""
        return self.plan.page(self._setting)

    @cached_property
    def title(self) -> str:  # type: ignore[override]
        """The title of the page."""
        return self.value.title

    @cached_property
    def present_anchor_ids(self) -> set[str]:  # type: ignore[override]
        """Where a hand-written page may link to on this one."""
        return {heading.id for heading in self.value.toc}

    def read_source(self, config: MkDocsConfig) -> None:
        """Hand over what the theme wants to know of the page; nothing of an entry is a setting."""
        del config
        self.markdown = ""
        self.meta = {"description": self.value.description}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Hand over the finished page."""
        del config, files
        self.content = self.value.html
        self.toc = _contents(self.value)


def _contents(page: Page) -> TableOfContents:
    """Return the table of contents: the title, where "skip to content" leads, and below it the headings."""
    top = AnchorLink(str(escape(page.title)), _CONTENT, 1)
    open_above: list[AnchorLink] = [top]
    for heading in page.toc:
        while len(open_above) > 1 and open_above[-1].level >= heading.level:
            open_above.pop()
        link = _link(heading)
        open_above[-1].children.append(link)
        open_above.append(link)
    return TableOfContents([top])


def _link(heading: Heading) -> AnchorLink:
    return AnchorLink(str(escape(heading.text)), heading.id, heading.level)
