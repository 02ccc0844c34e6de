"""Every attack, run as a contributor's file through the command: right verdict, little time, clean output."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from attacks import attacks

from generator.reporters import names

BASE = Path(__file__).parent.parent / "cases" / "_base" / "catalogue"
RUNNER = Path(__file__).with_name("runner.py")
WORKERS = 2
ATTACKS = {attack.name: attack for attack in attacks()}
VERDICTS = {0: "accept", 1: "reject"}
SECONDS, MEGABYTES = 2.0, 300
UNCLEAN = re.compile(
    rb"[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\x8b\x8e\x8f\xa8-\xae]|\xe2\x81[\xa0-\xaf]|\xef\xbb\xbf"
)
OUR_COMMAND = re.compile(rb"::(error|warning) file=catalogue[^\n]*,title=[a-z0-9-]+::")


@dataclass(frozen=True, slots=True)
class Result:
    """What the command did: its exit code, all it printed, processor seconds and peak memory in MB."""

    code: int
    output: bytes
    seconds: float
    megabytes: float


def run(jobs: list[tuple[Path, str]]) -> list[Result]:
    """Run the command in each folder, in each form, one after another."""
    asked = json.dumps([(str(place), form) for place, form in jobs])
    answered = subprocess.run(
        [sys.executable, str(RUNNER)],
        input=asked,
        # Tests that run on GitHub do not write below that run.
        env={**os.environ, "SOURCE_DATE_EPOCH": "1795478400", "GITHUB_STEP_SUMMARY": ""},
        capture_output=True,
        check=True,
        text=True,
    )
    measured = json.loads(answered.stdout)
    return [
        Result(code, (place / "printed").read_bytes(), seconds, megabytes)
        for (place, _), (code, seconds, megabytes) in zip(jobs, measured, strict=True)
    ]


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Result]:
    """Return the result of every attack, in the form for people; of those on output, in every form."""
    wanted = [
        (attack, form)
        for attack in ATTACKS.values()
        for form in names()
        if form == "text" or attack.name.startswith(("output", "names-n", "names-e"))
    ]
    jobs = [(tmp_path_factory.mktemp("attack"), form) for _, form in wanted]
    for (attack, _), (place, _) in zip(wanted, jobs, strict=True):
        shutil.copytree(BASE, place / "catalogue")
        attack.make(place / "catalogue")
    with ThreadPoolExecutor(WORKERS) as pool:
        shares = list(pool.map(run, [jobs[share::WORKERS] for share in range(WORKERS)]))
    found = {
        (attack.name, form): shares[n % WORKERS][n // WORKERS] for n, (attack, form) in enumerate(wanted)
    }
    return dict(sorted(found.items()))


def test_there_are_attacks_of_every_class() -> None:
    """The corpus is of the size that was asked for, and every attack has a name of its own."""
    assert len(ATTACKS) == len(list(attacks()))
    assert len(ATTACKS) >= 300


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_gets_the_right_verdict(name: str, results: dict[tuple[str, str], Result]) -> None:
    """Refused when it is one, accepted when it only looks like one; never a crash."""
    verdict, wanted = VERDICTS.get(results[name, "text"].code, "crash"), ATTACKS[name].verdict
    assert verdict in ({"accept", "reject"} if wanted == "either" else {wanted}), results[
        name, "text"
    ].output.decode()


def test_no_attack_takes_long_or_much(results: dict[tuple[str, str], Result]) -> None:
    """Two seconds of processor time and 300 MB."""
    slow = {
        key: (r.seconds, r.megabytes)
        for key, r in results.items()
        if r.seconds > SECONDS or r.megabytes > MEGABYTES
    }
    assert slow == {}


def test_no_attack_reaches_the_output(results: dict[tuple[str, str], Result]) -> None:
    """No traceback, no control or bidirectional character, no workflow command of another."""
    unclean = []
    for (name, form), result in results.items():
        lines = result.output.split(b"\n")
        commands = [line for line in lines if line.startswith(b"::")]
        if (
            b"Traceback" in result.output
            or UNCLEAN.search(result.output)
            or (commands and (form != "github" or not all(map(OUR_COMMAND.match, commands))))
        ):
            unclean.append(f"{name} as {form}")
    assert unclean == []
