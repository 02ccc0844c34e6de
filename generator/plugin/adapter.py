"""The plugin `catalogue`: what it does at each step of a MkDocs build."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from generator.build.content import Content, Origin, edit_address, read_content
from generator.build.day import day_of_build
from generator.build.files import write_files
from generator.build.indexing import index_site
from generator.build.made import Built, built_of, made_of
from generator.build.report import as_text
from generator.messages import DEFAULT_LANGUAGE, LANGUAGES, Language, msg, translator
from generator.pages.compiling import TightCode
from generator.pages.page import Page
from generator.pages.rendering import collected_icons
from generator.plugin.compiled import COMPILED
from generator.plugin.dates import Sources, date_pages
from generator.plugin.files import CatalogueFiles
from generator.plugin.frame import Frame
from generator.plugin.guides import guide_of
from generator.plugin.labels import put_into_language
from generator.plugin.page import CataloguePage
from generator.plugin.sheets import SHEET, add_sheet, is_sheet
from generator.plugin.task import Task, write
from generator.search.live import LiveIndex
from generator.search.records import sources_of
from generator.stages import NOBODY, Stages

_HERE = Path(__file__).parent.parent
# `data:` for images: Material draws its icons so. `'self'` for forms: the search in the header.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
    "form-action 'self'"
)


class Options(Config):  # type: ignore[no-untyped-call]
    """What `mkdocs.yml` says to the plugin.

    Attributes:
        folder: The catalogue, relative to `mkdocs.yml`.
        repository: Web address of the repository; empty when there is none.
        branch: Branch that readers improve.
        epoch: `SOURCE_DATE_EPOCH`, or nothing.
    """

    folder = Type(str, default="catalogue")
    repository = Type(str, default="")
    branch = Type(str, default="main")
    epoch = Type((str, int), default="")


class CataloguePlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """The plugin `catalogue`.

    Attributes:
        content: What this build shows.
        findings: What is wrong with the catalogue, while the last sound one is shown; else an empty text.
        given: Content that was already read and checked, for the next build.
        task: When the pages are written by us, not by MkDocs: how. Nothing when MkDocs runs by itself.
        built: What was made, after a build.
    """

    def __init__(self) -> None:
        self.serving = False
        self.content: Content | None = None
        self.findings = ""
        self.given: Content | None = None
        self.task: Task | None = None
        self.built = Built(())
        self._live: LiveIndex | None = None
        self._guides: list[MkDocsPage] = []
        self._pages: list[CataloguePage] = []
        self._nav = Navigation([], [])
        self._frame: Frame | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note what is asked for; MkDocs keeps a plugin that has this over all builds of one `serve`."""
        del dirty
        self.serving = command == "serve"

    def on_shutdown(self) -> None:
        """Let go of the index that was kept while serving."""
        if self._live is not None:
            self._live.close()
            self._live = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add our theme and style sheets, above Material's and below the site's own; translate labels."""
        own = config.theme.dirs[:1] if config.theme.custom_dir else []
        others = [folder for folder in config.theme.dirs if folder not in own]
        config.theme.dirs = [*own, str(_HERE / "theme"), *others]
        config.extra_css = [SHEET, *config.extra_css]
        config.theme.static_templates.add("opensearch.xml")
        put_into_language(config, self.language(config))
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check the catalogue, before MkDocs empties the folder of the site.

        Raises:
            PluginError: The catalogue has errors, and there is no last sound one to show.
        """
        content, self.given = self.given or self.read(config), None
        self.findings = ""
        errors = content.failing()
        if not errors:
            self.content = content
            return
        text = as_text(content, errors, self.language(config))
        if not self.serving or self.content is None:
            raise PluginError(text)
        self.findings = text

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages of the catalogue, and our style sheets and scripts."""
        content, labels = self._content, dict(_labels(config.nav or []))
        taken = {file.dest_uri.casefold(): file.src_uri for file in files}
        self._pages = []
        for plan in content.plans:
            name = f"{plan.address}index.md"
            other = taken.setdefault(f"{plan.address}index.html".casefold(), name)
            if other != name or files.get_file_from_path(name):
                message = msg(
                    "Both '{file}' and the catalogue make the page '{page}'.", file=other, page=plan.address
                )
                raise PluginError(message.in_language(self.language(config)))
            self._pages.append(CataloguePage(plan, content.setting, config, labels.get(name, "")))
        for asset in sorted((_HERE / "assets").rglob("*")):
            path = asset.relative_to(_HERE).as_posix()
            if asset.is_file() and not is_sheet(asset) and files.get_file_from_path(path) is None:
                files.append(File(path, str(_HERE), config.site_dir, config.use_directory_urls))
        add_sheet(files, config)
        if self.task is not None:
            return CatalogueFiles(files, self._pages, labels)
        for page in self._pages:
            files.append(page.file)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Give every page a date that the clock does not decide, and note which are written by hand."""
        day = self.day(config)
        shown = [file.page for file in files.documentation_pages() if file.page is not None]
        date_pages(shown, self._content, Sources(self.folder(config), Path(config.docs_dir)), day)
        self._guides = [page for page in shown if not isinstance(page, CataloguePage)]
        self._nav = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Let our templates speak the reader's language, and take no more room than they need."""
        env.globals["_"] = translator(self.language(config)).gettext
        env.globals["icons"] = collected_icons()
        env.code_generator_class = TightCode
        env.bytecode_cache = COMPILED
        if isinstance(files, CatalogueFiles):
            self._frame = Frame(config, env, self._nav, files, self._content.setting)
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Add what the shell of a page needs."""
        del nav
        return self._with_ours(context, config, page.value if isinstance(page, CataloguePage) else None)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Add what the shell of a page without content needs, such as 404.html."""
        del template_name
        return self._with_ours(context, config, None)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the pages that MkDocs did not write, and add feeds and the search index."""
        language = self.language(config)
        if self.task is not None and self._frame is not None:
            self.built = write(self.task, self._frame, self._content)
        else:
            self.built = built_of([page.value for page in self._pages])
        write_files(self._content.files, Path(config.site_dir))
        guides = tuple(made_of(guide_of(page, language)) for page in self._guides)
        self.built = replace(self.built, guides=guides)
        if self.task is not None:
            self.task.written()
        if self.task is not None and not self.task.indexes:
            return
        catalogue, site = self._content.catalogue, Path(config.site_dir)
        if self.serving:
            self._live = self._live or LiveIndex()
            self._live.put(sources_of((*self.built.pages, *guides), catalogue), site)
            return
        index_site(self.built, catalogue, site, self.task.earlier if self.task else None)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Follow changes in the catalogue too."""
        del builder
        server.watch(str(self.folder(config)))
        return server

    def read(self, config: MkDocsConfig, stages: Stages = NOBODY, *, caches: Path | None = None) -> Content:
        """Read and check the catalogue; `stages` is told how far it is, `caches` as in `Origin`."""
        repository = self.config.repository.rstrip("/")
        edit = edit_address(repository, self.config.branch)
        origin = Origin(
            self.folder(config), self.language(config), repository, edit, caches, config.site_url or ""
        )
        return read_content(origin, self.day(config), stages)

    def language(self, config: MkDocsConfig) -> Language:
        """Return the language of the theme, or our own when we do not speak that one."""
        wanted = config.theme["language"]
        return next((language for language in LANGUAGES if language == wanted), DEFAULT_LANGUAGE)

    @property
    def _content(self) -> Content:
        if self.content is None:
            raise PluginError("on_pre_build has not run")
        return self.content

    def folder(self, config: MkDocsConfig) -> Path:
        """Return the folder of the catalogue."""
        return Path(config.config_file_path).parent / self.config.folder

    def day(self, config: MkDocsConfig) -> dt.date:
        """Return the day pages are true for."""
        today = dt.datetime.now().astimezone().date()
        return day_of_build(str(self.config.epoch), self.folder(config), today)

    def _with_ours(
        self, context: TemplateContext, config: MkDocsConfig, page: Page | None
    ) -> TemplateContext:
        ours = {
            "kind": page.kind if page else "",
            "language": page.language if page else self.language(config),
            # Inside <script>, `</script>` would end it, whatever the quotes around it.
            "json_ld": page.json_ld.replace("<", "\\u003c") if page else "",
            "moved_to": page.moved_to if page else "",
            "findings": self.findings,
            "repository": self.config.repository.rstrip("/"),
            # The script of MkDocs' own live reload stands in the page and would be refused.
            "content_security_policy": "" if self.serving else _POLICY,
        }
        context.update(ours)  # type: ignore[typeddict-item]
        return context


def _labels(nav: object) -> Iterator[tuple[str, str]]:
    """Yield the file and the words of every item in the navigation; empty words where it has none."""
    for item in nav if isinstance(nav, list) else [nav]:
        if isinstance(item, str):
            yield item, ""
        for words, target in item.items() if isinstance(item, dict) else ():
            if isinstance(target, str):
                yield target, words
            else:
                yield from _labels(target)
