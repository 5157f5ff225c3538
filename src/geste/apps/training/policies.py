"""Policies of training: everybody practises, for themselves. Nothing else in the house asks how far they are."""

from geste.apps.base.actor import Actor
from geste.apps.base.permission import ALLOWED, Permission, refused


def may_practise(actor: Actor) -> Permission:
    """Every person; software is tested elsewhere."""
    return ALLOWED if actor.kind == "agent" else refused("permission.in_person_only")
