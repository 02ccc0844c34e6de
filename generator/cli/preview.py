"""Builds of one site that follow each other while it is shown: a whole one, or what is wrong with it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from generator.build.behind import IndexBehind, Shown
from generator.build.content import Content
from generator.build.engine import Engine
from generator.build.errors import SiteError
from generator.build.report import as_text
from generator.build.showing import Notice, Showing
from generator.build.writing import Earlier
from generator.cli import engines
from generator.cli.caches import caches_folder
from generator.messages import Language, Message, msg

_SITES = "sites"


@dataclass
class Preview:
    """Builds of one site, each beside the last one.

    Attributes:
        file: Description of the site.
        address: Where it is shown.
        folder: For the builds.
        language: Of what is said about faults of the engine.
        number: Of the last build.
    """

    file: Path
    address: str
    folder: Path
    language: Language
    number: int = 0
    _index: IndexBehind | None = None

    def engine(self) -> Engine:
        """Return the engine, with the description of the site as it is now."""
        return engines.engine_for(engines.NAMES[0], self.file, self.address, self.language)

    def build(self, engine: Engine, content: Content, last: Path | None = None) -> tuple[Path, Shown]:
        """Return the folder of a new site without search, and what is to be found there.

        Args:
            engine: With the description as it is now.
            content: Sound.
            last: The site before, which pages that did not change are taken over from.

        Raises:
            SiteError: The engine gave up.
        """
        self.number += 1
        site = self.folder / _SITES / str(self.number)
        site.mkdir(parents=True)
        earlier = Earlier(last or site, self.folder / "pages.json")
        try:
            built = engine.build(content, site, lambda _: None, earlier=earlier, indexes=False)
        except BaseException:
            shutil.rmtree(site, ignore_errors=True)
            raise
        return site, Shown(built, content.catalogue)

    def begin(self, showing: Showing, engine: Engine, content: Content) -> None:
        """Show the first site, search and all.

        Raises:
            SiteError: The engine gave up.
        """
        site, shown = self.build(engine, content)
        self._index = IndexBehind(showing, self.folder / "index", engine.language)
        self._index.now(shown)
        showing.show(site)

    def settle(self) -> None:
        """Wait until the search knows what the pages show."""
        if self._index is not None:
            self._index.settle()

    def renew(self, showing: Showing) -> None:
        """Show the site as it is now, or what is wrong with it above the last one that was whole."""
        site, notice, shown = showing.now.site, None, None
        try:
            engine = self.engine()
            content = engine.read(caches=caches_folder(is_anew=False))
            errors = content.failing()
            if errors:
                title = msg("The catalogue has errors. You see the last version without errors.")
                notice = Notice(title, as_text(content, errors, engine.language))
            else:
                site, shown = self.build(engine, content, site)
        except SiteError as error:
            notice = self._failed(*error.reasons)
        except Exception as error:  # noqa: BLE001 - a file that went while it was read: the next change tries again
            notice = self._failed(f"{type(error).__name__}: {error}")
        last = showing.now.site
        showing.show(site, notice)
        # A browser may still be reading the last one; the one before that is nobody's.
        old = tuple(it for it in (self.folder / _SITES).iterdir() if it not in {site, last})
        if shown is not None and self._index is not None:
            self._index.soon(replace(shown, leftovers=old))

    def _failed(self, *reasons: Message | str) -> Notice:
        title = msg("The site could not be made. You see the last version that could.")
        texts = (it if isinstance(it, str) else it.in_language(self.language) for it in reasons)
        return Notice(title, "\n".join(texts))
