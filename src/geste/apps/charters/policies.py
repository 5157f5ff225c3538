"""Policies of charters: who may publish. What a charter lets people give is authority, and stands in its text."""

from geste.apps.base.actor import Actor
from geste.apps.base.permission import ALLOWED, Permission, refused


def may_publish(actor: Actor) -> Permission:
    """Only a steward publishes a charter."""
    return ALLOWED if actor.is_steward else refused("permission.steward_only")
