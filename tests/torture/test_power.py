"""Power: a cut at any moment loses nothing that was acknowledged, and leaves no half of anything."""

from pathlib import Path

import pytest

from tests.torture.power import CARELESS
from tests.torture.report import reported
from tests.torture.sizes import CUTS, SEED

JOURNALS = ("WAL", "TRUNCATE")


def cut(journal: str, folder: Path, cuts: int, seed: int) -> None:
    report = reported("power", journal, folder, cuts, seed=seed, patience=120 + cuts)

    assert report["faults"] == []
    assert report["cuts"] == cuts
    # Cuts that always come between two commits, or before the first answer, prove nothing.
    assert report["damaged"] > cuts // 2
    assert report["answered"] > cuts


@pytest.mark.parametrize("journal", JOURNALS)
def test_a_power_cut_loses_nothing_that_was_acknowledged(journal: str, tmp_path: Path) -> None:
    cut(journal, tmp_path, CUTS.slice // 2, seed=1)


@pytest.mark.slow
@pytest.mark.parametrize("journal", JOURNALS)
def test_two_thousand_power_cuts(journal: str, tmp_path: Path) -> None:
    cut(journal, tmp_path, CUTS.whole // 2, seed=SEED)


def test_a_house_that_does_not_wait_for_its_disk_is_caught(tmp_path: Path) -> None:
    report = reported("power", CARELESS, tmp_path, 20, seed=1, patience=120)

    assert len(report["faults"]) > 10
