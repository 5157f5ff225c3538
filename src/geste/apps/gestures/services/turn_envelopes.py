"""Turn: begin the new period of every envelope whose time has come. What a worker does without being asked."""

from datetime import datetime

from geste.apps.charters.selectors import NoCharterInForce, charter_in_force
from geste.apps.gestures.purses import purses_everywhere
from geste.apps.ledger.selectors import due_to_turn
from geste.apps.ledger.services.turn_periods import turn_periods
from geste.apps.people.selectors import on_the_clock_of_the_house


def turn_envelopes(*, now: datetime) -> int:
    """Open the periods that follow those in force, and set what a newer charter has raised or lowered; return how many.

    It is the turn that the first gesture of a period would make. Nothing is locked while nothing is due.
    """
    try:
        charter = charter_in_force(at=on_the_clock_of_the_house(now)).charter
    except NoCharterInForce:
        return 0
    due = due_to_turn(purses_everywhere(charter), at=now)
    if due:
        turn_periods(due, now=now)
    return len(due)
