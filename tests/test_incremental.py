"""A build that takes over what did not change: the same site, byte for byte, as one that makes everything."""

from __future__ import annotations

import datetime as dt
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import pytest
from catalogues import adoption, practice
from markupsafe import Markup
from project import Project, fingerprints, project_in

from generator.build.check import shortcomings
from generator.build.manifest import EMPTY, read_manifest
from generator.build.writing import Earlier, earlier_of
from generator.model.choices import Status
from generator.model.choices_more import AdoptionStatus
from generator.pages.digests import Digests, UnknownValueError, name_of
from generator.pages.page import Heading
from generator.plugin.engine import Engine

ENTRY = "toepassingen/meldingen/index.html"


@dataclass(frozen=True)
class Building:
    """A project that is built again and again."""

    project: Project

    @property
    def earlier(self) -> Earlier:
        """Its last build."""
        return earlier_of(self.project.site, self.project.folder)

    def build(self, workers: int = 1) -> bool:
        """Build, taking over what can be; return whether the catalogue is sound."""
        fresh = self.project.folder / "fresh"
        sound = self.into(fresh, self.earlier, workers)
        if sound:
            shutil.rmtree(self.project.site, ignore_errors=True)
            fresh.rename(self.project.site)
        return sound

    def clean(self) -> dict[str, str]:
        """Return the fingerprints of a site in which everything is made anew."""
        folder = self.project.folder / "clean"
        assert self.into(folder, None)
        found = fingerprints(folder)
        shutil.rmtree(folder)
        return found

    def into(self, folder: Path, earlier: Earlier | None, workers: int = 1) -> bool:
        """Build into a folder; return whether the catalogue is sound."""
        engine = Engine(self.project.folder / "mkdocs.yml")
        content = engine.read()
        if content.failing():
            return False
        engine.build(content, folder, lambda _: None, earlier=earlier, workers=workers)
        return True

    def inodes(self) -> dict[str, int]:
        """Return which file each page of the catalogue is; a page that is made again gets another one."""
        files = self.project.site.rglob("*/index.html")
        return {file.relative_to(self.project.site).as_posix(): file.stat().st_ino for file in files}


@pytest.fixture
def building(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Building:
    """A project that was built once."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795478400")
    made = Building(project_in(tmp_path / "project"))
    assert made.build()
    return made


class Editor:
    """Changes a catalogue at random, as people do."""

    def __init__(self, catalogue: Path, seed: int) -> None:
        self.catalogue = catalogue
        self.chance = random.Random(seed)  # noqa: S311 - the same changes every time
        self.number = 0

    def edit(self) -> str:
        """Make one change, and return what it was."""
        self.number += 1
        if not self._files("practices"):
            self.add_practice()
        actions: list[Callable[[], None]] = [
            self.add_practice,
            self.add_adoption,
            self.rename_something,
            self.delete_something,
            self.retitle,
            self.write_more,
            self.link,
            self.rename_a_theme,
            self.rename_a_body,
            self.change_a_profile,
            self.move_a_day,
        ]
        action = self.chance.choice(actions)
        action()
        return action.__name__

    def add_practice(self) -> None:
        """Write a practice of some body."""
        owner = self.chance.choice(["nieuwland", "voorbeeldstad"])
        more = {"related": "[meldingen]"} if self.number % 2 else {}
        text = practice(f"Werkwijze nummer {self.number}", **more)
        self._write(f"organisations/{owner}/practices/nieuw-{self.number}.md", text)

    def add_adoption(self) -> None:
        """Write that a body uses something."""
        name = self.chance.choice(self._files("practices")).stem
        other = self.chance.choice(["nieuwland", "voorbeeldstad", "samenwerking-voorbeeld"])
        text = adoption(lesson=f"Wij hebben er {self.number} weken over gedaan, en dat was nodig.")
        self._write(f"organisations/{other}/adoptions/{name}.md", text)

    def rename_something(self) -> None:
        """Give an entry another address."""
        file = self.chance.choice(self._files("practices"))
        file.rename(file.with_name(f"anders-{self.number}.md"))

    def delete_something(self) -> None:
        """Take a file away."""
        self.chance.choice([*self._files("practices"), *self._files("adoptions")]).unlink()

    def retitle(self) -> None:
        """Give something another title."""
        file = self.chance.choice([*self._files("practices"), *self._files("applications")])
        lines = file.read_text(encoding="utf-8").split("\n")
        lines[1] = f"title: Titel & <b>{self.number}</b> van {file.stem}"
        self._write(str(file.relative_to(self.catalogue)), "\n".join(lines))

    def write_more(self) -> None:
        """Add to the text of something."""
        file = self.chance.choice([*self._files("practices"), *self._files("applications")])
        with file.open("a", encoding="utf-8") as stream:
            stream.write(f"\nNog een **alinea**, nummer {self.number}.\n")

    def link(self) -> None:
        """Link from one entry to another, which may go away later."""
        file, other = (self.chance.choice(self._files("practices")) for _ in range(2))
        with file.open("a", encoding="utf-8") as stream:
            stream.write(f"\nZie [een ander](../../{other.parts[-3]}/practices/{other.name}).\n")

    def rename_a_theme(self) -> None:
        """Change a word that stands on many pages."""
        self._replace("vocabularies/themes.yml", "title: Dienst", f"title: Dienst {self.number} ")

    def rename_a_body(self) -> None:
        """Change a name in the register."""
        self._replace("register/bodies.csv", ",Nieuw", f",Nieuw {self.number} ")

    def change_a_profile(self) -> None:
        """Change what a partnership says of itself, and who belongs to it."""
        day = self.chance.choice(["2020-01-01", "2027-01-01"])
        text = f"members:\n  - {{organisation: nieuwland, until: {day}}}\n"
        self._write("organisations/samenwerking-voorbeeld/organisation.yml", text)

    def move_a_day(self) -> None:
        """Read something again, or long ago."""
        file = self.chance.choice(self._files("practices"))
        year = self.chance.choice([2021, 2024, 2025])
        text = file.read_text(encoding="utf-8").replace("reviewed: 2026", f"reviewed: {year}")
        self._write(str(file.relative_to(self.catalogue)), text)

    def _files(self, folder: str) -> list[Path]:
        return sorted(self.catalogue.glob(f"organisations/*/{folder}/*.md"))

    def _write(self, name: str, text: str) -> None:
        file = self.catalogue / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def _replace(self, name: str, old: str, new: str) -> None:
        file = self.catalogue / name
        file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("seed", range(3))
def test_any_changes_give_the_site_a_clean_build_gives(building: Building, seed: int) -> None:
    """Edits, additions, renames and deletions at random: what is taken over is never out of date."""
    catalogue, kept = building.project.folder / "catalogue", building.project.folder / "kept"
    editor = Editor(catalogue, seed)
    done: list[list[str]] = []
    while len(done) < 4:
        shutil.copytree(catalogue, kept)
        edits = [editor.edit() for _ in range(editor.chance.randint(1, 3))]
        if building.build():
            done.append(edits)
            assert fingerprints(building.project.site) == building.clean(), done
        else:
            shutil.rmtree(catalogue)
            kept.rename(catalogue)
        shutil.rmtree(kept, ignore_errors=True)


def test_pages_that_did_not_change_are_not_written_again(building: Building) -> None:
    """One changed entry: its own page, and those that show it."""
    before = building.inodes()
    building.project.replace("Inwoners zien snel", "Inwoners zien meteen")
    assert building.build()
    after = building.inodes()
    again = {name for name, inode in after.items() if before[name] != inode}
    assert ENTRY in again
    assert "organisaties/landelijk-bureau/index.html" not in again
    assert "regels/link-leads-somewhere/index.html" not in again
    assert len(again) < len(after) / 2
    assert fingerprints(building.project.site) == building.clean()


def test_another_day_is_another_site(building: Building, monkeypatch: pytest.MonkeyPatch) -> None:
    """What ages with time is made again although no file changed."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1890000000")
    assert building.build()
    assert fingerprints(building.project.site) == building.clean()


def test_another_frame_is_another_site(building: Building) -> None:
    """A new name of the site stands on every page."""
    file = building.project.folder / "mkdocs.yml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("Gemeenten delen", "Wij delen"), encoding="utf-8"
    )
    assert building.build()
    assert "Wij delen" in (building.project.site / ENTRY).read_text(encoding="utf-8")
    assert fingerprints(building.project.site) == building.clean()


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda file: file.unlink(), id="gone"),
        pytest.param(lambda file: file.write_bytes(b""), id="empty"),
        pytest.param(lambda file: file.write_bytes(file.read_bytes()[:-20]), id="cut off"),
        pytest.param(lambda file: file.write_bytes(file.read_bytes().replace(b"t", b"e", 9)), id="changed"),
        pytest.param(lambda file: file.write_bytes(b"\xff\xfe\n[1, 2"), id="something else"),
    ],
)
def test_a_lost_or_broken_manifest_costs_only_time(
    building: Building, damage: Callable[[Path], None]
) -> None:
    """What is kept between builds is a help, never a source."""
    damage(building.earlier.manifest)
    assert read_manifest(building.earlier.manifest) == EMPTY
    assert building.build()
    assert fingerprints(building.project.site) == building.clean()
    assert read_manifest(building.earlier.manifest) != EMPTY


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda file: file.unlink(), id="gone"),
        pytest.param(lambda file: file.write_bytes(file.read_bytes()[:-20]), id="cut off"),
        pytest.param(lambda file: file.write_bytes(file.read_bytes()), id="written again"),
    ],
)
def test_a_lost_or_broken_pack_costs_only_time(building: Building, damage: Callable[[Path], None]) -> None:
    """What a page has for the search is only taken over from the very file we left it in."""
    damage(building.earlier.manifest.with_suffix(".search"))
    assert read_manifest(building.earlier.manifest) == EMPTY
    assert building.build()
    assert fingerprints(building.project.site) == building.clean()


def test_a_page_that_went_is_missed_where_nothing_changed(building: Building) -> None:
    """A link breaks by what happens elsewhere: pages that are taken over are named as new ones are."""
    page, fresh = building.project.folder / "docs/over/lijkt-op.md", building.project.folder / "fresh"
    text = page.read_text(encoding="utf-8")
    page.unlink()
    said = []
    for earlier in (building.earlier, None):
        engine = Engine(building.project.folder / "mkdocs.yml")
        built = engine.build(engine.read(), fresh, lambda _: None, earlier=earlier)
        said.append([item.in_language("en") for item in shortcomings(fresh, built)])
        shutil.rmtree(fresh)
    assert said[0] == said[1] != []
    assert all(text.endswith("/lijkt-op/', which does not exist.") for text in said[0])
    page.write_text(text, encoding="utf-8")
    assert building.build()
    assert fingerprints(building.project.site) == building.clean()


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda file: file.write_text("van een ander", encoding="utf-8"), id="changed"),
        pytest.param(lambda file: file.unlink(), id="gone"),
        pytest.param(lambda file: shutil.rmtree(file.parent), id="folder gone"),
        pytest.param(lambda file: (file.unlink(), file.symlink_to("/etc/hostname")), id="a link"),
    ],
)
def test_a_page_that_someone_touched_is_made_again(
    building: Building, damage: Callable[[Path], object]
) -> None:
    """Only what we wrote ourselves is taken over."""
    damage(building.project.site / ENTRY)
    assert building.build()
    assert fingerprints(building.project.site) == building.clean()


def test_what_is_kept_stands_outside_the_site(building: Building) -> None:
    """A reader of the site never gets to see it."""
    site, manifest = building.project.site.resolve(), building.earlier.manifest
    assert manifest.is_file()
    assert site not in manifest.parents


def test_without_a_place_to_keep_anything_the_site_is_made(building: Building) -> None:
    """A project that may not be written to is built all the same."""
    shutil.rmtree(building.project.folder / ".build")
    (building.project.folder / ".build").write_text("a file", encoding="utf-8")
    assert building.build()
    assert fingerprints(building.project.site) == building.clean()


def test_more_processes_write_the_same_bytes(building: Building) -> None:
    """Who writes a page does not show in it."""
    building.earlier.manifest.unlink()
    assert building.build(workers=3)
    assert fingerprints(building.project.site) == building.clean()


def test_a_command_builds_from_the_last_site(building: Building) -> None:
    """`catalogue build` takes over what the last one wrote."""
    project = building.project
    assert project.build().returncode == 0
    before = building.inodes()
    assert project.build().returncode == 0
    same = [name for name, inode in building.inodes().items() if before[name] == inode]
    assert ENTRY in same


def test_work_is_shared_without_a_loss() -> None:
    """Every item is done once, whoever does it, and what goes wrong elsewhere is told here."""
    program = Path(__file__).with_name("sharing.py")
    run = subprocess.run([sys.executable, program], capture_output=True, text=True, check=False)
    squares = str([number * number for number in range(20)])
    *results, told, full, other = run.stdout.splitlines()
    assert results == [squares] * 4, run.stderr
    assert told == "80"
    assert full == "OSError [Errno 28] No space left on device"
    assert other.startswith("WorkFailedError ")
    assert "ValueError: seven" in run.stdout


def test_equal_values_have_equal_digests() -> None:
    """However they were made, and whatever was looked at before."""
    digests = Digests()
    one = ("a", 1, None, dt.date(2026, 1, 2), Status.IN_USE, {"a": ("b",)}, frozenset({"x", "y"}))
    two = ("a", 1, None, dt.date(2026, 1, 2), Status.IN_USE, MappingProxyType({"a": ("b",)}), {"y", "x"})
    assert digests.of(one) == digests.of(two) == Digests().of(one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ab", "c"), ("a", "bc")),
        (("a",), "a"),
        ("1", 1),
        (None, "None"),
        ((), ((),)),
        ("<b>", Markup("<b>")),
        (Status.IN_USE, AdoptionStatus.IN_USE),
        ("in-use", Status.IN_USE),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        (Heading("a", "b", 2), Heading("a", "b", 3)),
        (True, 1),
        (1, 1.0),
    ],
)
def test_what_a_page_can_tell_apart_has_different_digests(one: object, other: object) -> None:
    """A difference that a template can see is never lost."""
    assert Digests().of(one) != Digests().of(other)


@pytest.mark.parametrize("value", [object(), lambda: 1, iter(()), Status])
def test_what_may_change_unseen_is_refused(value: object) -> None:
    """Whoever gives a page something of another kind hears of it at once."""
    with pytest.raises(UnknownValueError):
        Digests().of((value,))


def test_only_a_function_of_a_module_makes_pages() -> None:
    """One made inside another may hold values that no digest knows."""
    assert name_of(practice) == "catalogues.practice"
    with pytest.raises(UnknownValueError):
        name_of(lambda: None)
