"""Decide: the readable interpreter. What it answers is what the generated function must answer."""

from functools import partial
from typing import NamedTuple

from geste.core.charter import expression as e
from geste.core.charter.expression import Expression
from geste.core.charter.syntax import Outcome
from geste.core.charter.vocabulary import NOW
from geste.core.decision.decision import Decision, Ruling
from geste.core.decision.evaluate import Result, Scene, Unknown, evaluate
from geste.core.decision.plan import Check, GesturePlan, LimitCheck, Plan, counter_of
from geste.core.decision.request import Layout, Proposal, Request
from geste.core.decision.sizing import applies_uplift, raised_by, suggested_amount
from geste.core.decision.verdict import ASK, Broken, approval, reaches, refusal
from geste.core.reasons import Reason

UNDATED = "standing.given.at"
"""What is missing when an earlier gesture has no time and a condition counts within a window."""


class Bound(NamedTuple):
    """One thing that bounds an amount, in minor units, and what exceeding it means."""

    clause: str
    code: str
    cap: int
    given: int
    outcome: Outcome = "beyond"
    bend: str = ""
    is_guidance: bool = False

    @property
    def left(self) -> int:
        """What may still be given."""
        return self.cap - self.given


def decide(plan: Plan, layout: Layout, request: Request, proposal: Proposal) -> Decision:
    """Return what the charter says of `proposal`, asked by the request's actor under its facts and standing.

    A function of its arguments alone: no clock (time is the fact `now`), no chance, nothing remembered.
    """
    gesture = plan.gesture(proposal.gesture)
    assert gesture is not None, "read_request refuses unknown gestures"
    return _Judgement(plan, layout, gesture, request, proposal).decision()


def scene_of(plan: Plan, layout: Layout, request: Request, proposal: Proposal | None) -> Scene:
    """Return what expressions can see of a request; without a proposal, nothing that belongs to one."""
    facts = layout.stated(request.facts.values)
    claimed = frozenset(path for index, path in enumerate(layout.values) if request.facts.claimed >> index & 1)
    facts["actor.role"], facts["actor.kind"] = request.actor.role, request.actor.kind
    if proposal is not None:
        facts["proposal.gesture"] = proposal.gesture
        facts["proposal.amount"] = proposal.amount
        is_own = request.proposal is not None and request.proposal.gesture == proposal.gesture
        facts.update(zip(layout.proposed, request.facts.proposed if is_own else layout.assumed, strict=True))
    indexes = {counter: index for index, counter in enumerate(plan.counters)}
    standing = request.standing

    def times_given(given: e.Given) -> Result:
        index = indexes[counter_of(given, plan.charter)]
        if standing.doubtful >> index & 1:
            return Unknown(missing=(NOW if facts[NOW] is None else UNDATED,))
        return standing.times[index]

    return Scene(facts, claimed, times_given)


class _Judgement:
    """One gesture judged: what is broken, what is missing, what is only worth a note."""

    def __init__(self, plan: Plan, layout: Layout, gesture: GesturePlan, request: Request, proposal: Proposal) -> None:
        self._plan = plan
        self._gesture = gesture
        self._scene = scene_of(plan, layout, request, proposal)
        self._scene_before = partial(scene_of, plan, layout, request, None)
        self._role = request.actor.role
        self._kind = request.actor.kind
        self._standing = request.standing
        self._asked = proposal.amount
        self._broken: list[Broken] = []
        self._notes: list[Reason] = []
        self._unknown: list[tuple[str, Unknown]] = []

    def decision(self) -> Decision:
        gesture = self._gesture
        self._judge_role()
        for check in gesture.checks:
            if not check.roles or self._role in check.roles:
                self._judge_check(check)
        for limit in gesture.limits:
            self._judge_times(limit)
        amount, headroom, judged = self._judge_amount()
        if self._broken:
            reachable = reaches(self._plan.charter.one_hop, judged)
            ruling = refusal(self._broken, self._notes, self._kind, reachable=reachable)
        elif self._unknown:
            return Decision.of(Ruling("unknown", ASK, self._unknown[0][0], self._questions()), amount, None)
        else:
            ruling = approval(gesture, self._role, self._notes)
        return Decision.of(ruling, amount, headroom)

    def _questions(self) -> tuple[Reason, ...]:
        merged = Unknown()
        for _, unknown in self._unknown:
            merged = merged | unknown
        missing = tuple(Reason("fact.missing", (("fact", path),)) for path in merged.missing)
        unconfirmed = tuple(Reason("fact.unconfirmed", (("fact", path),)) for path in merged.unconfirmed)
        return (*missing, *unconfirmed, *self._notes)

    def _judge_role(self) -> None:
        gesture = self._gesture
        clause = f"{gesture.id}.for"
        if gesture.is_reserved:
            self._break("forbidden", "", clause, Reason("gesture.reserved", (("gesture", gesture.id),)))
        elif self._role not in gesture.roles:
            values = (("gesture", gesture.id), ("role", self._role))
            self._break("beyond", "", clause, Reason("gesture.not_for_role", values))

    def _judge_check(self, check: Check) -> None:
        if self._holds(check.clause, check.broken):
            name = "red_line" if check.code == "red_line.crossed" else "clause"
            self._break(check.outcome, check.bend, check.clause, Reason(check.code, ((name, check.clause),)))

    def _judge_times(self, check: LimitCheck) -> None:
        limit = check.limit
        if limit.times is None or not self._is_limited(check):
            return
        times = self._standing.times[check.counter]
        if times + 1 > limit.times:
            values = (("limit", limit.id), ("times", limit.times), ("given_times", times))
            otherwise = limit.otherwise
            self._exceed(otherwise.outcome, otherwise.bend, limit.id, "limit.reached", values, limit.guidance)

    def _judge_amount(self) -> tuple[int | None, int | None, int | None]:
        """Return the amount, asked or else suggested, the headroom, and the amount that was held against the bounds.

        Where nothing is asked and nothing can be suggested, the least there is to give is held against them: how
        large a gesture would be right must not change what may be done.
        """
        gesture, rule = self._gesture, self._gesture.amount
        clause = f"{gesture.id}.amount"
        if rule.none:
            if self._asked:
                values = (("gesture", gesture.id), ("asked", self._asked))
                self._break("beyond", "", clause, Reason("amount.not_expected", values))
            return self._asked, None, self._asked
        is_barred, unknown_before = bool(self._broken), len(self._unknown)
        exact = None if rule.exactly is None else self._value(clause, rule.exactly)
        exact = None if exact is None else max(0, exact)  # a share of a debt is nothing, not less
        floor = None if rule.at_least is None else self._value(clause, rule.at_least)
        bounds = self._bounds()
        room = min((bound.left for bound in bounds if not bound.is_guidance), default=exact)
        headroom: int | None = None
        if is_barred or (room is not None and room <= 0):
            headroom = 0
        elif room is not None and len(self._unknown) == unknown_before:
            headroom = room if exact is None else exact if 0 < exact <= room else 0
        amount = exact if self._asked is None else self._asked
        if amount is None and headroom:
            amount = self._suggestion(headroom, floor or 0)
        judged = max(1, floor or 0) if amount is None else amount
        self._judge_bounds(bounds, judged)
        self._judge_fit(clause, judged, exact, floor)
        return amount, headroom, judged

    def _judge_fit(self, clause: str, judged: int, exact: int | None, floor: int | None) -> None:
        if exact is not None and judged != exact:
            reason = Reason("amount.not_exact", (("clause", clause), ("expected", exact), ("asked", judged)))
            self._break("beyond", "", clause, reason)
        if floor is not None and judged < floor:
            reason = Reason("amount.below_floor", (("clause", clause), ("floor", floor), ("asked", judged)))
            self._break("beyond", "", clause, reason)

    def _judge_bounds(self, bounds: list[Bound], amount: int) -> None:
        for bound in bounds:
            if amount > bound.left:
                values = (("clause", bound.clause), ("cap", bound.cap), ("given", bound.given), ("asked", amount))
                left = ("left", max(0, bound.left))
                self._exceed(bound.outcome, bound.bend, bound.clause, bound.code, (*values, left), bound.is_guidance)

    def _bounds(self) -> list[Bound]:
        """Everything that bounds the amount; what depends on a missing fact is noted as unknown."""
        gesture, charter = self._gesture, self._plan.charter
        if gesture.is_owed:
            return []
        given = self._standing.amounts[gesture.in_case]
        bounds = []
        own_cap = gesture.cap_for(self._role)
        if own_cap is not None and (cap := self._value(f"{gesture.id}.cap", own_cap)) is not None:
            bounds.append(Bound(f"{gesture.id}.cap", "cap.exceeded", cap, given))
        at_most = gesture.amount.at_most
        if at_most is not None and (cap := self._value(f"{gesture.id}.amount", at_most)) is not None:
            bounds.append(Bound(f"{gesture.id}.amount", "cap.exceeded", cap, given))
        clause, cap = charter.cap_of(self._role)
        bounds.append(Bound(clause, "case_cap.exceeded", cap, self._standing.amounts[self._plan.case_total]))
        for check in gesture.limits:
            limit = check.limit
            if limit.amount is None or not self._is_limited(check):
                continue
            most = self._value(limit.id, limit.amount)
            if most is not None:
                used, otherwise = self._standing.amounts[check.counter], limit.otherwise
                bounds.append(
                    Bound(limit.id, "limit.exceeded", most, used, otherwise.outcome, otherwise.bend, limit.guidance)
                )
        envelope = gesture.envelope_for(self._role)
        if envelope is not None:
            rule, left = charter.envelopes[envelope], self._standing.envelopes[envelope]
            bounds.append(Bound(rule.id, "envelope.exceeded", rule.amount, rule.amount - left))
        return bounds

    def _suggestion(self, headroom: int, floor: int) -> int:
        """What to suggest: what would be right, within the headroom."""
        sizing = self._plan.charter.sizing
        if sizing is None:
            return max(floor, headroom)
        before = self._scene_before()
        wish = suggested_amount(sizing, before)
        if wish is None:
            return max(floor, headroom)
        if applies_uplift(sizing, before):
            self._notes.append(raised_by(sizing))
        return max(floor, min(headroom, wish))

    def _is_limited(self, check: LimitCheck) -> bool:
        if check.roles and self._role not in check.roles:
            return False
        return check.limit.when is None or self._holds(check.limit.id, check.limit.when)

    def _holds(self, clause: str, condition: Expression) -> bool:
        """Whether a condition is known to hold; an unknown one is noted under `clause`."""
        value = evaluate(condition, self._scene)
        if isinstance(value, Unknown):
            self._unknown.append((clause, value))
            return False
        return bool(value)

    def _value(self, clause: str, expression: Expression) -> int | None:
        value = evaluate(expression, self._scene)
        if isinstance(value, Unknown):
            self._unknown.append((clause, value))
            return None
        assert isinstance(value, int)
        return value

    def _exceed(
        self,
        outcome: Outcome,
        bend: str,
        clause: str,
        code: str,
        values: tuple[tuple[str, str | int], ...],
        is_guidance: bool,  # noqa: FBT001
    ) -> None:
        if is_guidance:
            self._notes.append(Reason("limit.passed_guidance", (("limit", clause),)))
        else:
            self._break(outcome, bend, clause, Reason(code, values))

    def _break(self, outcome: Outcome, bend: str, clause: str, reason: Reason) -> None:
        """Note a broken rule; one that may be bent stops nobody, as far as the bend reaches."""
        if outcome != "bend":
            self._broken.append((outcome, clause, reason))
            return
        check = self._plan.bend(bend)
        assert check is not None
        too_far = evaluate(check.broken, self._scene) if self._role in check.roles else True
        if isinstance(too_far, Unknown):
            self._unknown.append((check.clause, too_far))
        elif too_far:
            self._broken.append(("beyond", clause, reason))
        else:
            self._notes.append(Reason("rule.bent", (("rule", bend), ("clause", clause))))
