"""The import contracts hold in this tree, and each of them bites when it is broken."""

import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.architecture.tree import PACKAGE, ROOT, contract, contracts

CONTRACTS = {str(item["id"]): str(item["name"]) for item in contracts()}


# A cycle that hides from the interpreter is still a cycle.
HIDDEN_IMPORT = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import {}"


def broken_contracts(folder: Path) -> tuple[set[str], str]:
    """Return the contracts that the package below this folder breaks, and everything the linter said."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-logo", "--no-cache"]
    path = f"{folder / 'src'}:{Path(sys.executable).parent}"
    done = subprocess.run(command, cwd=folder, env={"PYTHONPATH": path}, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    assert "Contracts:" in said, said
    return {identity for identity, name in CONTRACTS.items() if f"{name} BROKEN" in said}, said


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Return a copy of the house that a test may damage."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    ignored = shutil.ignore_patterns("__pycache__", "templates", "static", "locale")
    shutil.copytree(PACKAGE, tmp_path / "src" / "geste", ignore=ignored)
    return tmp_path


def write(house: Path, modules: dict[str, str]) -> None:
    for name, text in modules.items():
        module = house / "src" / "geste" / name
        module.parent.mkdir(parents=True, exist_ok=True)
        with module.open("a", encoding="utf-8") as file:
            file.write(f"\n{text}\n")


def test_every_contract_holds() -> None:
    broken, said = broken_contracts(ROOT)

    assert broken == set(), said


def test_every_contract_bites(house: Path) -> None:
    shutil.rmtree(house / "src/geste/apps/insights", ignore_errors=True)
    write(
        house,
        {
            "core/findings.py": "import geste.phrases",
            "core/limits.py": "def clock() -> None:\n    import time",
            "core/money.py": "import ruamel.yaml",
            "core/reasons.py": "import geste.core.charter",
            "apps/insights/__init__.py": "",
            "apps/insights/models.py": "import geste.apps.insights.services",
            "apps/insights/services.py": HIDDEN_IMPORT.format("geste.apps.insights.models"),
            "apps/base/__init__.py": "",
            "apps/base/newcomer.py": "import geste.apps.insights",
            "interfaces/cli/newcomer.py": "import geste.interfaces.web",
        },
    )

    broken, said = broken_contracts(house)

    assert broken == set(CONTRACTS), said


@pytest.mark.parametrize(
    ("newcomer", "refused_by"),
    [("core/spare.py", "core-rooms"), ("apps/spare/__init__.py", "apps-one-way"), ("spare.py", "floors")],
)
def test_a_module_without_a_place_is_refused(house: Path, newcomer: str, refused_by: str) -> None:
    write(house, {newcomer: ""})

    broken, said = broken_contracts(house)

    assert broken == {refused_by}, said


def order_of(layers: Iterable[str]) -> list[str]:
    return [layer.strip("()") for layer in layers]


def test_the_core_stands_below_everything() -> None:
    layers = contract("floors")["layers"]
    assert isinstance(layers, list)

    # Failpoints are names at which a test may end the process: everybody may pass one, and they know nobody.
    assert order_of(layers)[-2:] == ["failpoints", "core"]
    assert order_of(layers)[0] == "config"
