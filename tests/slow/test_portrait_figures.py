"""Every figure told of the portrait is worked out again, and no profile has more than one wrong call in twenty."""

import pytest

from tests.core.portrait_trial import (
    AT_FORTY,
    AT_OTHERS,
    FIGURES,
    IN_BETWEEN,
    TAILS,
    Trial,
    called_row,
    coverage_row,
    effect_row,
    tails_row,
)

pytestmark = [pytest.mark.slow, pytest.mark.item("S0.44")]
TOLD = FIGURES.read_text(encoding="utf-8").splitlines()


def name_of(trial: Trial) -> str:
    return f"{trial.name}-{trial.opportunities}-{trial.seed}"


@pytest.mark.parametrize("trial", [*AT_FORTY, *AT_OTHERS], ids=name_of)
def test_calls_are_as_told(trial: Trial) -> None:
    assert called_row(trial) in TOLD


@pytest.mark.parametrize("trial", AT_FORTY, ids=name_of)
def test_at_most_one_call_in_twenty_is_wrong(trial: Trial) -> None:
    start = f"| {trial.name.replace('_', ' ')} | {trial.opportunities} | {trial.seed} |"
    (told,) = (line for line in TOLD if line.startswith(start))
    wrong, people = (int(cell) for cell in told.split("|")[-3:-1])

    assert (people, wrong * 20 <= people) == (trial.people, True)


@pytest.mark.parametrize("trial", IN_BETWEEN, ids=name_of)
def test_between_the_profiles_it_is_as_told(trial: Trial) -> None:
    assert effect_row(trial) in TOLD


@pytest.mark.parametrize("trial", TAILS, ids=name_of)
def test_tails_and_hard_cases_are_as_told(trial: Trial) -> None:
    assert tails_row(trial) in TOLD


def test_the_interval_covers_as_told() -> None:
    assert coverage_row(300) in TOLD
