"""Where a link leads: its scheme, and the file of the catalogue behind a relative one."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

SAFE_SCHEMES = frozenset({"https", "http", "mailto", "tel"})

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
# Browsers drop these from the start and the middle of an address before they look at its scheme.
_IGNORED = re.compile(r"%(?:0[0-9a-f]|1[0-9a-f]|20|7f)|[\x00-\x20\x7f]", re.IGNORECASE)


def scheme(href: str) -> str:
    """Return the scheme of an address in lower case; empty for a relative one, `//` counts as `https`."""
    if href.startswith("https://"):
        return "https"
    plain = _IGNORED.sub("", href).replace("\\", "/")
    if plain.startswith("//"):
        return "https"
    found = _SCHEME.match(plain)
    return found[1].lower() if found else ""


def is_safe(href: str) -> bool:
    """Whether the address is relative or has a scheme that cannot run anything."""
    return scheme(href) in SAFE_SCHEMES | {""}


def is_external(href: str) -> bool:
    """Whether the address leads to another site."""
    return scheme(href) in {"https", "http"}


def linked_path(path: str, href: str) -> str | None:
    """Return the file a relative link in `path` leads to, or None when that lies outside the catalogue.

    Args:
        path: The file with the link, as in `Location.path`.
        href: As written, for example `../practices/oefenen.md#lessen`; what follows `#` or `?` is left out.
    """
    target = unquote(re.split("[#?]", href, maxsplit=1)[0])
    if not target or target.startswith("/") or "\\" in target:
        return None
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    return joined if joined.startswith(path.split("/", 1)[0] + "/") else None
