"""Decision: the answer to one proposal, and the options a person has. Values only."""

from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple

from geste.core.decision.standing import Standing
from geste.core.reasons import Reason

Authority = Literal["within", "beyond", "unknown", "forbidden"]
Route = Literal["do", "ask", "one_hop", "act_first", "hand_over"]
Group = Literal["owed", "fix", "free", "match", "other", "money"]

GROUPS: tuple[Group, ...] = ("owed", "fix", "free", "match", "other", "money")
"""The order of an answer: what is owed, the root issue, what costs nothing, like for like, then money."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A reason whose figures differ from case to case: each stands at its index among the decision's figures."""

    code: str
    values: tuple[tuple[str, str | int], ...]
    figures: tuple[tuple[str, int], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """What the figures are called, after the values that are the same in every case."""
        return tuple(name for name, _ in self.figures)

    def told(self, figures: tuple[int, ...], _: Standing) -> tuple[int, ...]:
        """Return the figure for each of the names."""
        return tuple(figures[index] for _, index in self.figures)

    def reason(self, figures: tuple[int, ...], standing: Standing) -> Reason:
        """Return the reason these figures make."""
        return Reason(self.code, (*self.values, *zip(self.names, self.told(figures, standing), strict=True)))


@dataclass(frozen=True, slots=True)
class BoundGround:
    """The reason that an amount goes past a cap, less what was given already or what an envelope has left.

    The amount is the first of the decision's figures; `cap_at` is the index of the cap, -1 if it is `fixed`. There it
    stands `whole` times as large, before the division that makes it a share.
    """

    code: str
    clause: str
    fixed: int
    cap_at: int
    whole: int
    counter: int | None
    envelope: int | None

    names: ClassVar = ("cap", "given", "asked", "left")

    @property
    def values(self) -> tuple[tuple[str, str], ...]:
        """What is the same in every case."""
        return (("clause", self.clause),)

    def told(self, figures: tuple[int, ...], standing: Standing) -> tuple[int, ...]:
        """Return the figure for each of the names."""
        cap = self.fixed if self.cap_at < 0 else figures[self.cap_at] // self.whole
        if self.envelope is not None:
            given = cap - standing.envelopes[self.envelope]
        else:
            given = standing.amounts[self.counter or 0]
        return cap, given, figures[0], cap - given if cap > given else 0

    def reason(self, figures: tuple[int, ...], standing: Standing) -> Reason:
        """Return the reason these figures make."""
        return Reason(self.code, (*self.values, *zip(self.names, self.told(figures, standing), strict=True)))


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a set of broken rules and notes adds up to, whatever the figures are."""

    authority: Authority
    routes: tuple[Route, ...]
    clause: str
    grounds: tuple[Reason | Ground | BoundGround, ...]


class Decision:
    """What the charter says of one proposal: a ruling, the amount, the headroom, and what its reasons are told with.

    `amount` is what was asked or, if nothing was, what is suggested; None where the gesture carries no amount, where
    nothing is left to suggest, or where a fact it depends on is missing. `headroom` is the most this actor may give
    now, None likewise. Both are minor units.

    Made by `of`, or field by field in a generated function, which is quicker; nobody changes one that is made.
    `figures` and `standing` are there only where a reason is told with them.
    """

    __slots__ = ("amount", "figures", "headroom", "ruling", "standing")

    ruling: Ruling
    amount: int | None
    headroom: int | None
    figures: tuple[int, ...]
    standing: Standing

    @classmethod
    def of(cls, ruling: Ruling, amount: int | None, headroom: int | None) -> "Decision":
        """Return a decision whose reasons need no figures."""
        decision = cls()
        decision.ruling, decision.amount, decision.headroom = ruling, amount, headroom
        return decision

    @property
    def authority(self) -> Authority:
        """Whether the actor may do it now: within, beyond, unknown, or forbidden."""
        return self.ruling.authority

    @property
    def routes(self) -> tuple[Route, ...]:
        """The ways on."""
        return self.ruling.routes

    @property
    def clause(self) -> str:
        """The clause the answer cites."""
        return self.ruling.clause

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why: every broken rule in the order of the charter, then what is worth a note."""
        grounds = self.ruling.grounds
        return tuple(why if isinstance(why, Reason) else why.reason(self.figures, self.standing) for why in grounds)

    def __eq__(self, other: object) -> bool:
        """Whether both say the same."""
        return isinstance(other, Decision) and self._told() == other._told()

    def __hash__(self) -> int:
        """What equal decisions share."""
        return hash(self._told())

    def __repr__(self) -> str:
        """Everything that is said."""
        names = ("authority", "routes", "clause", "reasons", "amount", "headroom")
        return f"Decision({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    def _told(self) -> tuple[object, ...]:
        return (self.authority, self.routes, self.clause, self.reasons, self.amount, self.headroom)


class Option:
    """One thing the actor could do for this customer now: the gesture, its group, and its own decision."""

    __slots__ = ("decision", "gesture", "group")

    gesture: str
    group: Group
    decision: Decision

    @classmethod
    def of(cls, gesture: str, group: Group, decision: Decision) -> "Option":
        """Return an option."""
        option = cls()
        option.gesture, option.group, option.decision = gesture, group, decision
        return option

    def __eq__(self, other: object) -> bool:
        """Whether both offer the same."""
        return isinstance(other, Option) and self._told() == other._told()

    def __hash__(self) -> int:
        """What equal options share."""
        return hash(self._told())

    def __repr__(self) -> str:
        """Everything that is said."""
        return f"Option(gesture={self.gesture!r}, group={self.group!r}, decision={self.decision!r})"

    def _told(self) -> tuple[object, ...]:
        return (self.gesture, self.group, self.decision)


class Answer(NamedTuple):
    """A decision on the proposal, if there was one, and everything the actor could do, best first. Never empty."""

    id: str
    decision: Decision | None
    options: tuple[Option, ...]
