"""Verdict: what broken rules and missing facts add up to — authority, routes, and the clause to cite."""

from collections.abc import Sequence

from geste.core.charter.syntax import ActorKind, OneHop, Outcome
from geste.core.decision.decision import BoundGround, Ground, Route, Ruling
from geste.core.decision.plan import GesturePlan
from geste.core.reasons import Reason

DO: tuple[Route, ...] = ("do",)
ASK: tuple[Route, ...] = ("ask",)
HAND_OVER: tuple[Route, ...] = ("hand_over",)
ACT_FIRST: tuple[Route, ...] = ("act_first", "hand_over")
ONE_HOP: tuple[Route, ...] = ("one_hop", "act_first", "hand_over")
NO_ROUTE: tuple[Route, ...] = ()

RANKS: dict[Outcome, int] = {"beyond": 1, "hand_over": 2, "forbidden": 3}
"""Forbidden outranks hand over, which outranks beyond."""

Broken = tuple[Outcome, str, Reason | Ground | BoundGround]
"""A broken rule: what it means, the clause to cite, and why."""


def refusal(broken: Sequence[Broken], notes: Sequence[Reason], kind: ActorKind, *, reachable: bool) -> Ruling:
    """Return the ruling when at least one rule is broken; `reachable`: somebody answers within minutes.

    The first clause that weighs most is cited. A person keeps every way on short of a red line; an assistant hands
    over.
    """
    outcome, clause, _ = max(broken, key=lambda each: RANKS[each[0]])
    reasons = (*(why for _, _, why in broken), *notes)
    if kind == "assistant" or outcome == "hand_over":
        routes = HAND_OVER
    elif outcome == "forbidden":
        routes = NO_ROUTE
    else:
        routes = ONE_HOP if reachable else ACT_FIRST
    return Ruling("forbidden" if outcome == "forbidden" else "beyond", routes, clause, reasons)


def approval(gesture: GesturePlan, role: str, notes: Sequence[Reason]) -> Ruling:
    """Return the ruling when nothing is broken: the gesture itself covers it."""
    covered = Reason(gesture.covering_code, (("gesture", gesture.id), ("role", role)))
    return Ruling("within", DO, gesture.id, (covered, *notes))


def reaches(one_hop: OneHop | None, amount: int | None) -> bool:
    """Return whether somebody may be asked within minutes about this amount."""
    return one_hop is not None and (one_hop.up_to is None or (amount or 0) <= one_hop.up_to)
