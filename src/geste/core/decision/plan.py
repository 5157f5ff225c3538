"""Plan: what must be looked at for each gesture of a charter. Interpreter and generated function both follow it."""

from dataclasses import dataclass
from typing import Literal

from geste.core.charter.amount_rule import AmountRule
from geste.core.charter.expression import Expression, Given
from geste.core.charter.syntax import Charter, Limit, Outcome
from geste.core.charter.vocabulary import ALWAYS_OPEN, BEND_KIND, OWED_KIND
from geste.core.decision.standing import Counter

CheckCode = Literal["clause.broken", "red_line.crossed"]


@dataclass(frozen=True, slots=True)
class Check:
    """One rule in the way: broken when its condition holds. `roles` is empty when it is for everyone."""

    clause: str
    code: CheckCode
    broken: Expression
    outcome: Outcome
    bend: str
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class LimitCheck:
    """One limit over history, and the counter it looks at."""

    limit: Limit
    counter: int
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class GesturePlan:
    """Everything that decides one gesture."""

    id: str
    kind: str
    is_owed: bool
    is_reserved: bool
    roles: frozenset[str]
    checks: tuple[Check, ...]
    amount: AmountRule
    caps: tuple[tuple[str, Expression], ...]
    in_case: int
    limits: tuple[LimitCheck, ...]
    envelopes: tuple[tuple[str, int], ...]
    is_free: bool
    repairs: tuple[str, ...]
    is_offered_first: bool

    @property
    def covering_code(self) -> str:
        """The reason that covers this gesture when nothing stands in its way."""
        if self.is_owed:
            return "owed.due"
        return "gesture.always_open" if self.id in ALWAYS_OPEN else "gesture.covered"

    def cap_for(self, role: str) -> Expression | None:
        """Return the cap of this gesture for a role, or None."""
        return next((cap for name, cap in self.caps if name == role), None)

    def envelope_for(self, role: str) -> int | None:
        """Return the index of the envelope this gesture draws on for a role, or None."""
        return next((index for name, index in self.envelopes if name == role), None)


@dataclass(frozen=True, slots=True)
class Plan:
    """A charter ready to be decided by."""

    charter: Charter
    roles: tuple[str, ...]
    gestures: tuple[GesturePlan, ...]
    bends: tuple[tuple[str, Check], ...]
    counters: tuple[Counter, ...]
    case_total: int

    def expressions(self) -> "list[Expression]":
        """Return every expression that decides, each once."""
        bends = [check.broken for _, check in self.bends]
        # A red line that stops no gesture of this charter still says what comes first.
        stops = [line.when for line in self.charter.red_lines if line.when is not None]
        parts = [part for plan in self.gestures for part in _expressions_of(plan)]
        return list(dict.fromkeys([*bends, *stops, *parts]))

    def gesture(self, gesture_id: str) -> GesturePlan | None:
        """Return the plan of one gesture, owed line or bendable rule, or None."""
        return next((plan for plan in self.gestures if plan.id == gesture_id), None)

    def bend(self, rule_id: str) -> Check | None:
        """Return what limits the bending of a rule, or None."""
        return next((check for name, check in self.bends if name == rule_id), None)


def _expressions_of(gesture: GesturePlan) -> "list[Expression]":
    rule = gesture.amount
    limits = [part for check in gesture.limits for part in (check.limit.when, check.limit.amount)]
    optional = [rule.exactly, rule.at_most, rule.at_least, *limits]
    return [
        *(check.broken for check in gesture.checks),
        *(cap for _, cap in gesture.caps),
        *(part for part in optional if part is not None),
    ]


def counter_of(given: Given, charter: Charter) -> Counter:
    """Return the counter an expression about history reads; a kind stands for all its gestures."""
    kinds = {gesture.id: gesture.kind for gesture in charter.gestures}
    kinds.update({bend.id: BEND_KIND for bend in charter.bendable})
    kinds.update({owed.id: OWED_KIND for owed in charter.owed})
    kinds.update(dict.fromkeys(ALWAYS_OPEN, "explanation"))
    names = frozenset(name for name, kind in kinds.items() if name in given.gestures or kind in given.gestures)
    return Counter(names, given.scope, given.span)
