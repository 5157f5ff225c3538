"""Policies of execution: who may tick a promise, decide about one that waits, and arrange how things are done."""

from geste.apps.base.actor import Actor
from geste.apps.base.permission import ALLOWED, Permission, refused
from geste.apps.execution.models import Commitment
from geste.apps.execution.ports import Operation


def may_mark_done(actor: Actor, commitment: Commitment) -> Permission:
    """Whoever promised it ticks what people do by hand, and so does a steward. The rest is a steward's to say."""
    is_theirs = commitment.gesture.given_by_id == actor.user_id and commitment.operation == Operation.BY_HAND
    return ALLOWED if is_theirs and actor.kind == "agent" else may_decide(actor)


def may_decide(actor: Actor) -> Permission:
    """Only a steward, in person, decides about a promise that no machine can keep."""
    is_person = actor.kind == "agent"
    return ALLOWED if actor.is_steward and is_person else refused("permission.steward_only")


def may_arrange(actor: Actor) -> Permission:
    """Only a steward, in person, says which way things go out of the house."""
    return may_decide(actor)
