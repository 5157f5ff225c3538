"""Whatever place in the house finds a mistake, it hands over every value that the sentence about it needs."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest

from geste.core.findings import NOWHERE, finding
from geste.phrases.catalogue_findings import FINDINGS_EN
from geste.phrases.speak import say_finding
from tests.architecture.tree import PACKAGE, parsed, python_files, shown

# Parts of sentences, not findings.
PARTS = {"nearest.suggested", "at.path", "at.parameters"}
# Codes that stand for another one where it is found: no call names them first.
CHANGED_ON_THE_WAY = {
    "bend.not_known",
    "expression.ended_early",
    "expression.not_closed",
}
NOT_AN_AMOUNT = {"amount.unreadable", "amount.too_precise", "amount.too_large"}
# What adds values of its own to those it is called with.
ADDED = {
    "self.refuse": {"path"},
    "self._refuse": {"found"},
    "unknown_word": {"word", "nearest"},
    "_unreadable": {"path", "column"},
}
# Places that hand on a code that another place chose, by module, with the codes it may be.
HANDED_ON = {
    "src/geste/core/charter/resolver.py": NOT_AN_AMOUNT,
    "src/geste/core/decision/values.py": {*NOT_AN_AMOUNT, "amount.wrong_currency"},
    "src/geste/core/charter/checker.py": {code for code in FINDINGS_EN if code.startswith(("guidelines.", "rules."))},
}


class Found(NamedTuple):
    """A place that finds a mistake: where it stands, the code, and the names of the values it hands over."""

    where: str
    code: str
    values: frozenset[str]


def places_that_find(path: Path) -> Iterator[Found]:
    """Yield each call in a module that makes a finding, under every code it may have."""
    for node in ast.walk(parsed(path)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        finder = ast.unparse(node.func)
        named = {keyword.arg for keyword in node.keywords if keyword.arg}
        values = frozenset(named | ADDED.get(finder, set()))
        match node.args[0]:
            case ast.Constant(value=str(code)) if code in FINDINGS_EN and finder != "AmountRefused":
                yield Found(f"{shown(path)}:{node.lineno}", code, values)
            case ast.Name() | ast.Attribute() if "found" in named and finder in ("refuse", "self.refuse", "finding"):
                codes = HANDED_ON[shown(path)]
                yield from (Found(f"{shown(path)}:{node.lineno}", code, values) for code in sorted(codes))


FOUND = [found for path in python_files(PACKAGE / "core", PACKAGE / "interfaces") for found in places_that_find(path)]


def test_every_finding_has_a_place_that_finds_it() -> None:
    assert {found.code for found in FOUND} == FINDINGS_EN.keys() - PARTS - CHANGED_ON_THE_WAY


@pytest.mark.parametrize("found", FOUND, ids=lambda found: f"{found.code} at {found.where}")
def test_a_finding_carries_the_values_of_its_sentence(found: Found) -> None:
    needed = {name for _, name, _, _ in Formatter().parse(FINDINGS_EN[found.code]) if name}

    assert needed - found.values == set()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_finding_can_be_said(language: str) -> None:
    for found in FOUND:
        said = say_finding(finding(found.code, NOWHERE, "error", **dict.fromkeys(found.values, "x")), language)

        assert said[-1] in ".?!", found
