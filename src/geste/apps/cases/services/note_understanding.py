"""Note an understanding: whether the customer is mistaken, in part or not. It blames nobody and moves nothing."""

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.cases.models import Case, Understanding
from geste.apps.cases.policies import may_work_on
from geste.apps.cases.selectors import case_for_writing


@transaction.atomic(durable=True)
def note_understanding(*, actor: Actor, case: Case, understanding: Understanding) -> Case:
    """Return the case with how far its customer is mistaken. It is no fact: no charter can ask for it.

    Raises:
        NotPermitted: the actor may not work on this case.
    """
    case = case_for_writing(case)
    require(may_work_on(actor, case))

    case.understanding = understanding
    case.save(update_fields=["understanding"])
    return case
