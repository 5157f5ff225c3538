"""Inputs: a good request says exactly what it says; silence, claims and defaults keep their meaning."""

from datetime import UTC, datetime

import pytest

from geste.core.charter.reading import read_charter
from geste.core.decision.inputs import InputRefused
from geste.core.decision.prepared import PreparedCharter, prepare
from geste.core.decision.request import Actor, Proposal, Request

TEXT = """\
charter: c
version: 1
currency: AUD
effective: 2026-05-01
purpose: P
facts:
  stay: {nights: number, price: {type: money, min: -5}, at: time, vip: {type: yes_no, from: customer}, name: text}
  tier: {type: one_of, values: [gold, silver], assume: silver}
  cards: {type: list, of: text}
  lines: {type: list, of: {status: [open, shipped], pieces: number}}
  proposal: {big: {type: yes_no, assume: no}, to: {cabin: [economy, business]}}
roles: {desk: {name: D}, robot: {name: B, kind: assistant}, droid: {name: E, is: robot}}
gestures:
  refund: {name: R, kind: money_now, cap: 100}
envelopes:
  month: {name: M, amount: 1000}
  week: {name: W, amount: 50, every: week}
"""


@pytest.fixture(scope="module")
def engine() -> PreparedCharter:
    charter = read_charter(TEXT).charter
    assert charter is not None
    return prepare(charter)


def read(engine: PreparedCharter, **parts: object) -> Request:
    return engine.read({"actor": {"role": "desk"}, **parts})


def facts(engine: PreparedCharter, **stated: object) -> dict[str, object]:
    """Return what is known by path, unknown facts left out."""
    request = read(engine, facts=stated)
    return {path: value for path, value in engine.layout.stated(request.facts.values).items() if value is not None}


def test_values_are_read_as_they_are_declared(engine: PreparedCharter) -> None:
    stated = {"nights": 3, "price": "-4.5", "at": "2026-05-14T01:07:00+10:00", "vip": False, "name": ""}

    assert facts(engine, stay=stated, tier="gold") == {
        "stay.nights": 3,
        "stay.price": -450,
        "stay.at": datetime(2026, 5, 13, 15, 7, tzinfo=UTC),
        "stay.vip": False,
        "stay.name": "",
        "tier": "gold",
    }


def test_missing_and_null_facts_are_unknown_and_assumed_ones_assumed(engine: PreparedCharter) -> None:
    assert facts(engine, stay={"nights": None}, lines=None, case=None) == {"tier": "silver"}
    assert facts(engine, tier=None) == {"tier": "silver"}


def test_lists_keep_their_elements_and_what_they_lack(engine: PreparedCharter) -> None:
    known = facts(engine, cards=["a", {"value": "b"}], lines=[{"status": "open"}, {"status": "shipped", "pieces": 2}])

    assert known["cards"] == ({"value": "a"}, {"value": "b"})
    assert known["lines"] == ({"status": "open", "pieces": None}, {"status": "shipped", "pieces": 2})


@pytest.mark.parametrize(
    ("stay", "claimed"),
    [
        ({"vip": True}, {"stay.vip"}),
        ({"vip": {"confirmed": True}}, set()),
        ({"vip": {"claimed": True}}, {"stay.vip"}),
        ({"nights": 2}, set()),
        ({"nights": {"claimed": 2}}, {"stay.nights"}),
        ({"nights": {"claimed": None}}, set()),
    ],
)
def test_claims_are_told_from_what_is_confirmed(
    engine: PreparedCharter, stay: dict[str, object], claimed: set[str]
) -> None:
    bits = read(engine, facts={"stay": stay}).facts.claimed

    assert {path for index, path in enumerate(engine.layout.values) if bits >> index & 1} == claimed


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        ({"role": "desk"}, Actor("desk", "agent")),
        ({"role": "desk", "kind": "assistant"}, Actor("desk", "assistant")),
        ({"role": "robot"}, Actor("robot", "assistant")),
        ({"role": "robot", "kind": "agent"}, Actor("robot", "assistant")),
        ({"role": "droid"}, Actor("droid", "assistant")),
        ({"role": "everyone"}, Actor("everyone", "agent")),
    ],
)
def test_software_stays_software_whatever_it_calls_itself(
    engine: PreparedCharter, actor: dict[str, str], expected: Actor
) -> None:
    assert engine.read({"actor": actor}).actor == expected


def test_proposal_may_leave_its_amount_to_be_suggested(engine: PreparedCharter) -> None:
    assert read(engine, proposal={"gesture": "refund"}).proposal == Proposal("refund", None)
    assert read(engine, proposal={"gesture": "refund", "amount": "12.50"}).proposal == Proposal("refund", 1_250)
    assert read(engine, proposal={"gesture": "refund", "amount": "12.50 AUD"}).proposal == Proposal("refund", 1_250)
    assert read(engine).proposal is None


def test_facts_of_a_proposal_come_from_the_proposal(engine: PreparedCharter) -> None:
    said = read(engine, proposal={"gesture": "refund", "big": True, "to": {"cabin": "business"}})
    unsaid = read(engine, proposal={"gesture": "refund"})

    assert engine.layout.proposed == ("proposal.big", "proposal.to.cabin")
    assert said.facts.proposed == (True, "business")
    assert unsaid.facts.proposed == (False, None)


def test_envelope_that_nobody_mentions_is_full(engine: PreparedCharter) -> None:
    standing = {"envelopes": {"week": {"left": "-3.20"}}}

    assert read(engine, standing=standing).standing.envelopes == (100_000, -320)
    assert read(engine).standing.envelopes == (100_000, 5_000)


@pytest.mark.parametrize(("given", "expected"), [(None, ""), ("r1", "r1"), (7, "7"), ("", "")])
def test_id_is_a_text_or_a_number(engine: PreparedCharter, given: object, expected: str) -> None:
    assert read(engine, id=given).id == expected


def test_every_mistake_is_named_not_only_the_first(engine: PreparedCharter) -> None:
    with pytest.raises(InputRefused) as refused:
        engine.read({"actor": {"role": "dsek"}, "facts": {"stay": {"nights": "x", "nigths": 1}}, "propsal": {}})

    found = {(finding.code, dict(finding.values)["path"]) for finding in refused.value.findings}
    assert found == {
        ("input.not_known", "propsal"),
        ("role.not_known", "actor.role"),
        ("input.wrong_type", "facts.stay.nights"),
        ("fact.not_declared", "facts.stay.nigths"),
    }


def test_nearest_known_name_is_offered(engine: PreparedCharter) -> None:
    with pytest.raises(InputRefused) as refused:
        engine.read({"actor": {"role": "desk"}, "facts": {"stay": {"nigths": 1}}})

    (finding,) = refused.value.findings
    assert dict(finding.values)["nearest"] == "stay.nights"
