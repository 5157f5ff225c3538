"""Bounds: everything that bounds the amount of one gesture for one role, ready to be written as source."""

from collections.abc import Callable
from dataclasses import dataclass

from geste.core.charter.expression import Expression
from geste.core.charter.syntax import Outcome
from geste.core.decision.emit import Emitter
from geste.core.decision.plan import GesturePlan, LimitCheck, Plan
from geste.core.reasons import Reason


@dataclass(frozen=True, slots=True)
class BoundSource:
    """How one bound is written: its clause and code, the source of its cap, and what counts against it.

    `given` is the source of what was given already; `counter` says which amount that is, -1 for an envelope.
    """

    clause: str
    code: str
    cap: str
    given: str
    counter: int
    condition: str = ""
    outcome: Outcome = "beyond"
    bend: str = ""
    is_guidance: bool = False

    @property
    def left(self) -> str:
        """The source of what may still be given."""
        return f"{self.cap} - {self.given}"

    @property
    def is_plain(self) -> bool:
        """Whether it always binds, so that it may be compared together with others on the same counter."""
        return not self.condition and not self.is_guidance


def bound_sources(plan: Plan, gesture: GesturePlan, role: str, emit: Emitter) -> list[BoundSource]:
    """Return what bounds a gesture's amount for a role, in the order the interpreter looks at it."""
    if gesture.is_owed:
        return []
    found = []
    own_cap = gesture.cap_for(role)
    for clause, cap in ((f"{gesture.id}.cap", own_cap), (f"{gesture.id}.amount", gesture.amount.at_most)):
        if cap is not None:
            found.append(_counted(clause, "cap.exceeded", emit.source(cap), gesture.in_case))
    clause, case_cap = plan.charter.cap_of(role)
    found.append(_counted(clause, "case_cap.exceeded", repr(case_cap), plan.case_total))
    found.extend(
        _limit_source(check, check.limit.amount, emit)
        for check in gesture.limits
        if check.limit.amount is not None and (not check.roles or role in check.roles)
    )
    envelope = gesture.envelope_for(role)
    if envelope is not None:
        rule = plan.charter.envelopes[envelope]
        given = f"({rule.amount} - envelopes[{envelope}])"
        found.append(BoundSource(rule.id, "envelope.exceeded", repr(rule.amount), given, -1))
    return found


def _counted(clause: str, code: str, cap: str, counter: int) -> BoundSource:
    return BoundSource(clause, code, cap, f"amounts[{counter}]", counter)


def _limit_source(check: LimitCheck, amount: Expression, emit: Emitter) -> BoundSource:
    limit = check.limit
    return BoundSource(
        limit.id,
        "limit.exceeded",
        emit.source(amount),
        f"amounts[{check.counter}]",
        check.counter,
        condition="" if limit.when is None else emit.source(limit.when),
        outcome=limit.otherwise.outcome,
        bend=limit.otherwise.bend,
        is_guidance=limit.guidance,
    )


def suggested(
    headroom: int, lowest_cap: Callable[[], int], floor: int, wish: int | None, uplift: Reason | None
) -> tuple[int, tuple[Reason, ...]]:
    """Return what to suggest, as the interpreter does, and the note about loyalty where it counted."""
    if headroom == 0:
        return max(1, floor, lowest_cap() if wish is None else wish), ()
    if wish is None:
        return max(floor, headroom), ()
    return max(floor, min(headroom, wish)), (() if uplift is None else (uplift,))
