"""MkDocs as an engine: a site described by `mkdocs.yml`, read, built into a folder, or served."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from generator.build.content import Content
from generator.messages import Language, Message, msg
from generator.plugin.adapter import CataloguePlugin


class SiteError(Exception):
    """MkDocs cannot make the site.

    Attributes:
        reasons: Each for a person; those of MkDocs itself are text, in English.
    """

    def __init__(self, *reasons: Message | str) -> None:
        super().__init__(*reasons)
        self.reasons = reasons


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

    def read(self) -> Content:
        """Read and check the catalogue."""
        return self._plugin.read(self._config)

    def build(self, content: Content, folder: Path, written: Callable[[int], None]) -> None:
        """Make the site.

        Args:
            content: Sound, from `read`.
            folder: For the site; emptied first.
            written: Called after every page with how many there are.

        Raises:
            SiteError: MkDocs gave up, or has warnings: a link in `docs/` that leads nowhere, for example.
        """
        self._plugin.given = content
        self._plugin.page_written = written
        self._config.site_dir = str(folder)
        with _as_site_error():
            self._config.plugins.on_startup(command="build", dirty=False)
            build(self._config)
            self._config.plugins.on_shutdown()

    def serve(self, content: Content, address: str, ready: Callable[[str], None]) -> None:
        """Show the site and follow changes, until the reader stops it.

        Args:
            content: Sound, from `read`; what the site begins with.
            address: Host and port.
            ready: Called with the web address once the site is there.

        Raises:
            SiteError: MkDocs gave up at the start.
            OSError: The port is in use.
        """
        # MkDocs reads its file anew on every change, and keeps the plugin.
        self._plugin.given = content
        self._plugin.site_ready = ready
        with _as_site_error():
            serve(dev_addr=address, **self._settings)  # type: ignore[arg-type]


def _plugin_of(plugin: object) -> CataloguePlugin:
    if not isinstance(plugin, CataloguePlugin):
        raise SiteError(msg("'plugins:' in mkdocs.yml does not name the plugin 'catalogue'."))
    return plugin


@contextmanager
def _as_site_error() -> Iterator[None]:
    """Turn an error of MkDocs into ours, with all that it wrote in its log."""
    said: list[str] = []
    listener = _Listener(said)
    logger = logging.getLogger("mkdocs")
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
