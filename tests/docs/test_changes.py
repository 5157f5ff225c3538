"""Fragments of the changelog are named as towncrier reads them, and it can make a page of them."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["towncrier"]
TYPES = {kind["directory"]: kind["name"] for kind in SETTINGS["type"]}
FRAGMENTS = [path for path in sorted((ROOT / "changes").iterdir()) if path.name != "README.md"]


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=lambda path: path.name)
def test_a_fragment_has_a_number_a_type_and_something_to_say(fragment: Path) -> None:
    named = re.fullmatch(r"(?P<issue>\d+)\.(?P<kind>\w+)(?:\.\d+)?\.md", fragment.name)

    assert named is not None
    assert named["kind"] in TYPES
    assert fragment.read_text(encoding="utf-8").strip()


def test_the_types_are_explained_where_fragments_are_written() -> None:
    explained = (ROOT / "changes" / "README.md").read_text(encoding="utf-8")

    assert [kind for kind in TYPES if f"`{kind}`" not in explained] == []


def test_towncrier_makes_a_page_of_them() -> None:
    command = [sys.executable, "-m", "towncrier", "build", "--draft", "--version", "next", "--date", "2026-01-01"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)

    kinds = {fragment.name.split(".")[1] for fragment in FRAGMENTS}
    assert "## next (2026-01-01)" in run.stdout
    assert {words for words in TYPES.values() if f"### {words}\n" in run.stdout} == {TYPES[kind] for kind in kinds}
    assert set(re.findall(r"\(#(\d+)\)", run.stdout)) == {fragment.name.split(".")[0] for fragment in FRAGMENTS}
