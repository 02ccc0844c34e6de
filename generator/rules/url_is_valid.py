"""A web address begins with `https://` and has no spaces."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.messages import msg
from generator.rules._faults import faults
from generator.rules._fixes import rewritten, safe, unsafe
from generator.rules._hosts import is_reached_over_https
from generator.text import shown

RULE = Rule(
    "url-is-valid",
    Severity.ERROR,
    summary=msg("A web address begins with `https://` and has no spaces."),
    why=msg("Other addresses do not work, or are not safe for the one who follows them."),
    repair=msg("Copy the address from the address bar of your browser."),
)


_SCHEME = re.compile(r"(?:https:/|https//|https:///|https;//|htps://|htpps://|htttps://)(?=[A-Za-z0-9])")
_WRAPPED = re.compile(r"<(https://[^\s<>]+)>")
_HOST_FIRST = re.compile(r"(?:http://)?([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)(?=[/?#]|$)")


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield what is no safe web address."""
    for item in faults(catalogue, "not-url"):
        value = str(item.values["value"] or "")
        fix, address = None, _respelt(value.strip())
        if address:
            fix = safe(rewritten(catalogue, item.location, address))
        else:
            found = _HOST_FIRST.match(value.strip())
            # Never blindly: only when the file itself reaches this website over https.
            if found and is_reached_over_https(catalogue, item.location.path, found[1]):
                address = f"https://{value.strip().removeprefix('http://')}"
                fix = unsafe(rewritten(catalogue, item.location, address))
        if value.startswith("http://"):
            message = msg("'{value}' does not begin with https://", value=shown(value))
            hint = msg("does it work with https:// instead of http://? If not, leave it out")
        elif value.startswith("https://"):
            message = msg(
                "'{value}' has a space or another sign that an address cannot have", value=shown(value)
            )
            hint = msg("copy the address from the address bar of your browser")
        elif re.match(r"[a-z]+:", value):
            message = msg("'{value}' is not a web address", value=shown(value))
            hint = msg("use an address that begins with https://")
        else:
            message = msg("'{value}' is not a complete web address", value=shown(value))
            hint = msg("copy the whole address, with https:// and without spaces")
        yield RULE.finding(item.location, message, hint, fix)


def _respelt(value: str) -> str:
    """Return an address with a slip in its https:// mended, or without brackets; else nothing."""
    wrapped = _WRAPPED.fullmatch(value)
    if wrapped:
        return wrapped[1]
    slip = _SCHEME.match(value)
    return f"https://{value[slip.end() :]}" if slip else ""
