"""Nothing in the house happens by signal: what follows what is written in flow (ADR 0004)."""

import ast

import pytest

from tests.architecture.tree import PACKAGE, imports_of, parsed, python_files, shown

SIGNALS = ("django.dispatch", "django.db.models.signals", "django.core.signals", "django.test.signals")


def test_nothing_happens_by_signal() -> None:
    assert [
        f"{shown(path)} {place}" for path in python_files(PACKAGE) for place in imports_of(SIGNALS, parsed(path))
    ] == []


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
    assert imports_of(SIGNALS, ast.parse(text)) == places
