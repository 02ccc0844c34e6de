"""A number is a whole number within its limits."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults
from generator.rules._fixes import rewritten, safe, unsafe
from generator.text import shown

RULE = Rule(
    "number-is-valid",
    Severity.ERROR,
    summary=msg("A number is a whole number within its limits."),
    why=msg("Numbers are compared and added up, so they have to be written in digits alone."),
    repair=msg("Write the number in digits, without dots, commas, units or words."),
)


# 1.200, 1,200 or 1 200: three digits after each sign; and 1200,00 or 1200.0.
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:([., ])[0-9]{3})(?:\1[0-9]{3})*")
_WITH_ZEROS = re.compile(r"([0-9]{1,12})[.,]0{1,2}")
_AMONG_WORDS = re.compile(r"[^0-9]*([0-9]{1,12})[^0-9]*")


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield what is no whole number, and numbers outside their limits."""
    for item in faults(catalogue, "not-whole-number"):
        value = shown(item.values["value"])
        message = msg("'{value}' is not a whole number", value=value)
        hint = msg("write digits alone, for example 1200")
        number, is_certain = _number(str(item.values["value"] or "").strip())
        edit = rewritten(catalogue, item.location, number) if number else None
        yield RULE.finding(item.location, message, hint, safe(edit) if is_certain else unsafe(edit))
    for item in faults(catalogue, "outside-range"):
        least, most = item.values["least"], item.values["most"]
        message = msg("{value} does not fit here", value=shown(item.values["value"]))
        hint = msg("choose a number from {least} to {most}", least=least, most=most)
        yield RULE.finding(item.location, message, hint)


def _number(text: str) -> tuple[str, bool]:
    """Return the digits of a number, empty when there is none, and whether nothing else can be meant."""
    if _GROUPED.fullmatch(text):
        return "".join(filter(str.isdigit, text)), True
    found = _WITH_ZEROS.fullmatch(text)
    if not found and text.isdecimal() and text.isascii():
        return text.lstrip("0") or "0", True
    among = _AMONG_WORDS.fullmatch(text)
    digits = found or among
    return (digits[1].lstrip("0") or "0", bool(found)) if digits else ("", False)
