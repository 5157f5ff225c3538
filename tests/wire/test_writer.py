"""Writer: a text that is kept is never told of another ruling, however few are kept."""

import json

import pytest

from geste.core.decision.prepared import PreparedCharter
from geste.wire import writer
from geste.wire.line import Wire
from tests.wire.readable import engine, readable_answer

TEXT = """\
charter: c
version: 1
currency: JPY
effective: 2026-05-01
purpose: P
case_cap: 900
facts: {n: number, price: money, text: text, a: {b: {c: yes_no}}}
roles: {desk: {name: D}, robot: {name: R, kind: assistant}}
gestures:
  refund: {name: R, kind: money_now, cap: price, when: {n: {at_least: 2}}}
  repair: {name: F, kind: fix, amount: {exactly: price - 100}, otherwise: hand_over, when: {a.b.c: yes}}
  least: {name: L, kind: extra, amount: {at_least: 50, at_most: 60}}
limits:
  often: {per: customer, at_most: {times: 1}}
  much: {per: case, at_most: {amount: 500}, guidance: yes}
envelopes: {G.month-1: {name: Month, amount: 700}}
one_hop: {to: desk, answer_within: 10 minutes, up_to: 300}
"""


@pytest.fixture(scope="module")
def prepared() -> PreparedCharter:
    return engine(TEXT)


def lines() -> list[bytes]:
    history = [{"gesture": "refund", "amount": "600", "scopes": ["case", "customer"]}]
    return [
        json.dumps(
            {
                "id": identity,
                "actor": {"role": role},
                "facts": {"n": n, "price": price, "text": 'say "é"\n', "a": {"b": {"c": price == "50"}}},
                "standing": {"given": history * len(identity), "envelopes": {"G.month-1": {"left": left}}},
                "proposal": {"gesture": gesture, "amount": amount},
            }
        ).encode()
        for gesture in ("refund", "repair", "least", "explain")
        for role in ("desk", "robot", "everyone")
        for n, price in ((1, "50"), (2, "50"), (2, "400"), (None, None))
        for identity, left, amount in (("", "-5", "40"), ('"é\\', "700", "350"), ("\u2028\x00", "0", None))
    ]


@pytest.mark.parametrize("kept", [1, 2, 4_096])
def test_answers_are_the_same_however_few_are_kept(
    kept: int, prepared: PreparedCharter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "KEPT", kept)
    wire = Wire(prepared)

    for line in lines() + lines():
        answer = wire.answer(line)
        assert answer is not None
        assert answer == readable_answer(prepared, line)
        assert len(wire._writer._kept) <= kept


def test_an_identity_may_be_a_number(prepared: PreparedCharter) -> None:
    for identity in (0, -7, 2**63 - 1):
        line = json.dumps({"id": identity, "actor": {"role": "desk"}}).encode()
        assert Wire(prepared).answer(line) == readable_answer(prepared, line)
