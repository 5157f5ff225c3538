"""What contributors are told about the tests is what is there."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_every_folder_of_tests_is_explained() -> None:
    folders = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir() and path.name != "__pycache__"}

    assert set(re.findall(r"^\| `tests/(\w+)` \|", CONTRIBUTING, re.MULTILINE)) == folders
