"""Verdict: what broken rules and missing facts add up to — authority, routes, and the clause to cite."""

from geste.core.charter.syntax import ActorKind, OneHop, Outcome
from geste.core.decision.decision import Authority, Decision, Route
from geste.core.reasons import Reason

DO: tuple[Route, ...] = ("do",)
ASK: tuple[Route, ...] = ("ask",)
HAND_OVER: tuple[Route, ...] = ("hand_over",)
ACT_FIRST: tuple[Route, ...] = ("act_first", "hand_over")
ONE_HOP: tuple[Route, ...] = ("one_hop", "act_first", "hand_over")
NO_ROUTE: tuple[Route, ...] = ()

Broken = tuple[Outcome, str, Reason]
"""A broken rule: what it means, the clause to cite, and why."""


def refusal(
    broken: list[Broken],
    notes: list[Reason],
    kind: ActorKind,
    one_hop: OneHop | None,
    amount: int | None,
    headroom: int | None,
) -> Decision:
    """Return the decision when at least one rule is broken.

    Forbidden outranks hand over, which outranks beyond. A person keeps every way on; an assistant hands over.
    """
    reasons = tuple(reason for _, _, reason in broken) + tuple(notes)
    outcomes = {outcome for outcome, _, _ in broken}
    worst: Outcome = next(outcome for outcome in ("forbidden", "hand_over", "beyond") if outcome in outcomes)
    clause = next(clause for outcome, clause, _ in broken if outcome == worst)
    authority: Authority = "forbidden" if worst == "forbidden" else "beyond"
    if kind == "assistant" or worst == "hand_over":
        routes = HAND_OVER
    elif worst == "forbidden":
        routes = NO_ROUTE
    else:
        routes = ONE_HOP if _reaches(one_hop, amount) else ACT_FIRST
    return Decision(authority, routes, clause, reasons, amount, headroom)


def _reaches(one_hop: OneHop | None, amount: int | None) -> bool:
    return one_hop is not None and (one_hop.up_to is None or (amount or 0) <= one_hop.up_to)
