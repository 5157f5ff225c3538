"""Give at once: what needs no case, to a customer nobody has to name. One tap at a counter."""

from collections.abc import Mapping
from datetime import datetime

from geste.apps.base.actor import Actor
from geste.apps.gestures.answers import Outcome, outcome_of
from geste.apps.gestures.proposals import Intention, Proposal
from geste.apps.gestures.services.hand_in import hand_in


def give_at_once(*, actor: Actor, proposal: Proposal, facts: Mapping[str, object], now: datetime) -> Outcome:
    """Give what `proposal` says where the charter wants no case for it: with the same key, record, entry and news.

    `facts` are what is known of the sale, in the wire form. Limits of the agent, team and site and every envelope count
    as they do on a case. Nobody is asked about the same again: rounding twice in ten minutes is what a counter does.

    Raises:
        InputRefused: the charter knows no such gesture or fact, or a value cannot be read.
        ProposalRefused: the gesture needs a case, the key is malformed or stands for something else, the amount is left
            open where none can be suggested, an item lacks its name or what it costs us, or acting first above the
            trust line lacks its line of reason.
        TooBusy: it was not answered in time. The same key may be sent again.
    """
    return outcome_of(hand_in(Intention(actor=actor, proposal=proposal, now=now, facts=facts)))
