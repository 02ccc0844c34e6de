"""Who is near whom, and what goes with whom when municipalities merge: Uden and Landerd into Maashorst."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from catalogues import BASE, TODAY, adoption, catalogue_in, insight_in, practice
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalogue import Catalogue, load
from generator.insight import Insight
from generator.insight.gaps import Reason
from generator.insight.memberships import heir
from generator.pages import all_pages
from generator.pages.page import Page
from generator.pages.site import Site
from generator.rules import check

REGISTER = Path(__file__).parent.parent / "catalogue/register"
PARTNERSHIP = "organisations/samenwerking-voorbeeld/organisation.yml"
# Two towns that became one on 1 January 2022, as the real register has it, and what they had by then.
MERGED = {
    "organisations/uden/practices/wijkschouw.md": practice("Wijkschouw"),
    "organisations/uden/organisation.yml": (
        'monitor: [{year: 2019, source: "https://www.voorbeeld.nl", measure: volwassenheid, rank: 90}]\n'
        "body: |\n  Uden begon met de wijkschouw.\n"
    ),
    "organisations/uden/adoptions/buurtapp.md": adoption(
        status="stopped", until="2020", stop_reason="te duur voor ons"
    ),
    "organisations/landerd/adoptions/buurtapp.md": adoption(mode="one-to-one"),
    "organisations/landerd/adoptions/wijkschouw.md": adoption(),
    "organisations/landerd/calls/samen.md": (
        (BASE / "organisations/nieuwland/calls/samen-inkopen.md")
        .read_text("utf-8")
        .replace("entry: meldingen", "entry: buurtapp")
    ),
    "organisations/oss/practices/buurtapp.md": practice("Buurtapp", co_owners="[uden]"),
    "organisations/bernheze/practices/samenloop.md": practice("Samenloop"),
    "organisations/brabant-noord/practices/veilig.md": practice("Veilig"),
}
COLUMNS = "code,tooi,slug,name,type,province,inhabitants,area_km2,lat,lon,since,until,successor,source\n"
REGION = f"{COLUMNS}x-region,,brabant-noord,Brabant-Noord,partnership,pv30,,,,,,,,fictief voorbeeld\n"
MEMBERS = "members: [{organisation: uden}, {organisation: landerd}, {organisation: bernheze}]\n"


def real_register(*, merged: bool = True) -> dict[str, str]:
    """Return the real register; before the merger the two lines of Uden and Landerd do not end."""
    files = {
        f"register/{file.name}": file.read_text("utf-8")
        for file in sorted(REGISTER.glob("*municipalities.csv"))
    }
    files["register/provinces.csv"] = (REGISTER / "provinces.csv").read_text("utf-8")
    former = files["register/former-municipalities.csv"]
    assert former.count(",2021-12-31,gm1991,") == 2
    if not merged:
        files["register/former-municipalities.csv"] = former.replace(",2021-12-31,gm1991,", ",,,")
    return {
        **files,
        "register/bodies.csv": REGION,
        "organisations/brabant-noord/organisation.yml": MEMBERS,
    }


def merger_in(folder: Path, more: Mapping[str, str] | None = None, *, merged: bool = True) -> Catalogue:
    """Return the catalogue with the real register instead of that of the cases, and with more files."""
    gone = {
        f"organisations/{name}": ""
        for name in (
            "nieuwland/adoptions/meldingen.md",
            "nieuwland/calls/samen-inkopen.md",
            "samenwerking-voorbeeld/organisation.yml",
            "voorbeeldstad/applications/meldingen.md",
            "voorbeeldstad/practices/phishing-oefening.md",
        )
    }
    return catalogue_in(folder, {**gone, **real_register(merged=merged), **MERGED, **(more or {})})


def pages_of(catalogue: Catalogue) -> dict[str, Page]:
    """Return every page by its address."""
    return {page.address: page for page in all_pages(Site(catalogue, TODAY, "nl"))}


def test_one_line_of_the_register_moves_all_that_a_town_had(tmp_path: Path) -> None:
    """What Uden owns and Landerd uses is Maashorst's from the first day of 2022, and not a day earlier."""
    catalogue = merger_in(tmp_path)
    before = Insight(catalogue, dt.date(2021, 12, 31))
    after = Insight(catalogue, dt.date(2022, 1, 1))
    assert [item.id for item in before.dossiers_by_owner["uden"]] == ["buurtapp", "wijkschouw"]
    assert "maashorst" not in before.dossiers_by_owner
    assert [item.id for item in after.dossiers_by_owner["maashorst"]] == ["buurtapp", "wijkschouw"]
    assert "uden" not in after.dossiers_by_owner
    assert after.dossiers["wijkschouw"].owner.slug == "maashorst"
    assert [item.slug for item in after.dossiers["buurtapp"].co_owners] == ["maashorst"]
    founder = after.dossiers["wijkschouw"].founder
    assert founder is not None
    assert founder.slug == "uden"
    assert [call.owner.slug for call in before.calls] == ["landerd"]
    assert [call.owner.slug for call in after.calls] == ["maashorst"]


def test_the_history_stays_and_nobody_counts_twice(tmp_path: Path) -> None:
    """Landerd used what Uden owns: together they own it, and no longer use it from another."""
    insight = Insight(merger_in(tmp_path), TODAY)
    wijkschouw = insight.dossiers["wijkschouw"]
    assert [(use.organisation.slug, use.counts) for use in wijkschouw.uses] == [("landerd", False)]
    assert wijkschouw.adopters == ()
    assert [item.slug for item in insight.predecessors["maashorst"]] == ["landerd", "uden"]
    assert insight.participants >= {"maashorst", "oss", "bernheze"}
    assert not insight.participants & {"uden", "landerd"}


@settings(max_examples=15, deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.sampled_from(["uden", "landerd"]), st.sampled_from(["samenloop", "veilig"])),
        st.sampled_from([("in-use", "2026-01-01"), ("in-use", "2020-01-01"), ("planned", "2026-01-01")]),
    )
)
def test_no_adoption_is_lost_in_a_merger(told: dict[tuple[str, str], tuple[str, str]]) -> None:
    """Each stays on its entry, and Maashorst uses exactly what one of the two used."""
    files = {
        f"organisations/{town}/adoptions/{entry}.md": adoption(status=status, confirmed=confirmed)
        for (town, entry), (status, confirmed) in told.items()
    }
    with tempfile.TemporaryDirectory() as folder:
        insight = Insight(merger_in(Path(folder), files), TODAY)
        own = {
            (use.organisation.slug, use.entry)
            for it in insight.dossiers.values()
            for use in it.uses
            if not use.via
        }
        assert told.keys() <= own
        used = {
            entry
            for (_, entry), (status, confirmed) in told.items()
            if (status, confirmed[:4]) == ("in-use", "2026")
        }
        assert insight.neighbours.has["maashorst"] - {"buurtapp", "wijkschouw"} == used
        assert all(len(it.adopters) == len(set(it.adopters)) for it in insight.dossiers.values())


def test_membership_goes_on_at_the_successor(tmp_path: Path) -> None:
    """Three members become two, and what the other one has is a gap of Maashorst."""
    insight = Insight(merger_in(tmp_path), TODAY)
    near, maashorst = insight.neighbours, insight.catalogue.organisations["maashorst"]
    assert [item.slug for item in near.members["brabant-noord"]] == ["bernheze", "maashorst"]
    assert [item.slug for item in near.partners(maashorst)] == ["brabant-noord", "bernheze"]
    found = {gap.entry: gap for gap in near.gaps(maashorst, 5)}
    assert sorted(name for name, gap in found.items() if gap.partners) == ["samenloop", "veilig"]
    assert found["samenloop"].partners == ("bernheze",)


def test_without_the_line_nothing_has_moved(tmp_path: Path) -> None:
    """The same files with the register of before: two towns, each with its own."""
    insight = Insight(merger_in(tmp_path, merged=False), TODAY)
    assert [item.id for item in insight.dossiers_by_owner["uden"]] == ["buurtapp", "wijkschouw"]
    assert [item.slug for item in insight.dossiers["wijkschouw"].adopters] == ["landerd"]
    assert "maashorst" not in insight.predecessors


def test_old_addresses_lead_to_the_successor_that_tells_the_story(tmp_path: Path) -> None:
    """The page of Uden sends its reader on; what was written about it stands on that of Maashorst."""
    pages = pages_of(merger_in(tmp_path))
    assert [pages[f"organisaties/{name}/"].moved_to for name in ("uden", "landerd")] == [
        "organisaties/maashorst/"
    ] * 2
    html = pages["organisaties/maashorst/"].html
    assert html.count("Uden begon met de wijkschouw.") == 1
    assert html.count('href="https://www.voorbeeld.nl"') == 1
    assert "Begonnen bij Uden, nu onderdeel van Maashorst." in pages["praktijken/wijkschouw/"].html
    search = pages["organisaties/maashorst/"].search
    assert search is not None
    assert search.questions == ("Landerd", "Uden")


def test_a_merger_is_no_error_in_the_files_of_before(tmp_path: Path) -> None:
    """The one line is enough to publish; a warning asks to tidy up."""
    found = {(item.rule, str(item.severity)) for item in check(merger_in(tmp_path), TODAY)}
    assert {severity for rule, severity in found if rule == "organisation-still-exists"} == {"warning"}


def test_every_former_municipality_has_one_that_does_its_work_today() -> None:
    """Over several mergers, in the real register; and its address leads there."""
    catalogue = load(REGISTER.parent)
    former = [item for item in catalogue.organisations.values() if item.until and item.code.startswith("gm")]
    heirs = {heir(catalogue, item, TODAY).slug for item in former}
    assert len(former) > 200
    assert all(catalogue.organisations[slug].until is None for slug in heirs)


def test_a_body_that_ended_without_a_successor_stays_itself(tmp_path: Path) -> None:
    """Also when the register goes round in a circle."""
    register = (BASE / "register/bodies.csv").read_text("utf-8")
    ended = register.replace(",2014-01-01,,,fictief", ",2014-01-01,2020-01-01,,fictief")
    catalogue = catalogue_in(tmp_path / "a", {"register/bodies.csv": ended})
    partnership = catalogue.organisations["samenwerking-voorbeeld"]
    assert heir(catalogue, partnership, TODAY) is partnership
    circle = register.replace("2023-01-01,,,fictief", "2023-01-01,2024-01-01,x-oudedorp,fictief")
    catalogue = catalogue_in(tmp_path / "b", {"register/bodies.csv": circle})
    oudedorp = catalogue.organisations["oudedorp"]
    assert heir(catalogue, oudedorp, TODAY).slug == "nieuwland"


def test_partners_are_the_partnership_and_the_others_in_a_small_one(tmp_path: Path) -> None:
    """Of a partnership, its members; in one of more than fifteen, the others are too many to be partners."""
    near = insight_in(
        tmp_path / "small",
        {PARTNERSHIP: "members: [{organisation: voorbeeldstad}, {organisation: nieuwland}]"},
    ).neighbours
    known = near.catalogue.organisations
    assert [item.slug for item in near.partners(known["nieuwland"])] == [
        "samenwerking-voorbeeld",
        "voorbeeldstad",
    ]
    assert [item.slug for item in near.partners(known["samenwerking-voorbeeld"])] == [
        "nieuwland",
        "voorbeeldstad",
    ]
    assert near.partners(known["provincie-voorbeeld"]) == ()
    register = (BASE / "register/bodies.csv").read_text("utf-8")
    rows = "".join(f"x-t{n},,t{n},T{n},municipality,,,,,,,,,fictief\n" for n in range(15))
    names = ", ".join(f"{{organisation: t{n}}}" for n in range(15))
    large = insight_in(
        tmp_path / "large",
        {
            "register/bodies.csv": register + rows,
            PARTNERSHIP: f"members: [{{organisation: nieuwland}}, {names}]",
        },
    ).neighbours
    nieuwland = large.catalogue.organisations["nieuwland"]
    assert [item.slug for item in large.partners(nieuwland)] == ["samenwerking-voorbeeld"]


def test_what_a_fellow_member_has_is_a_gap_with_its_reasons(tmp_path: Path) -> None:
    """Nieuwland does not know the exercise that Voorbeeldstad, next door and as large, owns."""
    near = insight_in(tmp_path).neighbours
    nieuwland = near.catalogue.organisations["nieuwland"]
    [peer] = near.peers(nieuwland)
    assert peer.slug == "voorbeeldstad"
    [gap] = near.gaps(nieuwland, 5)
    assert (gap.entry, gap.partners, gap.peers) == ("phishing-oefening", (), ("voorbeeldstad",))
    assert gap.points[Reason.PEERS] == round(100 * peer.score / (peer.score + 1))


@pytest.mark.parametrize("slug", ["landelijk-bureau", "softwarebouwer", "oudedorp"])
def test_bodies_that_do_other_work_or_have_ended_are_shown_no_gaps(tmp_path: Path, slug: str) -> None:
    """A company or a national body does not take over what municipalities do."""
    near = insight_in(tmp_path).neighbours
    organisation = near.catalogue.organisations[slug]
    assert near.gaps(organisation, 5) == ()
    assert near.peers(organisation) == ()


def test_what_is_tried_stopped_or_ends_is_no_gap(tmp_path: Path) -> None:
    """Who stopped knows why; what its owner ends is not offered."""
    insight = insight_in(
        tmp_path,
        {
            "organisations/nieuwland/adoptions/phishing-oefening.md": adoption(
                status="stopped", until="2025", stop_reason="de leverancier hield op"
            ),
            "organisations/voorbeeldstad/practices/eindigt.md": practice("Eindigt", status="phasing-out"),
        },
    )
    assert insight.neighbours.gaps(insight.catalogue.organisations["nieuwland"], 5) == ()


def test_a_small_municipality_that_took_it_one_to_one_is_named(tmp_path: Path) -> None:
    """The smallest; not a large one, and not one that only set an example."""
    insight = insight_in(
        tmp_path,
        {
            "organisations/nieuwland/adoptions/phishing-oefening.md": adoption(mode="one-to-one"),
            "organisations/waterschap-voorbeeld/adoptions/phishing-oefening.md": adoption(mode="one-to-one"),
        },
    )
    merits = insight.neighbours.merits
    small = merits["phishing-oefening"].small
    assert small is not None
    assert small.slug == "nieuwland"
    assert merits["phishing-oefening"].ease == 80
    assert merits["meldingen"].small is None


def test_who_used_what_it_now_owns_has_it_once(tmp_path: Path) -> None:
    """Maashorst wrote that it uses the walk of Uden: it owns that since, and is no user of its own."""
    catalogue = merger_in(tmp_path, {"organisations/maashorst/adoptions/wijkschouw.md": adoption()})
    assert Insight(catalogue, TODAY).dossiers["wijkschouw"].adopters == ()
    html = pages_of(catalogue)["organisaties/maashorst/"].html
    told = json.loads(html.split("data-compared>")[1].split("</script>")[0])
    assert [(item["id"], item["how"]) for item in told["has"]] == [
        ("buurtapp", "deelt dit"),
        ("wijkschouw", "deelt dit"),
    ]
    assert told["had"] == []


def test_a_member_that_is_in_no_register_is_nobodys_partner(tmp_path: Path) -> None:
    """A rule reports it; who is near whom does not stumble over it."""
    near = insight_in(
        tmp_path, {PARTNERSHIP: "members: [{organisation: niemand}, {organisation: nieuwland}]"}
    ).neighbours
    assert [item.slug for item in near.ever_members["samenwerking-voorbeeld"]] == ["nieuwland"]
    assert [item.slug for item in near.members["samenwerking-voorbeeld"]] == ["nieuwland"]


def test_past_partners_are_remembered(tmp_path: Path) -> None:
    """A membership that ended, also through a merger, is told as past."""
    near = insight_in(tmp_path).neighbours
    assert {slug: [item.slug for item in items] for slug, items in near.past_partnerships.items()} == {
        "nieuwland": ["samenwerking-voorbeeld"]
    }
    assert [item.slug for item in near.ever_members["samenwerking-voorbeeld"]] == [
        "voorbeeldstad",
        "nieuwland",
    ]
