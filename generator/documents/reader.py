"""One file → `Document` and faults: the quick way when there is nothing to say, else with every place."""

from __future__ import annotations

from generator.documents.document import Document, Held, Source
from generator.documents.lean import read_lean
from generator.documents.nodes import written
from generator.documents.whole import ENTRY_LIMITS, Limits, read_whole
from generator.faults import Fault


def read(
    path: str, content: bytes, *, limits: Limits = ENTRY_LIMITS, source: Source | None = None
) -> tuple[Document, list[Fault]]:
    """Read one file; never raises, whatever the bytes.

    Args:
        path: As in `Location.path`; the ending (`.md` or `.yml`) decides where the front matter is.
        content: The file's bytes.
        limits: What it may measure.
        source: Where to read them again when a place is asked for; without one they are kept.

    Returns:
        The document (its front matter empty when it cannot be read) and every fault, in no order.
    """
    again = source or Held(content)
    lean = read_lean(path, content, limits)
    if lean:
        return Document(path, lean.front, lean.is_tidy, lean.body, lean.body_line, 0, again, limits), []
    whole, faults = read_whole(path, content, limits)
    fields = {pair.key.text: written(pair.value) for pair in whole.front.pairs}
    return (
        Document(path, fields, False, whole.body, whole.body_line, whole.body_indent, again, limits),  # noqa: FBT003 - in order
        faults,
    )
