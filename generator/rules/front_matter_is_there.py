"""Every `.md` file begins with fields between two lines `---`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from generator.catalogue import Catalogue
from generator.findings import Finding, Fix, Location, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults
from generator.rules._fixes import added, replaced, safe, unsafe, without_lines

RULE = Rule(
    "front-matter-is-there",
    Severity.ERROR,
    summary=msg("Every `.md` file begins with fields between two lines `---`."),
    why=msg("Without these lines nobody knows where the fields end and the text begins."),
    repair=msg(
        "Put `---` on the first line, the fields below it, "
        "and `---` on a line of its own after the last field."
    ),
)

_FENCE = re.compile(r"---[ \t]*")
# Too few or too many, or the dashes that a word processor makes of them.
_DASHES = re.compile(r"[-\u2010-\u2015\u2212]{1,10}[ \t]*")
_FIELD = re.compile(r"[a-z_]+:(\s|$)")


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield files whose fields are not between two lines `---`."""
    for item in faults(catalogue, "no-front-matter"):
        message = msg("this file does not begin with a line ---")
        hint = msg("put the fields between two lines --- at the top")
        lines = catalogue.lines.get(item.location.path, ())
        yield RULE.finding(item.location, message, hint, _fix_of_first_line(item.location, lines))
    for item in faults(catalogue, "blank-before-front-matter"):
        message = msg("an empty line stands above the first line ---")
        lines = catalogue.lines.get(item.location.path, ())
        empty = sum(1 for _ in takewhile(lambda line: not line.strip(), lines))
        fix = safe(without_lines(item.location.path, 1, empty))
        yield RULE.finding(item.location, message, msg("begin the file with --- itself"), fix)
    for item in faults(catalogue, "unclosed-front-matter"):
        message = msg("the second line --- is missing, after the last field")
        hint = msg("put --- on a new line after line {line}", line=item.values["after"])
        # What is indented below the last field belongs to it.
        lines = catalogue.lines.get(item.location.path, ())
        after = int(str(item.values["after"]))
        after += sum(1 for _ in takewhile(lambda line: line.startswith((" ", "-")), lines[after:]))
        path = item.location.path
        fix = unsafe(added(Location(path, after + 1, 1, after + 1, 1), "---\n"))
        yield RULE.finding(item.location, message, hint, fix)


def _fix_of_first_line(place: Location, lines: Sequence[str]) -> Fix | None:
    """Return how to get a first line ---, when the fields and the line below them are there already."""
    if not any(_FENCE.fullmatch(line) for line in lines[1:]):
        return None
    if _DASHES.fullmatch(lines[0]):
        return safe(replaced(place, "---"))
    return safe(added(place, "---\n")) if _FIELD.match(lines[0]) else None
