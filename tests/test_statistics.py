"""The catalogue in figures, how it grew, what was not confirmed for long, and which contracts end."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from pathlib import Path

import pytest
from catalogues import TODAY, adoption, insight_in, practice

from generator.build.growth import turns_in
from generator.catalogue import load
from generator.insight import Insight
from generator.insight.bands import Against
from generator.insight.contracts import endings
from generator.insight.growth import Month, Turn, growth
from generator.insight.stale import stale
from generator.insight.statistics import reach, statistics
from generator.model.choices import Effort

ROOT = Path(__file__).parent.parent
CONTROLS = """\
title: BIO2
title_en: BIO2
source: {retrieved: 2026-11-24, what: fictief voorbeeld}
terms:
  - {id: "5.24", title: Incidenten voorbereiden, title_en: Preparing for incidents}
  - {id: "6.3", title: Bewustwording en training, title_en: Awareness and training}
  - {id: "8.15", title: Logboeken, title_en: Logs}
  - {id: "8.15.01", title: Wie deed wat, title_en: Who did what, parent: "8.15"}
  - {id: "5.26", title: Vervallen, title_en: Dropped, status: withdrawn}
"""
MEASURED = {
    "vocabularies/bio2.yml": CONTROLS,
    "organisations/voorbeeldstad/practices/logboek.md": practice(
        "Logboek", themes="[privacy]", security="{controls: [8.15.01]}"
    ),
    "organisations/nieuwland/adoptions/logboek.md": adoption(since="2024-03", effort="6-20"),
    "organisations/oudedorp/adoptions/logboek.md": adoption(since="2019", confirmed="2020-01-01"),
    "organisations/waterschap-voorbeeld/adoptions/logboek.md": adoption(status="interested"),
}


def committed(folder: Path, day: str, *words: str) -> None:
    """Commit what changed, on a day."""
    moment = f"{day}T12:00:00Z"
    settings = {**os.environ, "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    person = ("-c", "user.name=Test", "-c", "user.email=test@voorbeeld.nl")
    for command in (words, ("add", "-A"), (*person, "commit", "-q", "-m", "x", "--allow-empty")):
        if command:
            subprocess.run(
                ["git", "-C", str(folder), *command], check=True, env=settings, capture_output=True
            )


def test_the_figures_of_a_small_catalogue(tmp_path: Path) -> None:
    """Entries, uses and municipalities, each counted once where it should be."""
    found = statistics(insight_in(tmp_path, MEASURED))
    assert (found.applications, found.practices) == (1, 2)
    # One that merged is no municipality of today; its use lapsed long ago.
    assert (found.municipalities.total, found.municipalities.active) == (2, 2)
    assert found.adoptions == 4
    assert found.lapsed == 1
    assert found.open_calls == 1
    assert [(size.value, item.total) for size, item in found.sizes] == [("20k-50k", 2)]
    assert [(body.slug, item.total) for body, item in found.provinces] == [("provincie-voorbeeld", 2)]
    privacy = next(item for item in found.themes if item.term.id == "privacy")
    assert (privacy.entries, privacy.reused) == (1, 1)


def test_uses_count_in_the_year_they_began(tmp_path: Path) -> None:
    """Who only looks at it has not begun, and who does not say when is counted apart."""
    found = statistics(insight_in(tmp_path, MEASURED))
    assert dict(found.begun)[2019] == 1
    assert dict(found.begun)[2024] >= 1
    assert sum(number for _, number in found.begun) + found.undated == 3


def test_a_measure_covers_its_control(tmp_path: Path) -> None:
    """A practice that names 8.15.01 does something for 8.15; a control that was dropped needs nothing."""
    found = statistics(insight_in(tmp_path, MEASURED)).controls
    assert [(term.id, number) for term, number in found.covered] == [("6.3", 1), ("8.15", 1)]
    assert [term.id for term in found.missing] == ["5.24"]


def test_effort_is_compared_where_both_tell(tmp_path: Path) -> None:
    """A claim alone or a report alone is counted, not compared."""
    files = {
        **MEASURED,
        "organisations/voorbeeldstad/practices/logboek.md": practice(
            "Logboek", reuse="{advice: configure, effort: 1-5}"
        ),
    }
    efforts = statistics(insight_in(tmp_path, files)).efforts
    [found] = [item for item in efforts.compared if item.dossier.id == "logboek"]
    assert (found.claim, found.verdict) == (Effort.FROM_1, Against.MORE)
    assert found.reports.bands == ((Effort.FROM_6, 1),)
    assert efforts.claimed >= 1
    assert efforts.reporting >= 1


def test_the_parts_of_the_real_catalogue_add_up() -> None:
    """Provinces and sizes hold every municipality once, statuses every entry, themes each at least once."""
    insight = Insight(load(ROOT / "catalogue"), TODAY)
    found = statistics(insight)
    entries = found.applications + found.practices
    whole = found.municipalities
    assert whole.total == 342
    for parts in (found.provinces, found.sizes):
        items = [item for _, item in parts]
        assert sum(item.total for item in items) == whole.total
        assert sum(item.active for item in items) == whole.active
        assert sum(item.shares for item in items) == whole.shares
        assert sum(item.reuses for item in items) == whole.reuses
    for counted in (found.statuses, found.maturities, found.freshness):
        assert sum(number for _, number in counted) == entries
    assert sum(item.entries for item in found.themes) >= entries
    assert len(found.controls.covered) + len(found.controls.missing) == 93
    assert reach(insight, ()).total == 0


def test_growth_counts_what_came_and_went() -> None:
    """Every month has a row, also one without a change; other files and days to come do not count."""
    turns = [
        Turn(dt.date(2026, 1, 30), "organisations/a/applications/x.md", 1),
        Turn(dt.date(2026, 1, 31), "organisations/a/adoptions/y.md", 1),
        Turn(dt.date(2026, 1, 31), "organisations/a/organisation.yml", 1),
        Turn(dt.date(2026, 1, 31), "vocabularies/x/y/themes.yml", 1),
        Turn(dt.date(2026, 1, 31), "organisations/a/calls/c.md", 1),
        Turn(dt.date(2026, 1, 31), "organisations/a/practices/notes.txt", 1),
        Turn(dt.date(2026, 3, 1), "organisations/a/applications/x.md", -1),
        Turn(dt.date(2026, 3, 2), "organisations/b/practices/x.md", 1),
        Turn(dt.date(2026, 4, 1), "organisations/b/practices/late.md", 1),
    ]
    assert growth(turns, dt.date(2026, 3, 31)) == (
        Month(dt.date(2026, 1, 1), 1, 1),
        Month(dt.date(2026, 2, 1), 1, 1),
        Month(dt.date(2026, 3, 1), 1, 1),
    )
    assert growth((), TODAY) == ()


def test_git_tells_when_files_came_and_went(tmp_path: Path) -> None:
    """Also with names that look like a mark of the log, moved files, and a merge of another branch."""
    folder = tmp_path / "catalogue"
    place = folder / "organisations/a/applications"
    place.mkdir(parents=True)
    (place / "A.md").write_text("1")
    (place / "D").write_text("2")
    committed(tmp_path, "2026-01-10", "init", "-q", "-b", "main")
    (place / "A.md").rename(place / "é\nx.md")
    committed(tmp_path, "2026-02-10")
    committed(tmp_path, "2026-03-10", "switch", "-q", "-c", "side")
    (place / "side.md").write_text("3")
    committed(tmp_path, "2026-03-11")
    committed(tmp_path, "2026-04-10", "switch", "-q", "main")
    merging = ("-c", "user.name=T", "-c", "user.email=t@voorbeeld.nl", "merge", "-q", "--no-ff", "side")
    committed(tmp_path, "2026-05-10", *merging)
    found = {(turn.day.month, turn.path.rpartition("/")[2], turn.step) for turn in turns_in(folder)}
    assert found == {(1, "A.md", 1), (1, "D", 1), (2, "A.md", -1), (2, "é\nx.md", 1), (5, "side.md", 1)}


def test_without_the_whole_history_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a clone of only the last commit every file seems new; without git nothing is known at all."""
    place = tmp_path / "whole/catalogue/organisations/a/practices"
    place.mkdir(parents=True)
    (place / "x.md").write_text("1")
    committed(tmp_path / "whole", "2026-01-10", "init", "-q", "-b", "main")
    (place / "y.md").write_text("2")
    committed(tmp_path / "whole", "2026-02-10")
    source = (tmp_path / "whole").as_uri()
    clone = ["git", "clone", "-q", "--depth", "1", source, str(tmp_path / "part")]
    subprocess.run(clone, check=True, capture_output=True)
    assert len(turns_in(tmp_path / "whole/catalogue")) == 2
    assert turns_in(tmp_path / "part/catalogue") == ()
    assert turns_in(tmp_path) == ()
    assert turns_in(tmp_path / "missing") == ()
    monkeypatch.setenv("PATH", "")
    assert turns_in(tmp_path / "whole/catalogue") == ()


def test_what_was_not_confirmed_for_long_comes_first(tmp_path: Path) -> None:
    """The longest ago first; what stopped needs no confirmation, what lapsed no longer counts."""
    files = {
        **MEASURED,
        "organisations/samenwerking-voorbeeld/adoptions/logboek.md": adoption(
            status="stopped", until="2019", stop_reason="het werd te duur", confirmed="2019-06-01"
        ),
    }
    insight = insight_in(tmp_path, files)
    found = stale(insight.dossiers.values(), TODAY, 12)
    assert [(item.path.rpartition("organisations/")[2], item.counts) for item in found] == [
        ("oudedorp/adoptions/logboek.md", False)
    ]
    everything = stale(insight.dossiers.values(), TODAY, 0)
    assert [item.confirmed for item in everything] == sorted(item.confirmed for item in everything)
    assert stale(insight.dossiers.values(), TODAY, 10_000) == ()


def test_a_contract_that_ends_soon_is_told(tmp_path: Path) -> None:
    """An application whose contract ends within 18 months, the first to end first; no other."""
    base = (
        ROOT / "tests/cases/_base/catalogue/organisations/voorbeeldstad/applications/meldingen.md"
    ).read_text()
    days = {"laat": "2028-05-24", "te-laat": "2028-05-25", "vandaag": "2026-11-24", "voorbij": "2026-11-23"}
    files = {
        f"organisations/voorbeeldstad/applications/{name}.md": base.replace(
            "title: ", f"procurement: {{route: aanbesteding, contract_end: {day}}}\ntitle: {name} ", 1
        )
        for name, day in days.items()
    }
    found = endings(insight_in(tmp_path, files).dossiers.values(), TODAY)
    assert [item.dossier.id for item in found] == ["vandaag", "laat"]
