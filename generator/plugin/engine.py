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

from generator.build.content import Content
from generator.build.errors import SiteError
from generator.build.made import Built
from generator.build.writing import Earlier
from generator.messages import Language, msg
from generator.plugin.adapter import CataloguePlugin
from generator.plugin.task import Task
from generator.stages import NOBODY, Stages


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
        self._settings = {"config_file": str(file), "site_url": address or None}
        with _as_site_error():
            self._config = load_config(strict=True, **self._settings)
        self._plugin = _plugin_of(self._config.plugins.get("catalogue"))
        self.language: Language = self._plugin.language(self._config)

    @property
    def sources(self) -> tuple[Path, ...]:
        """The catalogue and the hand-written pages."""
        return self._plugin.folder(self._config), Path(self._config.docs_dir)

    def read(self, stages: Stages = NOBODY, *, caches: Path | None = None) -> Content:
        """Read and check the catalogue; `stages` is told how far it is, `caches` as in `Origin`."""
        return self._plugin.read(self._config, stages, caches=caches)

    def build(
        self,
        content: Content,
        folder: Path,
        advance: Callable[[int], None],
        *,
        earlier: Earlier | None = None,
        workers: int = 0,
        indexes: bool = True,
    ) -> Built:
        """Make the site.

        Args:
            content: Sound, from `read`.
            folder: For the site; emptied first.
            advance: Called with how many more pages are there.
            earlier: The last build, whose pages are taken over where they did not change.
            workers: How many processes to use; 0 for as many as pay.
            indexes: Whether to write the search index too; who does not want to wait for it writes it later.

        Raises:
            SiteError: MkDocs gave up, or has warnings: a link in `docs/` that leads nowhere, for example.
        """
        self._plugin.given = content
        others = [name for name, plugin in self._config.plugins.items() if plugin is not self._plugin]
        # What another plugin does to a page is only known once MkDocs has built it.
        self._plugin.task = None if others else Task(advance, earlier, workers, indexes)
        self._config.site_dir = str(folder)
        with _as_site_error():
            self._config.plugins.on_startup(command="build", dirty=False)
            build(self._config)
            self._config.plugins.on_shutdown()
        return self._plugin.built if not others else _slowly(self._plugin.built, others)


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
