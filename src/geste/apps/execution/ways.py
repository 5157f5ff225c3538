"""Ways: how one gesture is to be carried out, by what this house has arranged, and to whom."""

from collections.abc import Mapping
from dataclasses import dataclass

from geste.apps.charters.selectors import charter_of
from geste.apps.execution.models import Arrangement
from geste.apps.execution.ports import Operation
from geste.apps.gestures.models import Gesture
from geste.core.charter.syntax import Charter
from geste.core.charter.vocabulary import BEND_KIND, OWED_KIND

MANUAL = "manual"
NOT_VERIFIED, NO_AMOUNT = "recipient.not_verified", "amount.nothing"
DONE_IN_THE_SAYING = frozenset({"explanation", "rounding"})
MOVES_MONEY = frozenset({Operation.REFUND, Operation.CREDIT, Operation.VOUCHER})


@dataclass(frozen=True, slots=True)
class Way:
    """One way out. `problem` is the code of what keeps a machine from going it."""

    connector: str
    operation: Operation
    recipient: str = ""
    problem: str = ""


def way_for(gesture: Gesture, *, facts: Mapping[str, object] | None = None) -> Way:
    """Return how a gesture is carried out. What needs no case is done as it is given; without a word, people do it.

    To whom stands in the facts the decision was made with, unless newer ones are given.
    """
    if gesture.case_id is None:
        return Way(MANUAL, Operation.ON_THE_SPOT)
    charter = charter_of(gesture.decision.charter_text)
    kind = kind_of(charter, gesture.what)
    arranged = Arrangement.objects.filter(kind=kind).first()
    if arranged is None:
        return Way(MANUAL, usual_operation(kind))
    if arranged.connector == MANUAL:
        return Way(MANUAL, Operation(arranged.operation))
    operation = Operation(arranged.operation)
    if operation in MOVES_MONEY and not gesture.amount:
        return Way(arranged.connector, operation, problem=NO_AMOUNT)
    if arranged.endpoint_id is not None:
        return Way(arranged.connector, operation, str(arranged.endpoint_id))
    known = gesture.decision.request["facts"] if facts is None else facts
    recipient = verified_fact(charter, known, arranged.recipient)
    return Way(arranged.connector, operation, recipient, "" if recipient else NOT_VERIFIED)


def usual_operation(kind: str) -> Operation:
    """Return what is done where nobody arranged anything: words are kept in the saying, the rest is done by hand."""
    return Operation.ON_THE_SPOT if kind in DONE_IN_THE_SAYING else Operation.BY_HAND


def kind_of(charter: Charter, what: str) -> str:
    """Return the kind of something given: a gesture's own, or that it was owed, or a rule bent."""
    gesture = charter.gesture(what)
    if gesture is not None:
        return gesture.kind
    return OWED_KIND if any(line.id == what for line in charter.owed) else BEND_KIND


def verified_fact(charter: Charter, facts: Mapping[str, object], path: str) -> str:
    """Return a fact of the decision as it was recorded; nothing if it was only claimed, or nobody declared it."""
    declared = charter.vocabulary.facts.get(path)
    value: object = facts
    for part in path.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    if declared is None or value is None:
        return ""
    if isinstance(value, Mapping):
        return str(value.get("confirmed", ""))
    return "" if declared.is_claim else str(value)
