"""Give: what is given on a case, to the person it happened to."""

from datetime import datetime

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.gestures.answers import Outcome, outcome_of
from geste.apps.gestures.proposals import Intention, Proposal
from geste.apps.gestures.services.hand_in import hand_in


def give_gesture(*, actor: Actor, case: Case, proposal: Proposal, now: datetime) -> Outcome:
    """Give what `proposal` says if the charter in force covers it, or if a person acts first.

    Posts the cost to the company, never to the agent. Nothing is carried out here: that starts when `GestureGiven` is
    handed on. The same key gives once, whoever is faster; a no is recorded like a yes, and stays a no.

    Raises:
        NotPermitted: the actor may not work on this case.
        InputRefused: the charter knows no such gesture, or the amount cannot be read.
        ProposalRefused: the key is malformed or stands for something else, the amount is left open where none can be
            suggested, nobody said what goods cost us, or acting first above the trust line lacks its line of reason.
        PossibleDuplicate: the same was given on this case minutes ago, and nobody said that this is besides.
        TooBusy: it was not answered in time. The same key may be sent again.
    """
    return outcome_of(hand_in(Intention(actor=actor, proposal=proposal, now=now, case_id=case.pk)))
