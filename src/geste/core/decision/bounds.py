"""Bounds: everything that bounds the amount of one gesture for one role, as typed expressions ready to be written."""

from dataclasses import dataclass

from geste.core.charter.expression import Constant, Expression
from geste.core.charter.syntax import Otherwise
from geste.core.charter.types import Money
from geste.core.decision.plan import GesturePlan, LimitCheck, Plan

BEYOND = Otherwise("beyond")


@dataclass(frozen=True, slots=True)
class Bound:
    """One cap on what may be given, and what exceeding it means.

    `counter` says what counts against it; for an envelope it is None, and `envelope` says which. It binds only when
    `condition` holds, if it has one.
    """

    clause: str
    code: str
    cap: Expression
    counter: int | None
    envelope: int | None = None
    condition: Expression | None = None
    otherwise: Otherwise = BEYOND
    is_guidance: bool = False


def bounds_of(plan: Plan, gesture: GesturePlan, role: str) -> list[Bound]:
    """Return what bounds a gesture's amount for a role, in the order the interpreter looks at it."""
    if gesture.is_owed:
        return []
    own_cap = gesture.cap_for(role)
    caps = ((f"{gesture.id}.cap", own_cap), (f"{gesture.id}.amount", gesture.amount.at_most))
    found = [Bound(clause, "cap.exceeded", cap, gesture.in_case) for clause, cap in caps if cap is not None]
    clause, case_cap = plan.charter.cap_of(role)
    found.append(Bound(clause, "case_cap.exceeded", _fixed(case_cap), plan.case_total))
    found += [
        _limit(check, check.limit.amount)
        for check in gesture.limits
        if check.limit.amount is not None and (not check.roles or role in check.roles)
    ]
    envelope = gesture.envelope_for(role)
    if envelope is not None:
        rule = plan.charter.envelopes[envelope]
        found.append(Bound(rule.id, "envelope.exceeded", _fixed(rule.amount), None, envelope))
    return found


def _fixed(minor: int) -> Constant:
    return Constant(minor, Money(minor, minor))


def _limit(check: LimitCheck, amount: Expression) -> Bound:
    limit = check.limit
    return Bound(
        limit.id,
        "limit.exceeded",
        amount,
        check.counter,
        condition=limit.when,
        otherwise=limit.otherwise,
        is_guidance=limit.guidance,
    )
