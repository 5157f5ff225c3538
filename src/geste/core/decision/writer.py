"""Writer: writes, as Python source, how one gesture is judged for one kind of actor.

What is broken is gathered as bits in `marks`; `Rulings` knows what a set of bits adds up to. So a case in which
nothing is broken costs its comparisons and nothing else, and no reason is put into words before somebody reads it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from geste.core.charter import expression as e
from geste.core.charter.expression import Expression
from geste.core.charter.syntax import ActorKind, Outcome
from geste.core.charter.types import is_quantity
from geste.core.decision.bounds import Bound, bounds_of
from geste.core.decision.decision import BoundGround, Ground
from geste.core.decision.emit import Emitter, indented
from geste.core.decision.plan import Check, GesturePlan, LimitCheck, Plan
from geste.core.decision.room import UNBOUNDED, Bounded, room_lines
from geste.core.decision.rulings import Mark, Rulings
from geste.core.decision.specialise import NO, YES, specialise
from geste.core.reasons import Reason


class Role(NamedTuple):
    """The kind of actor a function is written for."""

    name: str
    kind: ActorKind

    def known(self, gesture: str) -> Mapping[str, str]:
        """Return the facts that are settled when this actor would give this gesture."""
        return {**self.known_of_itself, "proposal.gesture": gesture}

    @property
    def known_of_itself(self) -> Mapping[str, str]:
        """The facts that are settled whatever this actor would give."""
        return {"actor.role": self.name, "actor.kind": self.kind}


Stanza = tuple[Expression, list[str]]
"""A condition, and the lines for when it holds."""


class GestureWriter:
    """Writes the lines that judge one gesture: `asked` for a given amount, `suggested` for the best within the room.

    The lines find in scope what the emitter names and `judged`, the amount asked; the suggested ones, `wish` and
    `raised`. They leave in scope `marks`, `judged`, the room and, where nothing was asked, `amount`.
    """

    def __init__(self, plan: Plan, gesture: GesturePlan, role: Role, emit: Emitter) -> None:
        self.rulings = Rulings(gesture, role.name, role.kind, has_one_hop=plan.charter.one_hop is not None)
        self.lines: list[str] = []
        self._plan = plan
        self._gesture = gesture
        self._role = role.name
        self._known = role.known(gesture.id)
        self._emit = emit
        self._figures = ["judged"]
        self._barred = 0
        self._headroom_is_set = False

    def asked(self) -> "GestureWriter":
        """Write how the amount that was asked is judged."""
        self._write(asked=True)
        return self

    def suggested(self) -> "GestureWriter":
        """Write how the gesture is judged when no amount was asked."""
        self._write(asked=False)
        return self

    def decided(self) -> Sequence[str]:
        """Return the lines that make `decision` when something is marked."""
        needs_figures = any(not isinstance(mark.why, Reason) for mark in self.rulings.marks)
        amount = "amount" if self._headroom_is_set else "judged"
        ruling = f"{self._emit.constant(self.rulings)}[marks]"
        told_with = f"decision.figures = ({', '.join(self._figures)},); decision.standing = standing"
        return (*self._measured(), *_made(ruling, amount, "headroom"), *([told_with] if needs_figures else []))

    def approved(self) -> Sequence[str]:
        """Return the lines that make `decision` when nothing is marked: then the room is the headroom."""
        rule = self._gesture.amount
        headroom = "None" if rule.none else "judged" if rule.exactly is not None else "room"
        return _made(self._emit.constant(self.rulings[0]), "judged", headroom)

    def _measured(self) -> Sequence[str]:
        """The lines that say how far the actor's room goes when something is marked."""
        rule, one_hop = self._gesture.amount, self._plan.charter.one_hop
        lines = []
        if not self._headroom_is_set:
            lines.append(f"headroom = {self._headroom()}")
        if one_hop is not None and one_hop.up_to is not None:
            judged = "(judged or 0)" if rule.none else "judged"
            lines.append(f"if {judged} > {one_hop.up_to}: marks += {self.rulings.out_of_reach}")
        return lines

    def _headroom(self) -> str:
        rule = self._gesture.amount
        if rule.none:
            return "None"
        fits = "0 < exact <= room" if rule.exactly is not None else "room > 0"
        if self._barred:
            fits = f"{fits} and not marks & {self._barred}"
        return f"{'room' if rule.exactly is None else 'exact'} if {fits} else 0"

    def _write(self, *, asked: bool) -> None:
        self._line(0, "marks = 0")
        self._write_role()
        checks = [check for check in self._gesture.checks if not check.roles or self._role in check.roles]
        for (test, lines), *others in _by_threshold(stanza for check in checks if (stanza := self._check(check))):
            self._line(0, f"if {self._emit.condition(test)}:")
            self.lines += indented(lines)
            for further, more in others:
                self._line(1, f"if {self._emit.condition(further)}:")
                self.lines += indented(more, 2)
        for limit in self._gesture.limits:
            if limit.limit.times is not None and (not limit.roles or self._role in limit.roles):
                self._write_times(limit, limit.limit.times)
        self._barred = self.rulings.mask("beyond", "hand_over", "forbidden")
        if not self._gesture.amount.none:
            self._write_amount(asked=asked)
        elif asked:
            self._write_no_amount()
        else:
            self._line(0, "judged = None")

    def _line(self, depth: int, text: str) -> None:
        self.lines.append("    " * depth + text)

    def _write_role(self) -> None:
        gesture = self._gesture
        if gesture.is_reserved:
            reason = Reason("gesture.reserved", (("gesture", gesture.id),))
            self._line(0, self._broken("forbidden", f"{gesture.id}.for", reason))
        elif self._role not in gesture.roles:
            reason = Reason("gesture.not_for_role", (("gesture", gesture.id), ("role", self._role)))
            self._line(0, self._broken("beyond", f"{gesture.id}.for", reason))

    def _check(self, check: Check) -> Stanza | None:
        """When a rule is broken, and the lines that say so; None for a rule that cannot be broken here."""
        broken = specialise(check.broken, self._known)
        if broken == NO:
            return None
        name = "red_line" if check.code == "red_line.crossed" else "clause"
        reason = Reason(check.code, ((name, check.clause),))
        return broken, self._broken_or_bent(check.outcome, check.bend, check.clause, reason)

    def _write_times(self, check: LimitCheck, most: int) -> None:
        limit, given = check.limit, self._emit.read(f"times[{check.counter}]")
        condition = "" if limit.when is None else f"{self._shared(limit.when)} and "
        self._line(0, f"if {condition}{given} >= {most}:")
        if limit.guidance:
            self._line(1, self._noted(Reason("limit.passed_guidance", (("limit", limit.id),))))
            return
        figures = (("given_times", self._figure(given)),)
        why = Ground("limit.reached", (("limit", limit.id), ("times", most)), figures)
        self.lines += indented(self._broken_or_bent(limit.otherwise.outcome, limit.otherwise.bend, limit.id, why))

    def _write_no_amount(self) -> None:
        self._line(0, "if judged:")
        why = Ground("amount.not_expected", (("gesture", self._gesture.id),), (("asked", 0),))
        self._line(1, self._broken("beyond", f"{self._gesture.id}.amount", why))

    def _write_amount(self, *, asked: bool) -> None:
        rule, clause = self._gesture.amount, f"{self._gesture.id}.amount"
        for name, part in (("exact", rule.exactly), ("floor", rule.at_least)):
            if part is not None:
                self._line(0, f"{name} = {self._shared(part)}")
        if rule.exactly is not None and not (is_quantity(rule.exactly.type) and rule.exactly.type.low >= 0):
            self._line(0, "if exact < 0: exact = 0")
        bounds = [self._bounded(bound) for bound in bounds_of(self._plan, self._gesture, self._role)]
        self.lines += room_lines(bounds) or ["room = exact"]
        if not asked:
            self._write_suggestion()
        self._write_breaches(bounds)
        if rule.exactly is not None:
            self._line(0, "if judged != exact:")
            why = Ground("amount.not_exact", (("clause", clause),), (("expected", self._figure("exact")), ("asked", 0)))
            self._line(1, self._broken("beyond", clause, why))
        if rule.at_least is not None:
            self._line(0, "if judged < floor:")
            why = Ground("amount.below_floor", (("clause", clause),), (("floor", self._figure("floor")), ("asked", 0)))
            self._line(1, self._broken("beyond", clause, why))

    def _bounded(self, bound: Bound) -> Bounded:
        """A bound whose cap stands in a local, or is a number of the charter."""
        place = f"amounts[{bound.counter}]" if bound.counter is not None else f"envelopes[{bound.envelope}]"
        given, expression, whole = self._emit.read(place), specialise(bound.cap, self._known), 1
        if bound.condition is None and isinstance(expression, e.Share) and expression not in self._emit.shared:
            cap, whole = self._emit.numerator(expression)
        else:
            cap = self._emit.condition(expression)
        if bound.condition is not None:
            cap = f"{cap} if {self._shared(bound.condition)} else {UNBOUNDED}"
        if not cap.isidentifier() and not cap.isdecimal():
            name = f"c{len(self.lines)}"
            self._line(0, f"{name} = {cap}")
            cap = name
        return Bounded(bound, cap, given, whole)

    def _write_suggestion(self) -> None:
        if self._gesture.amount.exactly is not None:
            self._line(0, "judged = exact")
            return
        floor = self._gesture.amount.at_least is not None
        self._headroom_is_set = True
        self._line(0, f"headroom = {self._headroom()}")
        self._line(0, "if headroom:")
        self._line(1, "amount = headroom if wish is None or wish > headroom else wish")
        if floor:
            self._line(1, "if amount < floor: amount = floor")
        self._line(1, "judged = amount")
        sizing = self._plan.charter.sizing
        if sizing is not None and sizing.uplift_when is not None:
            self._line(1, "if raised:")
            self._line(2, self._noted(Reason("uplift.applied", (("percent", sizing.uplift // 100),))))
        self._line(0, "else:")
        self._line(1, f"amount = None; judged = {'max(1, floor)' if floor else '1'}")

    def _write_breaches(self, bounds: list[Bounded]) -> None:
        if any(not bound.bound.is_guidance for bound in bounds):
            self._line(0, "if judged > room:")
        guides: list[tuple[Bounded, int]] = []
        counted = ""
        for each in bounds:
            bound = each.bound
            if bound.is_guidance:
                reason = Reason("limit.passed_guidance", (("limit", bound.clause),))
                guides.append((each, self.rulings.bit(Mark(None, bound.clause, reason))))
                continue
            if each.given != counted:
                counted = each.given
                if each.bound.counter is not None:
                    self._line(1, f"total = judged + {each.given}")
            self._line(1, f"if {each.exceeded('total')}:")
            fixed = int(each.cap) if each.cap.isdecimal() else 0
            cap_at = -1 if each.cap.isdecimal() else self._figure(each.cap)
            why = BoundGround(bound.code, bound.clause, fixed, cap_at, each.whole, bound.counter, bound.envelope)
            self.lines += indented(
                self._broken_or_bent(bound.otherwise.outcome, bound.otherwise.bend, bound.clause, why), 2
            )
        for each, bit in guides:
            self._line(0, f"if {each.exceeded(f'judged + {each.given}')}: marks += {bit}")

    def _shared(self, expression: Expression) -> str:
        return self._emit.condition(specialise(expression, self._known))

    def _figure(self, source: str) -> int:
        """Return where a figure stands among the decision's figures."""
        if source not in self._figures:
            self._figures.append(source)
        return self._figures.index(source)

    def _broken(self, outcome: Outcome, clause: str, why: Reason | Ground | BoundGround) -> str:
        return f"marks += {self.rulings.bit(Mark(outcome, clause, why))}"

    def _noted(self, reason: Reason) -> str:
        return f"marks += {self.rulings.bit(Mark(None, '', reason))}"

    def _broken_or_bent(
        self, outcome: Outcome, bend: str, clause: str, why: Reason | Ground | BoundGround
    ) -> list[str]:
        """The lines for a broken rule; one that may be bent stops nobody, as far as the bend reaches."""
        if outcome != "bend":
            return [self._broken(outcome, clause, why)]
        check = self._plan.bend(bend)
        assert check is not None
        too_far = specialise(check.broken, self._known) if self._role in check.roles else YES
        broken = self._broken("beyond", clause, why)
        bent = self._noted(Reason("rule.bent", (("rule", bend), ("clause", clause))))
        if isinstance(too_far, e.Constant):
            return [broken if too_far.value else bent]
        return [f"if {self._emit.condition(too_far)}: {broken}", f"else: {bent}"]


def _made(ruling: str, amount: str, headroom: str) -> Sequence[str]:
    """The lines that make a decision."""
    return (
        "decision = Decision()",
        f"decision.ruling = {ruling}; decision.amount = {amount}; decision.headroom = {headroom}",
    )


def _by_threshold(stanzas: Iterable[Stanza]) -> list[list[Stanza]]:
    """Tests of one number against several limits together, the one that is passed first in front; others alone."""
    groups: dict[object, list[tuple[int, Stanza]]] = {}
    for number, stanza in enumerate(stanzas):
        match stanza[0]:
            case e.Not(operand=e.Compare(operator="<=", left=e.Fact() as fact, right=e.Constant(value=int(limit)))):
                groups.setdefault((fact, "<="), []).append((limit, stanza))
            case e.Not(operand=e.Compare(operator=">=", left=e.Fact() as fact, right=e.Constant(value=int(limit)))):
                groups.setdefault((fact, ">="), []).append((-limit, stanza))
            case _:
                groups[number] = [(0, stanza)]
    return [[stanza for _, stanza in sorted(group, key=lambda each: each[0])] for group in groups.values()]
