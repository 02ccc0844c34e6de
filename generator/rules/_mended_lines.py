"""How to mend a line that YAML cannot read, from the cause of the fault."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.catalogue import Catalogue
from generator.findings import Edit, Fix, Location
from generator.rules._fixes import added, added_after, in_quotes, replaced, safe, unsafe, written

_NO_SPACE = re.compile(r"([a-z_]+):(?=\S)")
_NO_COLON = re.compile(r"[a-z_]+(?= \S)")
_CLOSING = {"[": "]", "{": "}"}


def fix_of(catalogue: Catalogue, place: Location, values: Mapping[str, str]) -> Fix | None:
    """Return a fix, or None when a person has to look.

    Whether the file can be read after it, is seen when it is read again: what does not help is not done.

    Args:
        catalogue: As loaded.
        place: Of a fault `yaml-syntax`.
        values: Of that fault.
    """
    old = written(catalogue, place)
    if not old:
        return None
    fix = None
    match values["reason"]:
        case "colon-in-value" | "text-after-quote" | "text-after-bracket" | "reserved-character":
            fix = safe(_quoted(place, old))
        case "unclosed-quote":
            fix = safe(_closed(place, old, values["quote"]))
        case "unknown-escape":
            fix = unsafe(added(place, "\\"))
        case "unclosed-bracket":
            line = catalogue.lines[place.path][place.line - 1]
            rest = Location(place.path, place.line, place.column, place.line, len(line) + 1)
            fix = unsafe(_closed(rest, line[place.column - 1 :], _CLOSING.get(old, "]")))
        case "missing-colon":
            fix = _with_colon(place, old)
        case "indentation":
            fix = unsafe(_aligned(catalogue, place))
    return fix


def _quoted(place: Location, old: str) -> Edit:
    """Put a value between quotes: double ones, unless that would change what stands in it."""
    value = re.split(r"\s+#|\s+$", old, maxsplit=1)[0]
    end = place.column + len(value)
    quote = "'" if '"' in value or "\\" in value else '"'
    return replaced(Location(place.path, place.line, place.column, place.line, end), in_quotes(value, quote))


def _closed(place: Location, old: str, sign: str) -> Edit | None:
    """Put a sign at the end of a line; None when a remark, or the sign itself, stands in it."""
    value = old.rstrip()
    if " #" in value or sign in value[1:]:
        return None
    end = place.column + len(value)
    return added(Location(place.path, place.line, end, place.line, end), sign)


def _with_colon(place: Location, old: str) -> Fix | None:
    """Put a space after the colon of a field, or a colon after its name."""
    glued, bare = _NO_SPACE.match(old), _NO_COLON.match(old)
    found = glued or bare
    if not found:
        return None
    name = Location(place.path, place.line, place.column, place.line, place.column + found.end())
    return safe(added_after(name, " ")) if glued else unsafe(added_after(name, ":"))


def _aligned(catalogue: Catalogue, place: Location) -> Edit | None:
    """Give a line the indent of the one above it."""
    lines = catalogue.lines[place.path]
    above, here = lines[place.line - 2], lines[place.line - 1]
    wanted = above[: len(above) - len(above.lstrip(" "))]
    own = len(here) - len(here.lstrip(" "))
    if place.line < 2 or not above.strip() or above.rstrip().endswith(":"):  # noqa: PLR2004 - a line above
        return None
    return replaced(Location(place.path, place.line, 1, place.line, own + 1), wanted)
