"""The last days of all calls as a calendar (iCalendar, RFC 5545), to take over in one's own."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator.insight.calls import KnownCall
from generator.messages import msg
from generator.pages.addresses import of_record
from generator.pages.feeds import asked_on
from generator.pages.site import Site
from generator.text import neutral

AGENDA = "oproepen/agenda.ics"
_LONGEST_LINE = 75
"""Bytes, without the line break."""
_ESCAPED = re.compile(r"([\\;,])")
_BREAKS = re.compile(r"\r\n|\r|\n")


def agenda(site: Site) -> str:
    """Return the calendar of a site that has calls; the standard knows no calendar without a day in it."""
    return "".join(f"{folded(line)}\r\n" for line in _lines(site))


def escaped(text: str) -> str:
    """Return a text as a value: what the standard uses for itself written out, no other controls."""
    lines = (_ESCAPED.sub(r"\\\1", neutral(line)) for line in _BREAKS.split(text))
    return "\\n".join(lines)


def folded(line: str) -> str:
    """Return a line in parts of at most 75 bytes; no character is cut in two."""
    parts, size = [""], 0
    for character in line:
        width = len(character.encode())
        if size + width > _LONGEST_LINE:
            # The space that begins the next part counts.
            parts.append("")
            size = 1
        parts[-1] += character
        size += width
    return "\r\n ".join(parts)


def _lines(site: Site) -> Iterator[str]:
    name = msg("Calls of municipalities").in_language(site.language)
    yield from (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//intermunicipal-catalogue//{site.language.upper()}",
    )
    yield from ("CALSCALE:GREGORIAN", f"NAME:{escaped(name)}", f"X-WR-CALNAME:{escaped(name)}")
    for item in site.insight.calls:
        yield from _event(site, item)
    yield "END:VCALENDAR"


def _event(site: Site, item: KnownCall) -> Iterator[str]:
    call, address = item.call, of_record(item.record)
    is_english = site.language == "en"
    title = (is_english and call.title_en) or call.title
    summary = (is_english and call.summary_en) or call.summary
    last_day = msg("Last day: {title}", title=title).in_language(site.language)
    yield "BEGIN:VEVENT"
    yield f"UID:{item.record.id}@oproepen.intermunicipal-catalogue"
    yield f"DTSTAMP:{asked_on(item, site.today):%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{call.until:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{call.until + dt.timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(last_day)}"
    yield f"DESCRIPTION:{escaped(summary)}\\n{escaped(item.owner.name)}"
    yield f"CATEGORIES:{escaped(call.type.label(site.language))}"
    if site.address:
        yield f"URL:{site.address}{address}"
    yield from ("TRANSP:TRANSPARENT", "END:VEVENT")
