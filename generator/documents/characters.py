"""Bytes → text: UTF-8 only, and no character that a reader cannot see or that rewrites what they see."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.faults import Fault, fault
from generator.findings import Location

MOST_OF_A_KIND = 10
"""Places reported of one kind of character in one file: the eleventh teaches nothing new."""

# Bidirectional embeddings, overrides and isolates: "Trojan Source", https://trojansource.codes
_BIDI = "\u202a-\u202e\u2066-\u2069"
# U+2028, U+2029 and NEL: PyYAML ends a line there, editors do not, so no place would be right.
_LINE_ENDS = "\u0085\u2028\u2029"
# With the two last places of every plane, which are no characters.
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
)
# Zero-width spaces and joiners, soft hyphen, fillers, blank braille, formats of notations, tag characters.
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2065\u206a-\u206f"
    "\u2800\u3164\ufeff\uffa0\ufff9-\ufffc\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e007f"
)
# They choose the form of the character before them; more than one after another can only hide something.
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"

_SUSPECT = re.compile(
    f"(?P<bidi>[{_BIDI}]+)|(?P<end>[{_LINE_ENDS}]+)|(?P<control>[{_CONTROLS}]+)|(?P<invisible>[{_INVISIBLE}]+)"
    f"|(?P<selector>[{_SELECTORS}])"
)
# One class for the usual answer, "none": ten times faster than asking which kind (a quarter of reading).
_ANY_SUSPECT = re.compile(f"[{_BIDI}{_LINE_ENDS}{_CONTROLS}{_INVISIBLE}{_SELECTORS}]")
_ORDINARY = b"\t\n" + bytes(range(0x20, 0x7F))
_KIND = {
    "bidi": "bidi-control",
    "end": "line-separator",
    "control": "control-character",
    "invisible": "invisible-character",
    "selector": "invisible-character",
}
# Scripts written from right to left or with joiners, and emoji: there these characters do real work.
# Not U+061C, which lies between the letters: it cannot vouch for itself.
_RIGHT_TO_LEFT = re.compile("[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_JOINING = re.compile(
    "[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u200d\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
    "\U000e0020-\U000e007f]"
)
# Not after a letter of Europe, a space or another selector.
_HAS_FORMS = re.compile(
    "[0-9#*\u00a9\u00ae\u1000-\u109f\u1800-\u18af\u203c-\u303d\u3041-\u9fff\uf900-\ufaff]|[\U0001f000-\U0001faff\U00020000-\U0003ffff]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_UTF_16_OR_32 = (b"\xff\xfe", b"\xfe\xff")
_BOM = b"\xef\xbb\xbf"


def is_plain(content: bytes) -> bool:
    """Whether no character of a text in UTF-8 is even suspect; one that is not plain may still be right.

    Ten times as quick as to ask it of the text: of the few characters beyond ASCII only.
    """
    return _ANY_SUSPECT.search(content.translate(None, _ORDINARY).decode("utf-8")) is None


def bare_lines(content: bytes) -> bytes:
    """Return a file with bare line feeds; one character is found a hundred times as quickly as two."""
    return content.replace(b"\r\n", b"\n") if b"\r" in content else content


def decode(path: str, content: bytes) -> tuple[str | None, list[Fault]]:
    """Return the text of a file with bare line feeds, or None, and what is wrong with its characters.

    A refused character is replaced by a space, so that places stay right and the rest is still checked.
    """
    if content.startswith(_UTF_16_OR_32):
        return None, [fault("utf-16", Location(path))]
    faults = []
    if content.startswith(_BOM):
        faults.append(fault("byte-order-mark", Location(path)))
        content = content[len(_BOM) :]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        place = Location(path, line, column, line, column + 1)
        return None, [*faults, fault("not-utf8", place, byte=f"{content[error.start]:02X}")]
    text = text.replace("\r\n", "\n") if b"\r" in content else text
    content = bare_lines(content)
    if not is_plain(content):
        faults += _suspects(path, text)
        text = without_refused(text)
    return text, faults


def refused(text: str) -> str | None:
    """Return the kind of the first refused character in a value, or None; escapes in YAML can hide one."""
    if text.isascii() and text.isprintable():
        return None
    first = next(_refused(text), None)
    if first:
        return _KIND[first.lastgroup or ""]
    return "control-character" if _SURROGATE.search(text) else None


def without_refused(text: str) -> str:
    """Return a text with a space in the place of each refused character."""
    parts, end = [], 0
    for match in _refused(text):
        parts += [text[end : match.start()], " " * len(match[0])]
        end = match.end()
    return _SURROGATE.sub(" ", "".join([*parts, text[end:]]))


def _suspects(path: str, text: str) -> Iterator[Fault]:
    line, line_start, seen = 1, 0, 0
    reported: Counter[str] = Counter()
    for match in _refused(text):
        kind = _KIND[match.lastgroup or ""]
        reported[kind] += 1
        if reported[kind] > MOST_OF_A_KIND:
            continue
        # Count from the last one on: a file can hold tens of thousands.
        line += text.count("\n", seen, match.start())
        line_start = max(line_start, text.rfind("\n", seen, match.start()) + 1)
        seen = match.start()
        column = match.start() - line_start + 1
        place = Location(path, line, column, line, column + len(match[0]))
        yield fault(kind, place, character=f"U+{ord(match[0][0]):04X}")


def _refused(text: str) -> Iterator[re.Match[str]]:
    if _ANY_SUSPECT.search(text) is None:
        return
    is_right_to_left = bool(_RIGHT_TO_LEFT.search(text))
    for match in _SUSPECT.finditer(text):
        if not _is_legitimate(text, match, is_right_to_left=is_right_to_left):
            yield match


def _is_legitimate(text: str, match: re.Match[str], *, is_right_to_left: bool) -> bool:
    if match.lastgroup == "selector":
        return bool(_HAS_FORMS.fullmatch(text[max(0, match.start() - 1) : match.start()]))
    if match.lastgroup != "invisible":
        return False
    if match[0] in {"\u200e", "\u200f", "\u061c"}:
        return is_right_to_left
    around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    is_joiner = match[0] in {"\u200c", "\u200d"}
    is_flag = (
        all("\U000e0020" <= character <= "\U000e007f" for character in match[0]) and "\U0001f3f4" in around
    )
    return (is_joiner and bool(_JOINING.search(around))) or is_flag
