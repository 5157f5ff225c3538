"""Offering: what one could do for a customer, best first, with a soft landing where an envelope gets low."""

from dataclasses import replace

from geste.apps.gestures.selectors import Question
from geste.apps.gestures.worth import leaves_because_of_us
from geste.core.decision.decision import Option
from geste.core.decision.request import Proposal
from geste.core.ledger.low import SOFTENED_SHARE, is_low
from geste.core.money import share_of


def offered(question: Question) -> tuple[Option, ...]:
    """Return the options of the charter; what draws on a low envelope comes last, the cheapest first.

    Such suggestions are smaller. What may be given is the same as ever, and nothing is left out: an envelope is no off
    switch. Whoever leaves early because of us is first of all not charged for it.
    """
    options = _waiver_first(question, question.in_force.prepared.options(question.request))
    low = _drawing_on_low(question)
    if not low:
        return options
    doable = [option for option in options if option.decision.authority == "within"]
    rest = [option for option in options if option.decision.authority != "within"]
    spared = [option for option in doable if option.gesture not in low]
    softened = [_softened(question, option) for option in doable if option.gesture in low]
    return (*spared, *sorted(softened, key=lambda option: option.decision.amount or 0), *rest)


def _waiver_first(question: Question, options: tuple[Option, ...]) -> tuple[Option, ...]:
    """Put what waives a fee before everything but what a red line says, if the customer leaves because of us."""
    if not leaves_because_of_us(question):
        return options
    charter = question.in_force.charter
    waivers = {gesture.id for gesture in charter.gestures if gesture.kind == "fee_waiver"}
    first = [Option.of(option.gesture, "fix", option.decision) for option in options if _is_open(option, waivers)]
    return (*first, *(option for option in options if not _is_open(option, waivers)))


def _is_open(option: Option, waivers: set[str]) -> bool:
    return option.gesture in waivers and option.decision.authority == "within"


def _drawing_on_low(question: Question) -> set[str]:
    """The gestures that draw on a low envelope for whoever asks."""
    charter, request = question.in_force.charter, question.request
    low = {
        index
        for index, (envelope, left) in enumerate(zip(charter.envelopes, request.standing.envelopes, strict=True))
        if is_low(left=left, promised=envelope.amount)
    }
    plans = question.in_force.prepared.plan.gestures
    return {plan.id for plan in plans if plan.envelope_for(request.actor.role) in low} if low else set()


def _softened(question: Question, option: Option) -> Option:
    """The same with a smaller suggestion, if the charter lets one give less."""
    amount = share_of(option.decision.amount or 0, SOFTENED_SHARE)
    if amount == 0:
        return option
    smaller = replace(question.request, proposal=Proposal(option.gesture, amount))
    decision = question.in_force.prepared.decide(smaller)
    return Option.of(option.gesture, option.group, decision) if decision.authority == "within" else option
