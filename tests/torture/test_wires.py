"""Wires: a network that is cut only delays, and a connection left behind keeps the money of nobody."""

from pathlib import Path

import pytest

from tests.torture.report import reported
from tests.torture.sizes import SEED, WIRES
from tests.torture.wire import WORST, may_leave_behind


def troubled(folder: Path, troubles: int, seed: int) -> None:
    report = reported("wires", "postgresql", folder, troubles, seed=seed, patience=120 + 5 * troubles)

    assert report["faults"] == []
    assert sum(report["troubles"].values()) == troubles
    assert (WORST in report["troubles"]) == may_leave_behind()
    # Where nothing is given between two troubles, or nothing twice, nothing was tried.
    assert report["given"] > troubles
    assert report["statuses"].keys() == {"201"}
    assert report["statuses"]["201"] > report["given"]


def test_a_network_that_is_cut_only_delays(tmp_path: Path) -> None:
    troubled(tmp_path, WIRES.slice, seed=1)


@pytest.mark.slow
def test_a_network_that_is_cut_two_thousand_times_only_delays(tmp_path: Path) -> None:
    troubled(tmp_path, WIRES.whole, seed=SEED)
