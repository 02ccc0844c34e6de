"""Bytes of a file → `Document`: front matter with a place for every key and value, and the body."""

from generator.documents.document import Document, Held, Source, values_in
from generator.documents.files import is_portable, walk
from generator.documents.nodes import Mapping, Node, Pair, Path, Scalar, Sequence, Span, Written
from generator.documents.reader import read
from generator.documents.whole import ENTRY_LIMITS, VOCABULARY_LIMITS, Limits

__all__ = [
    "ENTRY_LIMITS",
    "VOCABULARY_LIMITS",
    "Document",
    "Held",
    "Limits",
    "Mapping",
    "Node",
    "Pair",
    "Path",
    "Scalar",
    "Sequence",
    "Source",
    "Span",
    "Written",
    "is_portable",
    "read",
    "values_in",
    "walk",
]
