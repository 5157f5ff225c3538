"""Sizing: a suggestion follows the loss, is bounded both ways, and decides nothing."""

import pytest

from geste.core.charter.reading import read_charter
from geste.core.decision.prepared import PreparedCharter, prepare

TEXT = """\
charter: c
version: 1
currency: AUD
effective: 2026-05-01
purpose: P
facts: {loss: money, loyal: yes_no}
gestures:
  refund: {name: R, kind: money_now, cap: 100}
sizing:
  loss: loss
  severity: {small: 25 %, spoiled: 50 %, ruined: 100 %}
  responsibility: {ours: 100 %, shared: 50 %, customer: 25 %}
  uplift: {when: loyal, percent: 50 %}
  floor: 10
  ceiling: 120 %
"""


@pytest.fixture(scope="module")
def engine() -> PreparedCharter:
    charter = read_charter(TEXT).charter
    assert charter is not None
    return prepare(charter)


def suggested(engine: PreparedCharter, **facts: object) -> tuple[int | None, list[str]]:
    """Return the amount suggested and the reasons' codes."""
    case = {name: facts.pop(name) for name in ("severity", "responsibility") if name in facts}
    request = {"actor": {"role": "everyone"}, "facts": {**facts, "case": case}, "proposal": {"gesture": "refund"}}
    decision = engine.decide(engine.read(request))
    assert decision.authority == "within"
    return decision.amount, [reason.code for reason in decision.reasons]


@pytest.mark.parametrize(
    ("facts", "amount"),
    [
        ({"loss": "80", "severity": "ruined", "responsibility": "ours"}, 8_000),
        ({"loss": "80", "severity": "spoiled", "responsibility": "shared"}, 2_000),
        ({"loss": "80", "severity": "small", "responsibility": "customer"}, 1_000),
        ({"loss": "80"}, 4_000),
        ({"loss": "80", "severity": "danger", "responsibility": "ours"}, 4_000),
        ({"loss": "80", "severity": "ruined", "responsibility": "nobody"}, 8_000),
        ({"loss": "500", "severity": "ruined"}, 10_000),
        ({"loss": "5", "severity": "ruined"}, 1_000),
        ({"loss": "0.01"}, 1_000),
        ({"loss": "0"}, 10_000),
        ({}, 10_000),
    ],
)
def test_suggestion_follows_the_loss_between_floor_and_headroom(
    engine: PreparedCharter, facts: dict[str, object], amount: int
) -> None:
    assert suggested(engine, **facts) == (amount, ["gesture.covered"])


def test_loyalty_raises_the_suggestion_and_says_so(engine: PreparedCharter) -> None:
    assert suggested(engine, loss="40", severity="spoiled", loyal=True) == (
        3_000,
        ["gesture.covered", "uplift.applied"],
    )


def test_loyalty_never_passes_the_ceiling_of_the_loss(engine: PreparedCharter) -> None:
    assert suggested(engine, loss="40", severity="ruined", loyal=True)[0] == 4_800


def test_unknown_loyalty_takes_nothing_away(engine: PreparedCharter) -> None:
    assert suggested(engine, loss="40", severity="ruined") == suggested(
        engine, loss="40", severity="ruined", loyal=False
    )


def test_asked_amount_is_not_resized(engine: PreparedCharter) -> None:
    proposal = {"gesture": "refund", "amount": "99"}
    request = {"actor": {"role": "everyone"}, "facts": {"loss": "5", "loyal": True}, "proposal": proposal}

    decision = engine.decide(engine.read(request))

    assert (decision.authority, decision.amount) == ("within", 9_900)
    assert [reason.code for reason in decision.reasons] == ["gesture.covered"]
