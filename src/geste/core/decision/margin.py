"""Margin: what would be left of a price once something is taken off it, for any door that shows it."""

from geste.core.decision.decide import scene_of
from geste.core.decision.prepared import PreparedCharter
from geste.core.decision.request import Request

WHOLE = 10_000


def margin_left(prepared: PreparedCharter, request: Request, amount: int) -> int | None:
    """Return the margin left after `amount` minor units off the price, in hundredths of a percent, rounded down.

    (price − amount − cost) / (price − amount), by the facts that the charter's `margin` names. None where it names
    none, where a fact is not known, and where nothing of the price is left to take a share of.
    """
    margin = prepared.charter.margin
    if margin is None:
        return None
    facts = scene_of(prepared.plan, prepared.layout, request, request.proposal).facts
    price, cost = facts.get(margin.price), facts.get(margin.cost)
    if not isinstance(price, int) or not isinstance(cost, int) or price <= amount:
        return None
    paid = price - amount
    return (paid - cost) * WHOLE // paid
