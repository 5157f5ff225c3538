"""Sent: what a form of the counter says, and the tile it came from with what the charter says of it."""

from django.http import QueryDict

from geste.apps.gestures.proposals import Proposal
from geste.interfaces.web.counter.items import last_given, with_picked
from geste.interfaces.web.counter.tiles import Tile, Tiler
from geste.interfaces.web.counter.till import Till
from geste.interfaces.web.counter.typed import Typed, read_typed
from geste.interfaces.web.desk.give import proposal_typed


def read_sent(till: Till, sent: QueryDict) -> tuple[Typed, Proposal]:
    """Return what was filled in about the sale, and what it proposes; an item that was picked is filled in."""
    full = with_picked(sent, till)
    return read_typed(full, till.charter), proposal_typed(full, till.charter, till.at.tzinfo)


def tile_of(till: Till, typed: Typed, proposal: Proposal) -> Tile | None:
    """Return the tile of one proposal with its verdict; None if there is no such gesture for this role."""
    gesture = next((gesture for gesture in till.gestures if gesture.id == proposal.gesture), None)
    if gesture is None:
        return None
    question, problem = till.ask(typed, proposal)
    return Tiler(question, typed, last_given(till)).tile(gesture, problem=problem)
