"""How long something lasts is said in a unit a person counts in."""

from datetime import timedelta

import pytest

from geste.phrases.measures import say_roughly


@pytest.mark.parametrize(
    ("seconds", "en", "fr"),
    [
        (0, "0\N{NO-BREAK SPACE}seconds", "0\N{NO-BREAK SPACE}seconde"),
        (119, "119\N{NO-BREAK SPACE}seconds", "119\N{NO-BREAK SPACE}secondes"),
        (120, "2\N{NO-BREAK SPACE}minutes", "2\N{NO-BREAK SPACE}minutes"),
        (7_199, "119\N{NO-BREAK SPACE}minutes", "119\N{NO-BREAK SPACE}minutes"),
        (172_799, "47\N{NO-BREAK SPACE}hours", "47\N{NO-BREAK SPACE}heures"),
        (19_292_691, "223\N{NO-BREAK SPACE}days", "223\N{NO-BREAK SPACE}jours"),
    ],
)
def test_a_length_is_said_in_the_largest_unit_of_which_there_are_two(seconds: int, en: str, fr: str) -> None:
    length = timedelta(seconds=seconds)

    assert (say_roughly(length, "en"), say_roughly(length, "fr")) == (en, fr)
