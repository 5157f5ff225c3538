"""Rulings: what each set of broken rules adds up to, worked out once and kept for the next case like it."""

from typing import NamedTuple

from geste.core.charter.syntax import ActorKind, Outcome
from geste.core.decision.decision import BoundGround, Ground, Ruling
from geste.core.decision.plan import GesturePlan
from geste.core.decision.verdict import approval, refusal
from geste.core.reasons import Reason

KEPT = 4_096


class Mark(NamedTuple):
    """What one bit stands for: a broken rule with its outcome and clause, or, without an outcome, a note."""

    outcome: Outcome | None
    clause: str
    why: Reason | Ground | BoundGround


class Rulings(dict[int, Ruling]):
    """The rulings of one gesture for one kind of actor, by the set of its marks as bits.

    `marks` stand in the order in which reasons are told. The bit after the last mark says that nobody can be asked
    within minutes about this amount. Only so many sets are kept; the others are worked out each time.
    """

    def __init__(self, gesture: GesturePlan, role: str, kind: ActorKind, *, has_one_hop: bool) -> None:
        super().__init__()
        self.marks: list[Mark] = []
        self._gesture = gesture
        self._role = role
        self._kind = kind
        self._has_one_hop = has_one_hop

    def bit(self, mark: Mark) -> int:
        """Add a mark and return its bit."""
        self.marks.append(mark)
        return 1 << (len(self.marks) - 1)

    @property
    def out_of_reach(self) -> int:
        """The bit that says that nobody can be asked within minutes about this amount."""
        return 1 << len(self.marks)

    def mask(self, *outcomes: Outcome) -> int:
        """Return the bits of the marks with one of these outcomes."""
        return sum(1 << index for index, mark in enumerate(self.marks) if mark.outcome in outcomes)

    def __missing__(self, bits: int) -> Ruling:
        """Return the ruling on a set of marks that has not come up before."""
        marks = [mark for index, mark in enumerate(self.marks) if bits >> index & 1]
        broken = [(outcome, clause, why) for outcome, clause, why in marks if outcome is not None]
        notes = [why for outcome, _, why in marks if outcome is None and isinstance(why, Reason)]
        if broken:
            reachable = self._has_one_hop and not bits & self.out_of_reach
            ruling = refusal(broken, notes, self._kind, reachable=reachable)
        else:
            ruling = approval(self._gesture, self._role, notes)
        if len(self) < KEPT:
            self[bits] = ruling
        return ruling
