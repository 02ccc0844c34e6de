"""An index made from the last one: the bytes of one made anew, for which no more is read than must be."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from records import index_in, index_of, record, sources

from generator.search.index import write_index
from generator.search.kept import Last, read_kept
from generator.search.records import Record

WORDS = (
    *("gegevens", "bescherming", "beleid", "zaak", "systeem", "zaaksysteem", "gegevensbeleid", "e-mail"),
    *("persoonsgegevens", "kwispel", "kwispelbeleid", "flonker", "flonkerkwispel", "5.24.01", "Één", "de"),
)


class Building:
    """A folder with one index after another."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.number = 0
        self.read: list[str] = []

    @property
    def last(self) -> Last:
        """The last index."""
        return Last(self.folder / str(self.number), self.folder / "kept", "1")

    @property
    def index(self) -> Path:
        """Its files."""
        (found,) = (path for path in self.last.folder.iterdir() if path.is_dir())
        return found

    def build(self, records: list[Record], edition: str = "1") -> dict[str, bytes]:
        """Make the next index, and return its files."""
        self.read = []

        def noted(read: Callable[[], Record]) -> Record:
            item = read()
            self.read.append(item.address)
            return item

        last = replace(self.last, edition=edition)
        self.number += 1
        given = [replace(source, read=partial(noted, source.read)) for source in sources(records)]
        write_index(given, self.last.folder, last)
        return index_in(self.last.folder)

    def inodes(self) -> dict[str, int]:
        """Return which file each one of the index is."""
        return {
            path.relative_to(self.index).as_posix(): path.stat().st_ino for path in self.index.rglob("*.*")
        }


@pytest.fixture
def building(tmp_path: Path) -> Building:
    """A folder without an index."""
    return Building(tmp_path / "indexes")


def some_record(chance: random.Random, number: int) -> Record:
    """Make a record of a few words."""
    title, text = (" ".join(chance.choices(WORDS, k=length)) for length in (2, 6))
    return record(
        f"{number}/",
        title=title,
        text=text,
        names=(title,),
        facets={"thema": tuple(chance.choices(("Zorg", "Wonen", "Één"), k=2))},
        order={"gebruikt": str(chance.randint(0, 3)), "titel": title},
        weight=chance.choice([1.0, 0.5]),
    )


@pytest.mark.parametrize("seed", range(8))
def test_any_changes_give_the_index_that_is_made_anew(building: Building, tmp_path: Path, seed: int) -> None:
    """Records come, go, change and change places; words that others are made of come and go with them."""
    chance = random.Random(seed)  # noqa: S311 - the same changes every time
    records = [some_record(chance, number) for number in range(6)]
    for step in range(8):
        assert building.build(records) == index_of(records, tmp_path / f"anew{step}")
        match chance.randint(0, 3):
            case 0:
                records.append(some_record(chance, 100 + step))
            case 1 if len(records) > 1:
                records.pop(chance.randrange(len(records)))
            case _:
                place = chance.randrange(len(records))
                records[place] = some_record(chance, int(records[place].address.strip("/")))
        chance.shuffle(records)


def test_only_what_changed_is_read(building: Building) -> None:
    """One changed record of many: its own text, and that of no other."""
    records = [record(f"{number}/", text="gegevens") for number in range(5)]
    building.build(records)
    assert len(building.read) == 5
    records[2] = record("2/", text="gegevens en zorg")
    building.build(records)
    assert building.read == ["2/"]


def test_what_has_a_new_word_as_a_part_is_read_again(building: Building) -> None:
    """A compound is split as soon as some record has its last part by itself, and no longer when none has."""
    records = [record("a/", text="flonkerzorbelak"), record("b/", text="zorg")]
    building.build(records)
    for text in ("zorbelak", "zorg"):
        records[1] = record("b/", text=text)
        building.build(records)
        assert sorted(building.read) == ["a/", "b/"]


def test_results_of_records_that_changed_places_are_taken_over(building: Building) -> None:
    """Who is reused more gets another number, and no other text."""
    records = [record(f"{number}/", order={"gebruikt": str(number)}) for number in range(4)]
    building.build(records)
    before = building.inodes()
    records[0] = record("0/", order={"gebruikt": "9"})
    building.build(records)
    after = building.inodes()
    assert [after[f"results/{number + 1}.json"] for number in range(3)] == [
        before[f"results/{number}.json"] for number in range(3)
    ]


def test_an_index_of_the_same_records_is_the_same_files(building: Building) -> None:
    """Nothing is read, nothing is written."""
    records = [record("a/"), record("b/")]
    files = building.build(records)
    before = building.inodes()
    assert building.build(records[::-1]) == files
    assert building.inodes() == before
    assert building.read == []


@pytest.mark.parametrize("name", ["results/0.json", "terms/0.bin", "cards/0.json", "words.json"])
@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(Path.unlink, id="gone"),
        pytest.param(lambda file: file.write_text("van een ander", encoding="utf-8"), id="changed"),
        pytest.param(lambda file: (file.unlink(), file.symlink_to("/etc/hostname")), id="a link"),
    ],
)
def test_a_file_that_someone_touched_is_made_again(
    building: Building, name: str, damage: Callable[[Path], object]
) -> None:
    """Only what we wrote ourselves is taken over."""
    records = [record("a/"), record("b/")]
    files = building.build(records)
    damage(building.index / name)
    assert building.build(records) == files


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(Path.unlink, id="gone"),
        pytest.param(lambda file: file.write_bytes(b""), id="empty"),
        pytest.param(lambda file: file.write_bytes(file.read_bytes()[:-20]), id="cut off"),
        pytest.param(lambda file: file.write_bytes(file.read_bytes().replace(b"t", b"e", 9)), id="changed"),
        pytest.param(lambda file: file.write_bytes(b"\xff\xfe\n[1, 2"), id="something else"),
        pytest.param(lambda file: (file.unlink(), file.mkdir()), id="a folder"),
    ],
)
def test_what_was_kept_is_a_help_and_never_a_source(
    building: Building, damage: Callable[[Path], object]
) -> None:
    """Lost or broken, it only costs time."""
    records = [record("a/"), record("b/")]
    files = building.build(records)
    damage(building.last.kept)
    assert not read_kept(building.last).stamps
    assert building.build(records) == files
    assert len(building.read) == 2


def test_other_code_reads_everything(building: Building) -> None:
    """What an earlier version of the program kept may mean something else."""
    records = [record("a/"), record("b/")]
    building.build(records)
    building.build(records, edition="2")
    assert len(building.read) == 2


def test_an_index_that_is_gone_is_made_of_what_records_said(building: Building) -> None:
    """The files are written again; a text is read again for its result alone."""
    records = [record("a/"), record("b/")]
    files = building.build(records)
    shutil.rmtree(building.last.folder)
    assert building.build(records) == files


def test_where_files_have_no_links_they_are_copied(
    building: Building, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next build takes the copies over."""

    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refused)
    records = [record("a/"), record("b/")]
    files = building.build(records)
    assert building.build(records) == files
    assert building.build(records) == files
    assert building.read == []
