"""Policies of gestures: who may propose and take back. Permission, not authority: that stands in the charter."""

from geste.apps.base.actor import Actor
from geste.apps.base.permission import ALLOWED, Permission, refused
from geste.apps.cases.models import Case
from geste.apps.cases.policies import may_work_on
from geste.apps.gestures.models import Gesture


def may_propose(actor: Actor, case: Case) -> Permission:
    """Whoever may work on a case may propose gestures on it, whatever their role."""
    return may_work_on(actor, case)


def may_take_back(actor: Actor, gesture: Gesture) -> Permission:
    """Whoever gave it, and nobody over their head."""
    return ALLOWED if gesture.given_by_id == actor.user_id else refused("permission.given_by_another")


def may_see_counts(actor: Actor) -> Permission:
    """Whoever looks after the charter sees how often its small gestures are used, and what they come to."""
    return ALLOWED if actor.is_steward else refused("permission.steward_only")
