"""The demonstration's own check: each company is told, served and visited, from an empty folder to a receipt."""

import subprocess
import sys
from pathlib import Path

import pytest

from geste.demo.names import NAMES

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", NAMES)
def test_each_company_opens_from_nothing_and_gives_a_receipt(name: str) -> None:
    command = [str(Path(sys.executable).with_name("geste")), "demo", name, "--check"]

    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)

    assert (done.returncode, done.stderr) == (0, "")
