"""Policies of audit: who may let money move again, and who may make the log forget somebody."""

from geste.apps.base.actor import Actor
from geste.apps.base.permission import ALLOWED, Permission, refused


def may_resume_money(actor: Actor) -> Permission:
    """Only whoever looks after the charter, in person, lets money move again."""
    return _steward_in_person(actor)


def may_forget(actor: Actor) -> Permission:
    """Only whoever looks after the charter, in person, destroys what hides somebody."""
    return _steward_in_person(actor)


def _steward_in_person(actor: Actor) -> Permission:
    is_person = actor.kind == "agent"
    return ALLOWED if actor.is_steward and is_person else refused("permission.steward_only")
