"""Nothing in the house happens by signal: what follows what is written in flow (ADR 0004)."""

import ast

import pytest

from tests.architecture.tree import PACKAGE, imported_names, parsed, python_files, shown

SIGNALS = ("django.dispatch", "django.db.models.signals", "django.core.signals", "django.test.signals")


def signals_used(tree: ast.AST) -> list[str]:
    return [f"line {line}: {name}" for name, line in imported_names(tree) if name.startswith(SIGNALS)]


def test_nothing_happens_by_signal() -> None:
    assert [f"{shown(path)} {place}" for path in python_files(PACKAGE) for place in signals_used(parsed(path))] == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("from django.dispatch import receiver", ["line 1: django.dispatch.receiver"]),
        ("from django.db.models import signals", ["line 1: django.db.models.signals"]),
        ("def f():\n    import django.dispatch", ["line 2: django.dispatch"]),
        ("from django.db import models", []),
    ],
)
def test_a_signal_is_found(text: str, places: list[str]) -> None:
    assert signals_used(ast.parse(text)) == places
