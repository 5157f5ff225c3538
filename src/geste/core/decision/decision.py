"""Decision: the answer to one proposal, and the options a person has. Values only."""

from typing import Literal, NamedTuple

from geste.core.reasons import Reason

Authority = Literal["within", "beyond", "unknown", "forbidden"]
Route = Literal["do", "ask", "one_hop", "act_first", "hand_over"]
Group = Literal["owed", "fix", "free", "match", "other", "money"]

GROUPS: tuple[Group, ...] = ("owed", "fix", "free", "match", "other", "money")
"""The order of an answer: what is owed, the root issue, what costs nothing, like for like, then money."""


class Decision(NamedTuple):
    """What the charter says of one proposal.

    `amount` is what was asked or, if nothing was, what is suggested; `headroom` is the most this actor may give now.
    Both are minor units, or None where the gesture carries no amount or a fact it depends on is missing.
    """

    authority: Authority
    routes: tuple[Route, ...]
    clause: str
    reasons: tuple[Reason, ...]
    amount: int | None
    headroom: int | None


class Option(NamedTuple):
    """One thing the actor could do for this customer now, with its own decision."""

    gesture: str
    group: Group
    decision: Decision


class Answer(NamedTuple):
    """A decision on the proposal, if there was one, and everything the actor could do, best first. Never empty."""

    id: str
    decision: Decision | None
    options: tuple[Option, ...]
