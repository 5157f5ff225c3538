"""Ask: one quick question about one gesture, with the facts already there. Nothing waits for it that may be done."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.base.services.do_once import Once, done_before, keep_done
from geste.apps.cases.models import Case
from geste.apps.cases.selectors import case_for_writing
from geste.apps.gestures.proposals import Proposal
from geste.apps.gestures.selectors import Question, as_recorded, question_about
from geste.apps.hops.asking import whom_to_ask
from geste.apps.hops.events import HopAsked
from geste.apps.hops.models import Hop, HopKind, Interruption
from geste.apps.hops.policies import may_ask
from geste.apps.hops.refusals import HopRefused, require_line
from geste.apps.hops.selectors import standing_of
from geste.apps.people.models import DutyKind, User
from geste.apps.people.selectors import actor_for, holds
from geste.core.charter.syntax import OneHop
from geste.core.decision.decision import Decision
from geste.core.hops.states import silence_acts
from geste.core.money import Currency, format_amount

WITHIN_MINUTES = timedelta(minutes=10)
"""How long a leader has for an extraordinary act where the charter names nobody to ask."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """The question as the charter answered it."""

    question: Question
    decision: Decision
    kind: HopKind

    @property
    def one_hop(self) -> OneHop | None:
        """Whom the charter names, or None."""
        return self.question.in_force.charter.one_hop


@transaction.atomic(durable=True)
def ask_hop(
    *, actor: Actor, case: Case, proposal: Proposal, because: str, now: datetime, once: Once | None = None
) -> Hop:
    """Return the question somebody asks about a proposal: the one that is open already, or a new one.

    It is a quick yes or no as far as the charter's one hop reaches, and an extraordinary act for one leader beyond.
    Whoever asks stays with the case, and may act first all the while.

    Raises:
        NotPermitted: the actor may not work on this case, or is software.
        InputRefused: the charter knows no such gesture, or the amount cannot be read.
        KeyReused: the key stands for something else.
        HopRefused: there is nothing to ask, because it may be done, may not, or lacks a fact; it has no amount; the
            line of why is too long; or there is nobody to ask.
    """
    case = case_for_writing(case)
    require(may_ask(actor, case))
    if (number := done_before(once)) is not None:
        return Hop.objects.get(pk=number)
    line = require_line(because)

    asked = _read(case, actor, proposal, now)
    open_already = _open_already(case, actor, asked, now)
    if open_already is not None:
        keep_done(once, open_already.pk)
        return open_already
    people = whom_to_ask(actor, case, asked.question.in_force.charter, asked.kind)
    if not people:
        raise HopRefused("hop.nobody")

    hop = Hop.objects.create(
        **_columns(asked),
        case=case,
        because=line,
        asked_by_id=actor.user_id,
        asked_at=now,
        due_at=now + _wait(asked.one_hop),
    )
    hop.asked.set(people)
    Interruption.objects.create(
        case=case, hop=hop, called_by_id=actor.user_id, called_at=now, is_of_a_leader=any(map(leads, people))
    )
    keep_done(once, hop.pk)
    emit(HopAsked(at=now, hop_id=hop.pk))
    return hop


def leads(user: User) -> bool:
    """Return whether calling somebody calls the owner or another leader."""
    return user.is_steward or holds(actor_for(user), DutyKind.LEADER)


def _read(case: Case, actor: Actor, proposal: Proposal, now: datetime) -> _Asked:
    question = question_about(case, actor=actor, now=now, proposal=proposal.in_wire_form())
    prepared = question.in_force.prepared
    decision = prepared.decide(question.request)
    if "act_first" not in decision.routes:
        raise HopRefused(f"hop.{decision.authority}")
    if decision.amount is None and prepared.carries_amount(proposal.gesture):
        raise HopRefused("amount.missing")
    kind = HopKind.ONE_HOP if "one_hop" in decision.routes else HopKind.EXTRAORDINARY
    return _Asked(question, decision, kind)


def _open_already(case: Case, actor: Actor, asked: _Asked, now: datetime) -> Hop | None:
    """The same question, asked before and not yet answered or acted on: two taps are one."""
    proposal = asked.question.request.proposal
    assert proposal is not None
    same = Hop.objects.filter(
        case=case, asked_by_id=actor.user_id, what=proposal.gesture, amount=asked.decision.amount, answer=None
    )
    newest = same.select_related("silence").order_by("-pk").first()
    return newest if newest is not None and standing_of(newest, now).state == "asked" else None


def _columns(asked: _Asked) -> dict[str, object]:
    question, decision = asked.question, asked.decision
    assert question.request.proposal is not None
    is_quick = asked.kind is HopKind.ONE_HOP
    return {
        "kind": asked.kind.value,
        "what": question.request.proposal.gesture,
        "amount": decision.amount,
        "currency": question.in_force.charter.currency.code,
        "charter_text": question.in_force.row,
        "request": _with_amount(question.asked, decision.amount, question.in_force.charter.currency),
        "clause": decision.clause,
        "reasons": as_recorded(decision.reasons),
        "silence_acts": is_quick and silence_acts(asked.one_hop, decision.amount),
    }


def _with_amount(asked: Mapping[str, object], amount: int | None, currency: Currency) -> dict[str, object]:
    """The question with the amount that was suggested written out: what is answered is what is given."""
    proposal = asked["proposal"]
    assert isinstance(proposal, Mapping)
    said = {} if amount is None else {"amount": format_amount(amount, currency)}
    return {**asked, "proposal": {**proposal, **said}}


def _wait(one_hop: OneHop | None) -> timedelta:
    wait = None if one_hop is None else one_hop.answer_within.exact
    return wait or WITHIN_MINUTES
