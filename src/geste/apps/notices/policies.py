"""Policies of notices: they are for whoever they are for, and nobody else."""

from geste.apps.base.actor import Actor
from geste.apps.base.permission import ALLOWED, Permission, refused
from geste.apps.notices.models import Notice


def may_read(actor: Actor, notice: Notice) -> Permission:
    """Whoever it is for, in person."""
    is_theirs = actor.kind == "agent" and notice.to_id == actor.user_id
    return ALLOWED if is_theirs else refused("permission.theirs_alone")


def may_choose(actor: Actor) -> Permission:
    """Everybody, for themselves, in person."""
    return ALLOWED if actor.kind == "agent" else refused("permission.in_person_only")
