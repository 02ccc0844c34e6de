"""The text has no images."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.findings import Finding, Rule, Severity
from generator.markdown import is_safe
from generator.messages import msg
from generator.rules._documents import body_place, with_text
from generator.rules._fixes import swapped, unsafe

RULE = Rule(
    "body-has-no-images",
    Severity.ERROR,
    summary=msg("The text has no images."),
    why=msg(
        "Images from elsewhere tell another website who reads this page. Images also say "
        "nothing to those who cannot see them."
    ),
    repair=msg("Say in words what the image shows, or link to the page it is on."),
)


def check(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    """Yield images."""
    for record in with_text(catalogue):
        for image in catalogue.inspected[record.path].images:
            if is_safe(image.href):
                message = msg("images are not shown")
                hint = msg("say in words what it shows, or link to the page it is on")
                place = body_place(record, image.spot)
                # With words to show, a link to the image says what the image would.
                fix = (
                    unsafe(swapped(catalogue, place, f"![{image.text}](", f"[{image.text}]("))
                    if image.text
                    else None
                )
                yield RULE.finding(place, message, hint, fix)
