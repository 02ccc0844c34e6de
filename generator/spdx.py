"""SPDX licence expressions: the ids in one. https://spdx.dev/learn/handling-license-info/.

Not the package license-expression: it raises AssertionError and IndexError on some of what strangers write,
such as `( AND MIT OR )MIT` and `( OR MIT`, and takes `EUPL 1.2` for a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

MOST_PARTS = 20
"""Words and brackets in an expression; more is no licence a person chose."""

_TOKEN = re.compile(r"\s*([()]|[^\s()]+)")
_REFERENCE = re.compile(r"(DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+")
_EXCEPTION = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*")
_OPERATORS = frozenset({"AND", "OR", "WITH"})


def licences_in(expression: str) -> tuple[str, ...] | None:
    """Return the ids in an expression, in order, each once, or None when it is no expression.

    Whether the ids exist is for the caller to see; `LicenseRef-…` and what follows `WITH` are left out.
    """
    tokens = _TOKEN.findall(expression)
    if not tokens or len(tokens) > MOST_PARTS:
        return None
    parser = _Parser(tokens)
    is_whole = parser.alternatives() and parser.at == len(tokens)
    return tuple(dict.fromkeys(parser.found)) if is_whole else None


class _Parser:
    """Reads `a AND (b OR c WITH d)`; `MOST_PARTS` bounds how deep it goes."""

    def __init__(self, tokens: Sequence[str]) -> None:
        self.tokens = tokens
        self.at = 0
        self.found: list[str] = []

    def alternatives(self) -> bool:
        if not self.part():
            return False
        while self.next_is("AND") or self.next_is("OR"):
            self.at += 1
            if not self.part():
                return False
        return True

    def part(self) -> bool:
        if self.next_is("("):
            self.at += 1
            if not self.alternatives() or not self.next_is(")"):
                return False
            self.at += 1
            return True
        return self.licence()

    def licence(self) -> bool:
        if self.at >= len(self.tokens) or self.tokens[self.at] in _OPERATORS | {"(", ")"}:
            return False
        if not _REFERENCE.fullmatch(self.tokens[self.at]):
            self.found.append(self.tokens[self.at])
        self.at += 1
        if self.next_is("WITH"):
            self.at += 2
            return self.at <= len(self.tokens) and bool(_EXCEPTION.fullmatch(self.tokens[self.at - 1]))
        return True

    def next_is(self, token: str) -> bool:
        return self.at < len(self.tokens) and self.tokens[self.at] == token
