"""Every attack, run as a contributor's file through the command: right verdict, little time, clean output."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import places
import pytest
import wordings
from attacks import Attack, attacks

from generator.reporters import names

BASE = Path(__file__).parent.parent / "cases" / "_base" / "catalogue"
RUNNER = Path(__file__).with_name("runner.py")
WORKERS = 2


def every_attack() -> Iterator[Attack]:
    """Yield the attacks and controls of each module here."""
    yield from attacks()
    for row in (*wordings.more(), *places.more()):
        yield Attack(*row)


ATTACKS = {attack.name: attack for attack in every_attack()}
VERDICTS = {0: "accept", 1: "reject"}
SECONDS, MEGABYTES = 2.0, 300
UNCLEAN = re.compile(
    rb"[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\x8b\x8e\x8f\xa8-\xae]|\xe2\x81[\xa0-\xaf]|\xef\xbb\xbf"
)
OUR_COMMAND = re.compile(rb"::(error|warning) file=catalogue[^\n]*,title=[a-z0-9-]+::")


@dataclass(frozen=True, slots=True)
class Result:
    """What the command did: its exit code, all it wrote by form, processor seconds and peak memory in MB."""

    code: int
    output: Mapping[str, bytes]
    seconds: float
    megabytes: float


def run(folders: list[Path]) -> list[Result]:
    """Run the command in each folder, one after another, with the findings in every form."""
    answered = subprocess.run(
        [sys.executable, str(RUNNER)],
        input=json.dumps([str(folder) for folder in folders]),
        # Tests that run on GitHub do not write below that run.
        env={**os.environ, "SOURCE_DATE_EPOCH": "1795478400", "GITHUB_STEP_SUMMARY": ""},
        capture_output=True,
        check=True,
        text=True,
    )
    return [
        Result(code, {form: written(folder / f"printed.{form}") for form in names()}, seconds, megabytes)
        for folder, (code, seconds, megabytes) in zip(folders, json.loads(answered.stdout), strict=True)
    ]


def written(file: Path) -> bytes:
    """Return what was written; nothing when the command stopped before."""
    return file.read_bytes() if file.exists() else b""


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Result]:
    """Return the result of every attack."""
    folders = [tmp_path_factory.mktemp("attack") for _ in ATTACKS]
    for attack, folder in zip(ATTACKS.values(), folders, strict=True):
        shutil.copytree(BASE, folder / "catalogue")
        attack.make(folder / "catalogue")
    with ThreadPoolExecutor(WORKERS) as pool:
        shares = list(pool.map(run, [folders[share::WORKERS] for share in range(WORKERS)]))
    return {name: shares[n % WORKERS][n // WORKERS] for n, name in enumerate(ATTACKS)}


def test_there_are_attacks_of_every_class() -> None:
    """The corpus is of the size that was asked for, and every attack has a name of its own."""
    assert len(ATTACKS) == len(list(every_attack()))
    assert len(ATTACKS) >= 1_000


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_gets_the_right_verdict(name: str, results: dict[str, Result]) -> None:
    """Refused when it is one, accepted when it only looks like one; never a crash."""
    verdict, wanted = VERDICTS.get(results[name].code, "crash"), ATTACKS[name].verdict
    assert verdict in ({"accept", "reject"} if wanted == "either" else {wanted}), (
        results[name].output["text"].decode()
    )


def test_no_attack_takes_long_or_much(results: dict[str, Result]) -> None:
    """Two seconds of processor time and 300 MB."""
    slow = {
        name: (result.seconds, result.megabytes)
        for name, result in results.items()
        if result.seconds > SECONDS or result.megabytes > MEGABYTES
    }
    assert slow == {}


def test_no_attack_reaches_the_output(results: dict[str, Result]) -> None:
    """No traceback, no control or bidirectional character, no workflow command of another."""
    unclean = [
        f"{name} as {form}"
        for name, result in results.items()
        for form, output in result.output.items()
        if not is_clean(form, output)
    ]
    assert unclean == []


def is_clean(form: str, output: bytes) -> bool:
    """Whether nothing in the output of a form is obeyed by a terminal or a workflow."""
    commands = [line for line in output.split(b"\n") if line.startswith((b"::", b"##["))]
    ours = form == "github" and all(map(OUR_COMMAND.match, commands))
    return b"Traceback" not in output and UNCLEAN.search(output) is None and (ours or not commands)
