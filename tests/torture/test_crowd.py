"""Crowd: no budget is ever exceeded, whoever presses at once, and nobody is refused what there was."""

from pathlib import Path

import pytest

from tests.torture.engines import ENGINES
from tests.torture.report import reported
from tests.torture.sizes import ATTEMPTS, SEED


def crowded(engine: str, folder: Path, attempts: int, seed: int) -> None:
    report = reported("crowd", engine, folder, attempts, seed=seed, patience=120 + attempts)

    assert report["faults"] == []
    assert report["given"] + report["refused"] == attempts
    # A crowd that always gets what it wants, or never, proves nothing.
    assert min(report["given"], report["refused"]) >= attempts // 10


@pytest.mark.parametrize("engine", ENGINES)
def test_a_crowd_neither_overdraws_nor_is_refused_what_there_was(engine: str, tmp_path: Path) -> None:
    crowded(engine, tmp_path, ATTEMPTS.slice // 2, seed=1)


@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES)
def test_a_crowd_of_two_hundred_thousand_attempts(engine: str, tmp_path: Path) -> None:
    crowded(engine, tmp_path, ATTEMPTS.whole // 2, seed=SEED)
