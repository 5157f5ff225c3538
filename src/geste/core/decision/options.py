"""Options: in which order things are offered. Owed first, then the root issue, then what costs nothing, money last."""

from geste.core.charter.vocabulary import FIX_KINDS, KINDS_THAT_REPAIR, LOSS_KINDS, MONEY_KINDS
from geste.core.decision.decision import GROUPS, Group, Option
from geste.core.decision.plan import GesturePlan, Plan

_RANK = {"within": 0, "unknown": 1, "beyond": 2}


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


def orders_by_loss(plan: Plan) -> dict[str | None, tuple[tuple[str, Group], ...]]:
    """Return, for each kind of loss, the gestures of a plan in the order they are offered."""
    orders: dict[str | None, tuple[tuple[str, Group], ...]] = {}
    for loss in (None, *LOSS_KINDS):
        placed = [(gesture, group_of(gesture, loss)) for gesture in plan.gestures if not gesture.is_reserved]
        placed.sort(key=lambda pair: (GROUPS.index(pair[1]), not pair[0].is_offered_first))
        orders[loss] = tuple((gesture.id, group) for gesture, group in placed)
    return orders


def arranged(options: list[Option]) -> tuple[Option, ...]:
    """Return options with what may be done now first, then what needs a fact, then what lies beyond.

    Forbidden gestures are left out, and so is what turns out not to be owed. What is always open never is, so there is
    always something a person can do.
    """
    kept = [option for option in options if _is_open(option)]
    kept.sort(key=lambda option: _RANK[option.decision.authority])
    return tuple(kept)


def _is_open(option: Option) -> bool:
    authority = option.decision.authority
    return authority != "forbidden" and not (option.group == "owed" and authority == "beyond")
