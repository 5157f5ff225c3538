"""Receive: keep news from the other side once, and look again at the promise it is about. No news makes a gesture."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Exists, OuterRef

from geste.apps.execution.models import Attempt, Commitment, ProviderEvent
from geste.apps.execution.states import State
from geste.failpoints import reached

PARKED_FOR: Final = timedelta(days=3)
"""Stripe repeats its own news as long as this; what fits nothing by then is about nothing of ours."""
UNDER_WAY: Final = (State.READY.value, State.SENDING.value)


@transaction.atomic(durable=True)
def receive_news(*, provider: str, event: str, kind: str, about: str, reference: str, now: datetime) -> ProviderEvent:
    """Keep one piece of news, and wake the promise it names. What it claims is not believed: that is read back.

    The same event again changes nothing. News quicker than our own rows is parked until they are there.
    """
    row, is_new = ProviderEvent.objects.get_or_create(
        provider=provider,
        event=event,
        defaults={"kind": kind, "about": about, "reference": reference, "received_at": now},
    )
    if is_new:
        _match(row, now)
    reached("inbox.kept")
    return row


def match_parked_news(*, now: datetime, at_most: int = 100) -> int:
    """Look again for the promises of parked news, and return how many were found."""
    parked = ProviderEvent.objects.filter(commitment=None, received_at__gte=now - PARKED_FOR).exclude(about="")
    # Only what fits something is taken: news about nothing of ours would keep what waits behind it from its turn.
    asked = Attempt.objects.filter(provider_key=OuterRef("about")).exclude(commitment__state__in=UNDER_WAY)
    found = 0
    for row in parked.filter(Exists(asked)).order_by("received_at", "pk")[:at_most]:
        with transaction.atomic(durable=True):
            found += _match(row, now)
    return found


def _match(news: ProviderEvent, now: datetime) -> bool:
    """Join news to its promise and wake that; False while there is none, or its own call is still under way."""
    number = _promise_under(news.about)
    if number is None:
        return False
    promise = Commitment.objects.select_for_update().get(pk=number)
    if promise.state in UNDER_WAY:
        return False
    if promise.state != State.RETURNED and promise.connector == news.provider:
        promise.next_at = now
        promise.save(update_fields=["next_at"])
    news.commitment = promise
    news.save(update_fields=["commitment"])
    return True


def _promise_under(key: str) -> int | None:
    """Return the promise that asked under this key, in this generation or one before."""
    if not key:
        return None
    present = Commitment.objects.filter(provider_key=key).values_list("pk", flat=True).first()
    asked = Attempt.objects.filter(provider_key=key).values_list("commitment_id", flat=True)
    return present or asked.first()
