"""On a case: what people of the demonstration do about one case, through the same services as everybody."""

from dataclasses import replace
from datetime import timedelta

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case, Kind, RootIssue
from geste.apps.cases.services.close_case import close_case
from geste.apps.cases.services.open_case import Opening, open_case
from geste.apps.cases.services.settle_root_issue import settle_root_issue
from geste.apps.cases.services.state_facts import state_facts
from geste.apps.gestures.answers import Outcome
from geste.apps.gestures.proposals import PossibleDuplicate, Proposal
from geste.apps.gestures.services.give_gesture import give_gesture
from geste.demo.story import Proposed, ToldCase


def open_told(told: ToldCase, actor: Actor) -> Case:
    """Return the case as it was opened; one that was opened by an earlier telling stays as it is."""
    opening = Opening(
        reference=told.reference,
        kind=told.kind,
        words=told.words,
        customer=told.customer,
        customer_label=told.customer_label,
        language=told.language,
        facts=told.facts,
        staged_at=told.moment,
    )
    return open_case(actor=actor, opening=opening, now=told.moment)


def state_learnt(told: ToldCase, case: Case, actor: Actor) -> Case:
    """Return the case with what was learnt while it was talked over."""
    return state_facts(actor=actor, case=case, stated=told.learnt, now=told.moment) if told.learnt else case


def propose(proposed: Proposed, key: str, actor: Actor, case: Case) -> Outcome:
    """Return what came of a proposal at the moment the case was opened.

    Raises:
        OnlyWrittenDown: the house was in shadow.
    """
    proposal = Proposal(
        key=key,
        gesture=proposed.gesture,
        amount=proposed.amount,
        act_first=proposed.act_first,
        note=proposed.note,
    )
    try:
        return give_gesture(actor=actor, case=case, proposal=proposal, now=case.opened_at)
    except PossibleDuplicate as asked:
        # Whoever tells of two alike on one case means both.
        besides = replace(proposal, distinct_from=asked.first)
        return give_gesture(actor=actor, case=case, proposal=besides, now=case.opened_at)


def end(told: ToldCase, case: Case, actor: Actor) -> None:
    """Settle the root issue as it is told, and close the case."""
    assert told.ended is not None
    if told.kind is Kind.COMPLAINT and told.root_issue is not RootIssue.OPEN:
        settle_root_issue(actor=actor, case=case, state=told.root_issue, because=told.because)
    close_case(actor=actor, case=case, outcome=told.ended, now=told.moment + timedelta(minutes=told.minutes))
