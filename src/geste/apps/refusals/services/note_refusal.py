"""Note a no: with one tap at the desk, or seen in a decision and in how a case ended, so that none is lost."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.base.services.do_once import Once, done_before, keep_done
from geste.apps.cases.events import CaseClosed
from geste.apps.cases.folding import folded
from geste.apps.cases.models import Case
from geste.apps.cases.selectors import case_for_writing, moment_of
from geste.apps.gestures.events import GestureDeclined
from geste.apps.gestures.models import DecisionRecord
from geste.apps.hops.models import Interruption
from geste.apps.refusals.declining import BY_OUTCOME, cause_of, last_no_on, value_at_stake, value_in
from geste.apps.refusals.events import RefusalKept, SuperiorAskedFor
from geste.apps.refusals.models import Cause, Policy, Refusal, RefusalKind, SupervisorCause, SupervisorRequest
from geste.apps.refusals.models.refusal import POLICY_CHARACTERS
from geste.apps.refusals.models.supervisor_request import AVOIDABLE
from geste.apps.refusals.policies import may_note
from geste.apps.refusals.refusing import NoteRefused
from geste.apps.refusals.selectors import owner_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """One tap. What is left out is read off what was declined last; `policy` names a rule that is in no charter."""

    kind: RefusalKind
    cause: Cause | None = None
    clause: str = ""
    policy: str = ""


@transaction.atomic(durable=True)
def note_refusal(*, actor: Actor, case: Case, noted: Noted, now: datetime, once: Once | None = None) -> Refusal:
    """Return the no somebody taps on a case, with what stood in the way and what was at stake.

    Raises:
        NotPermitted: the actor may not see this case.
        KeyReused: the key stands for something else.
        NoteRefused: the name of the policy is too long.
    """
    case = case_for_writing(case)
    require(may_note(actor, case))
    if (number := done_before(once)) is not None:
        return Refusal.objects.get(pk=number)
    policy = policy_called(noted.policy, now)

    refusal = keep(actor, case, noted, policy=policy, now=now)
    keep_done(once, refusal.pk)
    return refusal


def keep(actor: Actor, case: Case, noted: Noted, *, policy: Policy | None, now: datetime) -> Refusal:
    """Return a no that somebody says, written inside the caller's transaction."""
    decision = last_no_on(case)
    value, currency = value_at_stake(case, at=moment_of(case, now))
    clause = noted.clause or ("" if decision is None or policy is not None else decision.clause)
    usual = Cause.NO_AUTHORITY if decision is None or policy is not None else cause_of(decision)
    refusal = Refusal.objects.create(
        kind=noted.kind.value,
        cause=(noted.cause or usual).value,
        case=case,
        decision=decision,
        what="" if decision is None else str(decision.request["proposal"]["gesture"]),
        clause=clause,
        policy=policy,
        value=value,
        currency=currency,
        said_by_id=actor.user_id,
        said_at=case.staged_at or now,
        site_id=case.site_id,
        team_id=actor.team_id,
        is_tapped=True,
    )
    emit(RefusalKept(at=now, refusal_id=refusal.pk))
    return refusal


@transaction.atomic(durable=True)
def note_supervisor_request(
    *, actor: Actor, case: Case, cause: SupervisorCause, policy: str = "", now: datetime, once: Once | None = None
) -> SupervisorRequest:
    """Return that the customer asked for a superior, with what stood in the way if the charter or a rule did.

    Raises:
        NotPermitted: the actor may not see this case.
        KeyReused: the key stands for something else.
        NoteRefused: the name of the policy is too long.
    """
    case = case_for_writing(case)
    require(may_note(actor, case))
    if (number := done_before(once)) is not None:
        return SupervisorRequest.objects.get(pk=number)
    named = policy_called(policy, now)
    decision = last_no_on(case)
    is_blocked = decision is not None and named is None and cause.value in AVOIDABLE

    request = SupervisorRequest.objects.create(
        case=case,
        cause=cause.value,
        clause=decision.clause if decision is not None and is_blocked else "",
        policy=named,
        asked_at=case.staged_at or now,
        site_id=case.site_id,
        team_id=actor.team_id,
    )
    keep_done(once, request.pk)
    emit(SuperiorAskedFor(at=now, request_id=request.pk))
    return request


def policy_called(name: str, now: datetime) -> Policy | None:
    """Return the policy of this name, named now if nobody has before; of no name, none.

    Raises:
        NoteRefused: the name is too long.
    """
    plain = " ".join(name.split())
    if not plain:
        return None
    if len(plain) > POLICY_CHARACTERS:
        raise NoteRefused("policy.too_long")
    policy, _ = Policy.objects.get_or_create(folded=folded(plain), defaults={"name": plain, "named_at": now})
    return policy


@transaction.atomic
def see_declined(event: GestureDeclined, now: datetime) -> None:
    """Keep a no that a decision was, without anybody tapping. What only lacks a fact, or was a trial, is none."""
    related = ("case", "charter_text", "decided_by")
    decision = DecisionRecord.objects.select_related(*related).get(pk=event.decision_id)
    if decision.case is None or decision.case.is_training or decision.authority == "unknown":
        return
    if Refusal.objects.filter(decision=decision, is_tapped=False).exists():
        return
    refusal = Refusal.objects.create(
        kind=RefusalKind.REFUSED.value,
        cause=cause_of(decision).value,
        case=decision.case,
        decision=decision,
        what=str(decision.request["proposal"]["gesture"]),
        clause=decision.clause,
        value=value_in(decision),
        currency=decision.currency,
        said_by=decision.decided_by,
        said_at=decision.decided_at,
        site_id=decision.site_id,
        team_id=decision.decided_by.team_id,
        is_tapped=False,
    )
    emit(RefusalKept(at=now, refusal_id=refusal.pk))


@transaction.atomic
def see_closed(event: CaseClosed, now: datetime) -> None:
    """Keep that a case ended as a no if nobody said so before, and that whoever was called away is free again."""
    case = Case.objects.select_related("opened_by", "site").get(pk=event.case_id)
    Interruption.objects.filter(case=case, hop=None, started_at__isnull=False, ended_at=None).update(ended_at=event.at)
    kind = BY_OUTCOME.get(case.outcome)
    if kind is None or case.is_training or Refusal.objects.filter(case=case, kind=kind.value).exists():
        return
    decision, owner = last_no_on(case), owner_of(case)
    value, currency = value_at_stake(case, at=moment_of(case, now))
    refusal = Refusal.objects.create(
        kind=kind.value,
        cause=(Cause.NO_AUTHORITY if decision is None else cause_of(decision)).value,
        case=case,
        what="" if decision is None else str(decision.request["proposal"]["gesture"]),
        clause="" if decision is None else decision.clause,
        value=value,
        currency=currency,
        said_by=owner,
        said_at=case.closed_at or now,
        site_id=case.site_id,
        team_id=owner.team_id,
        is_tapped=False,
    )
    emit(RefusalKept(at=now, refusal_id=refusal.pk))
