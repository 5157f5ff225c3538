"""Planner: lowers a charter to its plan. Roles are expanded, rules gathered under the gestures they cover."""

from dataclasses import replace

from geste.core.charter.amount_rule import AmountRule
from geste.core.charter.expression import Constant, Expression, Fact, Given, walk
from geste.core.charter.syntax import Bend, Charter, Gesture, Owed
from geste.core.charter.typed import conjunction, negated
from geste.core.charter.types import Money, YesNo
from geste.core.charter.vocabulary import ALWAYS_OPEN, ASKED, BEND_KIND, EVERYONE, OWED_KIND
from geste.core.decision.plan import Check, GesturePlan, LimitCheck, Plan, counter_of
from geste.core.decision.standing import Counter
from geste.core.windows import Span


def plan_of(charter: Charter) -> Plan:
    """Return the plan of a charter."""
    return _Planner(charter).plan()


class _Planner:
    def __init__(self, charter: Charter) -> None:
        self._charter = charter
        self._roles = tuple(dict.fromkeys((*(role.id for role in charter.roles), EVERYONE)))
        self._lines = {role: charter.ancestry(role) for role in self._roles}
        self._ancestry = {role: frozenset(line) for role, line in self._lines.items()}
        self._reached: dict[tuple[str, ...], frozenset[str]] = {}
        self._counters: dict[Counter, int] = {}
        self._kinds = {gesture.id: gesture.kind for gesture in charter.gestures}
        self._kinds.update({bend.id: BEND_KIND for bend in charter.bendable})

    def plan(self) -> Plan:
        charter = self._charter
        case_total = self._counters.setdefault(self._everything("case", None), len(self._counters))
        bends = tuple((bend.id, self._bend_check(bend)) for bend in charter.bendable)
        gestures = (
            *(self._owed(owed) for owed in charter.owed),
            *(self._gesture(gesture) for gesture in charter.gestures),
            *(self._bend(bend) for bend in charter.bendable),
            *(self._always_open(name) for name in ALWAYS_OPEN),
        )
        draft = Plan(charter, self._roles, gestures, bends, (), case_total)
        for expression in (*draft.expressions(), *self._sizing()):
            for part in walk(expression):
                if isinstance(part, Given):
                    self._counters.setdefault(counter_of(part, charter), len(self._counters))
        return replace(draft, counters=tuple(self._counters))

    def _counter(self, names: tuple[str, ...], scope: str) -> int:
        return self._counters.setdefault(Counter(frozenset(names), scope, None), len(self._counters))

    def _everything(self, scope: str, span: Span | None) -> Counter:
        """Every gesture but what was owed, those of older charters included."""
        return Counter(frozenset(owed.id for owed in self._charter.owed), scope, span, all_but=True)

    def _gesture(self, gesture: Gesture) -> GesturePlan:
        when = (
            ()
            if gesture.when is None
            else (
                Check(
                    f"{gesture.id}.when",
                    "clause.broken",
                    negated(gesture.when),
                    gesture.otherwise.outcome,
                    gesture.otherwise.bend,
                    frozenset(),
                ),
            )
        )
        asked = (
            ()
            if gesture.proactive != "forbidden"
            else (
                Check(
                    f"{gesture.id}.proactive", "clause.broken", negated(Fact(ASKED, YesNo())), "beyond", "", frozenset()
                ),
            )
        )
        money = gesture.has_amount
        return GesturePlan(
            id=gesture.id,
            kind=gesture.kind,
            is_owed=False,
            is_reserved=gesture.is_reserved,
            roles=self._expanded(gesture.roles),
            checks=(*self._red_lines(gesture), *when, *asked, *self._clauses(gesture.id, gesture.kind)),
            amount=gesture.amount,
            caps=tuple(self._caps(gesture)),
            in_case=self._counter((gesture.id,), "case"),
            limits=self._limits(gesture.id, gesture.kind),
            envelopes=tuple(self._envelopes(gesture)) if money else (),
            is_free=not money and gesture.real_cost.share == 0 and gesture.real_cost.amount is None,
            repairs=gesture.repairs,
            is_offered_first=gesture.proactive == "required",
        )

    def _bend(self, bend: Bend) -> GesturePlan:
        check = self._bend_check(bend)
        return GesturePlan(
            id=bend.id,
            kind=BEND_KIND,
            is_owed=False,
            is_reserved=not bend.roles,
            roles=self._expanded(bend.roles),
            checks=(*self._red_lines(None), *((check,) if bend.when else ()), *self._clauses(bend.id, BEND_KIND)),
            amount=AmountRule(none=True),
            caps=(),
            in_case=self._counter((bend.id,), "case"),
            limits=self._limits(bend.id, BEND_KIND),
            envelopes=(),
            is_free=True,
            repairs=(),
            is_offered_first=False,
        )

    def _owed(self, owed: Owed) -> GesturePlan:
        when = (
            ()
            if owed.when is None
            else (Check(f"{owed.id}.when", "clause.broken", negated(owed.when), "beyond", "", frozenset()),)
        )
        return GesturePlan(
            id=owed.id,
            kind=OWED_KIND,
            is_owed=True,
            is_reserved=False,
            roles=self._expanded((EVERYONE,)),
            checks=when,
            amount=owed.amount,
            caps=(),
            in_case=self._counter((owed.id,), "case"),
            limits=(),
            envelopes=(),
            is_free=False,
            repairs=(),
            is_offered_first=True,
        )

    def _always_open(self, name: str) -> GesturePlan:
        return GesturePlan(
            id=name,
            kind="explanation",
            is_owed=False,
            is_reserved=False,
            roles=self._expanded((EVERYONE,)),
            checks=(),
            amount=AmountRule(none=True),
            caps=(),
            in_case=self._counter((name,), "case"),
            limits=(),
            envelopes=(),
            is_free=True,
            repairs=(),
            is_offered_first=False,
        )

    def _bend_check(self, bend: Bend) -> Check:
        broken = Constant(value=False, type=YesNo()) if bend.when is None else negated(bend.when)
        return Check(f"{bend.id}.when", "clause.broken", broken, "beyond", "", self._expanded(bend.roles))

    def _expanded(self, roles: tuple[str, ...]) -> frozenset[str]:
        """The roles named, and every role that inherits from one of them."""
        if roles not in self._reached:
            named = frozenset(roles)
            self._reached[roles] = frozenset(role for role in self._roles if self._ancestry[role] & named)
        return self._reached[roles]

    def _red_lines(self, gesture: Gesture | None) -> tuple[Check, ...]:
        return tuple(
            Check(line.id, "red_line.crossed", line.when, "forbidden", "", frozenset())
            for line in self._charter.red_lines
            if line.when is not None and _is_forbidden(gesture, line.forbids, line.instead)
        )

    def _clauses(self, gesture_id: str, kind: str) -> tuple[Check, ...]:
        checks = []
        for clause in self._charter.clauses:
            if not clause.concerns(gesture_id, kind):
                continue
            fails = negated(clause.require)
            broken = fails if clause.when is None else conjunction((clause.when, fails))
            roles = frozenset() if EVERYONE in clause.roles else self._expanded(clause.roles)
            checks.append(
                Check(clause.id, "clause.broken", broken, clause.otherwise.outcome, clause.otherwise.bend, roles)
            )
        return tuple(checks)

    def _caps(self, gesture: Gesture) -> "list[tuple[str, Expression]]":
        if gesture.cap is not None:
            return [(role, gesture.cap) for role in self._roles]
        by_role = dict(gesture.caps)
        found: list[tuple[str, Expression]] = []
        for role in self._roles:
            cap = next((by_role[name] for name in self._lines[role] if name in by_role), None)
            if cap is not None:
                found.append((role, Constant(cap, Money(cap, cap))))
        return found

    def _limits(self, gesture_id: str, kind: str) -> tuple[LimitCheck, ...]:
        checks = []
        for limit in self._charter.limits:
            if limit.covers and gesture_id not in limit.covers and kind not in limit.covers:
                continue
            covered = frozenset(name for name, of in self._kinds.items() if name in limit.covers or of in limit.covers)
            counter = (
                Counter(covered, limit.per, limit.span) if limit.covers else self._everything(limit.per, limit.span)
            )
            index = self._counters.setdefault(counter, len(self._counters))
            roles = frozenset() if EVERYONE in limit.roles else self._expanded(limit.roles)
            checks.append(LimitCheck(limit, index, roles))
        return tuple(checks)

    def _envelopes(self, gesture: Gesture) -> "list[tuple[str, int]]":
        found: list[tuple[str, int]] = []
        for role in self._roles:
            for index, envelope in enumerate(self._charter.envelopes):
                covered = not envelope.covers or gesture.id in envelope.covers or gesture.kind in envelope.covers
                in_line = envelope.line is None or envelope.line == gesture.line
                if covered and in_line and role in self._expanded(envelope.roles):
                    found.append((role, index))
                    break
        return found

    def _sizing(self) -> "list[Expression]":
        sizing = self._charter.sizing
        return [] if sizing is None else [part for part in (sizing.loss, sizing.uplift_when) if part is not None]


def _is_forbidden(gesture: Gesture | None, forbids: tuple[str, ...], instead: tuple[str, ...]) -> bool:
    """Whether a red line stands in the way of a gesture; None is the bending of a rule."""
    if gesture is None:
        return "everything" in forbids or BEND_KIND in forbids
    if gesture.id in instead:
        return False
    if gesture.id in forbids or gesture.kind in forbids:
        return True
    if "money" in forbids and gesture.has_amount:
        return True
    return "everything" in forbids and gesture.kind not in ("explanation", "fix")
