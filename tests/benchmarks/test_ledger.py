"""The ledger's benchmark: what it reckons with, and that a house can be furnished and measured at all."""

from pathlib import Path

import pytest

from geste.benchmarks.ledger.embedded import Raw
from geste.benchmarks.ledger.house import CASES, SPREAD, wish
from geste.benchmarks.ledger.rate import Rate
from geste.benchmarks.ledger.resident import Resident
from geste.benchmarks.result import Result


def test_a_rate_tells_how_many_and_how_long_they_waited() -> None:
    waits = [thousandth / 1000 for thousandth in range(1, 101)]

    assert Rate.of(waits, 4.0) == Rate(25.0, 51.0, 100.0)
    assert Rate.of(waits, 4.0, each=100).per_second == 2500.0
    assert Rate.median([Rate(3, 0, 0), Rate(1, 0, 0), Rate(2, 0, 0)]) == Rate(2, 0, 0)


def test_no_amount_comes_twice_on_one_case() -> None:
    numbers = [0, 1, CASES - 1, CASES, 2 * CASES + 1]

    assert [(case, body["amount"]) for case, body in (wish(number, SPREAD) for number in numbers)] == [
        (0, "0.01"),
        (1, "0.01"),
        (CASES - 1, "0.01"),
        (0, "0.02"),
        (1, "0.03"),
    ]


def test_of_rates_the_larger_is_better_and_a_ratio_below_one_is_still_ahead() -> None:
    result = Result("name", "Title", "a second", 200.0, {"slow": 50.0, "fast": 100.0}, 3, is_rate=True)

    assert (result.best_peer, result.ratio) == ("fast", 0.5)


@pytest.mark.slow
def test_a_house_is_furnished_and_measured(tmp_path: Path) -> None:
    with Resident(str(tmp_path), {"GESTE_DATABASE_URL": "", "GESTE_TIME_ZONE": "UTC"}) as house:
        rate, cpu = house.service(SPREAD, 1.0)
        house.ask("rest")

    assert rate.per_second > 0 < cpu
    raw = Raw(tmp_path / "geste.sqlite3")
    assert raw.measured(seconds=0.5, first=0, draws=3).per_second > 0
    assert raw.measured(seconds=0.5, first=1_000_000, envelopes=1).per_second > 0
