"""Time an offer: when a case was first looked at, and how long until something was decided. Kept on the case alone."""

from collections.abc import Iterable
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


def note_first_decisions(decided: Iterable[tuple[Case, datetime]]) -> None:
    """Keep how many seconds lay between the first look and the first decision, inside the caller's transaction."""
    first = []
    for case, now in decided:
        if case.looked_at is not None and case.offered_after_seconds is None:
            case.offered_after_seconds = max(0, round((now - case.looked_at).total_seconds()))
            first.append(case)
    Case.objects.bulk_update(first, ["offered_after_seconds"])
