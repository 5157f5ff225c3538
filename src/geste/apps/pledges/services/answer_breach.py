"""Answer a breach: whoever reads a report says what is done about it, and in the end whether it was repaired."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.pledges.events import BreachMoved
from geste.apps.pledges.lines import one_line
from geste.apps.pledges.models import ENDS, BreachStep, Fate
from geste.apps.pledges.models.breach import LINE_CHARACTERS
from geste.apps.pledges.refusals import PledgeRefused
from geste.apps.pledges.selectors import breach_to_read, fate_of


@transaction.atomic(durable=True)
def answer_breach(*, actor: Actor, number: int, fate: str, words: str, now: datetime) -> BreachStep:
    """Return the step: answered first, then repaired or not confirmed. Each carries words its author can read.

    Raises:
        NotPermitted: the actor reads no reports.
        NoSuchBreach: there is none with this number that is theirs to read.
        PledgeRefused: it has ended, was answered already, was not answered yet, or there are no words.
    """
    breach = breach_to_read(actor, number)
    said = one_line(words, most=LINE_CHARACTERS, code="breach")
    if fate not in _open_ways(fate_of(breach)):
        raise PledgeRefused("breach.not_from_here")

    step = BreachStep.objects.create(breach=breach, fate=fate, words=said, taken_at=now, taken_by_id=actor.user_id)
    emit(BreachMoved(at=now, breach_id=breach.pk, fate=fate))
    return step


def _open_ways(fate: Fate) -> tuple[Fate, ...]:
    if fate is Fate.RECEIVED:
        return (Fate.ANSWERED,)
    return ENDS if fate is Fate.ANSWERED else ()
