"""What one could take over next: ordered by reasons that each only ever add, whatever the order of files."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.insight.gaps import (
    BEST_OF_EACH,
    WEIGHTS,
    Gap,
    Position,
    Reason,
    gaps,
    peer_points,
    reused_points,
    weighted,
)
from generator.insight.merits import (
    ANY_LAW,
    Merits,
    ease_points,
    law_points,
    volume_points,
    worth_a_look,
)
from generator.model.choices import Advice, Effort, Mode

TODAY = dt.date(2026, 11, 24)
ENTRIES = [f"e{number}" for number in range(12)]
BODIES = [f"b{number}" for number in range(6)]
POINTS = st.integers(0, 100)
MERITS = st.dictionaries(
    st.sampled_from(ENTRIES), st.builds(Merits, POINTS, POINTS, POINTS, st.integers(0, 50))
)
HAS = st.dictionaries(st.sampled_from(BODIES), st.frozensets(st.sampled_from(ENTRIES)))
POSITIONS = st.builds(
    Position,
    st.frozensets(st.sampled_from(ENTRIES), max_size=3),
    st.lists(st.sampled_from(BODIES[:3]), unique=True).map(tuple),
    st.lists(st.tuples(st.sampled_from(BODIES[3:]), st.floats(0.01, 1)), unique_by=lambda item: item[0]).map(
        tuple
    ),
)


@given(POSITIONS, HAS, MERITS, st.lists(st.sampled_from(ENTRIES)), st.integers(0, 5))
def test_only_what_others_have_and_one_has_not_is_suggested(
    position: Position, has: dict[str, frozenset[str]], merits: dict[str, Merits], extra: list[str], most: int
) -> None:
    """By a partner, a peer, or because it deserves a look from anyone; each once, most points first."""
    found = gaps(position, has, merits, extra, most)
    ids = [gap.entry for gap in found]
    known = set(extra).union(
        *(has.get(slug, frozenset()) for slug in (*position.partners, *dict(position.peers)))
    )
    assert len(ids) == len(set(ids))
    assert set(ids) <= (known & merits.keys()) - position.own
    assert len(ids) <= most + BEST_OF_EACH * len(Reason)
    order = [(-weighted(gap.points), -merits[gap.entry].reused, gap.entry) for gap in found]
    assert order == sorted(order)


@given(POSITIONS, HAS, MERITS, st.lists(st.sampled_from(ENTRIES)), st.randoms(use_true_random=False))
def test_the_order_of_files_does_not_matter(
    position: Position,
    has: dict[str, frozenset[str]],
    merits: dict[str, Merits],
    extra: list[str],
    chance: random.Random,
) -> None:
    """The same catalogue read in another order gives the same list."""
    mixed_has, mixed_merits, mixed_extra = list(has.items()), list(merits.items()), list(extra)
    for items in (mixed_has, mixed_merits, mixed_extra):
        chance.shuffle(items)
    again = gaps(position, dict(mixed_has), dict(mixed_merits), mixed_extra, 5)
    assert again == gaps(position, has, merits, extra, 5)


@given(POSITIONS, HAS, MERITS, st.sampled_from(BODIES), st.sampled_from(ENTRIES))
def test_one_more_that_has_it_never_lowers_a_score(
    position: Position, has: dict[str, frozenset[str]], merits: dict[str, Merits], body: str, entry: str
) -> None:
    """A partner, a peer or a stranger that takes it over."""
    before = {gap.entry: weighted(gap.points) for gap in gaps(position, has, merits, ENTRIES, 99)}
    more = {**has, body: has.get(body, frozenset()) | {entry}}
    after = {gap.entry: weighted(gap.points) for gap in gaps(position, more, merits, ENTRIES, 99)}
    assert after.keys() == before.keys()
    assert all(after[name] >= before[name] for name in before)


@given(
    st.builds(Merits, POINTS, POINTS, POINTS, POINTS),
    st.sampled_from(["law", "ease", "volume", "reused"]),
    POINTS,
)
def test_each_merit_only_ever_adds(merits: Merits, name: str, more: int) -> None:
    """Nearer to the day of a law, less work, more asked for, more often reused: never a lower score."""

    def points(it: Merits) -> int:
        [gap] = gaps(Position(frozenset(), (), ()), {}, {"e": it}, ["e"], 1)
        return weighted(gap.points)

    raised = replace(merits, **{name: getattr(merits, name) + more})
    assert points(raised) >= points(merits)


@given(POSITIONS, HAS, MERITS)
def test_what_a_partner_has_comes_first(
    position: Position, has: dict[str, frozenset[str]], merits: dict[str, Merits]
) -> None:
    """With the weights one begins with, nothing else outweighs it."""
    found = gaps(position, has, merits, ENTRIES, 99)
    scores = {
        is_partner: [weighted(gap.points) for gap in found if bool(gap.partners) is is_partner]
        for is_partner in (True, False)
    }
    assert min(scores[True], default=10_000) >= max(scores[False], default=0)


def test_a_score_is_the_weighted_mean_of_its_points() -> None:
    """Rounded to the nearest whole, half up, as the script on the page does."""
    none = dict.fromkeys(Reason, 0)
    assert sum(WEIGHTS.values()) == 100
    assert Gap("e", {**none, Reason.PARTNER: 100, Reason.PEERS: 44, Reason.EASE: 80}, (), ()).score == 67
    assert Gap("e", {**none, Reason.VOLUME: 10}, (), ()).score == 1
    assert Gap("e", {**none, Reason.VOLUME: 9}, (), ()).score == 0


def test_the_best_for_each_reason_come_along() -> None:
    """Else moving a weight would have nothing to bring up."""
    merits = {f"used{n}": Merits(reused=50) for n in range(9)} | {"easy": Merits(ease=40)}
    found = gaps(Position(frozenset(), (), ()), {}, merits, merits, 2)
    assert [gap.entry for gap in found] == ["used0", "used1", "used2", "easy"]


def test_the_points_are_those_in_the_guide() -> None:
    """Half with one peer that is wholly alike, half with five users, a hundred for a million a year."""
    assert [peer_points(alike) for alike in (0, 0.5, 1, 3)] == [0, 33, 50, 75]
    assert [reused_points(times) for times in (0, 5, 45)] == [0, 50, 90]
    assert [volume_points(number) for number in (None, 0, 9, 999_999, 10**9)] == [0, 0, 17, 100, 100]


@pytest.mark.parametrize(
    ("applies_from", "expected"),
    [
        (None, ANY_LAW),
        ("2026-11-24", 100),
        ("2026-08-15", 92),
        ("2027-02-24", 92),
        ("2025-05-24", 50),
        ("2018-05-25", ANY_LAW),
        ("2035-01-01", ANY_LAW),
    ],
)
def test_a_law_weighs_most_around_the_day_it_begins(applies_from: str | None, expected: int) -> None:
    """Before and after alike, and any law a little."""
    assert law_points(dt.date.fromisoformat(applies_from) if applies_from else None, TODAY) == expected


@pytest.mark.parametrize(
    ("efforts", "modes", "expected"),
    [
        ([], [], 0),
        ([None, Effort.UNKNOWN], [None, Advice.UNKNOWN], 0),
        ([Effort.UNDER_1], [], 100),
        ([Effort.FROM_1, Effort.FROM_6], [], 70),
        ([Effort.OVER_60], [Advice.ADAPT], 0),
        ([Effort.OVER_60], [Mode.ONE_TO_ONE], 60),
        ([None], [Advice.ONE_TO_ONE], 60),
        ([Effort.FROM_21], [Mode.CONFIGURED], 30),
    ],
)
def test_ease_is_the_mean_effort_or_how_it_was_taken_over(
    efforts: list[Effort | None], modes: list[str | None], expected: int
) -> None:
    """Unknown is no number and is left out."""
    assert ease_points(efforts, modes) == expected


def test_anyone_is_shown_what_a_law_asks_what_is_reused_and_what_a_small_one_took() -> None:
    """For the day on which a municipality has no partners and no peers here yet."""
    merits = {
        "new-law": Merits(law=92),
        "old-law": Merits(law=ANY_LAW),
        "known": Merits(reused=9),
        "plain": Merits(),
    }
    assert worth_a_look(merits, 2) == ("new-law", "known")
