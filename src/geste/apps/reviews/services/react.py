"""React: send a word to whoever decided. Looked at before it goes, stopped never."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.gestures.feedback import decision_numbered
from geste.apps.people.selectors import on_the_clock_of
from geste.apps.reviews.events import ReactionSent
from geste.apps.reviews.guarding import count_remarks, look_before
from geste.apps.reviews.models import Reaction
from geste.apps.reviews.models.reaction import Tone
from geste.apps.reviews.policies import may_react
from geste.apps.reviews.refusals import written
from geste.apps.reviews.wording import Wording


@transaction.atomic(durable=True)
def react(*, actor: Actor, decision_id: int, wording: Wording, now: datetime) -> Reaction:
    """Return the word that was sent. The same word sent twice goes once.

    Raises:
        NoSuchDecision: there is none this actor may see.
        NotPermitted: it is their own, or they neither manage, coach nor review.
        ReviewRefused: nothing is said, or too much.
        ThinkAgain: something in the words is worth a second thought.
    """
    decision = decision_numbered(actor, decision_id)
    require(may_react(actor, decision))
    words = written(wording.words, "words.missing")
    left = look_before(words, wording.language, is_meant=wording.is_meant)

    tone = Tone.CRITICISM if left else Tone.SUPPORT
    reaction, is_new = Reaction.objects.get_or_create(
        decision=decision, sent_by_id=actor.user_id, words=words, defaults={"tone": tone.value, "sent_at": now}
    )
    if is_new:
        count_remarks(wording.offered, left, day=on_the_clock_of(decision.site, now).date())
        emit(ReactionSent(at=now, reaction_id=reaction.pk))
    return reaction
