"""Clocks: a wrong clock gives nobody money, takes none away, and puts no receipt before another."""

from pathlib import Path

import pytest

from tests.torture.engines import ENGINES
from tests.torture.report import reported
from tests.torture.sizes import JUMPS, SEED


@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES)
def test_a_clock_that_jumps_gives_no_second_budget(engine: str, tmp_path: Path) -> None:
    jumps = JUMPS.whole // 2

    report = reported("clocks", engine, tmp_path, jumps, seed=SEED, patience=120 + 5 * jumps)

    assert report["faults"] == []
    assert report["jumps"] == jumps
    # Where nothing runs short, or no period is ever turned, nothing was tried.
    assert min(report["given"], report["declined"]) > jumps // 2
    assert report["periods"] > 4
