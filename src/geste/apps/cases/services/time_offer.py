"""Time an offer: when a case was first looked at, and how long until something was decided. Kept on the case alone."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.cases.models import Case
from geste.apps.cases.policies import may_work_on


@transaction.atomic(durable=True)
def note_first_look(*, actor: Actor, case: Case, now: datetime) -> None:
    """Keep when somebody first had the case in front of them. Later looks change nothing; who it was is not kept.

    Raises:
        NotPermitted: the actor may not work on this case.
    """
    require(may_work_on(actor, case))

    Case.objects.filter(pk=case.pk, looked_at=None).update(looked_at=now)


def note_first_decision(case: Case, *, now: datetime) -> None:
    """Keep how many seconds lay between the first look and the first decision, inside the caller's transaction."""
    if case.looked_at is None or case.offered_after_seconds is not None:
        return
    case.offered_after_seconds = max(0, round((now - case.looked_at).total_seconds()))
    case.save(update_fields=["offered_after_seconds"])
