"""Close: end a case with what it came to for the customer."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.cases.events import CaseClosed
from geste.apps.cases.models import ROOT_ISSUE_MAY_STAY_OPEN, Case, Kind, Outcome, RootIssue, Status
from geste.apps.cases.policies import may_work_on
from geste.apps.cases.selectors import case_for_writing


class RootIssueOpen(Exception):
    """No gift closes a case whose root issue is open."""


@transaction.atomic(durable=True)
def close_case(*, actor: Actor, case: Case, outcome: Outcome, now: datetime) -> Case:
    """Return the case, closed with `outcome`. No gesture is needed: being heard is an outcome.

    Raises:
        NotPermitted: the actor may not work on this case.
        RootIssueOpen: it is a complaint whose root issue is neither fixed nor explained, and the customer was not just
            heard, handed over or gone.
    """
    case = case_for_writing(case)
    require(may_work_on(actor, case))

    is_open = case.kind == Kind.COMPLAINT and case.root_issue == RootIssue.OPEN
    if is_open and outcome not in ROOT_ISSUE_MAY_STAY_OPEN:
        raise RootIssueOpen

    case.status = Status.CLOSED
    case.outcome = outcome
    case.closed_at = now
    case.save(update_fields=["status", "outcome", "closed_at"])

    emit(CaseClosed(at=now, case_id=case.pk))
    return case
