"""Conclude: settle something done first, and say what is learnt: what the charter should say, then what would help."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.gestures.afterwards import Settle
from geste.apps.gestures.models import SETTLEMENT_NOTE_CHARACTERS, Booked, Gesture, Settlement
from geste.apps.gestures.services.settle_gesture import settle_gesture
from geste.apps.people.selectors import on_the_clock_of
from geste.apps.reviews.events import Concluded
from geste.apps.reviews.guarding import count_remarks, look_before
from geste.apps.reviews.models import Conclusion
from geste.apps.reviews.models.review import WORDS_CHARACTERS
from geste.apps.reviews.policies import may_conclude
from geste.apps.reviews.refusals import ReviewRefused
from geste.apps.reviews.services.propose_line import propose_line
from geste.apps.reviews.settling import conclusions_open, gesture_looked_at
from geste.core.guards.remark import Remark
from geste.core.reviews.verdicts import OF_THE_CHARTER, Settled


@dataclass(frozen=True, slots=True, kw_only=True)
class Concluding:
    """What is said of something done first. `key` is made by the client; the words are looked at before they go."""

    key: str
    charter_should_say: str
    would_help: str
    verdict: Settled
    booked: Booked = Booked.BY_CHARTER
    language: str = "en"
    offered: frozenset[str] = frozenset()
    is_meant: bool = False


def conclude(*, actor: Actor, gesture_id: int, said: Concluding, now: datetime) -> Conclusion:
    """Return what was concluded. The customer keeps what they were given, whatever is said; the same key says it once.

    Raises:
        NoSuchReview: there is nothing done first that this actor may see.
        NotPermitted: they do not look at such gestures, or it is their own or of their line.
        ReviewRefused: the verdict is not open here, or what it needs is not said, or something is too long.
        ThinkAgain: something in the words is worth a second thought.
        ProposalRefused: the key is malformed or stands for something else.
        SettleRefused: nothing is to settle, or not yet, or the envelope holds less than it would take.
        TooBusy: it was not answered in time. The same key may be sent again.
    """
    gesture = gesture_looked_at(actor, gesture_id)
    require(may_conclude(actor, gesture.decision))
    charter_should_say, would_help = said.charter_should_say.strip(), said.would_help.strip()
    _check(gesture, said.verdict, charter_should_say, would_help)
    left = look_before(f"{charter_should_say}\n{would_help}", said.language, is_meant=said.is_meant)

    # The books have a writer of their own: what it settles stays settled, and the words follow under the same key.
    asked = Settle(
        actor=actor, gesture_id=gesture.pk, key=said.key, now=now, booked=said.booked, note=charter_should_say
    )
    settlement = settle_gesture(asked).row
    return _write(actor, settlement, said, left, now)


@transaction.atomic(durable=True)
def _write(
    actor: Actor, settlement: Settlement, said: Concluding, left: tuple[Remark, ...], now: datetime
) -> Conclusion:
    words = {"verdict": said.verdict.value, "would_help": said.would_help.strip(), "concluded_at": now}
    conclusion, is_new = Conclusion.objects.get_or_create(settlement=settlement, defaults=words)
    if is_new:
        if said.verdict is Settled.EXTEND_CHARTER:
            propose_line(actor=actor, conclusion=conclusion, now=now)
        count_remarks(said.offered, left, day=on_the_clock_of(settlement.gesture.site, now).date())
        emit(Concluded(at=now, conclusion_id=conclusion.pk))
    return conclusion


def _check(gesture: Gesture, verdict: Settled, charter_should_say: str, would_help: str) -> None:
    if verdict not in conclusions_open(gesture):
        raise ReviewRefused("verdict.start_up")
    if verdict in OF_THE_CHARTER and not charter_should_say:
        raise ReviewRefused("charter.what_should_it_say")
    if verdict is Settled.COACH and not would_help:
        raise ReviewRefused("help.missing")
    if len(charter_should_say) > SETTLEMENT_NOTE_CHARACTERS or len(would_help) > WORDS_CHARACTERS:
        raise ReviewRefused("words.too_long")
