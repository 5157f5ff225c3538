"""Kills: an accepted gesture is never lost, whatever dies at whatever moment, and asked again it is given once."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.environment import postgresql
from tests.torture.sizes import KILLS

OURS = ("GESTE_", "DATABASE_URL")
ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 60 + 3 * KILLS.whole


def raised_and_killed(engine: str, folder: Path, lives: int, seed: int) -> dict[str, object]:
    """Return what the nursery reports, from a process of its own: it forks, and nothing here may be forked along."""
    command = [sys.executable, "-m", "tests.torture.nursery", engine, str(folder), str(lives), str(seed)]
    surroundings = {
        name: value for name, value in os.environ.items() if not name.startswith(("GESTE_", "DATABASE_URL"))
    }
    done = subprocess.run(
        command, cwd=ROOT, env=surroundings, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False
    )
    assert done.returncode == 0, done.stderr
    report: dict[str, object] = json.loads(done.stdout)
    return report


def killed(engine: str, folder: Path, lives: int, seed: int) -> None:
    if engine == "postgresql" and postgresql.programs_found() is None:
        pytest.skip(postgresql.ADVICE)

    report = raised_and_killed(engine, folder, lives, seed)

    assert report["faults"] == []
    assert report["lives"] == lives
    answered, again = report["answered"], report["asked_again"]
    assert isinstance(answered, int)
    assert isinstance(again, int)
    # Nobody learns anything from lives in which nothing was answered and nothing was left in doubt.
    assert answered >= lives // 2
    assert again >= lives // 2


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_what_was_acknowledged_outlives_every_death(engine: str, tmp_path: Path) -> None:
    killed(engine, tmp_path, KILLS.slice // 2, seed=1)


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_what_was_acknowledged_outlives_two_thousand_deaths(engine: str, tmp_path: Path) -> None:
    killed(engine, tmp_path, KILLS.whole // 2, seed=2)
