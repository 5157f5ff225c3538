"""Policies of shadow: who may begin and end it, and who sees what it showed. Never of one person."""

from geste.apps.base.actor import Actor
from geste.apps.base.permission import ALLOWED, Permission, refused
from geste.apps.people.models import DutyKind
from geste.apps.people.selectors import holds


def may_begin_shadow(actor: Actor) -> Permission:
    """Whoever leads or looks after the charter, in person."""
    return _in_charge(actor)


def may_begin_giving(actor: Actor) -> Permission:
    """Whoever leads or looks after the charter, in person."""
    return _in_charge(actor)


def may_write_plan(actor: Actor) -> Permission:
    """Whoever leads or looks after the charter, in person."""
    return _in_charge(actor)


def may_see_adoption(actor: Actor) -> Permission:
    """Whoever leads or looks after the charter, in person."""
    return _in_charge(actor)


def _in_charge(actor: Actor) -> Permission:
    is_in_charge = actor.kind == "agent" and (actor.is_steward or holds(actor, DutyKind.LEADER))
    return ALLOWED if is_in_charge else refused("permission.leader_or_steward_only")
