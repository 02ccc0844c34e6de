"""Fields follow the grammar of YAML: a name, a colon, a space and a value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import Message, msg
from generator.rules._faults import faults
from generator.rules._mended_lines import fix_of
from generator.text import shown

RULE = Rule(
    "yaml-is-well-formed",
    Severity.ERROR,
    summary=msg("Fields follow the grammar of YAML: a name, a colon, a space and a value."),
    why=msg("One wrong quote or colon makes the rest of the fields unreadable."),
    repair=msg(
        "Compare the line with the ones around it. When in doubt, put double quotes around the value."
    ),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield the first fault in the grammar of each file, by its cause."""
    for item in faults(catalogue, "yaml-syntax"):
        values = {name: str(value) for name, value in item.values.items()}
        message, hint = _words(values)
        fix = fix_of(catalogue, item.location, values)
        yield RULE.finding(item.location, message, hint, fix)


def _words(values: Mapping[str, str]) -> tuple[Message, Message]:
    match values["reason"]:
        case "unclosed-quote" | "text-after-quote" | "unknown-escape":
            return _words_on_quotes(values)
        case "colon-in-value":
            line = f"{values['key']}: {_in_quotes(values['value'])}"
            message = msg("a colon with a space in a value needs quotes around the value")
            return message, msg("put quotes around the value: {line}", line=shown(line, most=200))
        case "unclosed-bracket":
            message = msg("this bracket is not closed, or a comma is missing after it")
            return message, msg("close it, and put a comma between the values")
        case "text-after-bracket":
            message = msg("text follows after the closing bracket")
            return message, msg("put quotes around the value")
        case "reserved-character":
            message = msg("a value cannot begin with {start}", start=shown(values["start"]))
            return message, msg("put quotes around the value")
    return _words_on_layout(values["reason"])


def _words_on_quotes(values: Mapping[str, str]) -> tuple[Message, Message]:
    match values["reason"]:
        case "unclosed-quote":
            message = msg("this quotation mark is not closed")
            return message, msg("put {quote} at the end of the value too", quote=values["quote"])
        case "text-after-quote":
            value = _in_quotes(values["value"])
            message = msg("text follows after the closing quotation mark")
            return message, msg("put the whole value in quotes: {value}", value=shown(value, most=200))
    message = msg("a backslash between double quotes has a meaning of its own")
    return message, msg("write two backslashes, or use single quotes around the value")


def _words_on_layout(reason: str) -> tuple[Message, Message]:
    match reason:
        case "missing-colon":
            return msg("a colon is missing here"), msg("write each field as: name: value")
        case "list-and-keys":
            message = msg("an item of a list stands where a field is expected")
            return message, msg("put the list below its field, each item after a dash")
        case "indentation":
            message = msg("this line does not begin where it should")
            return message, msg("give lines of one level the same number of spaces")
        case "two-versions":
            message = msg("git has put two versions here, one below the other")
            return message, msg("keep one of them, and remove the lines with <<<<<<<, ======= and >>>>>>>")
    return msg("this line cannot be read"), msg("check quotes, colons, brackets and spaces")


def _in_quotes(value: str) -> str:
    """Return a value in quotes as YAML wants them: what stands in it decides which."""
    doubled = value.replace("'", "''")
    return f"'{doubled}'" if '"' in value or "\\" in value else f'"{value}"'
