"""Selectors of execution: what is promised and not yet done, whom to tell that it failed, what arrived unasked."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q, QuerySet

from geste.apps.base.actor import Actor
from geste.apps.execution.models import Arrangement, Commitment, Endpoint, ProviderEvent
from geste.apps.execution.states import OPEN, State
from geste.apps.gestures.history import IN_EARNEST
from geste.apps.gestures.models import Gesture
from geste.apps.gestures.selectors import TAKE_BACK_WITHIN, visible_gestures

SHOWN = 200
"""More lines than anybody works through in one go; the count says how many there are."""
OPEN_STATES = tuple(state.value for state in OPEN)


class NoSuchPromise(Exception):
    """There is no such promise, or it is not for this actor to see."""


def visible_promises(actor: Actor) -> QuerySet[Commitment]:
    """Return the promises this actor may see: a steward those of the places they see, everybody their own."""
    rows = Commitment.objects.select_related("gesture__case", "gesture__given_by", "gesture__decision__charter_text")
    if not actor.is_steward:
        return rows.filter(gesture__given_by=actor.user_id)
    if actor.site_id is None:
        return rows
    return rows.filter(Q(gesture__site=None) | Q(gesture__site=actor.site_id))


def promised_not_done(actor: Actor) -> QuerySet[Commitment]:
    """Return what is promised and not yet done, the oldest promise first. It has to come to nought."""
    return visible_promises(actor).filter(state__in=OPEN_STATES).order_by("promised_at", "pk")


def not_begun(actor: Actor, *, now: datetime) -> int:
    """Return how many gestures could have been begun with and were not: no worker is at work, or it is behind."""
    given = visible_gestures(actor).filter(IN_EARNEST, reversal=None, commitments=None)
    if not actor.is_steward:
        given = given.filter(given_by=actor.user_id)
    return given.filter(written_at__lt=now - TAKE_BACK_WITHIN, given_at__gte=first_promise_at(now)).count()


def first_promise_at(now: datetime) -> datetime:
    """Return since when this house keeps promises: what was given before is nobody's to carry out."""
    first = Commitment.objects.order_by("promised_at").values_list("promised_at", flat=True).first()
    return first or now


def promise_numbered(actor: Actor, number: int) -> Commitment:
    """Return one promise.

    Raises:
        NoSuchPromise: there is none this actor may see.
    """
    row = visible_promises(actor).filter(pk=number).first()
    if row is None:
        raise NoSuchPromise(number)
    return row


def promises_of(gestures: Iterable[Gesture]) -> dict[int, Commitment]:
    """Return how far each of these gestures has got, by the number of the gesture."""
    rows = Commitment.objects.filter(gesture__in=[gesture.pk for gesture in gestures])
    return {row.gesture_id: row for row in rows}


def failures_to_tell(actor: Actor) -> QuerySet[Commitment]:
    """Return what this person promised and could not be carried out, until they have said that they know."""
    mine = Commitment.objects.filter(gesture__given_by=actor.user_id, state=State.RETURNED.value, noticed_at=None)
    return mine.select_related("gesture__case", "gesture__decision__charter_text").order_by("-ended_at", "-pk")


def undelivered(endpoint: Endpoint) -> QuerySet[Commitment]:
    """Return the messages an endpoint never said yes to: its dead letters, the oldest first."""
    rows = Commitment.objects.filter(connector="webhook", recipient=str(endpoint.pk), state=State.WAITING.value)
    return rows.select_related("gesture").order_by("promised_at", "pk")


def parked_news() -> QuerySet[ProviderEvent]:
    """Return news that belongs to no promise of ours, or not yet, the newest first."""
    return ProviderEvent.objects.filter(commitment=None).order_by("-received_at", "-pk")


def arrangements() -> dict[str, Arrangement]:
    """Return how each kind of gesture is carried out, as far as somebody arranged it."""
    return {row.kind: row for row in Arrangement.objects.select_related("endpoint")}


def endpoints() -> list[Endpoint]:
    """Return the systems that are told, by name."""
    return list(Endpoint.objects.order_by("name"))


def endpoint_numbered(number: int) -> Endpoint | None:
    """Return one of the systems that are told, or None."""
    return Endpoint.objects.filter(pk=number).first()
