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

_RANKS: dict[Outcome, int] = {"beyond": 1, "hand_over": 2, "forbidden": 3}

Broken = tuple[Outcome, str, Reason]
"""A broken rule: what it means, the clause to cite, and why."""


def routes_when(rank: int, kind: str, *, reachable: bool) -> tuple[Route, ...]:
    """Return the ways on when the worst broken rule has this rank; `reachable`: somebody answers within minutes.

    A person keeps every way on short of a red line; an assistant hands over.
    """
    if kind == "assistant" or rank == _RANKS["hand_over"]:
        return HAND_OVER
    if rank == _RANKS["forbidden"]:
        return NO_ROUTE
    return ONE_HOP if reachable else ACT_FIRST


def refusal(
    broken: list[Broken],
    notes: list[Reason],
    kind: ActorKind,
    one_hop: OneHop | None,
    amounts: tuple[int | None, int | None],
) -> Decision:
    """Return the decision when at least one rule is broken; `amounts` are the amount and the headroom.

    Forbidden outranks hand over, which outranks beyond.
    """
    amount, headroom = amounts
    rank = max(_RANKS[outcome] for outcome, _, _ in broken)
    clause = next(clause for outcome, clause, _ in broken if _RANKS[outcome] == rank)
    authority: Authority = "forbidden" if rank == _RANKS["forbidden"] else "beyond"
    reasons = tuple(reason for _, _, reason in broken) + tuple(notes)
    routes = routes_when(rank, kind, reachable=_reaches(one_hop, amount))
    return Decision(authority, routes, clause, reasons, amount, headroom)


def _reaches(one_hop: OneHop | None, amount: int | None) -> bool:
    return one_hop is not None and (one_hop.up_to is None or (amount or 0) <= one_hop.up_to)
