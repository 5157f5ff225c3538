"""Generate: writes one Python function for each gesture of a plan. It answers as the interpreter does, or returns None.

None means that some fact the gesture looks at is not known, or only claimed where it must be confirmed: the caller
then asks the interpreter, which knows how to say what is missing.
"""

from collections.abc import Callable

from geste.core.charter import expression as e
from geste.core.charter.expression import Expression, walk
from geste.core.decision import verdict
from geste.core.decision.decision import Decision
from geste.core.decision.emit import NAMESPACE, Emitter
from geste.core.decision.plan import Check, GesturePlan, LimitCheck, Plan, counter_of
from geste.core.decision.request import Layout
from geste.core.reasons import Reason

Judge = Callable[..., Decision | None]
"""Takes role, kind, values, proposed, claimed, open, times, amounts, envelopes, asked, wish and uplift."""

SIGNATURE = "role, kind, values, proposed, claimed, open_, times, amounts, envelopes, asked, wish, uplift"
UNBOUNDED = 2**62
_RANKS = {"beyond": 1, "hand_over": 2, "forbidden": 3}


def generate(plan: Plan, layout: Layout) -> dict[str, Judge]:
    """Return a function for each gesture, owed line and bendable rule, by id."""
    givens = dict(_givens(plan))
    return {gesture.id: _Writer(plan, layout, gesture, givens).function() for gesture in plan.gestures}


def _givens(plan: Plan) -> "list[tuple[e.Given, int]]":
    indexes = {counter: index for index, counter in enumerate(plan.counters)}
    found: list[tuple[e.Given, int]] = []
    for gesture in plan.gestures:
        for expression in _expressions_of(plan, gesture):
            given = (part for part in walk(expression) if isinstance(part, e.Given))
            found.extend((part, indexes[counter_of(part, plan.charter)]) for part in given)
    return found


def _expressions_of(plan: Plan, gesture: GesturePlan) -> "list[Expression]":
    rule = gesture.amount
    bends = [check.bend for check in gesture.checks] + [limit.limit.otherwise.bend for limit in gesture.limits]
    limits = [part for check in gesture.limits for part in (check.limit.when, check.limit.amount)]
    optional = [rule.exactly, rule.at_most, rule.at_least, *limits]
    return [
        *(check.broken for check in gesture.checks),
        *(cap for _, cap in gesture.caps),
        *(part for part in optional if part is not None),
        *(check.broken for name, check in plan.bends if name in bends),
    ]


class _Writer:
    """Writes the function of one gesture."""

    def __init__(self, plan: Plan, layout: Layout, gesture: GesturePlan, givens: dict[e.Given, int]) -> None:
        self._plan = plan
        self._layout = layout
        self._gesture = gesture
        self._emit = Emitter(givens)
        self._lines: list[str] = []

    def function(self) -> Judge:
        """Return the compiled function."""
        self._write_body()
        source = "\n".join([f"def judge({SIGNATURE}):", *self._preamble(), *self._lines])
        names = {**NAMESPACE, **self._emit.constants, "Decision": Decision, "Reason": Reason, "new": tuple.__new__}
        names.update({name: getattr(verdict, name) for name in ("DO", "HAND_OVER", "ACT_FIRST", "ONE_HOP", "NO_ROUTE")})
        names["suggested"] = suggested
        # The source is written above from a checked charter; no text of the charter reaches it but as a literal.
        exec(compile(source, f"<gesture {self._gesture.id}>", "exec"), names)  # noqa: S102
        judge: Judge = names["judge"]  # type: ignore[assignment]
        return judge

    def _line(self, depth: int, text: str) -> None:
        self._lines.append("    " * depth + text)

    def _preamble(self) -> list[str]:
        """Load the facts the body reads, after making sure that all of them are known."""
        lines = []
        open_mask = claimed_mask = 0
        loads = []
        for path, name in self._emit.facts.items():
            if path in self._layout.values:
                index = self._layout.values.index(path)
                open_mask |= 1 << index
                loads.append(f"    {name} = values[{index}]")
                if path in self._emit.confirmed:
                    claimed_mask |= 1 << index
            elif path in self._layout.proposed:
                index = self._layout.proposed.index(path)
                open_mask |= 1 << (len(self._layout.values) + index)
                loads.append(f"    {name} = proposed[{index}]")
            elif path == "proposal.amount":
                lines.append("    if asked is None: return None")
            elif path == "proposal.gesture":
                loads.append(f"    gesture = {self._gesture.id!r}")
        if open_mask:
            lines.append(f"    if open_ & {open_mask}: return None")
        if claimed_mask:
            lines.append(f"    if claimed & {claimed_mask}: return None")
        return [*lines, *loads]

    def _write_body(self) -> None:
        gesture = self._gesture
        self._line(1, "broken = []; notes = []; worst = 0; clause = ''")
        if gesture.is_reserved:
            reason = Reason("gesture.reserved", (("gesture", gesture.id),))
            self._break(1, "forbidden", "", f"{gesture.id}.for", self._emit.constant(reason))
        elif set(gesture.roles) != set(self._plan.roles):
            self._line(1, f"if role not in {self._emit.constant(gesture.roles)}:")
            values = f"(('gesture', {gesture.id!r}), ('role', role))"
            self._break(2, "beyond", "", f"{gesture.id}.for", f"Reason('gesture.not_for_role', {values})")
        for check in gesture.checks:
            self._write_check(check)
        for limit in gesture.limits:
            self._write_times(limit)
        if gesture.amount.none:
            self._write_no_amount()
        else:
            self._write_amount()
        self._write_end()

    def _write_check(self, check: Check) -> None:
        name = "red_line" if check.code == "red_line.crossed" else "clause"
        condition = self._emit.source(check.broken)
        if check.roles:
            condition = f"role in {self._emit.constant(check.roles)} and {condition}"
        self._line(1, f"if {condition}:")
        reason = self._emit.constant(Reason(check.code, ((name, check.clause),)))
        self._break(2, check.outcome, check.bend, check.clause, reason)

    def _write_times(self, check: LimitCheck) -> None:
        limit = check.limit
        if limit.times is None:
            return
        given = f"times[{check.counter}]"
        conditions = [*self._limited(check), f"{given} >= {limit.times}"]
        self._line(1, f"if {' and '.join(conditions)}:")
        if limit.guidance:
            self._note(2, self._emit.constant(Reason("limit.passed_guidance", (("limit", limit.id),))))
            return
        values = f"(('limit', {limit.id!r}), ('times', {limit.times}), ('given_times', {given}))"
        self._break(2, limit.otherwise.outcome, limit.otherwise.bend, limit.id, f"Reason('limit.reached', {values})")

    def _limited(self, check: LimitCheck) -> list[str]:
        conditions = [f"role in {self._emit.constant(check.roles)}"] if check.roles else []
        if check.limit.when is not None:
            conditions.append(self._emit.source(check.limit.when))
        return conditions

    def _write_no_amount(self) -> None:
        self._line(1, "amount = asked; headroom = None")
        self._line(1, "if asked:")
        values = f"(('gesture', {self._gesture.id!r}), ('asked', asked))"
        reason = f"Reason('amount.not_expected', {values})"
        self._break(2, "beyond", "", f"{self._gesture.id}.amount", reason)

    def _write_amount(self) -> None:
        rule = self._gesture.amount
        own = f"{self._gesture.id}.amount"
        self._line(1, "barred = worst")
        if rule.exactly is not None:
            self._line(1, f"exact = {self._emit.source(rule.exactly)}")
        if rule.at_least is not None:
            self._line(1, f"floor = {self._emit.source(rule.at_least)}")
        bounds = self._write_bounds()
        self._write_headroom(bounds)
        self._write_suggestion(bounds)
        self._write_breaches(bounds)
        if rule.exactly is not None:
            self._line(1, "if amount != exact:")
            values = f"(('clause', {own!r}), ('expected', exact), ('asked', amount))"
            self._break(2, "beyond", "", own, f"Reason('amount.not_exact', {values})")
        if rule.at_least is not None:
            self._line(1, "if amount < floor:")
            values = f"(('clause', {own!r}), ('floor', floor), ('asked', amount))"
            self._break(2, "beyond", "", own, f"Reason('amount.below_floor', {values})")
        self._line(1, "if barred: headroom = 0")

    def _write_bounds(self) -> "list[_BoundSource]":
        """Write what bounds the amount: `cap…` and `left…` for each bound; return how each is called."""
        gesture, charter = self._gesture, self._plan.charter
        if gesture.is_owed:
            return []
        in_case = f"amounts[{gesture.in_case}]"
        found = []
        if gesture.caps:
            found.append(_BoundSource(f"{gesture.id}.cap", "cap.exceeded", self._own_cap(), in_case))
        if gesture.amount.at_most is not None:
            source = self._emit.source(gesture.amount.at_most)
            found.append(_BoundSource(f"{gesture.id}.amount", "cap.exceeded", source, in_case))
        caps = {role: charter.cap_of(role) for role in self._plan.roles}
        total = f"amounts[{self._plan.case_total}]"
        by_role = self._emit.constant({role: cap for role, (_, cap) in caps.items()})
        clauses = self._emit.constant({role: clause for role, (clause, _) in caps.items()})
        found.append(_BoundSource("", "case_cap.exceeded", f"{by_role}[role]", total, clause_source=f"{clauses}[role]"))
        for check in gesture.limits:
            limit = check.limit
            if limit.amount is not None:
                found.append(
                    _BoundSource(
                        limit.id,
                        "limit.exceeded",
                        self._emit.source(limit.amount),
                        f"amounts[{check.counter}]",
                        conditions=self._limited(check),
                        check=check,
                    )
                )
        if gesture.envelopes:
            found.append(self._envelope_bound())
        for index, bound in enumerate(found):
            bound.number(index)
            self._line(1, f"{bound.cap} = {bound.cap_source}")
            left = f"{bound.cap} - {bound.given_source}"
            if bound.conditions:
                left = f"({left}) if {' and '.join(bound.conditions)} else {UNBOUNDED}"
            self._line(1, f"{bound.left} = {left}")
        return found

    def _own_cap(self) -> str:
        caps = self._gesture.caps
        if len({cap for _, cap in caps}) == 1 and len(caps) == len(self._plan.roles):
            return self._emit.source(caps[0][1])
        by_role = {role: cap.value if isinstance(cap, e.Constant) else 0 for role, cap in caps}
        return f"{self._emit.constant(by_role)}.get(role, {UNBOUNDED})"

    def _envelope_bound(self) -> "_BoundSource":
        charter = self._plan.charter
        by_role = dict(self._gesture.envelopes)
        indexes = set(by_role.values())
        if len(indexes) == 1 and len(by_role) == len(self._plan.roles):
            index = indexes.pop()
            rule = charter.envelopes[index]
            given = f"({rule.amount} - envelopes[{index}])"
            return _BoundSource(rule.id, "envelope.exceeded", repr(rule.amount), given)
        index_by_role = self._emit.constant(by_role)
        amounts = self._emit.constant(tuple(envelope.amount for envelope in charter.envelopes))
        names = self._emit.constant(tuple(envelope.id for envelope in charter.envelopes))
        self._line(1, f"drawn = {index_by_role}.get(role)")
        return _BoundSource(
            "",
            "envelope.exceeded",
            f"{UNBOUNDED} if drawn is None else {amounts}[drawn]",
            f"(0 if drawn is None else {amounts}[drawn] - envelopes[drawn])",
            clause_source=f"{names}[drawn]",
        )

    def _write_headroom(self, bounds: "list[_BoundSource]") -> None:
        binding = [bound for bound in bounds if not bound.is_guidance]
        if not binding:
            self._line(1, "headroom = room = exact if exact > 0 else 0")
            return
        self._line(1, f"room = {binding[0].left}")
        for bound in binding[1:]:
            self._line(1, f"if {bound.left} < room: room = {bound.left}")
        if self._gesture.amount.exactly is not None:
            self._line(1, "headroom = exact if 0 < exact <= room else 0")
        else:
            self._line(1, "headroom = room if room > 0 else 0")

    def _write_suggestion(self, bounds: "list[_BoundSource]") -> None:
        if self._gesture.amount.exactly is not None:
            self._line(1, "amount = exact if asked is None else asked")
            return
        floor = "floor" if self._gesture.amount.at_least is not None else "0"
        caps = ", ".join(
            f"{bound.cap} if {' and '.join(bound.conditions)} else {UNBOUNDED}" if bound.conditions else bound.cap
            for bound in bounds
        )
        self._line(1, "amount = asked")
        self._line(1, f"if asked is None: amount = suggested(headroom, ({caps},), {floor}, wish, uplift, notes)")

    def _write_breaches(self, bounds: "list[_BoundSource]") -> None:
        binding = [bound for bound in bounds if not bound.is_guidance]
        if binding:
            self._line(1, "if amount > room:")
            for bound in binding:
                self._write_breach(2, bound)
        for bound in bounds:
            if bound.is_guidance:
                self._line(1, f"if amount > {bound.left}:")
                self._note(2, self._emit.constant(Reason("limit.passed_guidance", (("limit", bound.clause),))))

    def _write_breach(self, depth: int, bound: "_BoundSource") -> None:
        clause = bound.clause_source or repr(bound.clause)
        self._line(depth, f"if amount > {bound.left}:")
        values = (
            f"(('clause', {clause}), ('cap', {bound.cap}), ('given', {bound.given_source}), ('asked', amount), "
            f"('left', {bound.left} if {bound.left} > 0 else 0))"
        )
        outcome, bend = bound.outcome
        self._break(depth + 1, outcome, bend, bound.clause, f"Reason({bound.code!r}, {values})", bound.clause_source)

    def _note(self, depth: int, reason: str) -> None:
        self._line(depth, f"notes.append({reason})")

    def _break(self, depth: int, outcome: str, bend: str, clause: str, reason: str, clause_source: str = "") -> None:
        name = clause_source or repr(clause)
        if outcome == "bend":
            check = self._plan.bend(bend)
            assert check is not None
            too_far = self._emit.source(check.broken)
            if set(check.roles) != set(self._plan.roles):
                too_far = f"role not in {self._emit.constant(check.roles)} or {too_far}"
            self._line(depth, f"if {too_far}:")
            self._break(depth + 1, "beyond", "", clause, reason, clause_source)
            self._line(depth, "else:")
            self._note(depth + 1, f"Reason('rule.bent', (('rule', {bend!r}), ('clause', {name})))")
            return
        rank = _RANKS[outcome]
        self._line(depth, f"broken.append({reason})")
        self._line(depth, f"if worst < {rank}: worst = {rank}; clause = {name}")

    def _write_end(self) -> None:
        gesture, one_hop = self._gesture, self._plan.charter.one_hop
        self._line(1, "if worst:")
        self._line(2, "if worst == 3:")
        self._line(3, "authority = 'forbidden'; routes = HAND_OVER if kind == 'assistant' else NO_ROUTE")
        self._line(2, "else:")
        self._line(3, "authority = 'beyond'")
        person = "ACT_FIRST"
        if one_hop is not None:
            limit = one_hop.up_to
            person = "ONE_HOP" if limit is None else f"(ONE_HOP if (amount or 0) <= {limit} else ACT_FIRST)"
        self._line(3, f"routes = HAND_OVER if worst == 2 or kind == 'assistant' else {person}")
        self._line(2, "return new(Decision, (authority, routes, clause, (*broken, *notes), amount, headroom))")
        covered = {
            role: (Reason(gesture.covering_code, (("gesture", gesture.id), ("role", role))),)
            for role in self._plan.roles
        }
        self._line(1, f"reasons = {self._emit.constant(covered)}[role]")
        self._line(1, "if notes: reasons = (*reasons, *notes)")
        self._line(1, f"return new(Decision, ('within', DO, {gesture.id!r}, reasons, amount, headroom))")


class _BoundSource:
    """How one bound is written: its clause, its cap, what counts against it."""

    def __init__(
        self,
        clause: str,
        code: str,
        cap_source: str,
        given_source: str,
        *,
        clause_source: str = "",
        conditions: list[str] | None = None,
        check: LimitCheck | None = None,
    ) -> None:
        self.clause = clause
        self.code = code
        self.cap_source = cap_source
        self.given_source = given_source
        self.clause_source = clause_source
        self.conditions = conditions or []
        self.is_guidance = check is not None and check.limit.guidance
        self.outcome = ("beyond", "") if check is None else (check.limit.otherwise.outcome, check.limit.otherwise.bend)
        self.cap = self.left = ""

    def number(self, index: int) -> None:
        """Give the bound its names in the function."""
        self.cap, self.left = f"cap{index}", f"left{index}"


def suggested(
    headroom: int, caps: tuple[int, ...], floor: int, wish: int | None, uplift: Reason | None, notes: list[Reason]
) -> int:
    """Return what to suggest, as the interpreter does; adds the note about loyalty where it counts."""
    if headroom == 0:
        return max(1, floor, min(caps) if wish is None else wish)
    if wish is None:
        return max(floor, headroom)
    if uplift is not None:
        notes.append(uplift)
    return max(floor, min(headroom, wish))
