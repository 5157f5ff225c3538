"""Generate: writes a Python function for a gesture and a kind of actor. It answers as the interpreter does, or None.

None means that some fact the gesture looks at is not known, or only claimed where it must be confirmed: the caller
then asks the interpreter, which knows how to say what is missing.
"""

from collections.abc import Callable, Iterator, Mapping

from geste.core.charter import expression as e
from geste.core.charter.expression import Expression, walk
from geste.core.charter.syntax import ActorKind, Outcome
from geste.core.decision import verdict
from geste.core.decision.bounds import BoundSource, bound_sources, suggested
from geste.core.decision.decision import Decision
from geste.core.decision.emit import ASKED_AMOUNT, NAMESPACE, Emitter
from geste.core.decision.plan import Check, GesturePlan, LimitCheck, Plan, counter_of
from geste.core.decision.request import Facts, Layout
from geste.core.decision.specialise import NO, YES, specialise
from geste.core.decision.standing import Standing
from geste.core.reasons import Reason

Judge = Callable[[Facts, Standing, int | None, int | None, Reason | None], Decision | None]
"""Takes facts, standing, the amount asked (None: suggest one), the amount to suggest and why it was raised."""

_RANKS: dict[Outcome, int] = {"beyond": 1, "hand_over": 2, "forbidden": 3}


class Judges(dict[str, Judge]):
    """The functions of one kind of actor, by gesture; each is written when it is first asked for."""

    def __init__(self, plan: Plan, layout: Layout, role: str, kind: ActorKind) -> None:
        super().__init__()
        self._plan = plan
        self._layout = layout
        self._known = {"actor.role": role, "actor.kind": kind}
        self._counters = dict(_givens(plan))

    def __missing__(self, gesture_id: str) -> Judge:
        gesture = self._plan.gesture(gesture_id)
        if gesture is None:
            raise KeyError(gesture_id)
        judge = _Writer(self._plan, self._layout, gesture, self._known, self._counters).function()
        self[gesture_id] = judge
        return judge


def _givens(plan: Plan) -> Iterator[tuple[e.Given, int]]:
    """Every expression about history, with the counter it reads."""
    indexes = {counter: index for index, counter in enumerate(plan.counters)}
    for expression in plan.expressions():
        for part in walk(expression):
            if isinstance(part, e.Given):
                yield part, indexes[counter_of(part, plan.charter)]


class _Writer:
    """Writes the function of one gesture for one kind of actor."""

    def __init__(
        self,
        plan: Plan,
        layout: Layout,
        gesture: GesturePlan,
        actor: Mapping[str, str],
        counters: Mapping[e.Given, int],
    ) -> None:
        self._plan = plan
        self._layout = layout
        self._gesture = gesture
        self._role = actor["actor.role"]
        self._kind = actor["actor.kind"]
        self._known = {**actor, "proposal.gesture": gesture.id}
        self._emit = Emitter(counters)
        self._lines: list[str] = []

    def function(self) -> Judge:
        """Return the compiled function."""
        self._write_role()
        for check in self._gesture.checks:
            self._write_check(check)
        for limit in self._gesture.limits:
            self._write_times(limit)
        if self._gesture.amount.none:
            self._write_no_amount()
        else:
            self._write_amount()
        self._write_end()
        source = "\n".join(["def judge(facts, standing, asked, wish, uplift):", *self._preamble(), *self._lines])
        names: dict[str, object] = {**NAMESPACE, **self._emit.constants, "suggested": suggested}
        names |= {"Decision": Decision, "Reason": Reason, "new": tuple.__new__}
        # The source is written from a checked charter; no text of the charter reaches it but as a literal.
        exec(compile(source, f"<gesture {self._gesture.id}>", "exec"), names)  # noqa: S102
        return names["judge"]  # type: ignore[return-value]

    def _line(self, depth: int, text: str) -> None:
        self._lines.append("    " * depth + text)

    def _preamble(self) -> list[str]:
        """Load what the body reads, after making sure that every fact in it is known."""
        values, proposed = self._layout.values, self._layout.proposed
        paths = list(self._emit.facts)
        stated = [path for path in paths if path in values]
        own = [path for path in paths if path in proposed]
        open_mask = sum(1 << values.index(path) for path in stated)
        open_mask |= sum(1 << (len(values) + proposed.index(path)) for path in own)
        claimed_mask = sum(1 << values.index(path) for path in self._emit.confirmed)
        lines = ["    values, proposed, claimed, open_ = facts"] if paths else []
        if open_mask:
            lines.append(f"    if open_ & {open_mask}: return None")
        if claimed_mask:
            lines.append(f"    if claimed & {claimed_mask}: return None")
        if ASKED_AMOUNT in paths:
            lines.append("    if asked is None: return None")
        lines.append("    times, amounts, envelopes = standing")
        lines += [f"    {self._emit.facts[path]} = values[{values.index(path)}]" for path in stated]
        lines += [f"    {self._emit.facts[path]} = proposed[{proposed.index(path)}]" for path in own]
        return [*lines, "    broken = []; notes = (); worst = 0; clause = ''"]

    def _write_role(self) -> None:
        gesture = self._gesture
        if gesture.is_reserved:
            reason = Reason("gesture.reserved", (("gesture", gesture.id),))
            self._break(1, "forbidden", f"{gesture.id}.for", self._emit.constant(reason))
        elif self._role not in gesture.roles:
            reason = Reason("gesture.not_for_role", (("gesture", gesture.id), ("role", self._role)))
            self._break(1, "beyond", f"{gesture.id}.for", self._emit.constant(reason))

    def _write_check(self, check: Check) -> None:
        broken = specialise(check.broken, self._known)
        if broken == NO or (check.roles and self._role not in check.roles):
            return
        name = "red_line" if check.code == "red_line.crossed" else "clause"
        reason = self._emit.constant(Reason(check.code, ((name, check.clause),)))
        depth = 1
        if broken != YES:
            self._line(1, f"if {self._condition(broken)}:")
            depth = 2
        self._break_or_bend(depth, check.outcome, check.bend, check.clause, reason)

    def _condition(self, expression: Expression) -> str:
        """Source of a condition where only its truth counts."""
        if isinstance(expression, e.Not):
            return f"not {self._emit.source(expression.operand)}"
        return self._emit.source(expression)

    def _write_times(self, check: LimitCheck) -> None:
        limit = check.limit
        if limit.times is None or (check.roles and self._role not in check.roles):
            return
        given = f"times[{check.counter}]"
        condition = "" if limit.when is None else f"{self._emit.source(limit.when)} and "
        self._line(1, f"if {condition}{given} >= {limit.times}:")
        if limit.guidance:
            self._note(2, self._emit.constant(Reason("limit.passed_guidance", (("limit", limit.id),))))
            return
        values = f"(('limit', {limit.id!r}), ('times', {limit.times}), ('given_times', {given}))"
        reason = f"new(Reason, ('limit.reached', {values}))"
        self._break_or_bend(2, limit.otherwise.outcome, limit.otherwise.bend, limit.id, reason)

    def _write_no_amount(self) -> None:
        self._line(1, "amount = asked; headroom = None")
        self._line(1, "if asked:")
        values = f"(('gesture', {self._gesture.id!r}), ('asked', asked))"
        self._break(2, "beyond", f"{self._gesture.id}.amount", f"new(Reason, ('amount.not_expected', {values}))")

    def _write_amount(self) -> None:
        rule, own = self._gesture.amount, f"{self._gesture.id}.amount"
        self._line(1, "barred = worst")
        for name, part in (("exact", rule.exactly), ("floor", rule.at_least)):
            if part is not None:
                self._line(1, f"{name} = {self._emit.source(part)}")
        bounds = bound_sources(self._plan, self._gesture, self._role, self._emit)
        self._write_room(bounds)
        self._write_suggestion(bounds)
        self._write_breaches(bounds)
        if rule.exactly is not None:
            self._line(1, "if amount != exact:")
            values = f"(('clause', {own!r}), ('expected', exact), ('asked', amount))"
            self._break(2, "beyond", own, f"new(Reason, ('amount.not_exact', {values}))")
        if rule.at_least is not None:
            self._line(1, "if amount < floor:")
            values = f"(('clause', {own!r}), ('floor', floor), ('asked', amount))"
            self._break(2, "beyond", own, f"new(Reason, ('amount.below_floor', {values}))")
        self._line(1, "if barred: headroom = 0")

    def _write_room(self, bounds: list[BoundSource]) -> None:
        """Write `room`, the most every bound leaves; bounds on the same counter are compared before subtracting."""
        groups: dict[str, list[BoundSource]] = {}
        for bound in bounds:
            if bound.is_plain:
                groups.setdefault(bound.given, []).append(bound)
        if not bounds:
            self._line(1, "headroom = room = exact if exact > 0 else 0")
            return
        first = True
        for given, group in groups.items():
            left = f"{self._lowest(group)} - {given}"
            self._line(1, f"room = {left}" if first else f"left = {left}")
            if not first:
                self._line(1, "if left < room: room = left")
            first = False
        for bound in bounds:
            if bound.condition and not bound.is_guidance:
                self._line(1, f"if {bound.condition}:")
                self._line(2, f"left = {bound.left}")
                self._line(2, "if left < room: room = left")
        exact = self._gesture.amount.exactly is not None
        self._line(1, f"headroom = {'exact if 0 < exact <= room else 0' if exact else 'room if room > 0 else 0'}")

    def _lowest(self, group: list[BoundSource]) -> str:
        """Source of the lowest cap of a group; those that stand in the charter are compared now."""
        fixed = [int(bound.cap) for bound in group if bound.cap.isdecimal()]
        open_caps = [bound.cap for bound in group if not bound.cap.isdecimal()]
        if not open_caps:
            return repr(min(fixed))
        self._line(1, f"cap = {open_caps[0]}")
        for other in open_caps[1:]:
            self._line(1, f"other = {other}")
            self._line(1, "if other < cap: cap = other")
        if fixed:
            self._line(1, f"if {min(fixed)} < cap: cap = {min(fixed)}")
        return "cap"

    def _write_suggestion(self, bounds: list[BoundSource]) -> None:
        self._line(1, "amount = asked")
        self._line(1, "if asked is None:")
        if self._gesture.amount.exactly is not None:
            self._line(2, "amount = exact")
            return
        floor = "floor" if self._gesture.amount.at_least is not None else "0"
        caps = ", ".join(
            f"({bound.cap} if {bound.condition} else UNBOUNDED)" if bound.condition else bound.cap for bound in bounds
        )
        self._emit.constants["UNBOUNDED"] = 2**62
        self._line(2, f"amount, notes = suggested(headroom, lambda: min({caps}, UNBOUNDED), {floor}, wish, uplift)")

    def _write_breaches(self, bounds: list[BoundSource]) -> None:
        if any(not bound.is_guidance for bound in bounds):
            self._line(1, "if amount > room:")
        for bound in bounds:
            if not bound.is_guidance:
                self._line(2, f"cap = {bound.cap}; given = {bound.given}; left = cap - given")
                condition = f"{bound.condition} and " if bound.condition else ""
                self._line(2, f"if {condition}amount > left:")
                values = (
                    f"(('clause', {bound.clause!r}), ('cap', cap), ('given', given), ('asked', amount), "
                    "('left', left if left > 0 else 0))"
                )
                reason = f"new(Reason, ({bound.code!r}, {values}))"
                self._break_or_bend(3, bound.outcome, bound.bend, bound.clause, reason)
        for bound in bounds:
            if bound.is_guidance:
                condition = f"{bound.condition} and " if bound.condition else ""
                self._line(1, f"if {condition}amount > {bound.left}:")
                self._note(2, self._emit.constant(Reason("limit.passed_guidance", (("limit", bound.clause),))))

    def _note(self, depth: int, reason: str) -> None:
        self._line(depth, f"notes = (*notes, {reason})")

    def _break(self, depth: int, outcome: Outcome, clause: str, reason: str) -> None:
        rank = _RANKS[outcome]
        self._line(depth, f"broken.append({reason})")
        self._line(depth, f"if worst < {rank}: worst = {rank}; clause = {clause!r}")

    def _break_or_bend(self, depth: int, outcome: Outcome, bend: str, clause: str, reason: str) -> None:
        if outcome != "bend":
            self._break(depth, outcome, clause, reason)
            return
        check = self._plan.bend(bend)
        assert check is not None
        too_far = specialise(check.broken, self._known) if self._role in check.roles else YES
        self._line(depth, f"if {self._condition(too_far)}:")
        self._break(depth + 1, "beyond", clause, reason)
        self._line(depth, "else:")
        self._note(depth + 1, self._emit.constant(Reason("rule.bent", (("rule", bend), ("clause", clause)))))

    def _write_end(self) -> None:
        gesture, one_hop = self._gesture, self._plan.charter.one_hop
        routes = {"DO": verdict.DO, "BARRED": verdict.routes_when(3, self._kind, reachable=False)}
        routes |= {"HANDED": verdict.routes_when(2, self._kind, reachable=False)}
        routes |= {
            f"ROUTES_{word}": verdict.routes_when(1, self._kind, reachable=word == "NEAR") for word in ("NEAR", "FAR")
        }
        self._emit.constants.update(routes)
        near = "ROUTES_FAR"
        if one_hop is not None:
            near = (
                "ROUTES_NEAR"
                if one_hop.up_to is None
                else f"ROUTES_NEAR if (amount or 0) <= {one_hop.up_to} else ROUTES_FAR"
            )
        self._line(1, "if worst:")
        self._line(2, "authority = 'forbidden' if worst == 3 else 'beyond'")
        self._line(2, f"routes = BARRED if worst == 3 else HANDED if worst == 2 else {near}")
        self._line(2, "return new(Decision, (authority, routes, clause, (*broken, *notes), amount, headroom))")
        covered = (Reason(gesture.covering_code, (("gesture", gesture.id), ("role", self._role))),)
        reasons = self._emit.constant(covered)
        within = f"return new(Decision, ('within', DO, {gesture.id!r}, {{}}, amount, headroom))"
        self._line(1, f"if notes: {within.format(f'(*{reasons}, *notes)')}")
        self._line(1, within.format(reasons))
