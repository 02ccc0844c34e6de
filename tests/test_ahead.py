"""Pages of changed files, made before the whole site: the same as a whole build makes."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from project import Project, project_in, region_in

from generator.build.ahead import Ahead, look_ahead
from generator.build.content import Content
from generator.build.made import Built
from generator.plugin.engine import Engine

KINDS = ("applications", "practices", "adoptions", "calls")


@dataclass
class Working:
    """A project on which somebody works.

    Attributes:
        project: Where.
        content: Of the last whole build.
        built: The last whole build.
        changed: Files that changed since.
    """

    project: Project
    content: Content
    built: Built
    changed: set[str] = field(default_factory=set)

    def ahead(self) -> Ahead:
        """Return what can be told of the changed files at once."""
        folder = self.project.folder / "catalogue"
        return look_ahead(self.content, folder, self.changed, self.built.around)

    def write(self, file: Path, text: str) -> None:
        """Change a file."""
        file.write_text(text, encoding="utf-8")
        self.changed.add(file.relative_to(self.project.folder).as_posix())

    def files(self, kind: str) -> list[Path]:
        """Return the files of a kind, sorted."""
        return sorted(self.project.folder.glob(f"catalogue/organisations/*/{kind}/*.md"))

    def build(self) -> None:
        """Make the whole site anew."""
        engine = Engine(self.project.folder / "mkdocs.yml")
        self.content = engine.read()
        assert not self.content.failing()
        self.built = engine.build(self.content, self.project.site, lambda _: None, indexes=False)
        self.changed = set()


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue of thirty entries that are reused, with calls and the profile of every municipality."""
    return region_in(tmp_path_factory.mktemp("region"), 30)


@pytest.fixture
def working(tmp_path: Path, region: Path, monkeypatch: pytest.MonkeyPatch) -> Working:
    """That catalogue, built."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795478400")
    project = project_in(tmp_path, region)
    engine = Engine(project.folder / "mkdocs.yml")
    content = engine.read()
    return Working(project, content, engine.build(content, project.site, lambda _: None, indexes=False))


class Writer:
    """Changes files at random that are there already."""

    def __init__(self, working: Working, seed: int) -> None:
        self.working = working
        self.chance = random.Random(seed)  # noqa: S311 - the same changes every time
        self.number = 0

    def edit(self) -> str:
        """Change one file, and return how."""
        self.number += 1
        actions: list[Callable[[], None]] = [
            self.retitle,
            self.write_more,
            self.stop_to_offer,
            self.share,
            self.reuse_otherwise,
            self.tell_more,
            self.ask_otherwise,
            self.change_a_profile,
        ]
        action = self.chance.choice(actions)
        action()
        return action.__name__

    def retitle(self) -> None:
        """Give an entry another title, which may come elsewhere in lists."""
        letter = self.chance.choice("amz")
        self._field(self._entry(), "title", f"{letter.upper()} & titel {self.number}")

    def write_more(self) -> None:
        """Add to the text of an entry."""
        file = self._entry()
        self.working.write(file, f"{file.read_text(encoding='utf-8')}\nNog een **alinea** {self.number}.\n")

    def stop_to_offer(self) -> None:
        """Make something that is offered an idea, or the other way around."""
        self._field(self._entry(), "status", self.chance.choice(["idea", "pilot", "in-use"]))

    def share(self) -> None:
        """Give an entry a second owner."""
        file = self._entry()
        other = self.chance.choice(["utrecht", "gouda", "zeist"])
        if file.parent.parent.name != other:
            self._field(file, "co_owners", f"[{other}]")

    def reuse_otherwise(self) -> None:
        """Say that something is in use now, or planned only."""
        file = self.chance.choice(self.working.files("adoptions"))
        self._field(file, "status", self.chance.choice(["in-use", "pilot", "planned"]))

    def tell_more(self) -> None:
        """Write a text below an adoption."""
        file = self.chance.choice(self.working.files("adoptions"))
        self.working.write(
            file, f"{file.read_text(encoding='utf-8')}\nWij deden er {self.number} weken over.\n"
        )

    def ask_otherwise(self) -> None:
        """Give a call another title."""
        self._field(self.chance.choice(self.working.files("calls")), "title", f"Wie doet mee? {self.number}")

    def change_a_profile(self) -> None:
        """Write on the page of a body."""
        files = sorted(self.working.project.folder.glob("catalogue/organisations/*/organisation.yml"))
        adopters = [file for file in files if (file.parent / "adoptions").is_dir()]
        self._field(self.chance.choice(adopters), "website", f'"https://www.voorbeeld.nl/{self.number}"')

    def _entry(self) -> Path:
        return self.chance.choice([*self.working.files("applications"), *self.working.files("practices")])

    def _field(self, file: Path, name: str, value: str) -> None:
        """Give a field on one line another value, or add it."""
        is_markdown = file.suffix == ".md"
        lines = file.read_text(encoding="utf-8").split("\n")
        kept = [line for line in lines if not line.startswith(f"{name}:")]
        kept.insert(1 if is_markdown else 0, f"{name}: {value}")
        self.working.write(file, "\n".join(kept))


@pytest.mark.parametrize("seed", range(2))
def test_what_shows_at_once_is_what_a_whole_build_makes(working: Working, seed: int) -> None:
    """Byte for byte, after one edit or several, of whatever files; nothing shows that would be taken back."""
    writer = Writer(working, seed)
    for edits in (1, 4, 8):
        done = [writer.edit() for _ in range(edits)]
        ahead = working.ahead()
        assert ahead.content.failing() == (), done
        assert ahead.pages, done
        working.build()
        whole = {
            address: (working.project.site / address / "index.html").read_bytes() for address in ahead.pages
        }
        assert ahead.pages == whole, done
