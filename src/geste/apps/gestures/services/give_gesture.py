"""Give: what is given on a case. How a proposal is answered and written down stands here for every way of giving."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from geste.apps.audit.services.keep_receipts import keep_receipts
from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.cases.models import Case
from geste.apps.cases.selectors import case_for_writing
from geste.apps.cases.services.time_offer import note_first_decision
from geste.apps.gestures.costing import books_of, cost_booked, purse_for
from geste.apps.gestures.events import GestureDeclined, GestureGiven
from geste.apps.gestures.models import DecisionRecord, Gesture, Settling
from geste.apps.gestures.policies import may_propose
from geste.apps.gestures.receipts import as_decided
from geste.apps.gestures.selectors import Question, as_recorded, question_about
from geste.apps.ledger.models import Entry
from geste.apps.ledger.services.open_book import open_book
from geste.apps.ledger.services.post_entry import post_entry
from geste.core.decision.decision import Decision, Route
from geste.core.ledger.life import Booking, given, given_first

KEY = re.compile(r"[A-Za-z0-9_-]{8,64}", re.ASCII)
NOTE_CHARACTERS, ITEM_CHARACTERS = 500, 80


class ProposalRefused(Exception):
    """The proposal cannot be taken as it stands; `code` says why. Nothing was written."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What somebody wants to give.

    `key` is made by the client, once for each intention. `amount` is a decimal text; none means what the charter
    suggests. `act_first` says that the person decides in good faith where the charter does not reach. `item` names
    what goes with a purchase. `more` holds what the charter asks of the proposal itself.
    """

    key: str
    gesture: str
    amount: str | None = None
    act_first: bool = False
    note: str = ""
    item: str = ""
    more: Mapping[str, object] = field(default_factory=dict)

    def in_wire_form(self) -> dict[str, object]:
        """Return the proposal as the core reads it."""
        amount = {} if self.amount is None else {"amount": self.amount}
        return {"gesture": self.gesture, **amount, **self.more}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a proposal. Without a gesture it was declined, and the decision says why and what else is open."""

    decision: DecisionRecord
    gesture: Gesture | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where something is given: at a site, on a case if there is one, at which moment by the clock."""

    site_id: int | None
    case: Case | None
    written_at: datetime


@transaction.atomic(durable=True)
def give_gesture(*, actor: Actor, case: Case, proposal: Proposal, now: datetime) -> Outcome:
    """Give what `proposal` says if the charter in force covers it, or if a person acts first.

    Posts the cost to the company, never to the agent. Nothing is carried out here: that starts when `GestureGiven` is
    handed on. The same key gives once, whoever is faster; a no is recorded like a yes.

    Raises:
        NotPermitted: the actor may not work on this case.
        InputRefused: the charter knows no such gesture, or the amount cannot be read.
        ProposalRefused: the key is malformed or stands for something else, the amount is left open where none can be
            suggested, nobody said what goods cost us, or acting first above the trust line lacks its line of reason.
    """
    open_book()
    case = case_for_writing(case)
    require(may_propose(actor, case))

    given = given_before(proposal, actor)
    if given is not None:
        if given.case_id != case.pk:
            raise ProposalRefused("key.reused")
        return Outcome(given.decision, given)
    question = question_about(case, actor=actor, now=now, proposal=proposal.in_wire_form())

    note_first_decision(case, now=now)
    return answer(proposal, question, actor, Where(site_id=case.site_id, case=case, written_at=now))


def given_before(proposal: Proposal, actor: Actor) -> Gesture | None:
    """Return what this proposal gave when it came the first time, or None if it comes for the first time.

    Raises:
        ProposalRefused: the key is malformed or stands for something else, or the note or the item is too long.
    """
    _check(proposal)
    given = Gesture.objects.select_related("decision").filter(key=proposal.key).first()
    if given is None:
        return None
    is_same = given.decision.request["proposal"] == proposal.in_wire_form() and given.item == proposal.item.strip()
    if given.given_by_id != actor.user_id or not is_same:
        raise ProposalRefused("key.reused")
    return given


def answer(proposal: Proposal, question: Question, actor: Actor, where: Where) -> Outcome:
    """Decide, write down the decision and what is given, and tell the stages after; the caller holds the book.

    Raises:
        ProposalRefused: the amount is left open where none can be suggested, nobody said what goods cost us, or acting
            first above the trust line lacks its line of reason.
    """
    prepared = question.in_force.prepared
    decision = prepared.decide(question.request)
    route = route_taken(decision, proposal, trust_line=question.in_force.charter.trust_line)
    if route is not None and decision.amount is None and prepared.carries_amount(proposal.gesture):
        # Nothing was left to suggest, so what was judged is the least there is, not what will be given.
        raise ProposalRefused("amount.missing")

    record = _record(where, actor, question, decision, route)
    if route is None:
        keep_receipts([as_decided(record, None, actor, question)])
        emit(GestureDeclined(at=question.at, decision_id=record.pk))
        return Outcome(record, None)
    gesture = _write(record, proposal, where, _post(record, proposal, question, route))
    keep_receipts([as_decided(record, gesture, actor, question)])

    emit(GestureGiven(at=question.at, gesture_id=gesture.pk))
    return Outcome(record, gesture)


def route_taken(decision: Decision, proposal: Proposal, *, trust_line: int) -> Route | None:
    """Return `do`, or `act_first` if the person says so and may; None means the proposal is declined.

    Nothing within the charter ever waits, and nobody acts first without meaning to.

    Raises:
        ProposalRefused: acting first above the trust line needs one line of reason.
    """
    if "do" in decision.routes:
        return "do"
    if "act_first" not in decision.routes or not proposal.act_first:
        return None
    if (decision.amount or 0) > trust_line and not proposal.note.strip():
        raise ProposalRefused("note.missing")
    return "act_first"


def _check(proposal: Proposal) -> None:
    if KEY.fullmatch(proposal.key) is None:
        raise ProposalRefused("key.malformed")
    if len(proposal.note) > NOTE_CHARACTERS:
        raise ProposalRefused("note.too_long")
    if len(proposal.item) > ITEM_CHARACTERS:
        raise ProposalRefused("item.too_long")


def _record(where: Where, actor: Actor, question: Question, decision: Decision, route: Route | None) -> DecisionRecord:
    row = question.in_force.row
    return DecisionRecord.objects.create(
        case=where.case,
        site_id=where.site_id,
        decided_by_id=actor.user_id,
        decided_at=question.at,
        charter_text=row,
        charter_digest=row.digest,
        charter_version=row.version,
        request=question.asked,
        authority=decision.authority,
        route=route or "",
        clause=decision.clause,
        routes=list(decision.routes),
        reasons=as_recorded(decision.reasons),
        amount=decision.amount,
        headroom=decision.headroom,
        currency=question.in_force.charter.currency.code,
    )


def _post(record: DecisionRecord, proposal: Proposal, question: Question, route: Route) -> Entry | None:
    """Post what the gesture costs. Goods and upgrades are booked at what they cost us, money at its amount.

    Nothing is posted in training: nothing is paid.

    Raises:
        ProposalRefused: nobody said what the goods cost us.
    """
    prepared = question.in_force.prepared
    amount = cost_booked(prepared, question.request, proposal.gesture, record.amount)
    if amount is None:
        raise ProposalRefused("cost.missing")
    if amount == 0 or (record.case is not None and record.case.is_training):
        return None
    booking = Booking(
        gesture_key=proposal.key,
        books=books_of(prepared, proposal.gesture),
        amount=amount,
        currency=record.currency,
    )
    if route == "act_first":
        return post_entry(given_first(booking, at=question.at))
    purse = purse_for(prepared, proposal.gesture, question.request.actor.role)
    return post_entry(given(booking, at=question.at, purse=purse))


def _write(record: DecisionRecord, proposal: Proposal, where: Where, entry: Entry | None) -> Gesture:
    return Gesture.objects.create(
        key=proposal.key,
        case=where.case,
        site_id=where.site_id,
        decision=record,
        entry=entry,
        what=proposal.gesture,
        amount=record.amount,
        currency=record.currency,
        note=proposal.note.strip(),
        item=proposal.item.strip(),
        given_by_id=record.decided_by_id,
        given_at=record.decided_at,
        written_at=where.written_at,
        settling=Settling.TO_SETTLE if record.route == "act_first" else Settling.NOT_NEEDED,
    )
