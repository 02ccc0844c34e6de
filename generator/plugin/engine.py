"""MkDocs as an engine: a site described by `mkdocs.yml`, read, built into a folder, or served."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.utils.yaml import yaml_load

from generator.build.content import Content
from generator.build.edition import whole_edition
from generator.build.engine import nothing
from generator.build.errors import SiteError
from generator.build.growth import state_of_history
from generator.build.made import Built
from generator.build.unchanged import Given
from generator.build.writing import Earlier
from generator.messages import Language, msg
from generator.plugin.adapter import CataloguePlugin
from generator.plugin.task import Task
from generator.stages import NOBODY, Stages

# Extensions of Markdown that look at nothing but the text of a page.
_ALONE = frozenset(
    {
        *(
            "abbr",
            "admonition",
            "attr_list",
            "def_list",
            "fenced_code",
            "footnotes",
            "md_in_html",
            "sane_lists",
        ),
        *("tables", "toc", "pymdownx.details", "pymdownx.superfences", "pymdownx.tabbed"),
    }
)


class Engine:
    """A site that MkDocs can make.

    Attributes:
        language: Of the words on its pages.
    """

    def __init__(self, file: Path, *, address: str = "") -> None:
        """Read the description of the site.

        Args:
            file: `mkdocs.yml`.
            address: Web address of the site; empty for the one in the file.

        Raises:
            SiteError: The file cannot be read or is not right.
        """
        self._file = file
        # Before MkDocs reads it: an edit in between is then seen as one.
        self._written = _as_written(file)
        self._settings = {"config_file": str(file), "site_url": address or None}
        with _as_site_error():
            self._config = load_config(strict=True, **self._settings)
        self._plugin = _plugin_of(self._config.plugins.get("catalogue"))
        self.language: Language = self._plugin.language(self._config)

    @property
    def sources(self) -> tuple[Path, ...]:
        """The catalogue and the hand-written pages."""
        return self._plugin.folder(self._config), Path(self._config.docs_dir)

    @property
    def given(self) -> Given | None:
        """All that the site follows from; None when something else may look at other files."""
        config, folders = self._config, self.sources
        is_known = not self._others and not config.hooks and _ALONE.issuperset(config.markdown_extensions)
        if not is_known or not self._written:
            return None
        day, base = self._plugin.day(config), Path(config.config_file_path).parent
        histories = tuple(map(state_of_history, (base, *folders)))
        settings = repr((self._written, self._settings, day, histories, whole_edition()))
        own = config.theme.custom_dir
        return Given(settings, (*folders, Path(own)) if own else folders)

    def read(self, stages: Stages = NOBODY, *, caches: Path | None = None) -> Content:
        """Read and check the catalogue; `stages` is told how far it is, `caches` as in `Origin`."""
        return self._plugin.read(self._config, stages, caches=caches)

    def build(  # noqa: PLR0913 - one for each choice
        self,
        content: Content,
        folder: Path,
        advance: Callable[[int], None],
        *,
        earlier: Earlier | None = None,
        workers: int = 0,
        indexes: bool = True,
        written: Callable[[], None] = nothing,
    ) -> Built:
        """Make the site.

        Args:
            content: Sound, from `read`.
            folder: For the site; emptied first.
            advance: Called with how many more pages are there.
            earlier: The last build, whose pages are taken over where they did not change.
            workers: How many processes to use; 0 for as many as pay.
            indexes: Whether to write the search index too; who does not want to wait for it writes it later.
            written: Called when all pages are there, before the index is made.

        Raises:
            SiteError: MkDocs gave up, or has warnings: a link in `docs/` that leads nowhere, for example.
        """
        self._plugin.given = content
        # What another plugin does to a page is only known once MkDocs has built it.
        self._plugin.task = None if self._others else Task(advance, earlier, workers, indexes, written)
        self._config.site_dir = str(folder)
        with _as_site_error():
            self._config.plugins.on_startup(command="build", dirty=False)
            build(self._config)
            self._config.plugins.on_shutdown()
        return self._plugin.built if not self._others else _slowly(self._plugin.built, self._others)

    @property
    def _others(self) -> list[str]:
        """Names of plugins beside ours."""
        return [name for name, plugin in self._config.plugins.items() if plugin is not self._plugin]


def _as_written(file: Path) -> str:
    """Return what the description says, with what it inherits and has from the environment, or nothing."""
    try:
        with file.open("rb") as stream:
            return repr(yaml_load(stream))
    except (OSError, MkDocsException):
        return ""


def _slowly(built: Built, others: Sequence[str]) -> Built:
    names = ", ".join(others)
    notice = msg("Building takes longer: these plugins need MkDocs for every page: {names}.", names=names)
    return replace(built, notices=(*built.notices, notice))


def _plugin_of(plugin: object) -> CataloguePlugin:
    if not isinstance(plugin, CataloguePlugin):
        raise SiteError(msg("'plugins:' in mkdocs.yml does not name the plugin 'catalogue'."))
    return plugin


@contextmanager
def _as_site_error() -> Iterator[None]:
    """Turn an error of MkDocs into ours, with all that it wrote in its log."""
    said: list[str] = []
    listener = _Listener(said)
    # Under the name of the package that is really there: ProperDocs stands in for MkDocs under its own.
    logger = logging.getLogger(build.__module__.partition(".")[0])
    logger.addHandler(listener)
    try:
        yield
    except (Abort, MkDocsException) as error:
        raise SiteError(*(said or [str(error)])) from error
    finally:
        logger.removeHandler(listener)


class _Listener(logging.Handler):
    """Keeps warnings and errors, once each."""

    def __init__(self, said: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._said = said

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what was logged."""
        text = record.getMessage()
        if text not in self._said:
            self._said.append(text)
