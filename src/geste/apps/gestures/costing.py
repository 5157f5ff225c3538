"""Costing: what a gesture really costs the company, and where it is booked. Pure: values in, values out."""

from typing import NamedTuple

from geste.apps.ledger.models import Account
from geste.core.charter.expression import Fact
from geste.core.charter.syntax import Books, Charter, Envelope, Gesture
from geste.core.decision.decide import scene_of
from geste.core.decision.decision import Route
from geste.core.decision.evaluate import evaluate
from geste.core.decision.prepared import PreparedCharter
from geste.core.decision.request import Proposal, Request
from geste.core.ledger.accounts import BOOKED
from geste.core.ledger.purse import Purse
from geste.core.money import share_of

BY_KIND: dict[str, Books] = {"fee_waiver": "foregone_revenue", "upgrade": "cost_price"}
"""Kinds that are booked in one way only, whatever the charter says."""


def real_cost(prepared: PreparedCharter, request: Request, what: str, amount: int | None) -> int | None:
    """Return what giving `what` really costs, in minor units; None if a fact the cost depends on is missing.

    What is owed costs its amount; bending a rule costs nothing by itself.
    """
    gesture = prepared.charter.gesture(what)
    if gesture is None:
        return amount or 0
    cost = gesture.real_cost
    if cost.amount is None:
        return share_of(amount or 0, 10_000 if cost.share is None else cost.share)
    scene = scene_of(prepared.plan, prepared.layout, request, Proposal(what, amount))
    value = evaluate(cost.amount, scene)
    return value if isinstance(value, int) else None


def unit_cost_fact(gesture: Gesture) -> str | None:
    """Return the path of the fact that says what an item costs us, if the charter reads the cost off one."""
    cost = gesture.real_cost.amount
    return cost.path if isinstance(cost, Fact) else None


NONE = "none"


def books_of(prepared: PreparedCharter, what: str) -> Books:
    """Return where something is booked: as the charter says, and what it does not name as a gesture is owed.

    A fee that is waived is never cash, and an upgrade is what it costs us, never its list price.
    """
    gesture = prepared.charter.gesture(what)
    return "owed" if gesture is None else BY_KIND.get(gesture.kind, gesture.books)


def cost_booked(prepared: PreparedCharter, request: Request, what: str, amount: int | None) -> int | None:
    """Return how much is booked: goods and upgrades at what they cost us, everything else at its amount.

    None if a fact the cost depends on is missing.
    """
    if books_of(prepared, what) == "cost_price":
        return real_cost(prepared, request, what, amount)
    return amount or 0


def account_for(prepared: PreparedCharter, what: str, route: Route) -> Account:
    """Return the account a gesture is posted to: *to settle* for whoever acted first, else what the charter books."""
    return Account.TO_SETTLE if route == "act_first" else BOOKED[books_of(prepared, what)][0]


def envelope_for(prepared: PreparedCharter, what: str, role: str) -> str:
    """Return the id of the envelope a gesture draws on for a role, or an empty text."""
    plan = prepared.plan.gesture(what)
    index = None if plan is None else plan.envelope_for(role)
    return "" if index is None else prepared.charter.envelopes[index].id


class Spot(NamedTuple):
    """Where somebody gives: the site, and the team they belong to, as far as there are any."""

    site_id: int | None
    team_id: int | None


def purse_for(prepared: PreparedCharter, what: str, role: str, spot: Spot) -> Purse | None:
    """Return the purse a gesture draws on for a role somewhere, or None."""
    name = envelope_for(prepared, what, role)
    charter = prepared.charter
    return next((purse_of(charter, envelope, spot) for envelope in charter.envelopes if envelope.id == name), None)


def purses_of(charter: Charter, spot: Spot) -> list[Purse]:
    """Return every envelope of a charter as it is drawn on somewhere, in the charter's order."""
    return [purse_of(charter, envelope, spot) for envelope in charter.envelopes]


def purse_of(charter: Charter, envelope: Envelope, spot: Spot) -> Purse:
    """Return an envelope of a charter as it is drawn on somewhere.

    Where each site or team has one of its own, whoever belongs to none draws on one more, for all of those.
    """
    match envelope.each:
        case None:
            owner = ""
        case "site":
            owner = f"site:{spot.site_id or NONE}"
        case "team":
            owner = f"team:{spot.team_id or NONE}"
    return Purse(
        envelope=envelope.id,
        every=envelope.every,
        amount=envelope.amount,
        currency=charter.currency.code,
        charter_version=charter.version,
        holder=owner,
    )
