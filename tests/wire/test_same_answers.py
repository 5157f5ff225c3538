"""Property: what the quick way takes in it reads, decides and writes as the readable way does, byte for byte."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geste.benchmarks.cases import draw_cases
from geste.benchmarks.line import line_of
from geste.benchmarks.rules import goodwill_text, read_rules
from geste.core.charter.parser import parse_charter
from geste.core.decision.prepared import PreparedCharter, prepare
from geste.wire.line import Wire
from tests.core.strategies import brisk, charters, requests, written
from tests.tau.converting import ABSENT, DATA, input_line, read_cases
from tests.tau.policies import POLICIES
from tests.tau.policies import prepared as policy
from tests.wire.readable import engine, readable_answer, readable_request

EXAMPLES = Path(__file__).parents[2] / "examples" / "charters"


def check_line(prepared: PreparedCharter, wire: Wire, line: bytes) -> None:
    """The quick way takes the line in, and says of it what the readable way says."""
    assert wire.read(line) == readable_request(prepared, line)
    assert wire.answer(line) == readable_answer(prepared, line)
    assert wire.decide(line) == readable_answer(prepared, line, options=False)


def check_any_charter(data: st.DataObject) -> None:
    charter, _ = parse_charter(written(data.draw(charters())))
    assert charter is not None
    prepared = prepare(charter)
    wire = Wire(prepared)
    gestures = [gesture.id for gesture in prepared.plan.gestures]
    envelopes = [envelope.id for envelope in charter.envelopes]
    for complete in (True, False, False):
        request = data.draw(requests(gestures, envelopes, complete=complete))
        for asked in (request, {name: part for name, part in request.items() if name != "proposal"}):
            check_line(prepared, wire, json.dumps(asked, ensure_ascii=data.draw(st.booleans())).encode())


@given(st.data())
@settings(brisk, max_examples=8)
def test_any_request_to_any_charter_is_answered_the_same(data: st.DataObject) -> None:
    check_any_charter(data)


def test_the_lines_of_the_benchmark_are_answered_the_same() -> None:
    rules = read_rules(goodwill_text())
    prepared = engine(goodwill_text())
    wire = Wire(prepared)

    for facts in draw_cases(rules)[:300]:
        check_line(prepared, wire, line_of(rules, facts))


@pytest.mark.skipif(not DATA.is_dir(), reason=ABSENT)
@pytest.mark.parametrize("name", POLICIES)
def test_the_cases_of_two_real_companies_are_answered_the_same(name: str) -> None:
    prepared = policy(name)
    wire = Wire(prepared)

    for case in read_cases(name)[:60]:
        check_line(prepared, wire, json.dumps(input_line(case)).encode())


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_everybody_who_asks_nothing_yet_is_answered_the_same(path: Path) -> None:
    prepared = engine(path.read_text(encoding="utf-8"))
    wire = Wire(prepared)

    for role in prepared.plan.roles:
        for kind in (None, "agent", "assistant"):
            check_line(prepared, wire, json.dumps({"actor": {"role": role, "kind": kind}}).encode())
