"""Reuse practice: one tap links a case to what helped in it, and its author is thanked."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.cases.models import Case
from geste.apps.practice.events import PracticeReused
from geste.apps.practice.models import Practice, Reuse
from geste.apps.practice.policies import may_reuse_practice
from geste.apps.practice.refusing import PracticeRefused


@transaction.atomic(durable=True)
def reuse_practice(*, actor: Actor, case: Case, practice: Practice, now: datetime) -> Reuse:
    """Return that a practice is used in a case. Tapped twice it is used once; nothing is given by it.

    Raises:
        NotPermitted: the actor may not see this case, or is software.
        PracticeRefused: it is the case the practice came from.
    """
    require(may_reuse_practice(actor, case))
    if practice.case_id == case.pk:
        raise PracticeRefused("practice.same_case")
    told = {"reused_by_id": actor.user_id, "reused_at": now}
    reuse, is_new = Reuse.objects.get_or_create(practice=practice, case=case, defaults=told)
    if is_new and practice.author_id != actor.user_id:
        emit(PracticeReused(at=now, reuse_id=reuse.pk))
    return reuse
