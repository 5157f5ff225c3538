"""Forget customer: take out of a closed case whatever says who it was about. What was given, and why, stays."""

from datetime import datetime

from django.db import transaction

from geste.apps.audit.policies import may_forget
from geste.apps.audit.services.forget_subject import forget_subject
from geste.apps.audit.subjects import subject_of_case
from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.cases.folding import folded
from geste.apps.cases.models import Case, Status
from geste.apps.cases.policies import may_see
from geste.apps.cases.selectors import case_for_writing

FORGOTTEN = (
    "customer",
    "customer_label",
    "words",
    "searched_name",
    "searched_words",
    "facts",
    "root_issue_note",
)


class CaseStillOpen(Exception):
    """Somebody still waits for an answer: the case is closed first."""


@transaction.atomic(durable=True)
def forget_customer(*, actor: Actor, case: Case, now: datetime) -> Case:
    """Return the case without its customer: name, words, stated facts, and what leads from receipts to them are gone.

    Amounts, entries, receipts and the record of each decision stay: the books rest on them. Limits per customer count
    this case no more. Twice is once.

    Raises:
        NotPermitted: the actor does not look after the charter, or may not see the case.
        CaseStillOpen: it is not closed.
    """
    case = case_for_writing(case)
    require(may_forget(actor))
    require(may_see(actor, case))
    if case.status == Status.OPEN:
        raise CaseStillOpen

    case.customer = case.customer_label = case.words = case.searched_words = case.root_issue_note = ""
    case.searched_name = folded(case.reference)
    case.facts = {}
    case.save(update_fields=FORGOTTEN)
    case.linked.clear()
    forget_subject(subject=subject_of_case(case.pk), now=now)
    return case
