"""Bytes of a file → `Document`: front matter with a place for every key and value, and the body."""

from generator.documents.files import FileFound, is_portable, walk
from generator.documents.nodes import Document, Mapping, Node, Pair, Path, Scalar, Sequence, Span
from generator.documents.reader import ENTRY_LIMITS, VOCABULARY_LIMITS, Limits, read

__all__ = [
    "ENTRY_LIMITS",
    "VOCABULARY_LIMITS",
    "Document",
    "FileFound",
    "Limits",
    "Mapping",
    "Node",
    "Pair",
    "Path",
    "Scalar",
    "Sequence",
    "Span",
    "is_portable",
    "read",
    "walk",
]
