"""People made up, forty of each profile, are called what they are. Thousands of them: tests/slow."""

from collections import Counter

import pytest

from tests.core.portrait_people import PROFILES
from tests.core.portrait_trial import Trial, wrong

PEOPLE = 40


@pytest.mark.item("S0.44")
@pytest.mark.parametrize("name", PROFILES)
def test_at_most_one_call_in_twenty_is_wrong_at_forty_opportunities(name: str) -> None:
    assert wrong(name, Trial(name, PEOPLE).calls()) * 20 <= PEOPLE


@pytest.mark.item("S0.45")
def test_nine_in_ten_who_avoid_hard_cases_are_named_for_them() -> None:
    """Sixteen hard cases leave some of them in doubt; of none is it said that they are named for easy ones."""
    first = Counter(one.headline.difficulty for one in Trial("avoider", PEOPLE).portraits())

    assert first["high"] * 10 >= PEOPLE * 9
    assert first["low"] == first["middle"] == 0


@pytest.mark.item("S0.29")
@pytest.mark.parametrize(("name", "tail"), [("generous", "too_much"), ("sparing", "too_little")])
def test_both_tails_are_told(name: str, tail: str) -> None:
    told = sum(tail in one.overall.tails for one in Trial(name, PEOPLE).portraits())

    assert told * 20 >= PEOPLE * 19


@pytest.mark.item("S0.29")
def test_three_lucky_cases_say_nothing_whoever_it_is() -> None:
    calls = [Trial(name, 20, opportunities=3).calls() for name in PROFILES]

    assert calls == [Counter({"not_enough_yet": 20})] * len(PROFILES)
