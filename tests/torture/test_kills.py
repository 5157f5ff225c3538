"""Kills: an accepted gesture is never lost, whatever dies at whatever moment, and asked again it is given once."""

from pathlib import Path

import pytest

from tests.torture.engines import ENGINES
from tests.torture.report import reported
from tests.torture.sizes import KILLS, SEED


def killed(engine: str, folder: Path, lives: int, seed: int) -> None:
    report = reported("nursery", engine, folder, lives, seed=seed, patience=60 + 20 * lives)

    assert report["faults"] == []
    assert report["lives"] == lives
    # Nobody learns anything from lives in which nothing was answered and nothing was left in doubt.
    assert report["answered"] >= lives // 2
    assert report["asked_again"] >= lives // 2


@pytest.mark.parametrize("engine", ENGINES)
def test_what_was_acknowledged_outlives_every_death(engine: str, tmp_path: Path) -> None:
    killed(engine, tmp_path, KILLS.slice // 2, seed=1)


@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES)
def test_what_was_acknowledged_outlives_two_thousand_deaths(engine: str, tmp_path: Path) -> None:
    killed(engine, tmp_path, KILLS.whole // 2, seed=SEED)
