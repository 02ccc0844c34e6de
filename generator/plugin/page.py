"""A finished page as MkDocs wants it: nothing left to read, to render or to guess."""

from __future__ import annotations

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.pages.page import Heading, Page

# The id of the content in theme/main.html, where the link "skip to content" leads.
_CONTENT = "inhoud"


class CataloguePage(MkDocsPage):
    """A finished page: MkDocs reads no source and renders no Markdown for it."""

    def __init__(self, value: Page, label: str, file: File, config: MkDocsConfig) -> None:
        super().__init__(value.title, file, config)
        self.value = value
        self.label = label
        """In the navigation; empty for the title."""

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
        self.present_anchor_ids = {heading.id for heading in self.value.toc}


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
