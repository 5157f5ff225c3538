"""Policies of refusals: who may note a no, hand over, wish, and see what stands in the way. Never of one person."""

from geste.apps.base.actor import Actor
from geste.apps.base.permission import ALLOWED, Permission, refused
from geste.apps.cases.models import Case
from geste.apps.cases.policies import may_see
from geste.apps.hops.policies import may_see_floor
from geste.apps.refusals.models import Handover


def may_note(actor: Actor, case: Case) -> Permission:
    """Whoever sees a case may say that it was a no, also once it is closed."""
    return may_see(actor, case)


def may_hand_over(actor: Actor, case: Case) -> Permission:
    """Whoever sees a case may hand it over; so may software, which has no other way on."""
    return may_see(actor, case)


def may_take_up(actor: Actor, handover: Handover) -> Permission:
    """Whoever it was handed to, in person."""
    is_theirs = handover.handed_to_id == actor.user_id and actor.kind == "agent"
    return ALLOWED if is_theirs else refused("permission.handed_to_another")


def may_wish(actor: Actor) -> Permission:
    """Everybody who works here, in person."""
    return ALLOWED if actor.kind == "agent" else refused("permission.hands_over")


def may_see_noes(actor: Actor) -> Permission:
    """Whoever looks after people or the charter."""
    return may_see_floor(actor)
