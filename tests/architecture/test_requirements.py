"""The requirement files hold every version by its hash, agree with each other, and hold no address."""

import re
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, project

FOLDER = ROOT / "requirements"
FILES = sorted(FOLDER.glob("*.txt"))
# What an operator may add is pinned where it is tested.
HELD_IN = {"stripe": "dev"}
ADDRESS = re.compile(r"://|^\s*-|@\s*(?:file|git|http)|\.(?:org|com|io|net)\b", re.MULTILINE)
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(?:\[[^]]*])?==(?P<version>[^\s;\\]+)")


def pins(text: str) -> dict[str, str]:
    """Return the version of every package, hashes and markers left out."""
    found = (PIN.match(entry) for entry in entries(text))
    return {match["name"]: match["version"] for match in found if match}


def entries(text: str) -> list[str]:
    """Return one line per package: continued lines joined."""
    return [line for line in text.replace("\\\n", " ").splitlines() if line.strip()]


def loose_entries(text: str) -> list[str]:
    """Return the entries that a mirror could answer with something else."""
    return [entry for entry in entries(text) if not PIN.match(entry) or "--hash=sha256:" not in entry]


def addresses(text: str) -> list[str]:
    hashes_gone = re.sub(r"--hash=sha256:[0-9a-f]{64}", "", text)
    return [match.group() for match in ADDRESS.finditer(hashes_gone)]


def test_the_five_sets_are_there() -> None:
    assert [path.stem for path in FILES] == ["bench", "bootstrap", "core", "dev", "runtime"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_file_holds_an_address(path: Path) -> None:
    assert addresses(path.read_text()) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_version_is_held_by_its_hash(path: Path) -> None:
    assert loose_entries(path.read_text()) == []


def test_every_set_agrees_with_the_widest() -> None:
    widest = pins((FOLDER / "bench.txt").read_text())
    others = {path.name: pins(path.read_text()) for path in FILES if path.stem in {"runtime", "dev", "core"}}

    assert all(others.values())
    for name, versions in others.items():
        assert versions == {package: widest.get(package) for package in versions}, name


def test_every_declared_dependency_is_pinned() -> None:
    table = project()["project"]
    assert isinstance(table, dict)
    declared = {"runtime": table["dependencies"], **table["optional-dependencies"]}
    # What only some houses need is tried out with everything else.
    declared["dev"] += declared.pop("stripe")
    for name, wanted in declared.items():
        pinned = pins((FOLDER / f"{HELD_IN.get(name, name)}.txt").read_text())
        names = [re.split(r"[\[<>=!~ ]", entry)[0].lower().replace(".", "-") for entry in wanted]
        assert [package for package in names if package not in pinned] == [], name


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("django @ https://example.org/django.whl", True),
        ("--index-url https://example.org/simple", True),
        ("--find-links wheels", True),
        ("    # from mirror.example.com", True),
        ("django==5.2.19 \\\n    --hash=sha256:" + "0" * 64, False),
    ],
)
def test_an_address_is_found(line: str, found: bool) -> None:
    assert bool(addresses(line)) is found


def test_a_loose_entry_is_found() -> None:
    assert loose_entries("django>=5.2\n") == ["django>=5.2"]
    assert loose_entries("django==5.2.19\n") == ["django==5.2.19"]
