"""Zensical as an engine: frames by Zensical, pages of the catalogue put into them."""

from __future__ import annotations

import datetime as dt
import fnmatch
import json
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.build.content import Content, Origin, edit_address, read_content
from generator.build.day import day_of_build
from generator.build.engine import nothing
from generator.build.errors import SiteError
from generator.build.files import write_files
from generator.build.indexing import index_site
from generator.build.made import Built, built_of, made_of
from generator.build.writing import Earlier
from generator.messages import Language, msg, translator
from generator.pages.page import Page
from generator.stages import NOBODY, Stages
from generator.zensical.settings import read_settings
from generator.zensical.shells import Shells, guide_in

_ASSETS = Path(__file__).parent.parent / "assets"
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
# What Zensical takes over from mkdocs.yml as it stands.
_TAKEN = ("site_name", "site_url", "markdown_extensions")


class Engine:
    """A site in a shell of Zensical.

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
        self._settings = read_settings(file)
        self._address = address
        self.language: Language = self._settings.language

    @property
    def sources(self) -> tuple[Path, ...]:
        """The catalogue and the hand-written pages."""
        return self._settings.folder, self._settings.docs

    @property
    def given(self) -> None:
        """Not known: what Zensical reads is its own affair."""

    def read(self, stages: Stages = NOBODY, *, caches: Path | None = None) -> Content:
        """Read and check the catalogue; `stages` is told how far it is, `caches` as in `Origin`."""
        said = self._settings.plugin
        repository = str(said.get("repository") or "").rstrip("/")
        edit = edit_address(repository, str(said.get("branch") or "main"))
        folder = self._settings.folder
        today = dt.datetime.now().astimezone().date()
        day = day_of_build(str(said.get("epoch") or ""), folder, today)
        address = self._address or str(self._settings.site.get("site_url") or "")
        origin = Origin(folder, self.language, repository, edit, caches, address)
        return read_content(origin, day, stages)

    def build(
        self,
        content: Content,
        folder: Path,
        advance: Callable[[int], None],
        *,
        earlier: Earlier | None = None,
        indexes: bool = True,
        written: Callable[[], None] = nothing,
    ) -> Built:
        """Make the site.

        Args:
            content: Sound, from `read`.
            folder: For the site; emptied first.
            advance: Called with how many more pages are there.
            earlier: Of which only the index is used: Zensical makes every frame anew.
            indexes: Whether to write the search index too.
            written: As in `Engine.build` of `generator.build.engine`.

        Raises:
            SiteError: Zensical gave up, or has warnings: a link in `docs/` that leads nowhere, for example.
        """
        pages = [plan.page(content.setting) for plan in content.plans]
        shells = Shells(secrets.token_hex(16))
        with tempfile.TemporaryDirectory(prefix="catalogue-zensical-") as made:
            project = Path(made)
            guides = self._lay_out(project, pages, shells)
            _run(project)
            shutil.copytree(project / "site", folder, dirs_exist_ok=True)
        (folder / "search.json").unlink(missing_ok=True)
        for page in pages:
            shells.fill(page, folder)
            advance(1)
        write_files(content.files, folder)
        by_hand = [made_of(guide_in(folder / it / "index.html", it, self.language)) for it in guides]
        built = replace(built_of(pages), guides=tuple(by_hand))
        written()
        if indexes:
            index_site(built, content.catalogue, folder, earlier)
        return built

    def _lay_out(self, project: Path, pages: list[Page], shells: Shells) -> list[str]:
        """Write what Zensical reads, and return the addresses of the hand-written pages."""
        docs = project / "docs"
        hidden = str(self._settings.site.get("exclude_docs") or "").split()
        shutil.copytree(self._settings.docs, docs, ignore=lambda _, names: _hidden(names, hidden))
        guides = sorted(_address(file.relative_to(docs)) for file in docs.rglob("*.md"))
        shutil.copytree(_ASSETS, docs / "assets", dirs_exist_ok=True)
        for page in pages:
            if page.address in guides:
                raise SiteError(msg("A hand-written page has the address '{page}' too.", page=page.address))
            shells.write(page, docs)
        (project / "mkdocs.yml").write_text(json.dumps(self._description()), encoding="utf-8")
        return guides

    def _description(self) -> dict[str, Any]:
        """Return the description of the site for Zensical; JSON is YAML."""
        words, site = translator(self.language), self._settings.site
        sheets = sorted(file.name for file in (_ASSETS / "stylesheets").glob("*.css"))
        description = {name: site[name] for name in _TAKEN if site.get(name)}
        if self._address:
            description["site_url"] = self._address
        return {
            **description,
            "site_description": words.gettext(str(site.get("site_description") or "")),
            "docs_dir": "docs",
            "site_dir": "site",
            "theme": {"name": "material", "variant": "classic", "language": self.language, "font": False},
            # Without its own search: ours knows the words and the choices of the catalogue.
            "plugins": [],
            "nav": list(_items(site.get("nav") or (), words.gettext)),
            "extra_css": [f"assets/stylesheets/{name}" for name in sheets],
            "extra": {"generator": False},
        }


def _items(nav: Any, say: Callable[[str], str]) -> Iterator[Any]:  # noqa: ANN401 - as it stands in the file
    """Yield the items of a navigation with their names translated."""
    for item in nav:
        if isinstance(item, dict):
            yield {
                say(name): target if isinstance(target, str) else list(_items(target, say))
                for name, target in item.items()
            }
        else:
            yield item


def _hidden(names: list[str], patterns: list[str]) -> set[str]:
    return {name for name in names for each in patterns if fnmatch.fnmatch(name, each.strip("/"))}


def _address(file: Path) -> str:
    """Return the address of a hand-written page."""
    path = file.with_suffix("")
    whole = path.parent if path.name in {"index", "README"} else path
    return "" if whole == Path() else f"{whole.as_posix()}/"


def _run(project: Path) -> None:
    command = [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", "mkdocs.yml"]
    result = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)  # noqa: S603
    if result.returncode:
        said = _COLOURS.sub("", result.stderr).partition("Traceback")[0].strip()
        raise SiteError(*(line for line in said.splitlines() if line.strip()))
