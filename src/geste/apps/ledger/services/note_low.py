"""Note low: say one word to the stewards when an envelope is nearly used up. Nothing is switched off by it."""

from datetime import datetime, timedelta

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.ledger.events import EnvelopeLow
from geste.apps.ledger.models import LowNotice
from geste.apps.ledger.policies import may_change_envelopes

TRY_AGAIN_AFTER = timedelta(minutes=15)


def note_low(event: EnvelopeLow, now: datetime) -> None:
    """Keep the word, inside the caller's transaction. Handed on twice it is said once."""
    LowNotice.objects.get_or_create(period_id=event.period_id, defaults={"letter_due_at": now})


@transaction.atomic(durable=True)
def note_known(*, actor: Actor, number: int, now: datetime) -> None:
    """Keep that a steward knows. Said twice, the first one counts.

    Raises:
        NotPermitted: the actor does not look after the envelopes.
    """
    require(may_change_envelopes(actor))
    unknown = LowNotice.objects.filter(pk=number, known_at=None)
    unknown.update(known_at=now, known_by_id=actor.user_id or None)


def take_letter(notice: LowNotice, *, now: datetime) -> bool:
    """Return whether the letter is this worker's to send; if that fails, it is tried again later."""
    mine = LowNotice.objects.filter(pk=notice.pk, letter_due_at=notice.letter_due_at)
    return mine.update(letter_due_at=now + TRY_AGAIN_AFTER) == 1


def close_letter(notice: LowNotice) -> None:
    """Keep that the letter was sent, or is of no use any more."""
    LowNotice.objects.filter(pk=notice.pk).update(letter_due_at=None)
