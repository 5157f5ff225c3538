"""Report: runs a torture in a process of its own and reads what it found. Nothing of a test is forked along."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.environment import postgresql

ROOT = Path(__file__).resolve().parents[2]
LOG = ROOT / ".cache" / "torture.log"
SAID_EVERY_SECONDS = 60
OURS = ("GESTE_", "DATABASE_URL", "DJANGO_")
_said_at = [time.monotonic()]


def progress(done: int, of: int, what: str = "") -> None:
    """Write down how far something long has got, once a minute and at its end."""
    now = time.monotonic()
    if done != of and now - _said_at[0] < SAID_EVERY_SECONDS:
        return
    _said_at[0] = now
    what = what or f"{Path(sys.argv[0]).stem} {sys.argv[1]} seed {sys.argv[-1]}"
    LOG.parent.mkdir(exist_ok=True)
    with LOG.open("a", encoding="utf-8") as log:
        log.write(f"{time.strftime('%H:%M:%S')} {what}: {done} of {of}\n")


def reported(torture: str, engine: str, folder: Path, amount: int, *, seed: int, patience: float) -> dict[str, Any]:
    """Return the JSON object that `python -m tests.torture.TORTURE ENGINE FOLDER AMOUNT SEED` prints.

    Skips, visibly, where the engine cannot be found.
    """
    if engine == "postgresql" and postgresql.programs_found() is None:
        pytest.skip(postgresql.ADVICE)
    command = [sys.executable, "-m", f"tests.torture.{torture}", engine, str(folder), str(amount), str(seed)]
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    done = subprocess.run(
        command, cwd=ROOT, env=surroundings, capture_output=True, text=True, timeout=patience, check=False
    )
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report
