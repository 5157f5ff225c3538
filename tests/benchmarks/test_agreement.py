"""Every engine says what the reference says, in every suite, before anybody looks at its time."""

from dataclasses import replace
from itertools import product

import pytest

from geste.benchmarks.checking import disagreements
from geste.benchmarks.engine import FIRST_REASON, WHY, WHY_AND_HEADROOM, agrees
from geste.benchmarks.reference import Answer
from tests.benchmarks.field import ENGINES, REWRITTEN, cases, engine, needs, rules

SUITES = ("decide", "alternatives", "json")
# Casbin needs two milliseconds a decision; the benchmark itself checks it on every case.
FEW = {"casbin": 30}


@pytest.mark.parametrize(("name", "suite"), [*product(ENGINES, SUITES), *product(REWRITTEN, ["alternatives"])])
def test_an_engine_agrees_with_the_reference(name: str, suite: str) -> None:
    if name != "geste":
        needs(name.partition(" ")[0])
    asked = cases()[: FEW.get(name, 300 if suite == "alternatives" else 1_500)]

    assert disagreements(rules(), engine(name), suite, asked) == []


@pytest.mark.parametrize(
    ("found", "gives", "same"),
    [
        (Answer(frozenset({"a", "b"}), 5), WHY_AND_HEADROOM, True),
        (Answer(frozenset({"a", "b"}), 6), WHY_AND_HEADROOM, False),
        (Answer(frozenset({"a", "b"}), None), WHY, True),
        (Answer(frozenset({"a"}), None), WHY, False),
        (Answer(frozenset({"a"}), None), FIRST_REASON, True),
        (Answer(frozenset({"c"}), None), FIRST_REASON, False),
        (Answer(frozenset(), None), FIRST_REASON, False),
    ],
)
def test_agreeing_means_saying_all_that_an_engine_can_say(found: Answer, gives: str, *, same: bool) -> None:
    assert agrees(Answer(frozenset({"a", "b"}), 5), found, gives) is same


def test_a_disagreement_is_found() -> None:
    told = engine("geste")
    step = told.steps["decide"]
    hold_unseen = step._replace(native=lambda facts: step.native({**facts, "fraud_hold": False}))
    on_hold = [facts for facts in cases() if facts["fraud_hold"]]

    differing = disagreements(rules(), replace(told, steps={"decide": hold_unseen}), "decide", on_hold)

    assert len(on_hold) > 10
    assert [found.facts for found in differing] == on_hold
