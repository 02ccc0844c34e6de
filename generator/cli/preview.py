"""One site that is shown while it changes: pages of changed files at once, a whole site behind them."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from generator.build.ahead import Ahead, look_ahead
from generator.build.behind import Behind, IndexBehind, Shown
from generator.build.content import Content
from generator.build.engine import Engine
from generator.build.errors import SiteError
from generator.build.made import Built
from generator.build.report import as_text
from generator.build.showing import Notice, Showing
from generator.build.writing import Earlier
from generator.cli import engines
from generator.cli.caches import caches_folder
from generator.messages import Language, Message, msg
from generator.stages import Advance

_SITES = "sites"
# More of them are no edit but another branch, say: then the whole site comes soonest.
_MOST_AHEAD = 20
# Seconds a build rests for who has just been shown a page.
_REST = 0.5
_ERRORS = msg("The catalogue has errors. You see the last version without errors.")


@dataclass(frozen=True, slots=True)
class Project:
    """What is shown.

    Attributes:
        file: Description of the site.
        address: Where it is shown.
        folder: For the builds.
        language: Of what is said about faults of the engine.
    """

    file: Path
    address: str
    folder: Path
    language: Language

    def engine(self) -> Engine:
        """Return the engine, with the description of the site as it is now."""
        return engines.engine_for(engines.NAMES[0], self.file, self.address, self.language)


@dataclass(frozen=True, slots=True)
class _Whole:
    """A whole site that was made.

    Attributes:
        site: Where it is.
        catalogue: Folder of what it was made from.
        content: What it was made from, without plans.
        built: What was made.
        language: Of its pages.
    """

    site: Path
    catalogue: Path
    content: Content
    built: Built
    language: Language


class _Over(BaseException):
    """Nobody looks any more."""


class Preview:
    """A site that follows changes, in two steps.

    At once the pages of the changed files, when these are right by themselves: from what is known of all
    other files since the last whole site. Behind it a whole site, which brings the other pages, what is
    wrong between files, and the index. What changes while that is made gets both steps again.
    """

    def __init__(self, project: Project, showing: Showing, tell: Callable[[Message], None]) -> None:
        """Begin, with nothing to show yet.

        Args:
            project: What to show.
            showing: Where.
            tell: Is told what became new.
        """
        self._project, self._showing, self._tell = project, showing, tell
        self._behind: Behind[None] = Behind(lambda _: self._renew())
        # Held by who shows something, for as long as that takes; a build waits for it between two pages.
        self._lock = threading.Lock()
        self._over = threading.Event()
        # Until then a browser fetches what was shown at once, with all that belongs to it.
        self._rests_until = 0.0
        self._number = 0
        self._last: _Whole | None = None
        self._index: IndexBehind | None = None
        # Paths that changed since the last whole site was read, and since the one at work was.
        self._since: set[str] = set()
        self._later: set[str] = set()
        # What only a look at the whole can find or take back.
        self._notice: Notice | None = None

    def begin(self, engine: Engine, content: Content) -> None:
        """Show the first site, search and all.

        Args:
            engine: With the description as it is now.
            content: Sound.

        Raises:
            SiteError: The engine gave up.
        """
        whole = self._built(engine, content)
        self._index = IndexBehind(self._showing, self._project.folder / "index")
        self._index.now(Shown(whole.built, content.catalogue))
        self._last = whole
        self._showing.show(whole.site)

    def take(self, changed: frozenset[str]) -> None:
        """Show what follows from these files at once, and the rest soon.

        Args:
            changed: Paths of files and folders.
        """
        with self._lock:
            self._since |= changed
            self._later |= changed
            if self._notice is None:
                self._show_ahead()
        self._behind.soon(None)

    def end(self) -> None:
        """Leave what is being made as it is, and come back when nothing is written any more."""
        self._over.set()
        self._behind.settle()
        if self._index is not None:
            self._index.settle()

    def _ahead(self) -> Ahead | None:
        """Return what can be told of changed files at once; None when that is nothing."""
        last = self._last
        paths = _paths_ahead(self._since, last.catalogue, self._project.file) if last else frozenset()
        if not last or not paths or len(paths) > _MOST_AHEAD:
            return None
        try:
            return look_ahead(last.content, last.catalogue, paths, last.built.around)
        except Exception:  # noqa: BLE001 - whatever it is: the whole build looks again, and says what is wrong
            return None

    def _show_ahead(self) -> bool:
        """Show pages of changed files, or what is wrong with these, above the last whole site.

        Returns:
            Whether there is anything to show.
        """
        last, ahead = self._last, self._ahead()
        notice = _notice_of(ahead.content, last.language) if last and ahead else None
        if not last or not ahead or not (notice or ahead.pages):
            return False
        if notice is not None:
            # What was shown before is still the last good version.
            self._showing.show(last.site, notice, pages=self._showing.now.pages)
            return True
        self._showing.show(last.site, pages=ahead.pages, is_refreshed=True)
        self._rests_until = time.monotonic() + _REST
        pages = ", ".join(f"/{address}" for address in ahead.pages)
        self._tell(msg("New: {pages}. The rest of the site follows.", pages=pages))
        return True

    def _renew(self) -> None:
        """Show the whole site as it is now, or what is wrong with it above the last one that was whole."""
        with self._lock:
            self._later = set()
        try:
            self._step_aside(0)
            engine = self._project.engine()
            content = engine.read(_Paced(self._step_aside), caches=caches_folder(is_anew=False))
            if content.failing():
                self._refuse(_notice_of(content, engine.language), content)
            else:
                self._replace(self._built(engine, content, self._last))
        except _Over:
            pass
        except SiteError as error:
            self._refuse(self._failed(*error.reasons))
        except Exception as error:  # noqa: BLE001 - a file that went while it was read: the next change tries again
            self._refuse(self._failed(f"{type(error).__name__}: {error}"))

    def _built(self, engine: Engine, content: Content, last: _Whole | None = None) -> _Whole:
        """Return a new site without search.

        Args:
            engine: With the description as it is now.
            content: Sound.
            last: The site before, which pages that did not change are taken over from.

        Raises:
            SiteError: The engine gave up.
        """
        self._number += 1
        site = self._project.folder / _SITES / str(self._number)
        site.mkdir(parents=True)
        earlier = Earlier(last.site if last else site, self._project.folder / "pages.json")
        try:
            built = engine.build(content, site, self._step_aside, earlier=earlier, indexes=False)
        except BaseException:
            shutil.rmtree(site, ignore_errors=True)
            raise
        return _Whole(site, engine.sources[0], replace(content, plans=(), files=()), built, engine.language)

    def _replace(self, whole: _Whole) -> None:
        """Show a new site, and above it what has changed since it was begun."""
        with self._lock:
            last, self._last = self._last, whole
            self._since, self._notice = set(self._later), None
            if not self._show_ahead():
                self._showing.show(whole.site)
        self._tell(msg("The whole site is new."))
        # A browser may still be reading the last one; the one before that is nobody's.
        kept = {whole.site, last.site if last else None}
        old = tuple(it for it in (self._project.folder / _SITES).iterdir() if it not in kept)
        if self._index is not None:
            self._index.soon(Shown(whole.built, whole.content.catalogue, old))

    def _refuse(self, notice: Notice | None, content: Content | None = None) -> None:
        """Show what is wrong above the last whole site, unless files have changed since: then that is old.

        Args:
            notice: What is wrong.
            content: Where it was found, when it was found in the catalogue.
        """
        with self._lock:
            if self._last and not self._later:
                ahead = self._ahead()
                seen = ahead.content.failing() if ahead else ()
                # What shows in the files by themselves is taken back as soon as these are right.
                is_seen = content is not None and all(error in seen for error in content.failing())
                self._notice = None if is_seen else notice
                # Pages that came at once may be what is wrong beside other files.
                pages = self._showing.now.pages if is_seen else {}
                self._showing.show(self._last.site, notice, pages=pages)

    def _step_aside(self, _more: int) -> None:
        """Let go first who shows something at once.

        Raises:
            _Over: Nobody looks any more.
        """
        with self._lock:
            rest = self._rests_until - time.monotonic()
        if self._over.wait(rest) if rest > 0 else self._over.is_set():
            raise _Over

    def _failed(self, *reasons: Message | str) -> Notice:
        title = msg("The site could not be made. You see the last version that could.")
        texts = (it if isinstance(it, str) else it.in_language(self._project.language) for it in reasons)
        return Notice(title, "\n".join(texts))


@dataclass(frozen=True, slots=True)
class _Paced:
    """Stages in which every step asks whether it may go on."""

    step: Callable[[int], None]

    @contextmanager
    def stage(self, name: Message, total: int = 0) -> Iterator[Advance]:
        """Begin a stage, as in `Stages`."""
        del name, total
        self.step(0)
        yield self.step


def _notice_of(content: Content, language: Language) -> Notice | None:
    """Return what is wrong with a catalogue, or with some of its files."""
    errors = content.failing()
    return Notice(_ERRORS, as_text(content, errors, language)) if errors else None


def _paths_ahead(changed: set[str], catalogue: Path, file: Path) -> frozenset[str]:
    """Return the changed files of organisations, as in `Location.path`.

    None when anything changed that these are read by: vocabularies, the register, or `mkdocs.yml`.
    """
    folder = str(catalogue.absolute())
    inside = {
        f"{catalogue.name}{path.removeprefix(folder)}"
        for path in changed
        if path == folder or path.startswith(f"{folder}/")
    }
    is_known = all(path.startswith(f"{catalogue.name}/organisations/") for path in inside)
    return frozenset(inside) if is_known and str(file.absolute()) not in changed else frozenset()
