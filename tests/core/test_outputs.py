"""Outputs: an answer as plain JSON, amounts as decimal texts."""

import json

import pytest

from geste.core.charter.reading import read_charter
from geste.core.decision.outputs import as_json, reason_values
from geste.core.decision.prepared import prepare
from geste.core.money import Currency
from geste.core.reasons import Reason

TEXT = """\
charter: c
version: 1
currency: {currency}
effective: 2026-05-01
purpose: P
gestures:
  refund: {{name: R, kind: money_now, cap: 100}}
  sorry: {{name: S, kind: explanation, amount: none}}
"""


def answered(currency: str = "AUD", **parts: object) -> dict[str, object]:
    charter = read_charter(TEXT.format(currency=currency)).charter
    assert charter is not None
    engine = prepare(charter)
    answer = engine.answer(engine.read({"id": "r1", "actor": {"role": "everyone"}, **parts}))
    return as_json(answer, charter.currency)


def test_decision_is_written_whole() -> None:
    answer = answered(proposal={"gesture": "refund", "amount": "600"})

    assert {name: value for name, value in answer.items() if name != "options"} == {
        "id": "r1",
        "authority": "beyond",
        "routes": ["act_first", "hand_over"],
        "clause": "refund.cap",
        "reasons": [
            {
                "code": "cap.exceeded",
                "values": {
                    "clause": "refund.cap",
                    "cap": "100.00",
                    "given": "0.00",
                    "asked": "600.00",
                    "left": "100.00",
                },
            },
            {
                "code": "case_cap.exceeded",
                "values": {"clause": "case_cap", "cap": "500.00", "given": "0.00", "asked": "600.00", "left": "500.00"},
            },
        ],
        "amount": "600.00",
        "headroom": "100.00",
    }


def test_option_is_a_decision_with_its_gesture_and_group() -> None:
    options = answered()["options"]

    assert isinstance(options, list)
    assert options[0] == {
        "gesture": "sorry",
        "group": "free",
        "authority": "within",
        "routes": ["do"],
        "clause": "sorry",
        "reasons": [{"code": "gesture.covered", "values": {"gesture": "sorry", "role": "everyone"}}],
        "amount": None,
        "headroom": None,
    }
    assert [option["gesture"] for option in options] == ["sorry", "explain", "call_back", "question_rule", "refund"]


def test_without_a_proposal_there_is_no_decision_but_there_are_options() -> None:
    answer = answered()

    assert (answer["authority"], answer["routes"], answer["clause"], answer["reasons"]) == (None, [], None, [])
    assert (answer["amount"], answer["headroom"]) == (None, None)
    assert answer["options"]


def test_amounts_have_the_decimals_of_their_currency() -> None:
    answer = answered("JPY", proposal={"gesture": "refund", "amount": "80"})

    assert (answer["amount"], answer["headroom"]) == ("80", "100")


@pytest.mark.parametrize("name", ["cap", "asked", "left", "given", "expected", "floor"])
def test_money_among_the_values_of_a_reason_is_written_as_an_amount(name: str) -> None:
    assert reason_values(Reason("x", ((name, 1_250), ("times", 3))), Currency("EUR", 2)) == {name: "12.50", "times": 3}


def test_answer_is_plain_json() -> None:
    answer = answered(proposal={"gesture": "refund"})

    assert json.loads(json.dumps(answer)) == answer
