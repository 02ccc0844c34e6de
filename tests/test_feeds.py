"""Feeds and the calendar: what other programs read of the site, whatever a contributor wrote."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from catalogues import TODAY, adoption, practice, site_in
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from project import project_in

from generator.build.files import write_files
from generator.catalogue import load
from generator.messages import Language
from generator.pages.agenda import escaped, folded
from generator.pages.feeds import MOST
from generator.pages.files import SiteFile, all_files
from generator.pages.site import Site

ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = '</title><script>alert(1)</script> & "quotes" ]]> \\; ,'
CALL = """---
type: question
title: '{title}'
summary: Wij zoeken gemeenten die dit al doen; vertel ons hoe het bij u gaat en wat het kostte.
until: {until}
contact: {{role: Team inkoop, email: inkoop@nieuwland.nl}}
sources: [{{url: "https://www.nieuwland.nl", retrieved: 2026-11-01, what: oproep}}]
---
"""


def call(title: str, until: str = "2027-01-31") -> str:
    """Return the text of a call of which it is not written when it opened."""
    return CALL.format(title=title.replace("'", "''"), until=until)


def files_of(site: Site) -> dict[str, str]:
    """Return the text of every file, by its address."""
    return {item.address: item.content for item in all_files(site)}


def with_address(site: Site) -> Site:
    """Return a site of which it is known where it is."""
    return Site(
        site.catalogue,
        site.today,
        site.language,
        site.repository,
        site.edit,
        (),
        "https://example.org/delen/",
    )


def entries(text: str) -> list[ET.Element]:
    """Return the entries of a feed."""
    return ET.fromstring(text.encode()).findall(f"{ATOM}entry")  # noqa: S314 - our own


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_feed_has_what_the_standard_asks(tmp_path: Path, language: Language) -> None:
    """Every feed and every entry: an id of its own, a title, a moment, a link, and of whom it is."""
    for address, text in files_of(with_address(site_in(tmp_path, language=language))).items():
        if not address.endswith(".xml"):
            continue
        feed = ET.fromstring(text.encode())  # noqa: S314 - our own
        found = [feed, *entries(text)]
        ids = [item.findtext(f"{ATOM}id") for item in found]
        assert ids[0] == f"https://example.org/delen/{address}"
        assert len(set(ids)) == len(ids)
        assert all(item.findtext(f"{ATOM}title") for item in found)
        for item in found:
            assert dt.datetime.fromisoformat(item.findtext(f"{ATOM}updated") or "").tzinfo is not None
        assert all(item.findtext(f"{ATOM}author/{ATOM}name") for item in found[1:])
        [own] = [link for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
        assert own.get("href") == ids[0]


def test_news_is_of_entries_uses_and_calls_the_latest_first(tmp_path: Path) -> None:
    """What was confirmed last comes first, and leads to the place on the page where it stands."""
    found = entries(files_of(site_in(tmp_path))["feed.xml"])
    shown = [(item.findtext(f"{ATOM}title"), (item.findtext(f"{ATOM}updated") or "")[:10]) for item in found]
    assert shown == [
        ("Meldingen buiten", "2026-11-01"),
        ("Oefenen met valse mail", "2026-10-01"),
        ("Samen een meldingensysteem inkopen", "2026-10-01"),
        ("Nieuwland · In gebruik: Meldingen buiten", "2026-09-01"),
    ]
    links = [item.find(f"{ATOM}link") for item in found]
    assert [link.get("href") for link in links if link is not None][3] == (
        "toepassingen/meldingen/#gebruik-nieuwland"
    )


def test_without_an_address_links_count_from_the_feed(tmp_path: Path) -> None:
    """A site that is only looked at on a disk has working links too, and ids that stay the same."""
    site = site_in(tmp_path)
    [first] = entries(files_of(site)["oproepen/feed.xml"])
    link = first.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == "../oproepen/samen-inkopen/"
    assert (first.findtext(f"{ATOM}id") or "").startswith("urn:uuid:")
    assert files_of(site) == files_of(site)


def test_a_feed_of_nothing_is_a_feed(tmp_path: Path) -> None:
    """A new catalogue: an empty feed that is right, and no calendar, since one without a day is not."""
    nothing = dict.fromkeys(
        (
            "organisations/nieuwland/calls/samen-inkopen.md",
            "organisations/nieuwland/adoptions/meldingen.md",
            "organisations/voorbeeldstad/applications/meldingen.md",
            "organisations/voorbeeldstad/practices/phishing-oefening.md",
        ),
        "",
    )
    found = files_of(site_in(tmp_path, nothing))
    assert {"feed.xml", "oproepen/feed.xml"} <= set(found)
    assert "oproepen/agenda.ics" not in found
    assert entries(found["feed.xml"]) == []
    assert ET.fromstring(found["feed.xml"].encode()).findtext(f"{ATOM}updated") == "2026-11-24T00:00:00Z"  # noqa: S314


def test_a_feed_holds_only_the_latest(tmp_path: Path) -> None:
    """However large the catalogue, a feed stays small."""
    many = {
        f"organisations/voorbeeldstad/practices/nummer-{number}.md": practice(f"Nummer {number}")
        for number in range(MOST + 10)
    }
    assert len(entries(files_of(site_in(tmp_path, many))["feed.xml"])) == MOST


def test_hostile_words_are_words_in_every_file(tmp_path: Path) -> None:
    """Markup, controls and what a calendar uses for itself are shown as written, and nothing breaks."""
    files = {
        "organisations/nieuwland/calls/kwaad.md": call(HOSTILE),
        "organisations/nieuwland/adoptions/phishing-oefening.md": adoption(
            lesson=f"'{HOSTILE} dit is een lange les voor collega''s'"
        ),
    }
    site = with_address(site_in(tmp_path, files))
    found = files_of(site)
    titles = [item.findtext(f"{ATOM}title") or "" for item in entries(found["oproepen/feed.xml"])]
    assert HOSTILE in titles
    [event] = [
        item
        for item in Calendar.from_ical(found["oproepen/agenda.ics"]).walk("VEVENT")
        if "kwaad" in str(item["UID"])
    ]
    assert event["SUMMARY"] == f"Laatste dag: {HOSTILE}"
    assert "<script" not in found["feed.xml"] + found["oproepen/feed.xml"]


def test_what_xml_cannot_hold_is_written_out(tmp_path: Path) -> None:
    """No file of the catalogue can bring it in; if one ever does, the feed can still be read."""
    site = site_in(tmp_path)
    bodies = site.catalogue.organisations
    odd = replace(bodies["nieuwland"], name="Nieuw\x0bland\ufffe")
    site = replace(site, catalogue=replace(site.catalogue, organisations={**bodies, "nieuwland": odd}))
    found = entries(files_of(site)["oproepen/feed.xml"])
    assert [item.findtext(f"{ATOM}author/{ATOM}name") for item in found] == ["Nieuw\\x0bland\\ufffe"]


def test_the_calendar_has_the_last_day_of_every_call(tmp_path: Path) -> None:
    """A whole day, that ends where the next begins, with a link to the call."""
    files = {"organisations/nieuwland/calls/vraag.md": call("Hoe doet u dit?", "2026-12-31")}
    calendar = Calendar.from_ical(files_of(with_address(site_in(tmp_path, files)))["oproepen/agenda.ics"])
    found = {str(event["UID"]).split("@")[0]: event for event in calendar.walk("VEVENT")}
    assert sorted(found) == ["samen-inkopen", "vraag"]
    event = found["vraag"]
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (dt.date(2026, 12, 31), dt.date(2027, 1, 1))
    # Nobody wrote when it opened: the day its source was read.
    assert event.decoded("DTSTAMP") == dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
    assert str(event["URL"]) == "https://example.org/delen/oproepen/vraag/"
    assert event.decoded("CATEGORIES")[0] == "Vraag"


def test_lines_of_the_calendar_are_as_long_as_the_standard_allows(tmp_path: Path) -> None:
    """Lines end in CRLF and are at most 75 bytes, as no library of others reminds us."""
    files = {"organisations/nieuwland/calls/lang.md": call("É" * 80)}
    text = files_of(site_in(tmp_path, files))["oproepen/agenda.ics"]
    assert text.count("\n") == text.count("\r\n")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert f"SUMMARY:Laatste dag: {'É' * 80}" in text.replace("\r\n ", "")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=300))
def test_folding_loses_nothing(line: str) -> None:
    """Put together again it is the same line, whatever is in it."""
    parts = folded(line).split("\r\n ")
    assert "".join(parts) == line
    assert all(len(part.encode()) + bool(number) <= 75 for number, part in enumerate(parts))


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc", "Cf", "Cn", "Co")), max_size=100))
def test_what_is_escaped_is_read_back(text: str) -> None:
    """Another program reads the words that were written."""
    event = "\r\n".join(
        (
            "BEGIN:VCALENDAR",
            "BEGIN:VEVENT",
            folded(f"SUMMARY:{escaped(text)}"),
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        )
    )
    [read] = Calendar.from_ical(event).walk("VEVENT")
    shown = "\\n".join(escaped(text).split("\n"))
    assert escaped(str(read["SUMMARY"])) == shown


def test_files_of_the_real_catalogue_can_be_read() -> None:
    """What we publish: two feeds, a calendar and the grey dots of all municipalities."""
    site = Site(load(Path(__file__).parent.parent / "catalogue"), TODAY, "nl", address="https://example.org/")
    found = files_of(site)
    assert len(entries(found["feed.xml"])) == MOST
    assert len(Calendar.from_ical(found["oproepen/agenda.ics"]).walk("VEVENT")) == len(site.insight.calls)
    assert found["kaart/gemeenten.svg"].count("h0") == 342
    assert len(found["kaart/gemeenten.svg"].encode()) < 5_000


def test_a_file_is_never_written_into(tmp_path: Path) -> None:
    """It may be a link to the file of the last site, which is still being read."""
    last, new = tmp_path / "last.xml", tmp_path / "new/feed.xml"
    last.write_text("last")
    new.parent.mkdir()
    new.hardlink_to(last)
    write_files([SiteFile("feed.xml", "new"), SiteFile("a/b.xml", "deep")], new.parent)
    assert (last.read_text(), new.read_text(), (new.parent / "a/b.xml").read_text()) == (
        "last",
        "new",
        "deep",
    )


def test_a_built_site_has_them_and_pages_lead_there(tmp_path: Path) -> None:
    """`catalogue build` writes the files, and the head of every page names the feed."""
    project = project_in(tmp_path / "project")
    result = project.build("--site-url", "https://example.org/delen/")
    assert result.returncode == 0, result.stdout + result.stderr
    for name in ("feed.xml", "oproepen/feed.xml", "oproepen/agenda.ics", "kaart/gemeenten.svg"):
        assert (project.site / name).is_file(), name
    page = (project.site / "toepassingen/meldingen/index.html").read_text(encoding="utf-8")
    assert 'type="application/atom+xml"' in page
    assert 'href="../../feed.xml"' in page
    assert "https://example.org/delen/toepassingen/meldingen/" in (project.site / "feed.xml").read_text(
        encoding="utf-8"
    )
