"""Property: what a comparison calls given or taken is so, whatever the charter and whatever is asked of it."""

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from geste.core.charter.differ import diff_charters
from geste.core.charter.parser import parse_charter
from geste.core.charter.syntax import Charter
from geste.core.decision.prepared import PreparedCharter, prepare
from tests.core.strategies import Spec, charters, requests, written

SECTIONS = ("clauses", "bendable", "red_lines", "owed", "limits", "envelopes", "roles", "case_cap")
FIELDS = ("when", "cap", "for", "amount", "otherwise", "proactive")


@st.composite
def versions(draw: st.DrawFn) -> tuple[Spec, Spec]:
    """Return a random charter and the same with one section, or one part of a gesture, from another."""
    old, other = draw(charters()), draw(charters())
    assert isinstance(old, dict)
    assert isinstance(other, dict)
    name = draw(st.sampled_from((*SECTIONS, "gestures")))
    if name != "gestures":
        kept = {key: part for key, part in old.items() if key != name}
        return old, {**kept, **({name: other[name]} if name in other else {})}
    gestures, others = old["gestures"], other["gestures"]
    assert isinstance(gestures, dict)
    assert isinstance(others, dict)
    field = draw(st.sampled_from(FIELDS))
    refund, theirs = gestures["refund"], others["refund"]
    assert isinstance(refund, dict)
    assert isinstance(theirs, dict)
    kept = {key: part for key, part in refund.items() if key != field}
    changed: Spec = {**kept, **({field: theirs[field]} if field in theirs else {})}
    return old, {**old, "gestures": {**gestures, "refund": changed}}


def parsed(spec: Spec) -> Charter:
    charter, findings = parse_charter(written(spec))
    assume(charter is not None and not any(found.severity == "error" for found in findings))
    assert charter is not None
    return charter


def check_nothing_is_lost(data: st.DataObject) -> None:
    before, after = map(parsed, data.draw(versions()))
    kinds = {found.kind for found in diff_charters(before, after)}
    assume(len(kinds) < 2 and kinds <= {"given", "taken"})
    old, new = prepare(before), prepare(after)
    names = sorted({plan.id for plan in old.plan.gestures} & {plan.id for plan in new.plan.gestures})
    for _ in range(3):
        request = data.draw(requests(names, complete=data.draw(st.booleans())))

        was, now = authority(old, request), authority(new, request)

        assert was != "within" or now == "within" or "taken" in kinds
        assert was == "within" or now != "within" or "given" in kinds


def authority(engine: PreparedCharter, value: object) -> str:
    request = engine.read(value)
    assert request.proposal is not None
    return engine.interpret(request, request.proposal).authority


# A charter that fails is printed as it is: making it smaller takes minutes.
QUICK, LONG = (settings(max_examples=count, phases=(Phase.explicit, Phase.generate)) for count in (4, 800))


@given(st.data())
@QUICK
def test_whoever_is_only_given_something_loses_nothing(data: st.DataObject) -> None:
    check_nothing_is_lost(data)


@pytest.mark.slow
@given(st.data())
@LONG
def test_what_is_called_given_or_taken_is_so_in_many_charters(data: st.DataObject) -> None:
    check_nothing_is_lost(data)
