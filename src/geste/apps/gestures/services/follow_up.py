"""Follow up: what is done about gestures afterwards, each with its key, in the transaction that commits what waits."""

from collections.abc import Sequence

from django.db import transaction

from geste.apps.base.permission import NotPermitted
from geste.apps.charters.selectors import NoCharterInForce
from geste.apps.gestures.afterwards import Afterwards, Done, Settle, SettleRefused, TakeBack, TakeBackRefused
from geste.apps.gestures.models import Reversal, Settlement, UsedKey
from geste.apps.gestures.proposals import ProposalRefused, require_key
from geste.apps.gestures.selectors import NoSuchGesture
from geste.apps.gestures.services.settle import settle
from geste.apps.gestures.services.take_back import take_back
from geste.apps.ledger.services.open_book import open_book

FollowUpRefusal = TakeBackRefused | SettleRefused | ProposalRefused | NotPermitted | NoSuchGesture | NoCharterInForce
REFUSALS = (TakeBackRefused, SettleRefused, ProposalRefused, NotPermitted, NoSuchGesture, NoCharterInForce)
"""Why nothing was written, and the key stays unused."""

Followed = Done[Reversal | Settlement]
FollowUpAnswer = Followed | FollowUpRefusal


def follow_up(asked: Sequence[Afterwards]) -> list[FollowUpAnswer]:
    """Answer each as if it had come alone, inside the caller's transaction. A refusal among them wrote nothing."""
    open_book()
    return [_answer(one) for one in asked]


def done_of(answer: FollowUpAnswer) -> Followed:
    """Return what was done.

    Raises:
        FollowUpRefusal: it cannot be.
    """
    if isinstance(answer, Done):
        return answer
    raise answer


def _answer(asked: Afterwards) -> FollowUpAnswer:
    try:
        with transaction.atomic():
            return _done(asked)
    except REFUSALS as refusal:
        return refusal


def _done(asked: Afterwards) -> Followed:
    require_key(asked.key)
    used = UsedKey.objects.select_related(*RELATED).filter(key=asked.key).first()
    if used is not None:
        return _done_before(used, asked)
    row = _write(asked)
    UsedKey.objects.create(
        key=asked.key,
        used_by_id=asked.actor.user_id,
        used_at=asked.now,
        route=asked.route,
        fingerprint=asked.fingerprint,
        reversal=row if isinstance(row, Reversal) else None,
        settlement=row if isinstance(row, Settlement) else None,
    )
    return Done(row)


RELATED = tuple(
    f"{row}__{path}"
    for row in ("reversal", "settlement")
    for path in ("entry", "gesture__site", "gesture__entry", "gesture__decision__charter_text")
)


def _done_before(used: UsedKey, asked: Afterwards) -> Followed:
    """What was answered to this key. One that stands for something else, or is somebody else's, is refused."""
    row = used.reversal or used.settlement
    if row is None or (used.used_by_id, used.fingerprint) != (asked.actor.user_id, asked.fingerprint):
        raise ProposalRefused("key.reused")
    return Done(row, is_replayed=True)


def _write(asked: Afterwards) -> Reversal | Settlement:
    match asked:
        case TakeBack():
            return take_back(asked)
        case Settle():
            return settle(asked)
    raise TypeError(asked)
