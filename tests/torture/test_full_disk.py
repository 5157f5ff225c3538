"""Full disk: a server of PostgreSQL without room refuses cleanly, loses nothing, and goes on when there is room."""

from pathlib import Path

import pytest

from tests.torture.full_disk import may_mount
from tests.torture.report import reported
from tests.torture.sizes import FULL_DISKS, SEED

RECOVERY_SECONDS = 30
"""Ten on a machine that does nothing else."""


@pytest.mark.slow
@pytest.mark.parametrize("part", ["data", "pg_wal"])
def test_a_full_disk_under_postgresql_loses_nothing(part: str, tmp_path: Path) -> None:
    if not may_mount():
        pytest.skip("Full disk: only root may mount the small file system that is to be filled.")
    times = FULL_DISKS.whole // 2

    report = reported("full_disk", part, tmp_path, times, seed=SEED, patience=120 + 60 * times)

    assert report["faults"] == []
    assert report["times"] == times
    # Nothing but a yes or "not now": and a disk that is never full, or always, proves nothing.
    assert report["statuses"].keys() == {"201", "503"}
    assert min(report["statuses"].values()) >= times
    assert report["slowest"] < RECOVERY_SECONDS
