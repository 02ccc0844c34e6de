"""Websites that a file reaches over https in one place: then it can do so in another."""

from __future__ import annotations

import re

from generator.catalogue import Catalogue

_ENCRYPTED = re.compile(r"https://([A-Za-z0-9.-]+)")


def is_reached_over_https(catalogue: Catalogue, path: str, host: str) -> bool:
    """Whether the file has an address at this website that begins with `https://`."""
    return any(
        name.lower() == host.lower()
        for line in catalogue.lines.get(path, ())
        if "https://" in line
        for name in _ENCRYPTED.findall(line)
    )
