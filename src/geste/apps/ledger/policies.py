"""Policies of the ledger: who reads the books, who may change what envelopes hold, and who may close a period."""

from geste.apps.base.actor import Actor
from geste.apps.base.permission import ALLOWED, Permission, refused


def may_see_books(actor: Actor) -> Permission:
    """Return whether this actor may read the books: whoever looks after the charter."""
    return ALLOWED if actor.is_steward else refused("permission.steward_only")


def may_change_envelopes(actor: Actor) -> Permission:
    """Return whether this actor may raise and lower envelopes: whoever looks after the charter."""
    return ALLOWED if actor.is_steward else refused("permission.steward_only")


def may_close_periods(actor: Actor) -> Permission:
    """Return whether this actor may close a period of the books."""
    return may_change_envelopes(actor)
