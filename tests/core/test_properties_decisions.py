"""Property: a decision depends on what is asked and known alone; silence never widens it; a way is always left."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geste.core.decision.decision import Authority
from geste.core.decision.prepared import PreparedCharter
from tests.core.strategies import (
    FACT_VALUES,
    RESPONSIBILITIES,
    ROLES,
    Json,
    brisk,
    charters,
    flat_facts,
    nested,
    requests,
    written,
)
from tests.core.test_properties_engines import prepared

ASSUMED = ("stay.left", "stay.late")
"""Facts the charter assumes when nobody states them: leaving them out says something."""


@st.composite
def engines(draw: st.DrawFn) -> PreparedCharter:
    """Return any charter, ready to decide."""
    return prepared(written(draw(charters())))


def gestures_of(engine: PreparedCharter) -> list[str]:
    return [gesture.id for gesture in engine.plan.gestures]


def envelopes_of(engine: PreparedCharter) -> list[str]:
    return [envelope.id for envelope in engine.charter.envelopes]


def shuffled(value: Json, data: st.DataObject) -> Json:
    """Return the same JSON with the names of its objects in another order."""
    if isinstance(value, dict):
        return {name: shuffled(value[name], data) for name in data.draw(st.permutations(list(value)))}
    return value


def check_decide_is_a_function(data: st.DataObject) -> None:
    engine = data.draw(engines())
    for _ in range(3):
        asked = data.draw(requests(gestures_of(engine), envelopes_of(engine)))
        answer = engine.answer(engine.read(asked))

        assert engine.answer(engine.read(json.loads(json.dumps(asked)))) == answer
        assert engine.answer(engine.read(shuffled(asked, data))) == answer


def check_fault_gates_nothing(data: st.DataObject) -> None:
    engine = data.draw(engines())
    for _ in range(3):
        asked = data.draw(requests(gestures_of(engine), envelopes_of(engine), complete=True))
        found = set()
        for responsibility in RESPONSIBILITIES:
            facts = asked["facts"]
            assert isinstance(facts, dict)
            assert isinstance(facts["case"], dict)
            facts["case"]["responsibility"] = responsibility
            decision = engine.answer(engine.read(asked)).decision
            assert decision is not None
            found.add((decision.authority, decision.routes, decision.clause))
        assert len(found) == 1


WEAKER: dict[Authority, set[Authority]] = {
    "within": {"within", "unknown"},
    "unknown": {"unknown"},
    "beyond": {"beyond", "unknown"},
    "forbidden": {"forbidden", "beyond", "unknown"},
}
"""What an answer may become when less is known: a question, or a milder no; never a yes."""


def check_silence_never_widens(data: st.DataObject) -> None:
    engine = data.draw(engines())
    for _ in range(3):
        flat = data.draw(flat_facts(complete=True))
        asked = data.draw(requests(gestures_of(engine), envelopes_of(engine), complete=True))
        assert isinstance(asked["proposal"], dict)
        asked["proposal"].setdefault("amount", "50")
        dropped = set(
            data.draw(st.lists(st.sampled_from([path for path in FACT_VALUES if path not in ASSUMED]), min_size=1))
        )
        known = engine.read({**asked, "facts": nested(flat)})
        less = engine.read(
            {**asked, "facts": nested({path: value for path, value in flat.items() if path not in dropped})}
        )

        assert engine.decide(less).authority in WEAKER[engine.decide(known).authority]


def check_claiming_never_widens(data: st.DataObject) -> None:
    engine = data.draw(engines())
    flat = dict(data.draw(flat_facts(complete=True)).items())
    bare = {path: next(iter(value.values())) if isinstance(value, dict) else value for path, value in flat.items()}
    asked = data.draw(requests(gestures_of(engine), envelopes_of(engine), complete=True))
    confirmed = engine.read({**asked, "facts": nested({path: {"confirmed": value} for path, value in bare.items()})})
    claimed = engine.read({**asked, "facts": nested({path: {"claimed": value} for path, value in bare.items()})})

    assert engine.decide(claimed).authority in WEAKER[engine.decide(confirmed).authority]


def check_something_is_always_open(data: st.DataObject) -> None:
    engine = data.draw(engines())
    exhausted: Json = {
        "given": [
            {"gesture": name, "amount": "999999", "scopes": ["case", "customer", "agent"]}
            for name in gestures_of(engine)
        ],
        "envelopes": {name: {"left": data.draw(st.sampled_from(("0", "-5000")))} for name in envelopes_of(engine)},
    }
    for standing in (exhausted, None):
        role = data.draw(st.sampled_from((*ROLES, "everyone")))
        kind = data.draw(st.sampled_from(("agent", "assistant")))
        facts = nested(data.draw(flat_facts()))
        request = engine.read({"actor": {"role": role, "kind": kind}, "facts": facts, "standing": standing})

        options = engine.options(request)

        assert {"explain", "call_back", "question_rule"} <= {option.gesture for option in options}
        assert all(option.decision.routes for option in options)
        assert all(option.decision.authority != "forbidden" for option in options)
        ranks = [("within", "unknown", "beyond").index(option.decision.authority) for option in options]
        assert ranks == sorted(ranks)


@given(st.data())
@settings(brisk, max_examples=3)
def test_same_question_gets_the_same_answer_in_whatever_order_it_is_put(data: st.DataObject) -> None:
    check_decide_is_a_function(data)


@pytest.mark.item("S4.29")
@given(st.data())
@settings(brisk, max_examples=4)
def test_authority_does_not_depend_on_whose_fault_it_is(data: st.DataObject) -> None:
    check_fault_gates_nothing(data)


@given(st.data())
@settings(brisk, max_examples=6)
def test_missing_facts_never_widen_authority(data: st.DataObject) -> None:
    check_silence_never_widens(data)


@given(st.data())
@settings(brisk, max_examples=4)
def test_claimed_facts_never_widen_authority(data: st.DataObject) -> None:
    check_claiming_never_widens(data)


@pytest.mark.item("S0.8")
@given(st.data())
@settings(brisk, max_examples=4)
def test_options_are_never_empty_whatever_is_exhausted(data: st.DataObject) -> None:
    check_something_is_always_open(data)
