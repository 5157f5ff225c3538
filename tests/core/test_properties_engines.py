"""Property: the generated functions answer as the readable interpreter does, on any charter and any request."""

from itertools import groupby

from hypothesis import given, settings
from hypothesis import strategies as st

from geste.core.charter.parser import parse_charter
from geste.core.decision.prepared import PreparedCharter, prepare
from geste.core.decision.request import Proposal
from geste.core.decision.stops import crossed_red_lines
from tests.core.strategies import brisk, charters, requests, written


def prepared(text: str) -> PreparedCharter:
    charter, findings = parse_charter(text)
    assert charter is not None
    assert [found for found in findings if found.severity == "error"] == []
    return prepare(charter)


def check_engines_agree(data: st.DataObject) -> None:
    engine = prepared(written(data.draw(charters())))
    gestures = [gesture.id for gesture in engine.plan.gestures]
    envelopes = [envelope.id for envelope in engine.charter.envelopes]
    for complete in (True, True, False):
        request = engine.read(data.draw(requests(gestures, envelopes, complete=complete)))
        assert request.proposal is not None

        answer = engine.answer(request)

        assert answer.decision == engine.interpret(request, request.proposal)
        for option in answer.options:
            assert option.decision == engine.interpret(request, Proposal(option.gesture, None))
        crossed = crossed_red_lines(engine.plan, engine.layout, request)
        instead = {name for line in crossed for name in line.instead}
        parts = groupby(answer.options, key=lambda option: option.decision.authority)
        for _, part in parts:
            later = [option.gesture not in instead for option in part]
            assert later == sorted(later)


@given(st.data())
@settings(brisk, max_examples=8)
def test_generated_functions_answer_as_the_interpreter_does(data: st.DataObject) -> None:
    check_engines_agree(data)
