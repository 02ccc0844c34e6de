"""Numbers of computers (IP addresses) in a text, and what is inside a network of one's own."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.rules._passages import Passage
from generator.rules._signs import Signs

_Number = ipaddress.IPv4Address | ipaddress.IPv6Address
_FOUR = r"(?<![\w.])[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?![\w-]|\.[0-9])"
# Only the beginnings that are handed out (2000::/3) or kept for own networks: `std::abc` is no address.
_SIX = r"(?<![\w:.])(?:[23][0-9a-f]{3}|f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):[0-9a-f:]{2,35}(?![\w:])"
_NUMBER = re.compile(f"{_FOUR}|{_SIX}", re.IGNORECASE)
# Apart, and each beginning with one fixed character: that makes the search of many files quick.
_SIGN_OF_FOUR = re.compile(rb"\.0{1,3}\.0{1,3}\.0")
_SIGN_OF_SIX = re.compile(rb":0{0,4}:")
_OTHER = re.compile(
    r"(?:\b(?:versie|version|release|v|build|paragraaf|artikel|hoofdstuk|bijlage|section|chapter)\.?|§)\s*$",
    re.IGNORECASE,
)
# Kept for examples: RFC 5737, RFC 3849, RFC 9637.
_EXAMPLES = tuple(
    map(
        ipaddress.ip_network,
        ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "3fff::/20"),
    )
)
# RFC 1918, RFC 3927, RFC 6598, RFC 4193, RFC 4291.
_INSIDE = tuple(
    map(
        ipaddress.ip_network,
        (
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "169.254.0.0/16",
            "100.64.0.0/10",
            "fc00::/7",
            "fe80::/10",
        ),
    )
)
_LEAST_OF_AN_ADDRESS = 32
"""A public number whose parts all are lower is rather that of a version or a section, such as 2.1.3.4."""


class NumberFound(NamedTuple):
    """A number of a computer: where it stands in the passage, and whether it is of a network of one's own."""

    start: int
    end: int
    text: str
    is_inside: bool


def has_sign(signs: Signs) -> bool:
    """Whether a file could hold the number of a computer."""
    return bool(_SIGN_OF_FOUR.search(signs.figures) or _SIGN_OF_SIX.search(signs.figures))


def numbers(passage: Passage) -> Iterator[NumberFound]:
    """Yield the numbers of computers in a passage, but for those that are kept for examples."""
    if "version" in passage.path:
        return
    words = passage.words
    for found in _NUMBER.finditer(words):
        number = _parsed(found[0])
        if number is None or _OTHER.search(words, max(0, found.start() - 20), found.start()):
            continue
        if any(number in network for network in _EXAMPLES) or _names_a_range(number):
            continue
        is_inside = any(number in network for network in _INSIDE)
        if is_inside or _is_global(number):
            yield NumberFound(found.start(), found.end(), found[0], is_inside)


def _parsed(text: str) -> _Number | None:
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return None


def _names_a_range(number: _Number) -> bool:
    """Whether it is the first of a private range, as in "10.0.0.0/8": that is nobody's in particular."""
    return any(number == network.network_address for network in _INSIDE)


def _is_global(number: _Number) -> bool:
    if number.version == 4 and max(number.packed) < _LEAST_OF_AN_ADDRESS:  # noqa: PLR2004
        return False
    return number.is_global
