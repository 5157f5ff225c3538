"""How hard a case was: a sum of signs, each told."""

from typing import get_args

import pytest

from geste.core.charter.vocabulary import SEVERITIES
from geste.core.portrait.difficulty import Difficulty, Level, difficulty
from geste.core.portrait.opportunity import Severity, Signals
from geste.core.reasons import Reason

UPSET_AGAIN = Signals(repeated_failure=True, upset=True)


def test_severities_are_those_of_charters() -> None:
    assert get_args(Severity) == SEVERITIES


@pytest.mark.item("S0.45")
@pytest.mark.parametrize(
    ("severity", "signals", "level"),
    [
        ("small", Signals(), "low"),
        ("small", Signals(upset=True), "low"),
        ("spoiled", Signals(), "low"),
        ("spoiled", Signals(ambiguous=True), "middle"),
        ("small", UPSET_AGAIN, "middle"),
        ("ruined", Signals(), "middle"),
        ("ruined", UPSET_AGAIN, "high"),
        ("spoiled", Signals(repeated_failure=True, ambiguous=True, first_of_its_kind=True), "high"),
        ("danger", Signals(), "high"),
    ],
)
def test_signs_add_up_to_a_level(severity: Severity, signals: Signals, level: Level) -> None:
    assert difficulty(severity, signals).level == level


def test_every_sign_that_counted_is_told() -> None:
    assert difficulty("ruined", Signals(ambiguous=True, first_of_its_kind=True)) == Difficulty(
        "high",
        (
            Reason("difficulty.severity", (("severity", "ruined"),)),
            Reason("difficulty.ambiguous"),
            Reason("difficulty.first_of_its_kind"),
        ),
    )


def test_an_ordinary_case_has_nothing_to_tell() -> None:
    assert difficulty("small", Signals()) == Difficulty("low", ())
