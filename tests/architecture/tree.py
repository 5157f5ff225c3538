"""Tree: the files of the repository as the architecture tests look at them."""

import ast
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "geste"


def python_files(*folders: Path) -> list[Path]:
    """Return the modules we write below these folders; Django writes the migrations."""
    found = (path for folder in folders for path in folder.rglob("*.py"))
    return sorted(path for path in found if "migrations" not in path.parts and "__pycache__" not in path.parts)


def every_module() -> list[Path]:
    """Return every module of the package, the tests, the tools and the benchmarks."""
    return python_files(*(folder for name in ("src", "tests", "tools") if (folder := ROOT / name).is_dir()))


@cache
def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def shown(path: Path) -> str:
    """Return the path as a reader of a failure wants to see it."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name


def imported_names(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield the full name of everything imported anywhere in the module, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def imports_of(names: tuple[str, ...], tree: ast.AST) -> list[str]:
    """Return where a module imports anything whose name begins with one of these."""
    return [f"line {line}: {name}" for name, line in imported_names(tree) if name.startswith(names)]


def files_of_the_repository() -> list[Path]:
    """Return what git tracks or would track; without a clone there is nothing to ask."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if listing.returncode:
        pytest.skip("not a git clone: nobody knows which files belong to the repository")
    return [path for name in sorted(listing.stdout.split("\0")) if name and (path := ROOT / name).is_file()]


@cache
def project() -> dict[str, object]:
    """Return pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def contracts() -> list[dict[str, object]]:
    """Return the import contracts as pyproject.toml writes them."""
    tool = project()["tool"]
    assert isinstance(tool, dict)
    found: list[dict[str, object]] = tool["importlinter"]["contracts"]
    return found


def contract(identity: str) -> dict[str, object]:
    """Return one import contract."""
    return next(item for item in contracts() if item["id"] == identity)
