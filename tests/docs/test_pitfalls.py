"""The pitfalls: each names tests that are there, and each once."""

import ast

import pytest

from tests.architecture.tree import ROOT, parsed
from tools import pitfalls

KNOWN = pitfalls.pitfalls(pitfalls.LIST.read_text("utf-8"))


@pytest.mark.parametrize("pitfall", KNOWN, ids=lambda pitfall: pitfall.name)
def test_each_pitfall_has_tests_that_are_there(pitfall: pitfalls.Pitfall) -> None:
    assert pitfall.tests
    for test in pitfall.tests:
        file, _, name = test.partition("::")
        assert name in {node.name for node in ast.walk(parsed(ROOT / file)) if isinstance(node, ast.FunctionDef)}, test


def test_nothing_stands_twice() -> None:
    for said in ("happened", "where"):
        told = [getattr(pitfall, said) for pitfall in KNOWN]
        assert len(told) == len(set(told))
    assert all(len(set(pitfall.tests)) == len(pitfall.tests) for pitfall in KNOWN)
