"""Chance: the same seed gives the same numbers everywhere, and each thing as often as its weight says."""

from collections import Counter

import pytest

from geste.demo.simulation.chance import Chance

TRIES = 4_000


def test_a_seed_gives_the_same_numbers_on_every_python() -> None:
    chance = Chance(1, "customers")

    assert [chance.between(1, 100) for _ in range(8)] == [82, 72, 35, 35, 87, 74, 7, 18]
    assert Chance(2, "customers").between(1, 100) != 82


def test_two_concerns_of_one_seed_do_not_follow_each_other() -> None:
    days, cases = Chance(1, "days"), Chance(1, "cases")

    assert [days.between(1, 100) for _ in range(8)] != [cases.between(1, 100) for _ in range(8)]


def test_things_come_as_often_as_their_weights_say() -> None:
    chance = Chance(1, "weights")

    found = Counter(chance.weighed({"often": 70, "seldom": 25, "hardly": 5, "never": 0}) for _ in range(TRIES))

    assert {thing: round(100 * times / TRIES) for thing, times in found.items()} == {
        "often": 70,
        "seldom": 25,
        "hardly": 5,
    }


@pytest.mark.parametrize("mean", [0.0, 0.4, 3.0])
def test_how_often_something_happens_is_spread_around_its_mean(mean: float) -> None:
    chance = Chance(1, f"times {mean}")

    times = [chance.times(mean) for _ in range(TRIES)]
    found = sum(times) / TRIES
    spread = sum((each - found) ** 2 for each in times) / TRIES

    assert found == pytest.approx(mean, abs=0.1)
    assert spread == pytest.approx(mean, abs=0.2)


def test_between_reaches_both_ends_and_no_further() -> None:
    chance = Chance(1, "ends")

    assert {chance.between(2, 4) for _ in range(200)} == {2, 3, 4}
    assert [chance.happens(0) for _ in range(50)] == [False] * 50
    assert [chance.happens(100) for _ in range(50)] == [True] * 50
