"""The quick reader held against the thorough one: what one says of a file, the other says."""

from __future__ import annotations

from generator.documents import Limits, Written
from generator.documents.document import values_in
from generator.documents.lean import read_lean
from generator.documents.nodes import written
from generator.documents.whole import body_of, read_whole, text_of


def is_quick(path: str, content: bytes, limits: Limits) -> bool:
    """Whether the quick reader answers for a file, instead of leaving it to the thorough one."""
    return read_lean(path, content, limits) is not None


def disagreement(path: str, content: bytes, limits: Limits) -> str:
    """Return what the readers differ in; empty when they agree, or when the quick one leaves it to the other.

    Args:
        path: As in `Location.path`.
        content: The file's bytes.
        limits: What it may measure.
    """
    whole, faults = read_whole(path, content, limits)
    lean = read_lean(path, content, limits)
    agreed = {
        "the body that is read alone": body_of(path, content, limits) == whole.body,
        "the lines that are read alone": tuple(text_of(path, content, limits).split("\n")) == whole.lines,
    }
    if lean:
        agreed |= {
            "faults": faults == [],
            "fields": lean.front == written(whole.front),
            "the body": (lean.body, lean.body_line, 0) == (whole.body, whole.body_line, whole.body_indent),
            "tidiness": not lean.is_tidy or _is_tidy(lean.front),
        }
    return ", ".join(part for part, is_same in agreed.items() if not is_same)


def _is_tidy(front: dict[str, Written]) -> bool:
    return not _has_nothing(front) and all(text == text.strip() for _, text in values_in(front))


def _has_nothing(part: Written) -> bool:
    if isinstance(part, dict):
        return any(map(_has_nothing, part.values()))
    return any(map(_has_nothing, part)) if isinstance(part, list) else part is None
