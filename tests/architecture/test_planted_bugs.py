"""The bugs that `make planted` plants can still be planted, and whoever is to catch them is still there."""

import ast

import pytest

from tests.architecture.tree import ROOT, parsed
from tools.planted import LIST, Bug, CannotPlant, Change, bugs

KNOWN = bugs(LIST.read_text(encoding="utf-8"))


@pytest.mark.parametrize("bug", KNOWN, ids=lambda bug: bug.name)
def test_each_bug_can_still_be_planted_once(bug: Bug) -> None:
    for change in bug.changes:
        text = (ROOT / change.file).read_text(encoding="utf-8")
        planted = change.applied_to(text)

        assert planted != text
        ast.parse(planted)


@pytest.mark.parametrize("bug", KNOWN, ids=lambda bug: bug.name)
def test_each_bug_has_tests_that_are_there(bug: Bug) -> None:
    assert bug.tests
    for test in bug.tests:
        file, _, name = test.partition("::")
        named = {node.name for node in ast.walk(parsed(ROOT / file)) if isinstance(node, ast.FunctionDef)}
        assert not name or name.partition("[")[0] in named, test


def test_the_list_is_as_long_as_was_promised() -> None:
    assert len(KNOWN) >= 20
    assert {promise for bug in KNOWN for promise in bug.breaks} >= {"P01", "P02", "P03", "P04", "P05", "P06", "P07"}


@pytest.mark.parametrize("text", ["nothing of the kind", "return False; return False"])
def test_a_bug_that_cannot_be_planted_is_said(text: str) -> None:
    with pytest.raises(CannotPlant, match="not once"):
        Change("some/file.py", "return False", "return True").applied_to(text)
