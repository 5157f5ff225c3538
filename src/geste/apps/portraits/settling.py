"""Settling: what somebody gave last, and what of it still waits to be looked at. Their own, for them."""

from django.db.models import QuerySet

from geste.apps.base.actor import Actor
from geste.apps.gestures.models import Gesture
from geste.apps.gestures.models.gesture import Settling


def to_settle_of(actor: Actor) -> list[Gesture]:
    """Return what this actor gave first and nobody has settled yet, the oldest first."""
    waiting = given_by(actor).filter(settling=Settling.TO_SETTLE.value, settlement=None)
    return list(waiting.order_by("given_at", "pk"))


def last_given_by(actor: Actor, *, most: int) -> list[Gesture]:
    """Return what this actor gave last, the newest first."""
    return list(given_by(actor).order_by("-given_at", "-pk")[:most])


def given_by(actor: Actor) -> QuerySet[Gesture]:
    """Return what this actor gave and did not take back; no trial."""
    rows = Gesture.objects.filter(given_by=actor.user_id, reversal=None).exclude(case__is_training=True)
    return rows.select_related("decision__charter_text", "case__site", "site")
