"""Note feedback: how a decision left the customer, as far as somebody heard. One word more, in place of no other."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.gestures.feedback import days_possible, decision_numbered
from geste.apps.gestures.models import WORDS_CHARACTERS, DecisionRecord, Feedback, Satisfaction, Source
from geste.apps.gestures.policies import may_note_feedback
from geste.apps.gestures.proposals import ProposalRefused, fingerprint_of, require_key


class FeedbackRefused(Exception):
    """It cannot be noted as it stands; `code` says why. Nothing was written, and the key stays unused."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What somebody heard of a customer. `happened_on` is the day; none means today.

    `key` is made by the client, once for each word: the same again is noted once.
    """

    key: str
    satisfaction: Satisfaction
    source: Source
    words: str = ""
    happened_on: date | None = None


@dataclass(frozen=True, slots=True)
class Noted:
    """What was noted; `is_replayed` if its key came again and nothing was written."""

    feedback: Feedback
    is_replayed: bool


@transaction.atomic(durable=True)
def note_feedback(*, actor: Actor, decision_id: int, heard: Heard, now: datetime) -> Noted:
    """Note how a decision left the customer, beside whatever was noted before.

    It may be a no like a yes, on a closed case as well: that is when customers write. No gesture, envelope or person is
    touched by it.

    Raises:
        NoSuchDecision: there is none this actor may see.
        NotPermitted: software says that it saw for itself.
        ProposalRefused: the key is malformed, or stands for something else.
        FeedbackRefused: the words are too long, or the day lies before the decision or in the future.
    """
    decision = decision_numbered(actor, decision_id)
    require(may_note_feedback(actor, heard.source))
    require_key(heard.key)

    fingerprint = fingerprint_of(f"feedback on decision {decision.pk}", _told(heard, by=actor.user_id))
    said = {
        "decision": decision,
        "satisfaction": heard.satisfaction.value,
        "source": heard.source.value,
        "words": _words(heard),
        "happened_on": _day(heard, decision, now),
        "noted_by_id": actor.user_id,
        "noted_at": now,
    }

    written, is_new = Feedback.objects.get_or_create(key=heard.key, defaults={**said, "fingerprint": fingerprint})
    if written.fingerprint != fingerprint:
        raise ProposalRefused("key.reused")
    return Noted(written, is_replayed=not is_new)


def _told(heard: Heard, *, by: int) -> dict[str, object]:
    """What tells this word from any other that might come with the same key."""
    day = None if heard.happened_on is None else heard.happened_on.isoformat()
    return {"how": heard.satisfaction, "source": heard.source, "words": heard.words.strip(), "day": day, "by": by}


def _words(heard: Heard) -> str:
    words = heard.words.strip()
    if len(words) > WORDS_CHARACTERS:
        raise FeedbackRefused("words.too_long")
    return words


def _day(heard: Heard, decision: DecisionRecord, now: datetime) -> date:
    first, last, today = days_possible(decision, now)
    if heard.happened_on is None:
        return today
    if heard.happened_on < first:
        raise FeedbackRefused("day.before_decision")
    if heard.happened_on > last:
        raise FeedbackRefused("day.not_yet")
    return heard.happened_on
