"""No module and no function grows past what one head holds."""

import ast
from pathlib import Path

import pytest

from tests.architecture.tree import PACKAGE, every_module, parsed, shown

MODULE_LINES = 400
CORE_MODULE_LINES = 300
FUNCTION_LINES = 50


def lines_allowed(path: Path) -> int:
    return CORE_MODULE_LINES if path.is_relative_to(PACKAGE / "core") else MODULE_LINES


def long_functions(tree: ast.Module) -> list[str]:
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    lengths = ((node.name, (node.end_lineno or node.lineno) - node.lineno + 1) for node in functions)
    return [f"{name}: {length} lines" for name, length in lengths if length > FUNCTION_LINES]


def test_modules_stay_small() -> None:
    modules = (path for path in every_module() if path.is_relative_to(PACKAGE))
    counted = ((path, len(path.read_text(encoding="utf-8").splitlines())) for path in modules)

    assert [f"{shown(path)}: {count}" for path, count in counted if count > lines_allowed(path)] == []


def test_functions_stay_small() -> None:
    assert [f"{shown(path)} {found}" for path in every_module() for found in long_functions(parsed(path))] == []


@pytest.mark.parametrize(("body_lines", "found"), [(49, []), (50, ["wide: 51 lines"])])
def test_a_long_function_is_found(body_lines: int, found: list[str]) -> None:
    tree = ast.parse("def wide():\n" + "    step()\n" * body_lines)

    assert long_functions(tree) == found
