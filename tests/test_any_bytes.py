"""Whatever stands in a file, there are findings or a value: never an exception."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalogue import load
from generator.findings import Severity
from generator.reporters import Context, names, reporter
from generator.rules import check

BASE = Path(__file__).parent / "cases" / "_base" / "catalogue"
FILES = sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("*") if path.is_file())
TODAY = dt.date(2026, 11, 24)
WHOLE = (
    "---\n",
    "title: x\n",
    "themes: [services]\n",
    "status: idea\n",
    "reviewed: 2026-11-01\n",
    "body: |\n",
)
PARTS = (
    "  - ",
    "- ",
    "? ",
    "a: ",
    "&a ",
    "*a ",
    "!!x ",
    "<<: ",
    "## Wat lost het op\n",
    "[x](y.md)",
    "![",
    "<b>",
)
SIGNS = ("\n", "\t", " ", *"[]{}\"'|>%@#:,`\\~", "\u202e", "\x00", "\ufeff", "é", "null", "9" * 40)
PIECES = (*WHOLE, *PARTS, *SIGNS)


def validate(path: str, content: bytes) -> None:
    """Validate the base with other content in one file; what has no value has an error, in every form."""
    with tempfile.TemporaryDirectory() as folder:
        catalogue = Path(folder) / "catalogue"
        shutil.copytree(BASE, catalogue)
        (catalogue / path).write_bytes(content)
        loaded = load(catalogue)
        findings = check(loaded, TODAY)
        for form in names():
            text = reporter(form)(findings, Context("nl", loaded.lines, len(loaded.lines)))
            text.encode("utf-8")
            assert form != "json" or len(json.loads(text)["findings"]) == len(findings)
        wrong = {finding.location.path for finding in findings if finding.severity is Severity.ERROR}
        assert {record.path for record in loaded.records if record.value is None} <= wrong
        for finding in findings:
            place = finding.location
            assert place.line >= 1
            assert place.column >= 1
            assert (place.line, place.column) <= (place.end_line, place.end_column)


@given(st.sampled_from(FILES), st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_bytes_give_findings(path: str, content: bytes) -> None:
    """In an entry, an adoption, a call, an organisation, a vocabulary or the register."""
    validate(path, content)


@given(st.sampled_from(FILES), st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=40))
@settings(max_examples=300, deadline=None)
def test_anything_like_yaml_gives_findings(path: str, pieces: list[str]) -> None:
    """Pieces of entries and of YAML, in any order."""
    validate(path, "".join(pieces).encode("utf-8", "surrogatepass"))


@given(st.sampled_from(FILES), st.data())
@settings(max_examples=300, deadline=None)
def test_a_damaged_file_gives_findings(path: str, data: st.DataObject) -> None:
    """A good file with a part cut out, doubled or replaced."""
    content = (BASE / path).read_bytes()
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 40)))
    between = data.draw(st.sampled_from([piece.encode() for piece in PIECES]) | st.binary(max_size=8))
    validate(path, content[:start] + between + content[end:])
