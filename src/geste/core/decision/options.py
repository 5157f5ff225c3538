"""Options: in which order things are offered. Owed first, then the root issue, then what costs nothing, money last."""

from collections.abc import Callable

from geste.core.charter.vocabulary import FIX_KINDS, KINDS_THAT_REPAIR, LOSS_KINDS, MONEY_KINDS
from geste.core.decision.decision import GROUPS, Group, Option
from geste.core.decision.plan import GesturePlan, Plan

Placed = tuple[list[Option], list[Option], list[Option]]
"""Options that may be taken now, that need a fact, and that lie beyond."""

Arrange = Callable[[Placed], None]
"""Puts options in the order that answers a kind of loss."""


def group_of(gesture: GesturePlan, loss: str | None) -> Group:
    """Return where a gesture stands in the order of an answer to this kind of loss."""
    if gesture.is_owed:
        return "owed"
    if gesture.kind in FIX_KINDS:
        return "fix"
    if gesture.is_free:
        return "free"
    if loss is not None and _repairs(gesture, loss):
        return "match"
    return "money" if gesture.kind in MONEY_KINDS else "other"


def _repairs(gesture: GesturePlan, loss: str) -> bool:
    return loss in gesture.repairs if gesture.repairs else gesture.kind in KINDS_THAT_REPAIR[loss]


def order_for(plan: Plan, loss: str | None) -> list[tuple[str, Group]]:
    """Return the gestures of a plan in the order in which they are offered for a kind of loss."""
    placed = [(gesture, group_of(gesture, loss)) for gesture in plan.gestures if not gesture.is_reserved]
    placed.sort(key=lambda pair: (GROUPS.index(pair[1]), not pair[0].is_offered_first))
    return [(gesture.id, group) for gesture, group in placed]


def arrangements_of(plan: Plan) -> dict[str | None, Arrange | None]:
    """Return what arranges options by the kind of loss; an unknown loss leaves them as they are."""
    return {None: None, **{loss: _arrangement(order_for(plan, loss)) for loss in LOSS_KINDS}}


def _arrangement(order: list[tuple[str, Group]]) -> Arrange:
    places = {gesture: (rank, group) for rank, (gesture, group) in enumerate(order)}

    def arrange(placed: Placed) -> None:
        for options in placed:
            for option in options:
                option.group = places[option.gesture][1]
            options.sort(key=lambda option: places[option.gesture][0])

    return arrange


def place(option: Option, placed: Placed) -> None:
    """Put an option where it belongs: what may be done now, then what needs a fact, then what lies beyond.

    Forbidden gestures are left out, and so is what turns out not to be owed. What is always open never is, so there is
    always something a person can do.
    """
    within, unknown, beyond = placed
    match option.decision.authority:
        case "within":
            within.append(option)
        case "unknown":
            unknown.append(option)
        case "beyond" if option.group != "owed":
            beyond.append(option)
