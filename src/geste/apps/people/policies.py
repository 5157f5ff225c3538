"""Policies of people: who may welcome somebody, let them in and say that they have left."""

from geste.apps.base.actor import Actor
from geste.apps.base.permission import ALLOWED, Permission, refused


def may_look_after_people(actor: Actor) -> Permission:
    """Only a steward, in person, decides who has a way in."""
    is_person = actor.kind == "agent"
    return ALLOWED if actor.is_steward and is_person else refused("permission.steward_only")
