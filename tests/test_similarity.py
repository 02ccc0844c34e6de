"""How much two bodies are alike: the same in both directions, less with every difference, in any order."""

from __future__ import annotations

import math
import random
from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.insight.similarity import (
    WEIGHTS,
    Trait,
    Traits,
    alike,
    distance,
    nearest,
    nearest_of_each,
    score,
    ties,
    traits_of,
)
from generator.model.choices_more import OrganisationType
from generator.register import Organisation

SLUGS = st.sampled_from(["aadorp", "beeldam", "ceedrecht", "deeveen"])
TRAITS = st.builds(
    Traits,
    SLUGS,
    st.none() | st.integers(1, 1_000_000),
    st.none() | st.floats(10, 7_000),
    st.none() | st.tuples(st.floats(50.7, 53.6), st.floats(3.3, 7.3)),
    st.sampled_from(["", "pv20", "pv26"]),
    st.dictionaries(st.sampled_from(["p", "q", "r"]), st.sampled_from([0.25, 0.5, 1.0])).map(
        MappingProxyType
    ),
)
TOWN = Traits("ijsselstein", 33_171, 1574.0, (52.0226, 5.0431), "pv26", MappingProxyType({"uw": 0.5}))


@given(st.lists(TRAITS, unique_by=lambda body: body.slug), st.integers(0, 3))
def test_all_at_once_gives_what_each_by_itself_gives(bodies: list[Traits], most: int) -> None:
    """Whoever is asked about all bodies takes a short cut, and comes out at the same place."""
    found = nearest_of_each(tuple(bodies), most)
    assert found == {body.slug: nearest(body, bodies, most) for body in bodies}


@given(TRAITS, TRAITS)
def test_it_is_the_same_in_both_directions(one: Traits, other: Traits) -> None:
    """To the last bit: an order that depends on it may not depend on who asks."""
    assert alike(one, other) == alike(other, one)
    assert distance(one, other) == distance(other, one)


@given(TRAITS, TRAITS)
def test_every_part_and_the_whole_lie_between_nothing_and_all(one: Traits, other: Traits) -> None:
    """Also when little is known; with weights that add up to a hundred."""
    parts = alike(one, other)
    assert set(parts) == set(Trait)
    assert all(0 <= part <= 1 for part in parts.values())
    assert 0 <= score(parts) <= 1
    assert sum(WEIGHTS.values()) == 100


@given(TRAITS)
def test_nothing_is_more_like_a_body_than_itself(one: Traits) -> None:
    """Each thing that is known of it counts in full."""
    parts = alike(one, one)
    assert parts[Trait.SIZE] == (1 if one.inhabitants else 0)
    assert parts[Trait.DENSITY] == (1 if one.density else 0)
    assert parts[Trait.NEAR] == (1 if one.place else 0)
    assert parts[Trait.PROVINCE] == (1 if one.province else 0)


@given(st.integers(1, 100_000), st.integers(0, 100_000), st.integers(0, 100_000))
def test_a_larger_difference_in_size_never_makes_more_alike(size: int, more: int, still_more: int) -> None:
    """Other things equal, it goes one way."""
    one, other, third = (
        replace(TOWN, inhabitants=number) for number in (size, size + more, size + more + still_more)
    )
    assert score(alike(one, third)) <= score(alike(one, other))


@given(st.floats(0, 1), st.floats(0, 1))
def test_farther_away_never_makes_more_alike(step: float, next_step: float) -> None:
    """Along one road east."""
    north, east = TOWN.place or (0.0, 0.0)
    near, far = (replace(TOWN, place=(north, east + away)) for away in (step, step + next_step))
    assert score(alike(TOWN, far)) <= score(alike(TOWN, near))


@given(TRAITS, TRAITS)
def test_one_more_shared_partnership_never_makes_less_alike(one: Traits, other: Traits) -> None:
    """However much was shared already."""
    with_one, with_other = (replace(it, partners={**it.partners, "new": 0.5}) for it in (one, other))
    assert score(alike(one, other)) <= score(alike(with_one, with_other))


@given(st.lists(TRAITS, max_size=8, unique_by=lambda item: item.slug), st.randoms(use_true_random=False))
def test_the_nearest_do_not_depend_on_the_order(others: list[Traits], chance: random.Random) -> None:
    """Equals are ordered by name, and the body itself is never among them."""
    shuffled = list(others)
    chance.shuffle(shuffled)
    found = nearest(TOWN, [TOWN, *others], 3)
    assert found == nearest(TOWN, [*shuffled, TOWN], 3)
    assert "ijsselstein" not in {item.slug for item in found}
    assert [item.score for item in found] == sorted((item.score for item in found), reverse=True)


def test_reasons_are_what_says_most_and_never_more_than_two() -> None:
    """A town as large, next door, in the same province and partnership."""
    other = replace(TOWN, slug="nieuwegein", place=(52.03, 5.08))
    [found] = nearest(TOWN, [other], 5)
    assert found.reasons == (Trait.SIZE, Trait.NEAR)
    assert found.partnerships == ("uw",)
    assert found.distance == pytest.approx(2.7, abs=0.2)
    assert nearest(TOWN, [Traits("nergens")], 5) == ()


def test_a_small_partnership_says_more_than_a_large_one_and_a_past_one_half() -> None:
    """Two of four is close; two of three hundred is not."""
    assert ties({"a": True, "b": False}) == {"a": 1.0, "b": 0.5}
    assert ties(dict.fromkeys("abcdefgh", True))["a"] == 0.5
    assert ties({}) == {}


def test_density_and_place_come_from_the_register() -> None:
    """What the register does not know is not guessed."""
    town = Organisation(
        "gm1", "", "dorp", "Dorp", OrganisationType.MUNICIPALITY, "pv26", 1000, 10.0, 52.0, 5.0
    )
    assert traits_of(town, {}) == Traits("dorp", 1000, 100.0, (52.0, 5.0), "pv26", {})
    bare = Organisation("gm2", "", "dal", "Dal", OrganisationType.MUNICIPALITY, inhabitants=0, lat=52.0)
    assert traits_of(bare, {}) == Traits("dal")


def test_the_formulas_are_those_in_the_guide() -> None:
    """Twice as many inhabitants is half of what four times is; thirty kilometres is half of sixty."""
    twice = replace(
        TOWN, slug="twee", inhabitants=66_342, density=TOWN.density and TOWN.density * math.sqrt(8)
    )
    parts = alike(TOWN, twice)
    assert parts[Trait.SIZE] == pytest.approx(0.5)
    assert parts[Trait.DENSITY] == pytest.approx(0.5)
    away = replace(TOWN, place=((TOWN.place or (0, 0))[0] + 30 / 111.195, 5.0431))
    assert alike(TOWN, away)[Trait.NEAR] == pytest.approx(0.5, abs=0.001)
