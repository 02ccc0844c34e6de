"""The theme's frame around one page, put there as MkDocs does it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation

from generator.pages.page import Page
from generator.pages.planning import planned
from generator.pages.site import Setting
from generator.plugin.files import CatalogueFiles
from generator.plugin.page import CataloguePage


@dataclass(frozen=True)
class Frame:
    """What MkDocs needs to build a page, once all of them are known.

    Attributes:
        config: Of the site.
        env: With the templates of the theme.
        nav: The navigation.
        files: Of the site.
        setting: Of the pages.
    """

    config: MkDocsConfig
    env: Environment
    nav: Navigation
    files: CatalogueFiles
    setting: Setting

    def around(self, page: Page) -> str:
        """Return the whole HTML of a page, which need not be one of the site."""
        file = self.files.get_file_from_path(f"{page.address}index.md")
        known = file.page if file is not None else None
        made = CataloguePage(planned(page), self.setting, self.config)
        if known is not None:
            made.update_date = known.update_date
        made.read_source(self.config)
        made.render(self.config, self.files)
        made.active = True
        shown: Sequence[File] = self.files.documentation_pages()
        context = get_context(self.nav, shown, self.config, made)
        context = self.config.plugins.on_page_context(context, page=made, config=self.config, nav=self.nav)
        output = self.env.get_template("main.html").render(context)
        return self.config.plugins.on_post_page(output, page=made, config=self.config)
