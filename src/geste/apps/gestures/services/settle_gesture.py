"""Settle: somebody has looked at what was done first, and its cost goes where it belongs. The customer keeps it all."""

from typing import cast

from geste.apps.gestures.afterwards import Done, Settle
from geste.apps.gestures.models import Settlement
from geste.apps.gestures.services.follow_up import done_of
from geste.apps.gestures.services.hand_in import follow_up_on


def settle_gesture(asked: Settle) -> Done[Settlement]:
    """Settle a gesture that was done first: once, by somebody other than who gave it, and never against the customer.

    By the charter, its cost leaves *to settle* for where the charter it was decided under books it, and draws on the
    envelope as if it had been covered. Apart, the same without the envelope. As it stands, nothing moves.

    Raises:
        NoSuchGesture: there is none this actor may see.
        NotPermitted: the actor does not look after such gestures, or gave it.
        ProposalRefused: the key is malformed or stands for something else, or the note is too long.
        SettleRefused: nothing is to settle, or not yet, or the envelope holds less than it would take.
        TooBusy: it was not answered in time. The same key may be sent again.
    """
    return cast(Done[Settlement], done_of(follow_up_on(asked)))  # what is settled has no other answer
