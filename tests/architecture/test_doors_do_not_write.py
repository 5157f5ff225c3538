"""A door translates and asks; only services write rows."""

import ast

import pytest

from tests.architecture.tree import PACKAGE, parsed, python_files, shown

# Asking a manager at all, or writing through an instance; model forms and writing admins need both.
ROWS = frozenset({"objects", "_default_manager", "_base_manager"})
WRITES = frozenset(
    {
        "save",
        "asave",
        "create",
        "acreate",
        "delete",
        "adelete",
        "bulk_create",
        "bulk_update",
        "get_or_create",
        "update_or_create",
    }
)


def rows_touched(tree: ast.AST) -> list[str]:
    """Return the places where this module reads or writes rows itself."""
    touched = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in ROWS:
            touched.append(f"line {node.lineno}: .{node.attr}")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES:
            touched.append(f"line {node.lineno}: .{node.func.attr}()")
    return touched


def test_doors_do_not_write() -> None:
    modules = python_files(PACKAGE / "interfaces")

    assert modules
    assert [f"{shown(path)} {place}" for path in modules for place in rows_touched(parsed(path))] == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Case.objects.get(pk=1)", ["line 1: .objects"]),
        ("Case.objects.create(pk=1)", ["line 1: .objects", "line 1: .create()"]),
        ("form.save()", ["line 1: .save()"]),
        ("case.delete()", ["line 1: .delete()"]),
        ("grant_gesture(case=case)", []),
    ],
)
def test_a_writing_door_is_found(text: str, places: list[str]) -> None:
    assert sorted(rows_touched(ast.parse(text))) == sorted(places)
