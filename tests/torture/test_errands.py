"""Errands: what is promised is done once or given back, wherever whoever carries it out is killed."""

from pathlib import Path

import pytest

from geste import failpoints
from tests.torture.engines import ENGINES
from tests.torture.report import reported
from tests.torture.sizes import ERRANDS, SEED


def killed(engine: str, folder: Path, lives: int, seed: int) -> None:
    report = reported("errands", engine, folder, lives, seed=seed, patience=120 + 2 * lives)

    assert report["faults"] == []
    assert report["lives"] == lives
    # A place at which nobody ever dies proves nothing.
    assert [place for place in failpoints.NAMES if not report["died_at"][place]] == []
    assert report["ended"]["confirmed"] >= lives


@pytest.mark.parametrize("engine", ENGINES)
def test_a_worker_killed_at_every_place_pays_nothing_twice(engine: str, tmp_path: Path) -> None:
    killed(engine, tmp_path, ERRANDS.slice // 2, seed=1)


@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES)
def test_workers_killed_a_thousand_times_pay_nothing_twice(engine: str, tmp_path: Path) -> None:
    killed(engine, tmp_path, ERRANDS.whole // 2, seed=SEED)
