"""Every rule on a small catalogue: the exact output a contributor reads, in both languages.

`cases/_base/catalogue` is valid. `cases/<rule>/catalogue` holds the files that differ from it;
`cases/<rule>/earlier.txt` lists the files of an earlier revision, and
`cases/<rule>/made.txt` those that git or an editor would damage, as a Python literal: a path with its bytes,
with a list of bytes and how often they repeat, with `"-> target"` for a link, `"fifo"` for a pipe, or `None`
for a file or folder that is left out.
"""

from __future__ import annotations

import ast
import datetime as dt
import os
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.catalogue import Catalogue, load
from generator.messages import LANGUAGES, Language
from generator.reporters import Context, reporter
from generator.rules import all_rules, check

CASES = Path(__file__).parent / "cases"
BASE = CASES / "_base"
PACKAGE = Path(__file__).parent.parent / "generator"
TODAY = dt.date(2026, 11, 24)


def case_names() -> list[str]:
    """Return the name of every case, sorted."""
    return sorted(folder.name for folder in CASES.iterdir() if folder.is_dir() and folder != BASE)


def lay_out(case: Path, into: Path) -> Path:
    """Write the base and what a case changes in it; return the catalogue."""
    shutil.copytree(BASE / "catalogue", into / "catalogue")
    if (case / "catalogue").is_dir():
        shutil.copytree(case / "catalogue", into / "catalogue", dirs_exist_ok=True)
    if (case / "made.txt").is_file():
        for name, content in ast.literal_eval((case / "made.txt").read_text("utf-8")).items():
            make(into / name, content)
    return into / "catalogue"


def make(path: Path, content: object) -> None:
    """Write what a file cannot hold in git, or remove what the base has."""
    path.parent.mkdir(parents=True, exist_ok=True)
    match content:
        case None if path.is_dir():
            shutil.rmtree(path)
        case None:
            path.unlink()
        case bytes():
            path.write_bytes(content)
        case "fifo":
            os.mkfifo(path)
        case str():
            path.symlink_to(content.removeprefix("-> "))
        case list():
            path.write_bytes(b"".join(piece * times for piece, times in content))
        case _:
            raise TypeError(path)


def read(case: Path, catalogue: Path) -> Catalogue:
    """Return the catalogue of a case, with what it is compared with."""
    earlier = case / "earlier.txt"
    names = earlier.read_text("utf-8").split() if earlier.is_file() else ()
    return replace(load(catalogue), earlier=frozenset(names))


def output(loaded: Catalogue, language: Language) -> str:
    """Return what `catalogue validate` prints of a catalogue."""
    findings = check(loaded, TODAY)
    text = reporter("text")(findings, Context(language, loaded.lines, len(loaded.lines)))
    return f"{text}\n" if text else ""


def test_the_base_of_all_cases_is_valid(tmp_path: Path) -> None:
    """What a case reports comes from the case."""
    shutil.copytree(BASE / "catalogue", tmp_path / "catalogue")
    assert output(load(tmp_path / "catalogue"), "nl") == ""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", case_names())
def test_a_contributor_reads_what_is_wrong_and_how_to_mend_it(
    name: str,
    language: Language,
    tmp_path: Path,
    is_update: bool,  # noqa: FBT001 - a fixture
) -> None:
    """The output of every case is exactly what is written beside it."""
    expected = CASES / name / ("expected.txt" if language == "nl" else f"expected.{language}.txt")
    found = output(read(CASES / name, lay_out(CASES / name, tmp_path)), language)
    if is_update:
        expected.write_text(found, "utf-8", newline="\n")
    assert found == expected.read_text("utf-8")


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    """A rule without a case is not tested; a case without a rule tests nothing."""
    assert case_names() == [item.rule.name for item in all_rules()]


def kinds_of_fault() -> set[str]:
    """Return every kind of fault that the reader, the model and the catalogue can give."""
    found: set[str] = set()
    # What the command answers has words such as "kind" too.
    for module in (path for path in PACKAGE.rglob("*.py") if path.parts[len(PACKAGE.parts)] != "cli"):
        text = module.read_text("utf-8")
        found |= set(re.findall(r'(?:\bfault\(\s*|\bForm\(|"kind": )"([a-z0-9-]+)"', text))
    text = (PACKAGE / "model" / "convert.py").read_text("utf-8")
    return (
        found | set(re.findall(r'"[a-z_]+": "([a-z]+-[a-z-]+)",', text)) | {"unknown-term", "outside-range"}
    )


def test_every_kind_of_fault_is_worded_by_exactly_one_rule() -> None:
    """What the reader or the model refuses is said, and said once."""
    worded: dict[str, list[str]] = {kind: [] for kind in sorted(kinds_of_fault())}
    for rule in sorted((PACKAGE / "rules").glob("[a-z]*.py")):
        nodes = ast.walk(ast.parse(rule.read_text("utf-8")))
        constants = {node.value for node in nodes if isinstance(node, ast.Constant)}
        for kind in worded.keys() & constants:
            worded[kind].append(rule.stem)
    assert {kind: rules for kind, rules in worded.items() if len(rules) != 1} == {}
    assert {"not-utf8", "not-url", "missing-field", "yaml-syntax", "duplicate-term"} <= worded.keys()


@pytest.mark.parametrize("name", case_names())
def test_a_case_shows_its_own_rule_and_no_other(name: str, tmp_path: Path) -> None:
    """One fault gives one finding, from the rule whose case it is."""
    loaded = read(CASES / name, lay_out(CASES / name, tmp_path))
    assert {finding.rule for finding in check(loaded, TODAY)} == {name}


def test_a_catalogue_that_is_not_there_is_one_finding_of_the_reader(tmp_path: Path) -> None:
    """A folder that cannot be opened is said as it is, beside the lists that are missing."""
    loaded = load(tmp_path / "catalogue")
    found = [finding for finding in check(loaded, TODAY) if finding.rule == "file-can-be-read"]
    said = reporter("text")(found, Context("en", loaded.lines, 0))
    assert said == (
        "catalogue:1:1: error [file-can-be-read] this file cannot be read "
        "(the file or the folder does not exist)\n"
        "    = check the permissions of the file"
    )
