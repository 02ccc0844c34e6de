"""What follows from a catalogue on a day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from catalogues import BASE, TODAY, adoption, catalogue_in, insight_in, practice
from hypothesis import given
from hypothesis import strategies as st

from generator.insight.bands import Against, against, reported
from generator.insight.calls import closed_calls, open_calls
from generator.insight.completeness import completeness
from generator.insight.dates import first_day, last_day, months_between, months_later
from generator.insight.facets import counts, in_order
from generator.insight.freshness import Freshness, freshness, still_counts
from generator.insight.latest import latest_entries, latest_uses
from generator.insight.maturity import Maturity
from generator.insight.memberships import is_member_on, members_on
from generator.insight.sizes import SizeClass, size_class
from generator.insight.uses import smallest_and_largest
from generator.model.choices import Effort, Status
from generator.model.organisation import Member

PHISHING = "adoptions/phishing-oefening.md"
DAY = st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2200, 1, 1))


@pytest.mark.parametrize(
    ("reviewed", "expected"),
    [
        (dt.date(2027, 1, 1), Freshness.CURRENT),
        (TODAY, Freshness.CURRENT),
        (dt.date(2025, 11, 24), Freshness.CURRENT),
        (dt.date(2025, 11, 23), Freshness.TO_CONFIRM),
        (dt.date(2025, 5, 24), Freshness.TO_CONFIRM),
        (dt.date(2025, 5, 23), Freshness.OUT_OF_DATE),
    ],
)
def test_an_entry_is_fresh_for_twelve_months_and_out_of_date_after_eighteen(
    reviewed: dt.date, expected: Freshness
) -> None:
    """The day on which the months are full still counts as the better one."""
    assert freshness(reviewed, TODAY) is expected


@pytest.mark.parametrize(("confirmed", "expected"), [("2023-11-24", True), ("2023-11-23", False)])
def test_an_adoption_counts_for_thirty_six_months_after_it_was_confirmed(
    confirmed: str, *, expected: bool
) -> None:
    """What nobody has confirmed for longer is no evidence of use."""
    assert still_counts(dt.date.fromisoformat(confirmed), TODAY) is expected


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2023-12-31", 2, "2024-02-29"),
        ("2026-11-24", 14, "2028-01-24"),
    ],
)
def test_a_month_later_is_never_a_day_that_does_not_exist(day: str, months: int, expected: str) -> None:
    """The last day of a shorter month stands in for the 29th, 30th or 31st."""
    assert months_later(dt.date.fromisoformat(day), months) == dt.date.fromisoformat(expected)


@given(DAY, st.integers(min_value=0, max_value=600))
def test_months_between_undoes_months_later(day: dt.date, months: int) -> None:
    """Counting forward and back gives the same number of months."""
    assert months_between(day, months_later(day, months)) == months


@given(DAY, DAY)
def test_months_between_counts_full_months_only(one: dt.date, other: dt.date) -> None:
    """It is the largest number of months that have passed, and never negative."""
    earlier, later = sorted((one, other))
    months = months_between(earlier, later)
    assert months_later(earlier, months) <= later < months_later(earlier, months + 1)
    assert months_between(later, earlier) == (0 if earlier < later else months)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2014", "2014-01-01", "2014-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2014-03-05", "2014-03-05", "2014-03-05"),
        ("2014-02-31", "2014-02-01", "2014-02-28"),
    ],
)
def test_a_partial_date_stands_for_its_whole_period(written: str, first: str, last: str) -> None:
    """Of 2014, the first day is New Year's Day and the last one New Year's Eve."""
    assert (first_day(written), last_day(written)) == (
        dt.date.fromisoformat(first),
        dt.date.fromisoformat(last),
    )


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (None, None, True),
        ("2026", None, True),
        ("2026-12", None, False),
        (None, "2026-11", True),
        (None, "2026-11-23", False),
        ("2014", "2025", False),
    ],
)
def test_a_membership_runs_from_its_first_to_its_last_day(
    since: str | None, until: str | None, *, expected: bool
) -> None:
    """What is not known does not limit it."""
    member = Member(organisation="voorbeeldstad", since=since, until=until)
    assert is_member_on(member, TODAY) is expected


def test_a_partnership_that_has_ended_has_no_members(tmp_path: Path) -> None:
    """Its members of then are not members of today."""
    register = (BASE / "register/bodies.csv").read_text(encoding="utf-8")
    ended = register.replace("2014-01-01,,,fictief", "2014-01-01,2026-11-23,,fictief")
    insight = insight_in(tmp_path, {"register/bodies.csv": ended})
    partnership = insight.catalogue.organisations["samenwerking-voorbeeld"]
    assert members_on(partnership, TODAY) == ()
    assert members_on(partnership, dt.date(2026, 11, 23)) == ("voorbeeldstad",)
    assert insight.neighbours.partnerships == {}


def test_members_use_what_their_partnership_uses(tmp_path: Path) -> None:
    """A partnership's adoption counts for the members of today, the partnership itself not once more."""
    insight = insight_in(
        tmp_path,
        {
            f"organisations/samenwerking-voorbeeld/{PHISHING}": adoption(),
            "organisations/landelijk-bureau/practices/landelijk.md": practice("Landelijk"),
            "organisations/samenwerking-voorbeeld/adoptions/landelijk.md": adoption(),
        },
    )
    dossier = insight.dossiers["landelijk"]
    assert [
        (use.organisation.slug, use.via.slug if use.via else None, use.counts) for use in dossier.uses
    ] == [
        ("samenwerking-voorbeeld", None, True),
        ("voorbeeldstad", "samenwerking-voorbeeld", True),
    ]
    assert [item.slug for item in dossier.adopters] == ["voorbeeldstad"]
    assert dossier.maturity is Maturity.SHARED


def test_an_owner_does_not_use_its_own_entry_through_a_partnership(tmp_path: Path) -> None:
    """Voorbeeldstad owns the exercise that its partnership uses."""
    insight = insight_in(tmp_path, {f"organisations/samenwerking-voorbeeld/{PHISHING}": adoption()})
    assert [use.organisation.slug for use in insight.dossiers["phishing-oefening"].uses] == [
        "samenwerking-voorbeeld"
    ]


def test_a_members_own_word_goes_above_that_of_its_partnership(tmp_path: Path) -> None:
    """A member that stopped does not count as a user, whatever its partnership says."""
    insight = insight_in(
        tmp_path,
        {
            "organisations/landelijk-bureau/practices/landelijk.md": practice("Landelijk"),
            "organisations/samenwerking-voorbeeld/adoptions/landelijk.md": adoption(),
            "organisations/voorbeeldstad/adoptions/landelijk.md": adoption(
                status="stopped", until="2026", stop_reason="het contract liep af"
            ),
        },
    )
    uses = insight.dossiers["landelijk"].uses
    assert [(use.organisation.slug, use.adoption.status, use.via) for use in uses] == [
        ("samenwerking-voorbeeld", "in-use", None),
        ("voorbeeldstad", "stopped", None),
    ]
    assert [item.slug for item in insight.dossiers["landelijk"].adopters] == ["samenwerking-voorbeeld"]


def test_the_history_of_a_merged_municipality_counts_for_its_successor(tmp_path: Path) -> None:
    """Oudedorp merged into Nieuwland, which goes on with what Oudedorp used."""
    insight = insight_in(tmp_path, {f"organisations/oudedorp/{PHISHING}": adoption(confirmed="2024-01-01")})
    uses = insight.dossiers["phishing-oefening"].uses
    assert [(use.organisation.slug, use.via.slug if use.via else None, use.counts) for use in uses] == [
        ("oudedorp", None, False),
        ("nieuwland", "oudedorp", True),
    ]
    assert [item.slug for item in insight.predecessors["nieuwland"]] == ["oudedorp"]


def test_use_that_nobody_confirms_no_longer_counts(tmp_path: Path) -> None:
    """It stays on the page, and leaves the number of users."""
    dossier = insight_in(
        tmp_path, {f"organisations/nieuwland/{PHISHING}": adoption(confirmed="2023-01-01")}
    ).dossiers["phishing-oefening"]
    assert [(use.organisation.slug, use.counts) for use in dossier.uses] == [("nieuwland", False)]
    assert (dossier.adopters, dossier.maturity) == ((), Maturity.OWN)


def test_five_users_make_something_widely_shared(tmp_path: Path) -> None:
    """Fewer, and no partnership among them, leave it reusable."""
    users = ["nieuwland", "provincie-voorbeeld", "waterschap-voorbeeld", "landelijk-bureau", "softwarebouwer"]
    four = insight_in(
        tmp_path / "four", {f"organisations/{user}/{PHISHING}": adoption() for user in users[:4]}
    )
    five = insight_in(tmp_path / "five", {f"organisations/{user}/{PHISHING}": adoption() for user in users})
    assert four.dossiers["phishing-oefening"].maturity is Maturity.REUSABLE
    assert five.dossiers["phishing-oefening"].maturity is Maturity.SHARED


def test_the_smallest_and_largest_user_are_municipalities(tmp_path: Path) -> None:
    """A province has more inhabitants than any town, and says nothing about whether it suits a town."""
    organisations = catalogue_in(tmp_path).organisations
    town, village, province = (
        organisations[s] for s in ("voorbeeldstad", "nieuwland", "provincie-voorbeeld")
    )
    assert smallest_and_largest((town, province, village)) == (village, town)
    assert smallest_and_largest((town, province)) is None


def test_only_uses_with_something_to_tell_are_stories(tmp_path: Path) -> None:
    """That it is used is no story; a lesson, a known effort or a changed process is."""
    unknown = "{technology: {size: unknown}, process: {size: unknown}}"
    insight = insight_in(
        tmp_path,
        {
            f"organisations/nieuwland/{PHISHING}": adoption(
                mode="unknown", effort="unknown", changes=unknown
            ),
            f"organisations/landelijk-bureau/{PHISHING}": adoption(
                changes="{process: {size: unknown, what: anders}}"
            ),
            f"organisations/waterschap-voorbeeld/{PHISHING}": adoption(cost_once="none"),
            f"organisations/softwarebouwer/{PHISHING}": adoption() + "\nWij begonnen klein.\n",
        },
    )
    told = {use.organisation.slug: use.has_story for use in insight.dossiers["phishing-oefening"].uses}
    assert told == {
        "landelijk-bureau": True,
        "nieuwland": False,
        "softwarebouwer": True,
        "waterschap-voorbeeld": True,
    }


def test_unknown_effort_is_in_no_range() -> None:
    """Only what is told is counted, from least to most."""
    found = reported(Effort, [Effort.FROM_6, None, Effort.UNKNOWN, Effort.FROM_1, Effort.FROM_6])
    assert (found.bands, found.count) == (((Effort.FROM_1, 1), (Effort.FROM_6, 2)), 3)


@pytest.mark.parametrize(
    ("claim", "told", "expected"),
    [
        (Effort.FROM_6, [Effort.FROM_6], Against.SAME),
        (Effort.FROM_6, [Effort.FROM_6, Effort.OVER_60], Against.MORE),
        (Effort.FROM_6, [Effort.UNDER_1], Against.LESS),
        (Effort.FROM_6, [Effort.UNDER_1, Effort.FROM_21], Against.MIXED),
        (Effort.FROM_6, [Effort.UNKNOWN], None),
        (Effort.UNKNOWN, [Effort.FROM_6], None),
        (None, [Effort.FROM_6], None),
    ],
)
def test_reports_are_set_against_the_claim_of_the_owner(
    claim: Effort | None, told: list[Effort], expected: Against | None
) -> None:
    """Nothing is said when either is not known."""
    assert against(Effort, claim, reported(Effort, told)) is expected


def test_completeness_counts_unknown_as_not_filled_in(tmp_path: Path) -> None:
    """An owner sees what is still asked, in the order of the form."""
    reuse = "{advice: configure, effort: unknown, roles: [ciso]}"
    insight = insight_in(
        tmp_path,
        {
            "organisations/nieuwland/practices/nieuw.md": practice("Nieuw", reuse=reuse, links="[]"),
        },
    )
    found = completeness(insight.dossiers["nieuw"].entry)
    assert found.share == 1 - len(found.missing) / len(found.asked)
    assert set(found.asked) - set(found.missing) == {("reuse", "advice"), ("reuse", "roles")}
    assert found.missing[:5] == (
        ("questions",),
        ("facilities",),
        ("standards",),
        ("reuse", "effort"),
        ("reuse", "lead_time"),
    )


def test_facets_count_every_entry_once_for_each_value(tmp_path: Path) -> None:
    """The most frequent value comes first; a closed list can be had in its own order."""
    found = counts(
        insight_in(
            tmp_path, {"organisations/nieuwland/practices/nieuw.md": practice("Nieuw", status="idea")}
        ).dossiers.values()
    )
    assert found["kind"] == {"practice": 2, "application": 1}
    assert found["theme"] == {"cybersecurity": 2, "services": 1}
    assert found["owner"] == {"voorbeeldstad": 2, "nieuwland": 1, "waterschap-voorbeeld": 1}
    assert in_order(Status, found["status"]) == ((Status.IDEA, 1), (Status.IN_USE, 2))


def test_the_news_has_every_entry_once_and_lessons_first(tmp_path: Path) -> None:
    """One entry with many users does not fill the list, and what stopped is no news."""
    lesson = "Begin klein en vraag na een maand wat beter kan bij de collega's."
    insight = insight_in(
        tmp_path,
        {
            f"organisations/nieuwland/{PHISHING}": adoption(since="2026"),
            f"organisations/landelijk-bureau/{PHISHING}": adoption(lesson=lesson),
            "organisations/waterschap-voorbeeld/practices/nieuw.md": practice("Nieuw"),
            "organisations/voorbeeldstad/adoptions/nieuw.md": adoption(
                status="stopped", until="2026", stop_reason="het contract liep af"
            ),
        },
    )
    news = latest_uses(insight.dossiers.values(), 5)
    assert [(use.entry, use.organisation.slug) for use in news] == [
        ("meldingen", "nieuwland"),
        ("phishing-oefening", "landelijk-bureau"),
    ]
    assert latest_uses(insight.dossiers.values(), 1) == news[:1]


def test_the_latest_entries_are_those_last_read(tmp_path: Path) -> None:
    """On one day, the most used come first, then by title."""
    files = {
        f"organisations/nieuwland/practices/{name}.md": practice(name.title()) for name in ("ccc", "bbb")
    }
    files["organisations/voorbeeldstad/adoptions/ccc.md"] = adoption()
    found = latest_entries(insight_in(tmp_path, files).dossiers.values(), 4)
    assert [item.id for item in found] == ["meldingen", "ccc", "bbb", "phishing-oefening"]


@pytest.mark.parametrize(
    ("today", "days", "is_open"),
    [(dt.date(2027, 6, 29), 1, True), (dt.date(2027, 6, 30), 0, True), (dt.date(2027, 7, 1), 0, False)],
)
def test_a_call_closes_by_itself_after_its_last_day(
    tmp_path: Path, today: dt.date, days: int, *, is_open: bool
) -> None:
    """On the last day one can still respond."""
    (item,) = insight_in(tmp_path, today=today).calls
    assert (item.days_left, item.is_open) == (days, is_open)


def test_open_calls_are_ordered_by_haste_and_closed_ones_by_memory(tmp_path: Path) -> None:
    """The first to close first, and the last to have closed first."""

    def call(until: str) -> str:
        text = BASE / "organisations/nieuwland/calls/samen-inkopen.md"
        return text.read_text(encoding="utf-8").replace("until: 2027-06-30", f"until: {until}")

    dates = {
        "aaa": "2027-01-31",
        "bbb": "2026-12-31",
        "ccc": "2025-01-31",
        "ddd": "2026-01-31",
        "eee": "2025-01-31",
    }
    files = {f"organisations/nieuwland/calls/{name}.md": call(until) for name, until in dates.items()}
    calls = insight_in(tmp_path, files).calls
    assert [item.record.id for item in open_calls(calls)] == ["bbb", "aaa", "samen-inkopen"]
    assert [item.record.id for item in closed_calls(calls)] == ["ddd", "ccc", "eee"]


def test_entries_are_found_by_the_terms_they_use(tmp_path: Path) -> None:
    """Themes, facilities, laws, controls, roles and threats lead to entries."""
    found = {key: [item.id for item in items] for key, items in insight_in(tmp_path).dossiers_by_term.items()}
    assert found == {
        ("themes", "services"): ["meldingen"],
        ("facilities", "digid"): ["meldingen"],
        ("standards", "zaken-api"): ["meldingen"],
        ("services", "paspoort"): ["meldingen"],
        ("legislation", "woo"): ["meldingen"],
        ("reference-components", "meldingencomponent"): ["meldingen"],
        ("business-functions", "dienstverlening"): ["meldingen"],
        ("roles", "project-leader"): ["meldingen"],
        ("themes", "cybersecurity"): ["phishing-oefening"],
        ("bio2", "6.3"): ["phishing-oefening"],
        ("threats", "phishing"): ["phishing-oefening"],
    }


@pytest.mark.parametrize(
    ("slug", "expected"),
    [("voorbeeldstad", SizeClass.FROM_20K), ("provincie-voorbeeld", None), ("oudedorp", None)],
)
def test_only_municipalities_with_known_inhabitants_have_a_size_class(
    tmp_path: Path, slug: str, expected: SizeClass | None
) -> None:
    """A province, or a former municipality without a figure, is compared with nobody by size."""
    assert size_class(catalogue_in(tmp_path).organisations[slug]) is expected


def test_a_bound_belongs_to_the_class_above(tmp_path: Path) -> None:
    """100,000 inhabitants is a large municipality, one fewer is not."""
    register = (BASE / "register/bodies.csv").read_text(encoding="utf-8")
    sized = register.replace(",40000,", ",100000,").replace(",25000,", ",99999,")
    organisations = catalogue_in(tmp_path, {"register/bodies.csv": sized}).organisations
    assert size_class(organisations["voorbeeldstad"]) is SizeClass.OVER_100K
    assert size_class(organisations["nieuwland"]) is SizeClass.FROM_50K


def test_whoever_owns_uses_or_asks_takes_part(tmp_path: Path) -> None:
    """A body that is only a supplier or a member does not."""
    insight = insight_in(tmp_path)
    assert insight.participants == {"nieuwland", "voorbeeldstad", "waterschap-voorbeeld"}
    assert insight.times_reused == 1


def test_what_is_known_of_an_organisation_is_grouped_by_its_slug(tmp_path: Path) -> None:
    """Owned by, used by, asked by, and partnerships of."""
    insight = insight_in(tmp_path)
    assert {k: [d.id for d in v] for k, v in insight.dossiers_by_owner.items()} == {
        "voorbeeldstad": ["meldingen", "phishing-oefening"],
        "waterschap-voorbeeld": ["meldingen"],
    }
    assert {k: [u.entry for u in v] for k, v in insight.uses_by_organisation.items()} == {
        "nieuwland": ["meldingen"]
    }
    assert {k: [c.record.id for c in v] for k, v in insight.calls_by_owner.items()} == {
        "nieuwland": ["samen-inkopen"]
    }
    assert {k: [c.record.id for c in v] for k, v in insight.calls_by_entry.items()} == {
        "meldingen": ["samen-inkopen"]
    }
    assert {k: [p.slug for p in v] for k, v in insight.neighbours.partnerships.items()} == {
        "voorbeeldstad": ["samenwerking-voorbeeld"]
    }


def test_what_refers_to_an_unknown_organisation_is_left_out(tmp_path: Path) -> None:
    """A rule reports the folder and the member; nothing derived breaks on them."""
    call = (BASE / "organisations/nieuwland/calls/samen-inkopen.md").read_text(encoding="utf-8")
    insight = insight_in(
        tmp_path,
        {
            "organisations/nergens/practices/zwevend.md": practice("Zwevend"),
            "organisations/nergens/calls/zwevend.md": call,
            f"organisations/nergens/{PHISHING}": adoption(),
            f"organisations/samenwerking-voorbeeld/{PHISHING}": adoption(),
            "organisations/samenwerking-voorbeeld/organisation.yml": "members: [{organisation: niemand}]",
        },
    )
    assert sorted(insight.dossiers) == ["meldingen", "phishing-oefening"]
    assert [use.organisation.slug for use in insight.dossiers["phishing-oefening"].uses] == [
        "samenwerking-voorbeeld"
    ]
    assert [item.record.id for item in insight.calls] == ["samen-inkopen"]
