"""Give at once: what needs no case, to a customer nobody has to name. One tap at a counter."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.gestures.selectors import question_at_once
from geste.apps.gestures.services.give_gesture import (
    Outcome,
    Proposal,
    ProposalRefused,
    Where,
    answer,
    given_before,
)
from geste.apps.ledger.services.open_book import open_book
from geste.core.charter.vocabulary import NOW


@transaction.atomic(durable=True)
def give_at_once(*, actor: Actor, proposal: Proposal, facts: Mapping[str, object], now: datetime) -> Outcome:
    """Give what `proposal` says where the charter wants no case for it: with the same key, record, entry and news.

    `facts` are what is known of the sale, in the wire form. Limits of the agent, team and site and every envelope count
    as they do on a case.

    Raises:
        InputRefused: the charter knows no such gesture or fact, or a value cannot be read.
        ProposalRefused: the gesture needs a case, the key is malformed or stands for something else, the amount is left
            open where none can be suggested, an item lacks its name or what it costs us, or acting first above the
            trust line lacks its line of reason.
    """
    open_book()

    given = given_before(proposal, actor)
    if given is not None:
        if given.case_id is not None or _facts_of(given.decision.request) != facts:
            raise ProposalRefused("key.reused")
        return Outcome(given.decision, given)
    question = question_at_once(actor, facts=facts, now=now, proposal=proposal.in_wire_form())
    charter = question.in_force.charter
    if charter.needs_case(proposal.gesture):
        raise ProposalRefused("case.missing")
    gesture = charter.gesture(proposal.gesture)
    if gesture is not None and gesture.picks_item and not proposal.item.strip():
        raise ProposalRefused("item.missing")

    return answer(proposal, question, actor, Where(site_id=actor.site_id, case=None, written_at=now))


def _facts_of(request: Mapping[str, Mapping[str, object]]) -> dict[str, object]:
    """What was stated of the sale when it was decided: everything but the time."""
    return {name: value for name, value in request["facts"].items() if name != NOW}
