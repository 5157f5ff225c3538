"""A hundred thousand hostile charters and requests: every one is answered or refused, none ends in a traceback.

The small charters of the fast slice are damaged here too, and with them the whole charters that ship and the two real
companies'. Batches run side by side; a seed in a failure makes its charter again (`tests.core.hostile.damaged`).
"""

import pytest

from tests.core.corpus import ROOT
from tests.core.hostile import BLOATED, HEAVY, SMALL_CHARTERS
from tests.core.test_hostile import (
    check_bloated_charter,
    check_damaged_charter,
    check_heavy_charter,
    check_wild_request,
    running,
)

pytestmark = pytest.mark.slow

FIRST = 1_000_000
WHOLE_CHARTERS = tuple(
    path.read_text(encoding="utf-8")
    for folder in ("examples/charters", "tests/tau")
    for path in sorted((ROOT / folder).glob("*.yaml"))
)
BATCHES = 20
SMALL, WHOLE, REQUESTS = 1_500, 1_000, 2_500


@pytest.mark.parametrize("batch", range(BATCHES))
def test_damaged_small_charters_are_read_or_refused(batch: int) -> None:
    start = FIRST + batch * SMALL
    for seed in range(start, start + SMALL):
        check_damaged_charter(seed, SMALL_CHARTERS)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_damaged_whole_charters_are_read_or_refused(batch: int) -> None:
    start = 2 * FIRST + batch * WHOLE
    for seed in range(start, start + WHOLE):
        check_damaged_charter(seed, WHOLE_CHARTERS)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_wild_requests_are_answered_or_refused(batch: int) -> None:
    engine, start = running(), 3 * FIRST + batch * REQUESTS
    for seed in range(start, start + REQUESTS):
        check_wild_request(engine, seed)


def test_a_hundred_thousand_are_tried() -> None:
    assert BATCHES * (SMALL + WHOLE + REQUESTS) == 100_000


@pytest.mark.parametrize("name", BLOATED)
def test_bloated_charter_is_refused_in_under_a_second(name: str) -> None:
    check_bloated_charter(name)


@pytest.mark.parametrize("name", HEAVY)
def test_heavy_charter_is_read_in_under_a_second(name: str) -> None:
    check_heavy_charter(name)
