"""Withdraw feedback: it was noted by mistake. It stays written, with who said so and when."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.gestures.feedback import feedback_numbered
from geste.apps.gestures.models import Feedback, Withdrawal
from geste.apps.gestures.policies import may_withdraw


@transaction.atomic(durable=True)
def withdraw_feedback(*, actor: Actor, feedback_id: int, now: datetime) -> Feedback:
    """Return feedback that counts no longer. Asked twice it happens once: the first to say so stands.

    Raises:
        NoSuchFeedback: there is none this actor may see.
        NotPermitted: somebody else noted it, and the actor is no steward.
    """
    feedback = feedback_numbered(actor, feedback_id)
    require(may_withdraw(actor, feedback))

    Withdrawal.objects.get_or_create(
        feedback=feedback, defaults={"withdrawn_by_id": actor.user_id, "withdrawn_at": now}
    )
    return feedback_numbered(actor, feedback_id)
