"""The reader: every key and value has its place, nothing is guessed, and no bytes break it."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.documents import ENTRY_LIMITS, Document, read
from generator.faults import Fault
from generator.findings import Location

PATH = "catalogue/organisations/utrecht/applications/meldingen.md"


def faults_of(front: str, body: str = "tekst\n") -> list[tuple[str, str, int]]:
    """Return kind, `line:column` and end column of the faults in an entry with this front matter."""
    _, faults = read(PATH, f"---\n{front}\n---\n{body}".encode())
    return [(item.kind, *spot(item)) for item in faults]


def reasons_of(front: str) -> list[tuple[object, str, int]]:
    """Return reason, `line:column` and end column of the faults in YAML's grammar."""
    _, faults = read(PATH, f"---\n{front}\n---\n".encode())
    return [(item.values.get("reason", item.kind), *spot(item)) for item in faults]


def spot(item: Fault) -> tuple[str, int]:
    """Return `line:column` and end column of a fault."""
    place = item.location
    return f"{place.line}:{place.column}", place.end_column


def document_of(text: str, path: str = PATH) -> Document:
    """Return the document of a text without faults."""
    document, faults = read(path, text.encode())
    assert faults == []
    return document


def test_scalars_stay_as_written() -> None:
    """YAML 1.1 makes 235, False and 750 of these; the reader keeps the text."""
    document = document_of("---\ncode: 0353\nland: no\ntijd: 12:30\ndag: 2026-02-30\n---\n")
    texts = [document.text(key) for key in ("code", "land", "tijd", "dag")]
    assert texts == ["0353", "no", "12:30", "2026-02-30"]


def test_every_key_and_value_has_its_place() -> None:
    """Places count characters from 1 in the file, also after accents and emoji, and the end is exclusive."""
    document = document_of("---\nnaam: é😀\ncontact:\n  role: 'Team A'\nthemes: [a, bb]\n---\n")
    assert document.key_place(("naam",)) == Location(PATH, 2, 1, 2, 5)
    assert document.place(("naam",)) == Location(PATH, 2, 7, 2, 9)
    assert document.place(("contact", "role")) == Location(PATH, 4, 9, 4, 17)
    assert document.key_place(("contact", "role")) == Location(PATH, 4, 3, 4, 7)
    assert document.place(("themes", 1)) == Location(PATH, 5, 13, 5, 15)


def test_place_of_a_missing_value_is_the_nearest_key_above_it() -> None:
    """A finding about something that is not there points at what should hold it."""
    document = document_of("---\ntitle: x\ncontact: {role: Team}\n---\n")
    assert document.place(("contact", "email")) == document.key_place(("contact",))
    assert document.place(("summary",)) == Location(PATH, 1, 1, 1, 1)


def test_empty_value_is_told_from_a_quoted_empty_text() -> None:
    """`title:` is not filled in; `title: ''` is an empty text."""
    document = document_of("---\na:\nb: ~\nc: ''\nd: null\n---\n")
    assert [document.text(key) for key in "abcd"] == [None, None, "", None]


def test_body_keeps_its_own_line_offset() -> None:
    """A finding in the body points at the line an editor shows."""
    document = document_of("---\ntitle: x\n---\n\n## Kop\n")
    assert (document.body, document.body_line) == ("\n## Kop\n", 4)
    assert document.body_place(2, 4, 7) == Location(PATH, 5, 4, 5, 7)


def test_yml_file_with_a_body_key_is_the_same_entry() -> None:
    """The body of a `.yml` file starts on the line after `body: |`, without its indent."""
    document = document_of("title: x\nbody: |\n  ## Kop\n  tekst\n", "a.yml")
    assert (document.body, document.body_line, document.body_indent) == ("## Kop\ntekst\n", 3, 2)
    assert list(document.front.by_key) == ["title"]


def test_crlf_is_accepted() -> None:
    """Windows line ends change neither values nor places."""
    document = document_of("---\r\ntitle: x\r\nstatus: pilot\r\n---\r\ntekst\r\n")
    assert document.text("title") == "x"
    assert document.place(("status",)) == Location(PATH, 3, 9, 3, 14)
    assert document.body == "tekst\n"


def test_encodings_other_than_utf_8_are_faults() -> None:
    """UTF-16 and Latin-1 are named; a byte order mark is named and the rest is read."""
    utf_16 = read(PATH, "---\ntitle: x\n---\n".encode("utf-16"))
    latin_1 = read(PATH, "---\ntitle: één\n---\n".encode("latin-1"))
    marked, faults = read(PATH, b"\xef\xbb\xbf---\ntitle: x\n---\n")
    assert [item.kind for item in utf_16[1]] == ["utf-16"]
    assert [(item.kind, item.location) for item in latin_1[1]] == [("not-utf8", Location(PATH, 2, 8, 2, 9))]
    assert ([item.kind for item in faults], marked.text("title")) == (["byte-order-mark"], "x")


def test_refused_characters_are_reported_at_their_place_and_the_rest_is_read() -> None:
    """NUL, an override, a zero-width space and U+2028 are four faults; the fifth line is still right."""
    front = "a: x\x00y\nb: \u202eabc\nc: x\u200by\nd: x\u2028y\ne: z"
    document, faults = read(PATH, f"---\n{front}\n---\n".encode())
    found = sorted((item.location.line, item.location.column, item.kind) for item in faults)
    assert found == [
        (2, 5, "control-character"),
        (3, 4, "bidi-control"),
        (4, 5, "invisible-character"),
        (5, 5, "line-separator"),
    ]
    assert document.place(("e",)) == Location(PATH, 6, 4, 6, 5)


def test_characters_that_do_real_work_are_accepted() -> None:
    """Joined emoji, Arabic with a right-to-left mark, decomposed accents and a flag are no faults."""
    family, flag = "👩\u200d👩\u200d👧", "🏴\U000e0067\U000e0062\U000e007f"
    arabic = "\u200f\u0645\u0631\u062d\u0628\u0627\u200f"
    for text in (family, flag, arabic, "Noardeast-Frysla\u0302n"):
        assert faults_of(f"a: {text}") == []


def test_characters_smuggled_in_by_escapes_are_refused() -> None:
    r"""`"\x1b"` is plain text that becomes an escape; half a surrogate cannot even be written out."""
    assert faults_of('a: "\\x1b[31m"') == [("control-character", "2:4", 14)]
    assert reasons_of('a: "\\ud800"') == [("unknown-escape", "2:5", 7)]


def test_front_matter_that_is_not_there_or_not_closed_is_told_apart() -> None:
    """Each of the five ways to get the dashes wrong has its own fault."""
    unclosed, empty = "---\na: b\n\n## Kop\n", "---\n---\ntekst\n"
    texts = ("", "  \n\n", "tekst\n", "\n---\na: b\n---\n", unclosed, empty)
    kinds = [[item.kind for item in read(PATH, text.encode())[1]] for text in texts]
    assert kinds == [
        ["empty-file"],
        ["empty-file"],
        ["no-front-matter"],
        ["blank-before-front-matter"],
        ["unclosed-front-matter"],
        ["empty-front-matter"],
    ]


def test_front_matter_that_is_no_mapping_is_a_fault() -> None:
    """A list or a text where keys belong is named as such."""
    assert faults_of("- a\n- b") == [("not-a-mapping", "2:1", 4)]
    assert faults_of("zomaar tekst") == [("not-a-mapping", "2:1", 13)]


def test_what_yaml_can_do_but_entries_may_not_is_refused() -> None:
    """Duplicate, complex and merge keys, anchors, aliases and tags each point at themselves."""
    assert faults_of("a: 1\nb: 2\na: 3") == [("duplicate-key", "4:1", 2)]
    assert faults_of("? [a, b]\n: c") == [("complex-key", "2:3", 9)]
    assert faults_of("<<: {a: b}") == [("merge-key", "2:1", 3)]
    assert faults_of("a: &x 1\nb: *x") == [("anchor", "2:4", 8), ("alias", "3:4", 6)]
    assert faults_of("a: !!python/object/apply:os.system ['id']") == [("tag", "2:4", 37)]


def test_nesting_past_the_limit_stops_at_once() -> None:
    """30,000 brackets end other readers without a word; here they are one fault, at the seventh level."""
    many = ENTRY_LIMITS.front - 100
    assert [kind for kind, _, _ in faults_of("a: " + "[" * many)] == ["too-deep"]
    assert [kind for kind, _, _ in faults_of("{" * many)] == ["too-deep"]
    assert faults_of("a: [[[[[x]]]]]") == []


def test_files_past_their_size_are_not_read() -> None:
    """Size is judged before anything else."""
    assert [kind for kind, _, _ in faults_of("a: b", "x" * ENTRY_LIMITS.file)] == ["file-too-large"]
    assert [kind for kind, _, _ in faults_of("a: b\n" * 5000)] == ["front-matter-too-large"]


def test_grammar_faults_point_at_their_cause() -> None:
    """The parser says where it gave up; the fault says what the writer did."""
    cases = {
        "a: 'x\nb: y": ("unclosed-quote", "2:4", 6),
        "a: 'x\nb: 'y'\nc: d": ("unclosed-quote", "2:4", 6),
        "a: 'it's x'": ("text-after-quote", "2:4", 12),
        "title: Wijk: noord": ("colon-in-value", "2:8", 19),
        "a: [1, 2\nb: 3": ("unclosed-bracket", "2:4", 5),
        "a: @x": ("reserved-character", "2:4", 6),
        "title x\nb: c": ("missing-colon", "2:1", 8),
        "a: 1\n b: 2": ("indentation", "3:1", 2),
        "- a\nb: c": ("list-and-keys", "3:1", 5),
        "a:\n  - b: c\n   d: e": ("indentation", "4:1", 4),
        "a:\n   - b\n  - c": ("indentation", "4:1", 3),
        "a: [b] c\nd: e": ("text-after-bracket", "2:4", 9),
        "a: *b c\nd: e": ("reserved-character", "2:4", 8),
        "a: 1\n<<<<<<< HEAD\nb: 2\n=======": ("two-versions", "3:1", 13),
        'a: "C:\\q"': ("unknown-escape", "2:7", 9),
        "a:\n\tb: c": ("tab-indent", "3:1", 2),
    }
    assert {front: reasons_of(front)[0] for front in cases} == cases


@given(st.binary(max_size=400) | st.text(st.characters(codec="utf-8"), max_size=400).map(str.encode))
@example(b"---\na: b\n---")
@settings(deadline=None)
def test_any_bytes_give_a_document_and_faults_with_places_in_the_file(content: bytes) -> None:
    """Whatever the bytes: no exception, and every place lies in the file."""
    for path in (PATH, "catalogue/vocabularies/x.yml"):
        document, faults = read(path, content)
        assert_places(document, faults)


@given(st.text(alphabet="abc:-[]{}'\"\n #&*!|>?%@,\\~<0\t", max_size=60))
@settings(deadline=None, max_examples=400)
def test_any_yaml_soup_gives_a_document_and_faults_with_places_in_the_file(front: str) -> None:
    """Grammar at random: no exception, and every place lies in the file."""
    document, faults = read(PATH, f"---\n{front}\n---\ntekst".encode())
    assert_places(document, faults)


def assert_places(document: Document, faults: list[Fault]) -> None:
    """Check that lines and columns exist and that no end lies before its start."""
    for item in faults:
        place = item.location
        assert 1 <= place.line <= max(1, len(document.lines))
        assert place.column >= 1
        assert (place.end_line, place.end_column) >= (place.line, place.column)
