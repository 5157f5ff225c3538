"""Change an envelope: raise or lower what it holds, by hand, with a reason."""

from datetime import datetime

from django.db import transaction

from geste.apps.audit.standstills import require_running
from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.ledger.models import Entry, Why
from geste.apps.ledger.policies import may_change_envelopes
from geste.apps.ledger.running import RunningPeriods
from geste.apps.ledger.selectors import closed_until
from geste.apps.ledger.services.open_book import open_book
from geste.apps.ledger.statements import envelope_changes
from geste.core.ledger.purse import Purse

REASON_CHARACTERS = 500
BY_HAND = "a change by hand"


class ChangeRefused(Exception):
    """The envelope stays as it is; `code` says why. `left` is the most it can be lowered by, where that is why."""

    def __init__(self, code: str, left: int | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.left = left


@transaction.atomic(durable=True)
def change_envelope(
    *, actor: Actor, purse: Purse, by: int, reason: str, now: datetime, seen: int | None = None
) -> Entry:
    """Raise the period in force by so many minor units, or lower it by as many below nought. It is an entry of its own.

    What has been given stays given: an envelope is never lowered below what is used already. `seen` is how many changes
    whoever decided this had seen; if there are others by now, nothing is changed, so a form sent twice changes once.

    Raises:
        NotPermitted: the actor does not look after the charter.
        MoneyStopped: the books are not as they must be.
        ChangeRefused: there is no reason or a long one, nothing would change, less is left, or somebody was quicker.
    """
    require(may_change_envelopes(actor))
    if not reason.strip():
        raise ChangeRefused("envelope.reason_missing")
    if len(reason) > REASON_CHARACTERS:
        raise ChangeRefused("envelope.reason_too_long")
    open_book()
    require_running()
    if seen is not None and seen != envelope_changes(purse).count():
        raise ChangeRefused("envelope.changed_meanwhile")
    periods = RunningPeriods(closed_until())
    periods.hold([purse], ())
    row = periods.in_force(purse, at=now, opened_by=BY_HAND)
    if row.left + by < 0:
        raise ChangeRefused("envelope.already_used", row.left)

    entry = periods.change(row, by, at=now, why=Why.BY_HAND, reason=reason.strip(), user_id=actor.user_id)
    if entry is None:
        raise ChangeRefused("envelope.nothing_to_change")
    periods.write()
    return entry
