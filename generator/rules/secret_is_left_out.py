"""No password, key or token stands in a text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import Message, msg
from generator.rules._passages import Passage, passages
from generator.rules._signs import Signs

RULE = Rule(
    "secret-is-left-out",
    Severity.ERROR,
    summary=msg("No password, key or token stands in a text."),
    why=msg("Everyone can read it here, also after it is removed: earlier versions stay."),
    repair=msg("Withdraw the password, key or token at once where it is used, then remove it here."),
    hides_line=True,
)

_KEY = r"-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----"
# As GitHub, GitLab, Amazon and Slack make them, and a signed token (RFC 7519).
_TOKENS = (
    r"gh[pousr]_[A-Za-z0-9]{20,255}",
    r"github_pat_[A-Za-z0-9_]{22,255}",
    r"glpat-[A-Za-z0-9_-]{20,64}",
    r"(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])",
    r"xox[abeprs]-[A-Za-z0-9-]{10,255}",
    r"eyJ[A-Za-z0-9_-]{8,2000}\.eyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,2000}",
)
_TOKEN = re.compile(rf"(?<![A-Za-z0-9])(?:{'|'.join(_TOKENS)})")
_NAMES = (
    r"(?:password|passwd|pwd|wachtwoord|secret|secret[_-]?key|api[_-]?key|access[_-]?token|auth[_-]?token)"
)
_ASSIGNED = re.compile(
    rf"(?<![A-Za-z]){_NAMES}[\"']?[ ]{{0,3}}(?:=|:)[ ]{{0,3}}[\"']?(?=[^\s\"'`]{{0,64}}[0-9])"
    r"(?P<value>[^\s\"'`<>{}()$\[\],;]{6,64})(?![^\s\"'`,;}])",
    re.IGNORECASE,
)
# Each by a letter that is rare, where it has one.
_SIGNS = tuple(
    map(
        re.compile,
        (
            rb"PRIVATE KEY",
            rb"_(?:(?<=gh[pousr]_)|(?<=github_pat_))",
            rb"glpat-",
            rb"A[KS]IA",
            rb"x(?<=xox)",
            rb"J(?<=eyJ)",
        ),
    )
)
_SIGNS_IN_CODE = (b"passw", b"pwd", b"wachtwoord", b"secret", b"apikey", b"api_key", b"api-key", b"token")
_EXAMPLE = re.compile(r"example|voorbeeld|change|wijzig|your|xxx|\*\*|\.\.\.|…", re.IGNORECASE)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield private keys, tokens, and passwords given in code."""
    for passage in passages(catalogue, _has_sign):
        for start, end, message in _found(passage):
            hint = msg("withdraw it where it is used, then remove it here")
            yield RULE.finding(passage.place(start, end), message, hint)


def _found(passage: Passage) -> Iterator[tuple[int, int, Message]]:
    for found in re.finditer(_KEY, passage.text):
        yield *found.span(), msg("here stands a private key")
    for found in _TOKEN.finditer(passage.text):
        if not _EXAMPLE.search(found[0]):
            begin = found[0][:4]
            yield *found.span(), msg("here stands a token that begins with '{begin}'", begin=begin)
    for found in _ASSIGNED.finditer(passage.code):
        # A token is a finding already.
        if not _EXAMPLE.search(found["value"]) and not _TOKEN.search(found["value"]):
            yield *found.span("value"), msg("here stands a password or key")


def _has_sign(signs: Signs) -> bool:
    is_marked = any(sign.search(signs.written) for sign in _SIGNS)
    # A password counts in code only, and most files have none.
    return is_marked or any(name in signs.small_with_code for name in _SIGNS_IN_CODE)
