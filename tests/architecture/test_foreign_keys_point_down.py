"""Foreign keys obey the order of the apps, also where they name a model in a string that no import shows."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.tree import PACKAGE, contract, parsed, python_files, shown

RELATIONS = frozenset({"ForeignKey", "OneToOneField", "ManyToManyField"})


def floor_of_apps() -> dict[str, int]:
    """Return each app's height, read from the contract that orders imports."""
    layers = contract("apps-one-way")["layers"]
    assert isinstance(layers, list)
    rows = [[name.strip("() ") for name in layer.split("|")] for layer in reversed(layers)]
    return {name: height for height, row in enumerate(rows) for name in row}


def apps_named(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield the app of every model named by a string in a relation, with the line."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute | ast.Name):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
        if name not in RELATIONS:
            continue
        targets = [*node.args[:1], *(keyword.value for keyword in node.keywords if keyword.arg in {"to", "through"})]
        for target in targets:
            if isinstance(target, ast.Constant) and isinstance(target.value, str) and "." in target.value:
                yield target.value.split(".")[0], node.lineno


def keys_pointing_up(app: str, tree: ast.AST, heights: dict[str, int]) -> list[str]:
    """Return the relations of this app's models that point to an app beside or above it."""
    named = ((other, line) for other, line in apps_named(tree) if other != app and other in heights)
    return [f"line {line}: {app} -> {other}" for other, line in named if heights[other] >= heights[app]]


def test_foreign_keys_point_down() -> None:
    heights = floor_of_apps()
    folder = PACKAGE / "apps"
    modules = [path for path in python_files(folder) if path.parent != folder]

    assert modules
    faults = ((path, keys_pointing_up(path.relative_to(folder).parts[0], parsed(path), heights)) for path in modules)
    assert [f"{shown(path)} {fault}" for path, found in faults for fault in found] == []


@pytest.mark.parametrize(
    ("app", "field", "faults"),
    [
        ("cases", "models.ForeignKey('gestures.Gesture', models.CASCADE)", ["line 1: cases -> gestures"]),
        ("ledger", "models.ForeignKey('charters.Version', models.CASCADE)", ["line 1: ledger -> charters"]),
        ("cases", "ManyToManyField(to='reviews.Review')", ["line 1: cases -> reviews"]),
        ("gestures", "models.ForeignKey('cases.Case', models.CASCADE)", []),
        ("cases", "models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)", []),
        ("cases", "models.ForeignKey('self', models.CASCADE)", []),
    ],
)
def test_a_key_pointing_up_is_found(app: str, field: str, faults: list[str]) -> None:
    assert keys_pointing_up(app, ast.parse(field), floor_of_apps()) == faults
