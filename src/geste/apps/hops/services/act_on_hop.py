"""Act: give what was asked about, once a yes or silence lets whoever asked. The same person stays with the case."""

from datetime import datetime

from geste.apps.base.actor import Actor
from geste.apps.gestures.answers import Outcome
from geste.apps.gestures.proposals import Proposal
from geste.apps.gestures.services.give_gesture import give_gesture
from geste.apps.hops.models import Hop
from geste.apps.hops.selectors import hop_numbered
from geste.apps.hops.services.answer_hop import green_light_of


def act_on_hop(*, actor: Actor, number: int, key: str, now: datetime, distinct_from: int | None = None) -> Outcome:
    """Give what a hop was asked about, as it was asked: one transaction finds the green light, the next one gives.

    Raises:
        NoSuchHop: there is none this actor may see.
        NotPermitted: somebody else asked, or the case is closed.
        HopRefused: there is no green light: acting first stays open.
        ProposalRefused: it was given by this hop already, or is meant twice.
        TooBusy: it was not answered in time. The same key may be sent again.
    """
    light = green_light_of(actor=actor, number=number, now=now)
    hop = hop_numbered(actor, number)
    proposal = proposal_of(hop, key=key, distinct_from=distinct_from, green_light=light)
    return give_gesture(actor=actor, case=hop.case, proposal=proposal, now=now)


def proposal_of(hop: Hop, *, key: str, distinct_from: int | None, green_light: int) -> Proposal:
    """Return what a hop asked about as something to give."""
    asked = dict(hop.request["proposal"])
    gesture, amount = asked.pop("gesture"), asked.pop("amount", None)
    return Proposal(
        key=key,
        gesture=gesture,
        amount=amount,
        note=hop.because,
        distinct_from=distinct_from,
        green_light=green_light,
        more=asked,
    )
