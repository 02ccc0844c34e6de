"""Portions, several processes and a cache: they find what one look at a whole catalogue finds."""

from __future__ import annotations

import contextlib
import datetime as dt
import multiprocessing
import os
import random
import shutil
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import test_cases
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalogue import Catalogue, load, plan_of
from generator.catalogue.origin import Origin
from generator.checking import Checked, Means, check_folder
from generator.checking.cache import Cache, cache_of
from generator.checking.crowd import look_at_all
from generator.checking.portion import Task
from generator.faults import Fault
from generator.rules import all_rules, judge

TODAY = test_cases.TODAY
BASE = test_cases.BASE / "catalogue"
FILES = sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("*.md"))


def as_seen(checked: Checked) -> tuple[object, ...]:
    """Return everything about an outcome that anything could depend on."""
    catalogue = checked.catalogue
    return (
        checked.verdict,
        [
            (
                record.path,
                record.kind,
                record.is_valid,
                record.value,
                record.document.fields,
                record.document.body,
            )
            for record in catalogue.records
        ],
        [(record.inner, record.document.body_line, record.document.lines) for record in catalogue.records],
        catalogue.organisations,
        in_order(catalogue.faults),
        {path: catalogue.lines[path] for path in catalogue.lines},
    )


def at_once(folder: Path, today: dt.date = TODAY) -> tuple[object, ...]:
    """Return what one look at everything gives."""
    catalogue = load(folder)
    return as_seen(Checked(catalogue, judge(catalogue, today)))


def kept_in(folder: Path, workers: int = 1) -> Means:
    """Return a way to check that keeps a cache, however small the catalogue."""
    return Means(workers, folder, least_to_keep=0)


def much_later(folder: Path) -> Means:
    """Return the same, long after the files changed: then their times tell that they did."""
    return replace(kept_in(folder), clock=lambda: 2**63)


def cache_file(folder: Path) -> Path:
    """Return the one cache in a folder."""
    (found,) = folder.glob("*.sqlite")
    return found


@pytest.mark.parametrize("name", test_cases.case_names())
def test_a_rule_that_does_not_compare_files_sees_one_at_a_time(name: str, tmp_path: Path) -> None:
    """Files can be divided in any way: the findings about each are those of all together."""
    catalogue = test_cases.read(
        test_cases.CASES / name, test_cases.lay_out(test_cases.CASES / name, tmp_path)
    )
    parts = [*single(catalogue)]
    for item in all_rules():
        if not item.rule.crosses_files:
            found = (each for part in parts for each in item.check(part, TODAY))
            assert in_order(found) == in_order(item.check(catalogue, TODAY)), item.rule.name


def single(catalogue: Catalogue) -> Iterator[Catalogue]:
    """Yield a catalogue for each file, and one for faults that are of none."""
    faults: dict[str, list[Fault]] = defaultdict(list)
    for each in catalogue.faults:
        faults[each.location.path].append(each)
    for record in catalogue.records:
        yield catalogue.part((record,), tuple(faults.pop(record.path, ())))
    yield catalogue.part((), tuple(each for rest in faults.values() for each in rest))


def in_order(found: Iterable[object]) -> list[object]:
    """Return findings or faults in an order of their own."""
    return sorted(found, key=repr)


@pytest.mark.parametrize("name", test_cases.case_names())
def test_processes_and_a_cache_change_nothing(name: str, tmp_path: Path) -> None:
    """One process or two, read anew, kept or found again: every finding, value and line is the same."""
    folder = test_cases.lay_out(test_cases.CASES / name, tmp_path)
    expected = at_once(folder)
    assert as_seen(check_folder(folder, TODAY, Means(1))) == expected
    for _ in range(2):
        assert as_seen(check_folder(folder, TODAY, kept_in(tmp_path / "kept"))) == expected


@pytest.mark.parametrize("name", ["id-is-unique", "choice-is-known", "file-is-utf-8"])
def test_two_processes_find_the_same(name: str, tmp_path: Path) -> None:
    """What another process found comes over whole: messages, faults and repairs."""
    folder = test_cases.lay_out(test_cases.CASES / name, tmp_path)
    assert as_seen(check_folder(folder, TODAY, kept_in(tmp_path / "kept", workers=2))) == at_once(folder)


def test_only_what_is_wanted_is_looked_at(tmp_path: Path) -> None:
    """Of other files nothing is reported, and what they hold still counts for the one that is."""
    folder = test_cases.lay_out(test_cases.CASES / "choice-is-known", tmp_path)
    every = judge(load(folder), TODAY).findings
    path = every[0].location.path
    for means in (Means(), kept_in(tmp_path / "kept"), kept_in(tmp_path / "kept")):
        found = check_folder(folder, TODAY, means, wants=lambda each: each == path).verdict.findings
        assert [each for each in found if each.location.path == path] == [
            each for each in every if each.location.path == path
        ]


def test_a_file_that_was_right_is_judged_anew_on_another_day(tmp_path: Path) -> None:
    """What a cache knows of one day says nothing of the next: reviews get old."""
    folder = test_cases.lay_out(BASE.parent, tmp_path)
    later = dt.date(2031, 1, 1)
    for today in (TODAY, later, later, TODAY):
        assert as_seen(check_folder(folder, today, kept_in(tmp_path / "kept"))) == at_once(folder, today)
    assert judge(load(folder), later).findings != ()


@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_a_cache_follows_every_change(data: st.DataObject) -> None:
    """Files edited, removed and put back at random: a cache that saw it all gives the outcome without one."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "catalogue"
        shutil.copytree(BASE, folder)
        for _ in range(3):
            file = folder / data.draw(st.sampled_from(FILES))
            match data.draw(st.sampled_from(["cut", "swap", "remove", "put back"])):
                case "remove":
                    file.unlink(missing_ok=True)
                case "cut" if file.exists():
                    content = file.read_bytes()
                    file.write_bytes(content[: data.draw(st.integers(0, len(content)))])
                case "swap" if file.exists():
                    other = BASE / data.draw(st.sampled_from(FILES))
                    file.write_bytes(other.read_bytes())
                case _:
                    shutil.copy(BASE / file.relative_to(folder), file)
            assert as_seen(check_folder(folder, TODAY, kept_in(Path(place) / "kept"))) == at_once(folder)


def test_a_file_that_did_not_change_is_not_read(tmp_path: Path) -> None:
    """Its size and times tell that it is as it was, and what it holds is known."""
    folder = test_cases.lay_out(BASE.parent, tmp_path)
    means = much_later(tmp_path / "kept")
    expected = as_seen(check_folder(folder, TODAY, means))
    plan = plan_of(folder)
    cache = cache_of(folder, tmp_path / "kept", plan.shared.digest)
    blind = replace(plan, origin=Blind(plan.origin.folder))
    task = Task(blind, TODAY, frozenset(range(len(plan.jobs))), cache=cache, settled=2**63)
    (looked,) = look_at_all(task, 1)
    assert (looked.faults, looked.rows) == ((), ())
    assert [each.document.fields for each in looked.records] == [
        each.document.fields for each in load(folder).records
    ]
    for keeps_bodies in (True, False):
        again = check_folder(folder, TODAY, replace(means, keeps_bodies=keeps_bodies))
        assert as_seen(again) == expected
        assert all(each.document.kept_body is not None for each in again.catalogue.records) is keeps_bodies


class Blind(Origin):
    """Cannot read a file, only look at it from outside."""

    def read(self, path: str, largest: int) -> bytes:
        """Refuse."""
        raise OSError(path, largest)


@pytest.mark.parametrize("change", ["written", "replaced", "set back"])
def test_a_file_of_the_same_size_is_seen_to_have_changed(change: str, tmp_path: Path) -> None:
    """Written again, with another in its place, or with its old time given back: it is read."""
    folder = test_cases.lay_out(BASE.parent, tmp_path)
    means = much_later(tmp_path / "kept")
    check_folder(folder, TODAY, means)
    file = folder / FILES[0]
    before = file.stat()
    content = file.read_bytes().replace(b"status:", b"statuz:", 1)
    if change == "replaced":
        (tmp_path / "other").write_bytes(content)
        (tmp_path / "other").replace(file)
    else:
        file.write_bytes(content)
    if change != "written":
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert as_seen(check_folder(folder, TODAY, means)) == at_once(folder)
    assert check_folder(folder, TODAY, means).verdict.findings != ()


def test_a_file_that_changed_a_moment_ago_is_read(tmp_path: Path) -> None:
    """A change after it may not show in its times: until they are old enough, its bytes tell."""
    folder = test_cases.lay_out(BASE.parent, tmp_path)
    check_folder(folder, TODAY, kept_in(tmp_path / "kept"))
    cache = cache_of(folder, tmp_path / "kept", plan_of(folder).shared.digest)
    path = f"catalogue/{FILES[0]}"
    assert cache.find({path})[path].stamp == ""
    check_folder(folder, TODAY, much_later(tmp_path / "kept"))
    assert cache.find({path})[path].stamp != ""


@given(start=st.floats(0, 1), content=st.binary(min_size=1, max_size=4000))
@settings(max_examples=40, deadline=None)
def test_a_damaged_cache_changes_nothing(start: float, content: bytes) -> None:
    """Whatever stands in it: the outcome is the same, and the next time it is whole again."""
    with tempfile.TemporaryDirectory() as place:
        kept = Path(place) / "kept"
        expected = as_seen(check_folder(BASE, TODAY, kept_in(kept)))
        whole = cache_file(kept).read_bytes()
        at = int(start * len(whole))
        cache_file(kept).write_bytes(whole[:at] + content + whole[at + len(content) :])
        assert as_seen(check_folder(BASE, TODAY, kept_in(kept))) == expected
        assert as_seen(check_folder(BASE, TODAY, kept_in(kept))) == expected


def test_bytes_that_turn_in_a_cache_change_nothing(tmp_path: Path) -> None:
    """A disk that fails, 200 times: one to forty bytes are others, in a row of which all is known."""
    chance = random.Random("a disk that fails")  # noqa: S311 - the same each time
    kept = tmp_path / "kept"
    expected = as_seen(check_folder(BASE, TODAY, kept_in(kept)))
    whole = cache_file(kept).read_bytes()
    for _ in range(200):
        damaged = bytearray(whole)
        for _ in range(chance.choice((1, 2, 8, 40))):
            damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        cache_file(kept).write_bytes(damaged)
        assert as_seen(check_folder(BASE, TODAY, kept_in(kept))) == expected


def test_a_cache_of_another_version_is_made_anew(tmp_path: Path) -> None:
    """Other columns, or none: what an older version left is no cache, and the next time there is one."""
    cache = cache_of(BASE, tmp_path, plan_of(BASE).shared.digest)
    expected = at_once(BASE)
    for columns in ("path TEXT PRIMARY KEY, facts BLOB", "name TEXT"):
        cache.file.unlink(missing_ok=True)
        with contextlib.closing(sqlite3.connect(cache.file)) as rows:
            rows.execute(f"CREATE TABLE files ({columns})")
        assert as_seen(check_folder(BASE, TODAY, kept_in(tmp_path))) == expected
        assert as_seen(check_folder(BASE, TODAY, kept_in(tmp_path))) == expected
        assert cache.count() == len(plan_of(BASE).jobs)


def test_two_at_once_share_a_cache(tmp_path: Path) -> None:
    """An editor and a commit hook at the same moment: both find everything, and the cache is whole."""
    expected = at_once(BASE)
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(4, fork) as pool:
        outcomes = [pool.submit(_found_with, tmp_path) for _ in range(12)]
        assert {outcome.result() for outcome in outcomes} == {repr(expected[0])}
    assert as_seen(check_folder(BASE, TODAY, kept_in(tmp_path))) == expected
    assert cache_of(BASE, tmp_path, plan_of(BASE).shared.digest).count() == len(plan_of(BASE).jobs)


def _found_with(kept: Path) -> str:
    return repr(check_folder(BASE, TODAY, kept_in(kept)).verdict)


def test_a_cache_that_is_locked_or_full_is_done_without(tmp_path: Path) -> None:
    """Another program holds it for long, or the disk takes no byte more: the outcome is the same."""
    check_folder(BASE, TODAY, kept_in(tmp_path))
    folder = test_cases.lay_out(BASE.parent, tmp_path)
    cache = cache_of(folder, tmp_path, plan_of(folder).shared.digest)
    with contextlib.closing(sqlite3.connect(cache.file)) as rows:
        rows.execute("PRAGMA page_size = 512")
        rows.execute("VACUUM")
        rows.execute("BEGIN EXCLUSIVE")
        assert as_seen(check_folder(folder, TODAY, kept_in(tmp_path))) == at_once(folder)
    full = tmp_path / "full"
    full.symlink_to("/dev/full")
    assert as_seen(check_folder(folder, TODAY, kept_in(full))) == at_once(folder)


def test_a_cache_that_cannot_be_had_is_done_without(tmp_path: Path) -> None:
    """A folder in its place, no folder at all, or a place one cannot write in."""
    expected = as_seen(check_folder(BASE, TODAY, Means()))
    taken = cache_of(BASE, tmp_path, plan_of(BASE).shared.digest).file
    taken.mkdir()
    (tmp_path / "file").write_text("", "utf-8")
    for folder in (tmp_path, tmp_path / "file", tmp_path / "file/below"):
        assert as_seen(check_folder(BASE, TODAY, kept_in(folder))) == expected
    assert taken.is_dir()


def test_what_is_no_cache_makes_place_for_one(tmp_path: Path) -> None:
    """A text, or another program's database: both are replaced."""
    cache = cache_of(BASE, tmp_path, plan_of(BASE).shared.digest)
    cache.file.write_text("no database\n" * 100, "utf-8")
    check_folder(BASE, TODAY, kept_in(tmp_path))
    assert cache.count() == len(plan_of(BASE).jobs)


def test_rows_of_another_state_do_not_count(tmp_path: Path) -> None:
    """Other code or another vocabulary: nothing that was kept is used, since it may be wrong now."""
    check_folder(BASE, TODAY, kept_in(tmp_path))
    path = f"catalogue/{FILES[0]}"
    cache = cache_of(BASE, tmp_path, plan_of(BASE).shared.digest)
    assert cache.find({path}).keys() == {path}
    other = Cache(cache.file, "another")
    assert (other.count(), other.find({path})) == (0, {})


def test_a_removed_file_leaves_the_cache(tmp_path: Path) -> None:
    """So the cache is no larger than the catalogue it is of."""
    folder = test_cases.lay_out(BASE.parent, tmp_path)
    check_folder(folder, TODAY, kept_in(tmp_path / "kept"))
    cache = cache_of(folder, tmp_path / "kept", plan_of(folder).shared.digest)
    before = cache.count()
    (folder / FILES[0]).unlink()
    (folder / FILES[-1]).write_bytes((folder / FILES[-1]).read_bytes() + b"\n")
    check_folder(folder, TODAY, kept_in(tmp_path / "kept"))
    assert cache.count() == before - 1


def test_caches_of_long_ago_are_removed(tmp_path: Path) -> None:
    """A folder with caches does not grow for ever."""
    for number in range(20):
        file = tmp_path / f"{number:02}.sqlite"
        file.touch()
        os.utime(file, (number, number))
    check_folder(BASE, TODAY, kept_in(tmp_path))
    left = sorted(file.name for file in tmp_path.glob("??.sqlite"))
    assert left == [f"{number:02}.sqlite" for number in range(5, 20)]


@dataclass(frozen=True, slots=True)
class Deadly(Origin):
    """Ends every process but one that reads from it."""

    survivor: int = 0

    def read(self, path: str, largest: int) -> bytes:
        """Return the bytes of a file, to the survivor alone."""
        if os.getpid() != self.survivor:
            os._exit(1)
        return Origin.read(self, path, largest)


def test_a_process_that_is_killed_is_done_without() -> None:
    """A system that is out of memory kills one: the others' work is done by who asked for it."""
    plan = plan_of(BASE)
    deadly = replace(plan, origin=Deadly(plan.origin.folder, survivor=os.getpid()))
    task = Task(deadly, TODAY, frozenset(range(len(plan.jobs))))
    (looked,) = look_at_all(task, 2)
    assert [(each.path, each.value) for each in looked.records] == [
        (each.path, each.value) for each in load(BASE).records
    ]
