"""Call help: pull the cord, say that somebody is there, that it is over, or that it was a mistake. Anybody may."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.cases.danger import danger_fact
from geste.apps.cases.events import HelpAnswered, HelpCalled
from geste.apps.cases.models import GOING_ON, Case, HelpCall, Status, Step
from geste.apps.cases.policies import may_see
from geste.apps.cases.selectors import case_for_writing, moment_of, newest_help_call
from geste.apps.cases.services.state_facts import with_stated
from geste.apps.charters.selectors import charter_in_force


@transaction.atomic(durable=True)
def call_help(*, actor: Actor, case: Case, now: datetime) -> Case:
    """Return the case with help called and danger stated, as the charter names it. Pulled again, nothing is added.

    Raises:
        NotPermitted: the actor may not see this case.
    """
    case = case_for_writing(case)
    require(may_see(actor, case))

    newest = newest_help_call(case)
    if newest is None or newest.step not in GOING_ON:
        HelpCall.objects.create(case=case, step=Step.CALLED.value, said_by_id=actor.user_id, said_at=now)
        emit(HelpCalled(at=now, case_id=case.pk))
    return _with_danger(case, now, is_stated=True)


@transaction.atomic(durable=True)
def answer_help(*, actor: Actor, case: Case, step: Step, now: datetime) -> Case:
    """Return the case with what became of help: somebody is there, it is over, or it was pulled by mistake.

    What is said twice is kept once. A mistake takes the danger back; what is over was true.

    Raises:
        NotPermitted: the actor may not see this case.
    """
    case = case_for_writing(case)
    require(may_see(actor, case))

    newest = newest_help_call(case)
    assert step is not Step.CALLED, "calling has a service of its own"
    is_news = step is Step.OVER if newest is None else newest.step in GOING_ON and newest.step != step
    if is_news:
        HelpCall.objects.create(case=case, step=step.value, said_by_id=actor.user_id, said_at=now)
        emit(HelpAnswered(at=now, case_id=case.pk, step=step.value))
    return _with_danger(case, now, is_stated=False) if is_news and step is Step.MISTAKEN else case


def _with_danger(case: Case, now: datetime, *, is_stated: bool) -> Case:
    """The case with the charter's fact of danger stated or forgotten. A closed case keeps its facts as they were."""
    path = danger_fact(charter_in_force(at=moment_of(case, now)).charter)
    if path is None or case.status != Status.OPEN:
        return case
    case.facts = with_stated(case.facts, {path: True if is_stated else None})
    case.save(update_fields=["facts"])
    return case
