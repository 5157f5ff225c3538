"""Settle, as it is written: the cost of what was done first goes where it belongs. The caller holds the book."""

from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.charters.selectors import charter_in_force, ready
from geste.apps.gestures.afterwards import Settle, SettleRefused
from geste.apps.gestures.costing import Spot, books_of, purse_for
from geste.apps.gestures.events import GestureSettled
from geste.apps.gestures.models import SETTLEMENT_NOTE_CHARACTERS, Booked, Gesture, Settlement, Settling
from geste.apps.gestures.policies import may_settle
from geste.apps.gestures.proposals import ProposalRefused
from geste.apps.gestures.selectors import gesture_numbered, is_settled, is_taken_back, may_still_be_taken_back
from geste.apps.ledger.models import Entry
from geste.apps.ledger.running import EnvelopeOverdrawn
from geste.apps.ledger.services.post_entry import post_entry
from geste.apps.people.selectors import on_the_clock_of, stewards
from geste.core.ledger.life import Booking, settled
from geste.core.ledger.purse import Purse


def settle(asked: Settle) -> Settlement:
    """Write that a gesture is settled, inside the transaction that holds the book.

    Raises:
        NoSuchGesture: there is none this actor may see.
        NotPermitted: the actor does not look after such gestures, or gave it.
        ProposalRefused: the note is too long.
        SettleRefused: nothing is to settle, or not yet, or the envelope holds less than it would take.
    """
    gesture, now = gesture_numbered(asked.actor, asked.gesture_id), asked.now
    require(may_settle(asked.actor, gesture, [user.pk for user in stewards()]))
    if len(asked.note.strip()) > SETTLEMENT_NOTE_CHARACTERS:
        raise ProposalRefused("note.too_long")
    _check(asked, gesture)

    settlement = Settlement.objects.create(
        gesture=gesture,
        entry=_entry(asked, gesture),
        booked=asked.booked.value,
        note=asked.note.strip(),
        settled_by_id=asked.actor.user_id,
        settled_at=now,
    )
    emit(GestureSettled(at=now, gesture_id=gesture.pk))
    return settlement


def _check(asked: Settle, gesture: Gesture) -> None:
    if gesture.settling != Settling.TO_SETTLE or is_taken_back(gesture):
        raise SettleRefused("settle.not_needed")
    if is_settled(gesture):
        raise SettleRefused("settle.settled_before")
    if may_still_be_taken_back(gesture, asked.now):
        raise SettleRefused("settle.too_soon")


def _entry(asked: Settle, gesture: Gesture) -> Entry | None:
    """Move the cost to where the charter it was decided under books it; what cost nothing moves nothing."""
    if gesture.entry is None or asked.booked is Booked.AS_IT_STANDS:
        return None
    booking = Booking(
        gesture_key=gesture.key,
        books=books_of(ready(gesture.decision.charter_text).prepared, gesture.what),
        amount=gesture.entry.amount,
        currency=gesture.entry.currency,
    )
    purse = _purse(asked, gesture) if asked.booked is Booked.BY_CHARTER else None
    try:
        return post_entry(settled(booking, at=asked.now, purse=purse))
    except EnvelopeOverdrawn as less:
        raise SettleRefused("settle.envelope_holds_less") from less


def _purse(asked: Settle, gesture: Gesture) -> Purse | None:
    """The envelope it draws on now, by the charter in force now: what is spent today is today's money."""
    prepared = charter_in_force(at=on_the_clock_of(gesture.site, asked.now)).prepared
    role = gesture.decision.request["actor"]["role"]
    return purse_for(prepared, gesture.what, role, Spot(gesture.site_id, gesture.given_by.team_id))
