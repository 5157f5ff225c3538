"""Situations: random facts as typed values, for expressions that are asked without a charter around them."""

from hypothesis import strategies as st

from geste.core.charter import literals
from geste.core.charter.parser import parse_charter
from geste.core.charter.types import Money, Records, Time, Type
from geste.core.charter.vocabulary import Vocabulary
from geste.core.money import parse_amount
from tests.core.expressions import CABINS, FACTS, PARAMETERS, Spec
from tests.core.strategies import Json, flat_facts, written

PROPOSED: dict[str, st.SearchStrategy[Json]] = {
    "proposal.big": st.booleans(),
    "proposal.to.cabin": st.sampled_from(CABINS),
}


def _vocabulary() -> Vocabulary:
    head: dict[str, Spec] = {
        "charter": "c",
        "version": "1",
        "currency": "AUD",
        "effective": "2026-05-01",
        "purpose": "P",
    }
    gestures: Spec = {
        "refund": {"name": "R", "kind": "money_now", "cap": "1"},
        "note": {"name": "N", "kind": "fix", "cap": "1"},
    }
    charter, findings = parse_charter(
        written({**head, "facts": FACTS, "parameters": PARAMETERS, "scopes": ["order"], "gestures": gestures})
    )
    assert charter is not None
    assert findings == ()
    return charter.vocabulary


VOCABULARY = _vocabulary()
"""The facts and parameters that expressions are drawn over."""


def _typed(value: Json, kind: Type) -> object:
    """Return a JSON value as the type it is declared with; elements of lists keep only what is known."""
    if isinstance(kind, Money):
        return parse_amount(str(value), VOCABULARY.currency)
    if isinstance(kind, Time):
        return literals.moment(str(value))
    if isinstance(kind, Records):
        fields = dict(kind.fields)
        assert isinstance(value, list)
        records = [item if isinstance(item, dict) else {"value": item} for item in value]
        return [{name: _typed(inner, fields[name]) for name, inner in record.items()} for record in records]
    return value


@st.composite
def situations(draw: st.DrawFn, *, complete: bool) -> dict[str, object]:
    """Return typed facts by path, those of the proposal included; claimed ones are like others."""
    flat = draw(flat_facts(complete=complete))
    for path, values in PROPOSED.items():
        if complete or draw(st.booleans()):
            flat[path] = draw(values)
    bare = {path: next(iter(value.values())) if isinstance(value, dict) else value for path, value in flat.items()}
    return {path: _typed(value, VOCABULARY.facts[path].type) for path, value in bare.items()}
