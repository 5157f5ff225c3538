"""Deciding: what the charter says of one intention, and what there is to write down because of it. No rows."""

from dataclasses import dataclass

from geste.apps.cases.models import Case
from geste.apps.gestures.costing import books_of, cost_booked, purse_for
from geste.apps.gestures.green_lights import Lit, require_lit
from geste.apps.gestures.history import Past, Surroundings
from geste.apps.gestures.proposals import DUPLICATE_WITHIN, Intention, PossibleDuplicate, Proposal, ProposalRefused
from geste.apps.gestures.selectors import Question
from geste.core.decision.decision import Decision, Route
from geste.core.ledger.life import Booking, given, given_first
from geste.core.ledger.posting import Posting
from geste.core.ledger.purse import Purse


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """One intention, decided: the question as it goes on record, the answer, and the posting if it costs anything.

    Without a route it was declined.
    """

    intention: Intention
    case: Case | None
    surroundings: Surroundings
    question: Question
    decision: Decision
    route: Route | None
    posting: Posting | None


def decide_on(
    intention: Intention,
    question: Question,
    *,
    case: Case | None,
    surroundings: Surroundings,
    earlier: list[Past],
    light: Lit | None = None,
) -> Decided:
    """Return what becomes of an intention; `earlier` is what was given on this incident and to this customer.

    `light` is the green light it names, as it stands now.

    Raises:
        ProposalRefused: the gesture needs a case; the amount is left open where none can be suggested; an item lacks
            its name or what it costs us; acting first above the trust line lacks its line of reason; the green light is
            not this person's, or for something else, or used.
        PossibleDuplicate: the same was given on this case minutes ago.
    """
    proposal, prepared = intention.proposal, question.in_force.prepared
    if case is None:
        _require_small(proposal, question)
    decision = prepared.decide(question.request)
    route = route_taken(decision, proposal, trust_line=question.in_force.charter.trust_line)
    if route == "one_hop":
        require_lit(light, intention, case, decision.amount)
    posting = None
    is_given = not surroundings.is_training and not surroundings.is_shadow
    if route is not None:
        if decision.amount is None and prepared.carries_amount(proposal.gesture):
            # Nothing was left to suggest, so what was judged is the least there is, not what will be given.
            raise ProposalRefused("amount.missing")
        if case is not None and is_given:
            _require_distinct(intention, question, decision, case, earlier)
        posting = _posting(proposal, question, decision, route, surroundings) if is_given else None
    return Decided(
        intention=intention,
        case=case,
        surroundings=surroundings,
        question=question,
        decision=decision,
        route=route,
        posting=posting,
    )


def route_taken(decision: Decision, proposal: Proposal, *, trust_line: int) -> Route | None:
    """Return `do`, `one_hop` by a green light, or `act_first` if the person says so; None means it is declined.

    Nothing within the charter ever waits, and nobody goes beyond it without meaning to. A green light opens nothing
    where a person could not act first: no red line, and nothing that is only to be handed over.

    Raises:
        ProposalRefused: acting first above the trust line needs one line of reason.
    """
    if "do" in decision.routes:
        return "do"
    if "act_first" not in decision.routes:
        return None
    if proposal.green_light is not None:
        return "one_hop"
    if not proposal.act_first:
        return None
    if (decision.amount or 0) > trust_line and not proposal.note.strip():
        raise ProposalRefused("note.missing")
    return "act_first"


def _require_small(proposal: Proposal, question: Question) -> None:
    """What needs no case is given without one, and an item has a name."""
    charter = question.in_force.charter
    if charter.needs_case(proposal.gesture):
        raise ProposalRefused("case.missing")
    gesture = charter.gesture(proposal.gesture)
    if gesture is not None and gesture.picks_item and not proposal.item.strip():
        raise ProposalRefused("item.missing")


def _require_distinct(
    intention: Intention, question: Question, decision: Decision, case: Case, earlier: list[Past]
) -> None:
    """The same amount of the same again within minutes is asked about once. Software has nobody to ask: it stops."""
    proposal, since = intention.proposal, intention.now - DUPLICATE_WITHIN
    same = [
        past.number
        for past in earlier
        if (past.case_id, past.what, past.amount) == (case.pk, proposal.gesture, decision.amount)
        and past.written_at >= since
    ]
    if not same or not decision.amount:
        return
    if question.request.actor.kind == "assistant" or proposal.distinct_from != max(same):
        raise PossibleDuplicate(max(same))


def _posting(
    proposal: Proposal, question: Question, decision: Decision, route: Route, around: Surroundings
) -> Posting | None:
    """What the gesture costs, if it has an amount: goods and upgrades what they cost us, money its amount.

    Raises:
        ProposalRefused: nobody said what the goods cost us.
    """
    prepared = question.in_force.prepared
    amount = cost_booked(prepared, question.request, proposal.gesture, decision.amount)
    if amount is None:
        raise ProposalRefused("cost.missing")
    if amount == 0:
        return None
    booking = Booking(
        gesture_key=proposal.key,
        books=books_of(prepared, proposal.gesture),
        amount=amount,
        currency=question.in_force.charter.currency.code,
    )
    if route == "act_first":
        return given_first(booking, at=question.at)
    purse = purse_for(prepared, proposal.gesture, question.request.actor.role, around.spot)
    if route == "one_hop" and not _holds(question, purse, amount):
        purse = None
    return given(booking, at=question.at, purse=purse)


def _holds(question: Question, purse: Purse | None, amount: int) -> bool:
    """Return whether a purse holds an amount. What it does not hold whole is posted without it: never overdrawn."""
    envelopes = [envelope.id for envelope in question.in_force.charter.envelopes]
    return purse is not None and question.request.standing.envelopes[envelopes.index(purse.envelope)] >= amount
