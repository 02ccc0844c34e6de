"""A small project to build in tests: the site's description, a few pages, the catalogue of the cases."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
# 24 November 2026: a day on which nothing in the cases is out of date.
EPOCH = "1795478400"
# The hand-written pages that the navigation and the pages of the catalogue lead to.
PAGES = {
    "bijdragen/index.md": "Meedoen",
    "bijdragen/delen.md": "Iets delen",
    "bijdragen/hergebruik-melden.md": "Hergebruik melden",
    "bijdragen/oproep-plaatsen.md": "Een oproep plaatsen",
    "bijdragen/verbeteren.md": "Een pagina verbeteren",
    "over/index.md": "Over deze catalogus",
    "over/lijkt-op.md": "Zo tellen wij",
    "privacy.md": "Privacy",
    "toegankelijkheid.md": "Toegankelijkheid",
}


@dataclass(frozen=True)
class Project:
    """A folder with `mkdocs.yml`, `docs/` and `catalogue/`."""

    folder: Path

    @property
    def site(self) -> Path:
        """Where it is built."""
        return self.folder / "site"

    @property
    def entry(self) -> Path:
        """A file to break."""
        return self.folder / "catalogue/organisations/voorbeeldstad/applications/meldingen.md"

    def run(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the project in it, and return what it printed and how it ended."""
        settings = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1", **environment}
        return subprocess.run(
            [sys.executable, "-m", *words],
            cwd=self.folder,
            env=settings,
            # As strict as it gets: what must be readable for others is made so on purpose.
            umask=0o077,
            capture_output=True,
            text=True,
            check=False,
        )

    def build(self, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run `catalogue build`."""
        return self.run("generator.cli", "build", *options, **environment)

    def replace(self, old: str, new: str) -> None:
        """Change the entry."""
        text = self.entry.read_text(encoding="utf-8")
        assert old in text
        self.entry.write_text(text.replace(old, new, 1), encoding="utf-8")

    def append(self, name: str, text: str) -> None:
        """Write text at the end of a file, which need not exist yet."""
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        with (self.folder / name).open("a", encoding="utf-8") as stream:
            stream.write(text)


def project_in(folder: Path, catalogue: Path = ROOT / "tests/cases/_base/catalogue") -> Project:
    """Lay out a project; without another catalogue, that of the cases."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name, title in PAGES.items():
        page = folder / "docs" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"# {title}\n\n## Waarom\n\nDaarom.\n", encoding="utf-8")
    shutil.copytree(catalogue, folder / "catalogue")
    return Project(folder)


def region_in(folder: Path, entries: int) -> Path:
    """Write a made-up catalogue, with adoptions, calls and a profile of every municipality; return where."""
    command = [sys.executable, str(ROOT / "benchmarks/region.py"), str(entries), str(folder / "catalogue")]
    subprocess.run(command, check=True)
    return folder / "catalogue"


def fingerprints(folder: Path) -> dict[str, str]:
    """Return a fingerprint of every file below a folder, by its path."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
