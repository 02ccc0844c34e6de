"""Mending: what was meant comes back, all else stays as it was, and nothing new goes wrong."""

from __future__ import annotations

import shutil
from collections import defaultdict
from pathlib import Path

import pytest
from catalogues import BASE, TODAY
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from slips import APPLICATION, PRACTICE, SLIPS, Slip, content_of, mend, state
from test_cases import CASES, case_names, lay_out

from generator.catalogue import load
from generator.findings import Edit, Finding, Fix, Location
from generator.repair import ChangedMeanwhileError, State, current, diff, mended, put, repair
from generator.repair.rounds import _new
from generator.rules import all_rules, judge

REMARKS = ("# Vraag dit na bij de leverancier.", "# tot de aanbesteding")
SIGNS = ":-[]{}\"'#,@&*|>%!?\\ \t\u200b\u202e\ufeff\r0é"


def found_in(files: dict[str, bytes]) -> list[str]:
    """Return the rules that find something."""
    return [finding.rule for finding in state(files).findings]


# What is mended


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.label)
def test_a_slip_is_mended_to_what_was_meant(slip: Slip) -> None:
    """Byte for byte: quotes, order and everything around it are as they were."""
    text = content_of(slip.path).decode()
    files = {slip.path: slip.broken(text).encode()}
    done = mend(files, unsafe=not slip.is_safe)
    assert slip.rule in found_in(files)
    assert {path: content.decode() for path, content in done.contents.items()} == {
        slip.path: slip.repaired(text)
    }
    assert done.refused == 0


@pytest.mark.parametrize("slip", [slip for slip in SLIPS if not slip.is_safe], ids=lambda slip: slip.label)
def test_what_a_person_has_to_look_at_is_left_alone(slip: Slip) -> None:
    """Without `--unsafe` nothing changes: more than one thing can be meant."""
    files = {slip.path: slip.broken(content_of(slip.path).decode()).encode()}
    assert mend(files).contents == {}


def test_what_rules_say_they_can_mend_is_what_they_mend() -> None:
    """The pages of the rules follow from the code; every sort of fix of every rule is tried above."""
    tried = defaultdict(set)
    for slip in SLIPS:
        tried[slip.rule].add("safe" if slip.is_safe else "unsafe")
    # Bytes that are no UTF-8 have a test of their own.
    tried["file-is-utf-8"] = {"safe", "unsafe"}
    assert {item.rule.name: set(item.fixes) for item in all_rules() if item.fixes} == dict(tried)


@pytest.mark.parametrize(("encoding", "is_unsafe"), [("utf-16", False), ("cp1252", True)])
def test_a_file_in_another_encoding_is_saved_as_utf_8(encoding: str, is_unsafe: bool) -> None:  # noqa: FBT001 - a case
    """UTF-16 says what it is; of other bytes that can only be guessed."""
    good = content_of(APPLICATION).decode().replace("losse tegel", "tegel die één centimeter uitsteekt")
    done = mend({APPLICATION: good.encode(encoding)}, unsafe=is_unsafe)
    assert done.contents == {APPLICATION: good.encode()}
    assert is_unsafe or mend({APPLICATION: good.encode("utf-16")}).contents == done.contents


def test_line_ends_of_windows_stay() -> None:
    """Also in the lines that are changed, added or removed."""
    good = content_of(APPLICATION).replace(b"\n", b"\r\n")
    bad = good.replace(b"status: in-use\r\n", b"status: In Use\r\nstatus: In Use\r\n")
    assert mend({APPLICATION: bad}).contents == {APPLICATION: good}
    bad = good.removeprefix(b"---\r\n")
    assert mend({APPLICATION: bad}).contents == {APPLICATION: good}


def test_several_slips_in_one_file_are_all_mended() -> None:
    """One behind another too: who cannot read a field, cannot see what is wrong in it."""
    text = content_of(APPLICATION).decode()
    bad = text.replace("status: in-use", "staus: In Use # zie boven").replace("[services]", "Services")
    good = text.replace("status: in-use", "status: in-use # zie boven")
    assert mend({APPLICATION: f"\ufeff{bad}".encode()}).contents == {APPLICATION: good.encode()}


# What is not mended


def test_a_fix_that_brings_something_new_is_not_made() -> None:
    """The name of the field is certain; what stands in it is wrong in another way. The rest is mended."""
    text = content_of(APPLICATION).decode()
    bad = text.replace(
        "summary: Inwoners melden een losse tegel; de melding komt vanzelf bij de goede ploeg.",
        "sumary: Kort.",
    )
    assert bad != text
    done = mend({APPLICATION: bad.replace("status: in-use", "status: In Use").encode()})
    assert done.contents == {APPLICATION: bad.encode()}
    assert (done.count, done.refused) == (1, 1)


def test_http_is_not_made_https_blindly() -> None:
    """Nothing says that the website answers to it."""
    text = content_of(APPLICATION).decode()
    bad = text.replace("https://www.voorbeeldstad.nl/meldingen", "http://elders.voorbeeldstad.nl/meldingen")
    assert found_in({APPLICATION: bad.encode()}) == ["url-is-valid"]
    assert mend({APPLICATION: bad.encode()}, unsafe=True).contents == {}


@pytest.mark.parametrize(
    ("path", "good", "bad"),
    [
        (PRACTICE, 'controls: ["6.3"]', 'controls: ["6.4"]'),
        (PRACTICE, "effort: 1-5", "effort: 2-5"),
        (PRACTICE, "dpia: not-needed", "dpia: nodig"),
        (PRACTICE, "personal_data: none", "personal_data: nee"),
        (APPLICATION, "effort: 6-20", "effort: 6-21"),
    ],
)
def test_a_number_or_a_short_word_is_never_taken_for_a_slip(path: str, good: str, bad: str) -> None:
    """One digit further is another thing."""
    text = content_of(path).decode()
    assert good in text
    assert mend({path: text.replace(good, bad).encode()}).contents == {}


def test_a_fix_that_harms_another_file_is_not_made() -> None:
    """The id of a term can be written well, yet then the entry that uses another one has a fault."""
    threats = "catalogue/vocabularies/threats.yml"
    terms = content_of(threats).replace(b"id: phishing", b"id: Phising!")
    text = content_of(APPLICATION)
    done = mend({threats: terms, APPLICATION: text.replace(b"status: in-use", b"status: In Use")})
    assert (done.contents, done.refused) == ({APPLICATION: text}, 1)


@pytest.mark.parametrize(
    ("path", "good", "bad"),
    [
        # A remark on the line, more than one line, or nothing left in the list.
        (
            APPLICATION,
            "hosting: [saas, self-hosted]",
            "hosting:\n    - saas\n    - saas # elders\n    - self-hosted",
        ),
        (APPLICATION, "hosting: [saas, self-hosted]", "hosting: [saas,\n    self-hosted, saas,\n    saas]"),
        (APPLICATION, "related: [phishing-oefening]", "related: [meldingen]"),
        (APPLICATION, "status: in-use", "status: >\n  In Use"),
        (PRACTICE, "phase: [protect]", "phase: [protect # eerst"),
        (PRACTICE, "status: in-use", "in-use"),
        (PRACTICE, "status: in-use", "status: in-use\n    domain: service"),
        (APPLICATION, "## Wat is het\n", "## Wat is het\n\nZie [dit](#wat-is-hets) en [dat](#xyzzy).\n"),
        (APPLICATION, 'url: "https://www', 'url: "<https://www'),
    ],
)
def test_where_a_fix_would_lose_something_there_is_none_that_does(path: str, good: str, bad: str) -> None:
    """What else stands on the line stays, whatever is asked for."""
    text = content_of(path).decode()
    assert good in text
    broken = text.replace(good, bad, 1)
    done = mend({path: broken.encode()}, unsafe=True)
    mended_text = done.contents.get(path, broken.encode()).decode()
    assert [word for word in ("# elders", "# eerst", "xyzzy") if word in broken] == [
        word for word in ("# elders", "# eerst", "xyzzy") if word in mended_text
    ]
    assert not _new(state({path: broken.encode()}), done.state)


# Whatever goes wrong


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("name", case_names())
def test_mending_a_case_twice_changes_nothing_more(name: str, *, unsafe: bool, tmp_path: Path) -> None:
    """Nor does it bring a finding that was not there."""
    folder = lay_out(CASES / name, tmp_path)
    originals = load(folder)

    def at(files: dict[str, bytes]) -> State:
        catalogue = load(folder, files)
        return State(catalogue, judge(catalogue, TODAY, most=10_000).findings)

    def may(finding: Finding) -> bool:
        return finding.fix is not None and (finding.fix.is_safe or unsafe)

    start = State(originals, judge(originals, TODAY, most=10_000).findings)
    done = repair(start, lambda files: at(dict(files)), may, lambda path: current(folder, path))
    assert not _new(start, done.state)
    for path, content in done.contents.items():
        put(folder, path, current(folder, path), content)
    again = repair(at({}), lambda files: at(dict(files)), may, lambda path: current(folder, path))
    assert again.contents == {}
    assert len(at({}).findings) == len(start.findings) - done.count


@st.composite
def broken_files(draw: st.DrawFn) -> dict[str, bytes]:
    """Return valid files with remarks in them, after some slips of any sort."""
    lines = content_of(APPLICATION).decode().split("\n")
    lines[5:5] = [REMARKS[0]]
    lines[9] += f"  {REMARKS[1]}"
    texts = {APPLICATION: "\n".join(lines), PRACTICE: content_of(PRACTICE).decode()}
    for slip in draw(st.lists(st.sampled_from(SLIPS), max_size=4)):
        if slip.path in texts:
            texts[slip.path] = slip.broken(texts[slip.path])
    for _ in range(draw(st.integers(0, 3))):
        path = draw(st.sampled_from(sorted(texts)))
        texts[path] = scratched(draw, texts[path])
    ends = draw(st.sampled_from(["\n", "\r\n"]))
    return {path: text.replace("\n", ends).encode("utf-8", "surrogatepass") for path, text in texts.items()}


def scratched(draw: st.DrawFn, text: str) -> str:
    """Return a text with a character or a line too many, too few or in the wrong place."""
    at = draw(st.integers(0, max(len(text) - 1, 0)))
    match draw(st.sampled_from(["add", "drop", "twice", "swap", "indent"])):
        case "add":
            return text[:at] + draw(st.sampled_from(SIGNS)) + text[at:]
        case "drop":
            return text[:at] + text[at + 1 :]
    lines = text.split("\n")
    line = min(text.count("\n", 0, at), max(len(lines) - 2, 0))
    match draw(st.sampled_from(["twice", "swap", "indent"])):
        case "twice":
            lines[line:line] = [lines[line]]
        case "swap":
            lines[line : line + 2] = lines[line : line + 2][::-1]
        case "indent":
            lines[line] = f"  {lines[line]}"
    return "\n".join(lines)


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(files=broken_files(), unsafe=st.booleans())
def test_mending_never_brings_a_finding_and_is_done_after_once(
    files: dict[str, bytes], *, unsafe: bool
) -> None:
    """Whatever is wrong, and however much: what is left was there before, and mending again does nothing."""
    before = state(files)
    done = mend(files, unsafe=unsafe)
    assert not _new(before, done.state)
    assert done.count == len(before.findings) - len(done.state.findings)
    assert mend({**files, **done.contents}, unsafe=unsafe).contents == {}
    assert done.contents.keys() <= {finding.location.path for finding in before.findings}
    for path, content in done.contents.items():
        for remark in REMARKS:
            assert content.decode().count(remark) >= min(files[path].decode().count(remark), 1)


# In the bytes


def edits(*pieces: tuple[int, int, int, int, str]) -> Fix:
    """Return a fix of spans in lines and columns, each with its new text."""
    return Fix(tuple(Edit(Location("a.md", *piece[:4]), piece[4]) for piece in pieces), is_safe=True)


def test_edits_are_made_at_characters_not_at_bytes() -> None:
    """Behind an emoji, an accent or a byte order mark too."""
    assert (
        mended("\ufeff😀é = x\r\nb\r\n".encode(), [edits((1, 6, 1, 7, "één"))])
        == "\ufeff😀é = één\r\nb\r\n".encode()
    )


def test_of_two_fixes_in_one_place_the_first_is_made() -> None:
    """The other one is left for the next round, when it is seen in the new text; at the same point too."""
    first, other, apart = edits((1, 1, 1, 3, "x")), edits((1, 2, 1, 4, "y")), edits((1, 5, 1, 6, "z"))
    assert mended(b"abcdef", [first, other, apart]) == b"xcdzf"
    assert mended(b"ab", [edits((1, 2, 1, 2, "-")), edits((1, 2, 1, 2, "+"))]) == b"a-b"
    assert mended(b"ab", [edits((1, 1, 1, 2, "x"), (1, 2, 1, 3, "y"))]) == b"xy"


def test_a_place_past_the_end_is_the_end() -> None:
    """A file may have become shorter; nothing breaks."""
    assert mended(b"ab\ncd", [edits((1, 9, 1, 9, "!")), edits((7, 1, 7, 1, "?"))]) == b"ab!\ncd?"


def test_bytes_that_are_not_what_they_seem_stay_as_they_are() -> None:
    """Half a UTF-16 letter, and edits in what is no UTF-8."""
    assert mended(b"\xff\xfea", [Fix((), is_safe=True, encoding="utf-16")]) == b"\xff\xfea"
    assert mended(b"\xff", [edits((1, 1, 1, 2, "x"))]) == b"\xff"


def test_a_diff_shows_no_secret_and_nothing_that_a_terminal_obeys() -> None:
    """Logs are read by others."""
    old = b"a\nsleutel: geheim\nnaam: \x1b[2J\nb"
    new = b"a!\nsleutel: geheim\nnaam: \x1b[2Jx\nb"
    assert diff("a\x1b.md", old, new, {2}) == (
        "--- a\\x1b.md\n+++ a\\x1b.md\n@@ -1,4 +1,4 @@\n-a\n+a!\n …\n"
        "-naam: \\x1b[2J\n+naam: \\x1b[2Jx\n b\n\\ No newline at end of file\n"
    )


# In the files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a catalogue of one's own."""
    return Path(shutil.copytree(BASE, tmp_path / "catalogue"))


def test_a_file_keeps_its_rights(folder: Path) -> None:
    """It is replaced by another one, and nobody notices; no half file is left."""
    file = folder.parent / APPLICATION
    file.chmod(0o640)
    put(folder, APPLICATION, file.read_bytes(), b"anders")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"anders", 0o640)
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_what_someone_else_wrote_meanwhile_is_not_overwritten(folder: Path) -> None:
    """Two editors on one file: the one who saves last must not undo the other."""
    with pytest.raises(ChangedMeanwhileError):
        put(folder, APPLICATION, b"zoals het was", b"anders")
    assert current(folder, APPLICATION) == content_of(APPLICATION)
    assert len(list((folder.parent / APPLICATION).parent.iterdir())) == 1


@pytest.mark.parametrize("where", ["file", "folder"])
def test_nothing_is_written_through_a_link(folder: Path, tmp_path: Path, where: str) -> None:
    """A link in a contribution can lead to any file of whoever mends it."""
    outside = tmp_path / "buiten"
    outside.mkdir()
    file = folder.parent / APPLICATION
    if where == "file":
        (outside / file.name).write_bytes(file.read_bytes())
        file.unlink()
        file.symlink_to(outside / file.name)
    else:
        shutil.move(file.parent, outside / "applications")
        file.parent.symlink_to(outside / "applications")
    with pytest.raises(ChangedMeanwhileError):
        put(folder, APPLICATION, file.read_bytes(), b"anders")
    assert b"anders" not in file.read_bytes()


def test_a_path_out_of_the_catalogue_is_refused(folder: Path) -> None:
    """Paths come from a walk over the folder; this is the second lock."""
    (folder.parent / "buiten.md").write_text("x", "utf-8")
    with pytest.raises(ChangedMeanwhileError):
        put(folder, "catalogue/../buiten.md", b"x", b"anders")
