"""Small catalogues for tests: that of the cases, with files added or changed."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.catalogue import Catalogue, load
from generator.insight import Insight
from generator.messages import Language
from generator.pages.site import Site

BASE = Path(__file__).parent / "cases/_base/catalogue"
TODAY = dt.date(2026, 11, 24)
OLD = "fictief voorbeeld"


def catalogue_in(folder: Path, files: Mapping[str, str] | None = None) -> Catalogue:
    """Return the catalogue of the cases with other files in it.

    Args:
        folder: An empty folder to write in.
        files: Text by path below the catalogue; an empty text takes the file away.
    """
    root = folder / "catalogue"
    shutil.copytree(BASE, root)
    for name, text in (files or {}).items():
        file = root / name
        if not text:
            file.unlink()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    found = load(root)
    assert found.faults == ()
    return found


def insight_in(folder: Path, files: Mapping[str, str] | None = None, today: dt.date = TODAY) -> Insight:
    """Return what follows from that catalogue."""
    return Insight(catalogue_in(folder, files), today)


def site_in(folder: Path, files: Mapping[str, str] | None = None, language: Language = "nl") -> Site:
    """Return the site of that catalogue."""
    edit = "https://example.org/catalogus/edit/main/{path}"
    return Site(catalogue_in(folder, files), TODAY, language, "https://example.org/catalogus", edit)


def adoption(**fields: str) -> str:
    """Return the text of an adoption in use, confirmed by a source; `None` cannot be a field."""
    plain = {
        "status": "in-use",
        "confirmed": "2026-09-01",
        "confirmed_by": "source",
        "sources": '[{url: "https://www.voorbeeld.nl", retrieved: 2026-09-01, what: gebruik}]',
    }
    lines = [f"{name}: {value}" for name, value in {**plain, **fields}.items()]
    return "\n".join(["---", *lines, "---", ""])


def practice(title: str, **fields: str) -> str:
    """Return the text of a practice."""
    plain = {
        "title": title,
        "summary": "Een voorbeeld van een werkwijze, lang genoeg voor een samenvatting.",
        "status": "in-use",
        "domain": "cybersecurity",
        "type": "method",
        "themes": "[cybersecurity]",
        "contact": '{role: CISO, url: "https://www.voorbeeldstad.nl/contact"}',
        "reviewed": "2026-10-01",
        "reviewed_by": "owner",
    }
    lines = [f"{name}: {value}" for name, value in {**plain, **fields}.items()]
    return "\n".join(["---", *lines, "---", "", "## Wat lost het op", "", "Het lost iets op.", ""])
