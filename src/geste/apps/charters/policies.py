"""Policies of charters: who may draft, sign and publish. What a charter lets people give stands in its text."""

from collections.abc import Collection

from geste.apps.base.actor import Actor
from geste.apps.base.permission import ALLOWED, Permission, refused


def may_draft(actor: Actor) -> Permission:
    """Only a steward, in person, writes on the charter."""
    is_person = actor.kind == "agent"
    return ALLOWED if actor.is_steward and is_person else refused("permission.steward_only")


def may_note_in_draft(actor: Actor) -> Permission:
    """Any person proposes a line, in their own name: it is a note, and only a steward makes a rule of it."""
    return ALLOWED if actor.kind == "agent" else refused("permission.in_person_only")


def may_publish(actor: Actor, stewards: Collection[int]) -> Permission:
    """A steward publishes alone only where there is no other; `stewards` are the ids of all who are active."""
    drafting = may_draft(actor)
    if not drafting.allowed or not _others(actor, stewards):
        return drafting
    return refused("permission.second_steward")


def may_sign(actor: Actor, put_forward_by: int, stewards: Collection[int]) -> Permission:
    """Whoever put a version forward does not sign it as well, unless nobody else could."""
    if actor.user_id == put_forward_by:
        return may_publish(actor, stewards)
    return may_draft(actor)


def _others(actor: Actor, stewards: Collection[int]) -> frozenset[int]:
    return frozenset(stewards) - {actor.user_id}
