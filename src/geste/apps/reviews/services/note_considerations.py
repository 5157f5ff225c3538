"""Note considerations: what somebody thought about when they decided, kept beside the decision once it is made."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.gestures.feedback import decision_numbered
from geste.apps.reviews.models import Consideration
from geste.apps.reviews.policies import may_consider
from geste.apps.reviews.refusals import ReviewRefused
from geste.core.reviews.questions import THOUGHT_CHARACTERS, Thought


@transaction.atomic(durable=True)
def note_considerations(*, actor: Actor, decision_id: int, answers: Mapping[Thought, str], now: datetime) -> None:
    """Keep answers beside a decision; those left out are left out. What was said before stays as it was.

    Raises:
        NoSuchDecision: there is none this actor may see.
        NotPermitted: somebody else decided.
        ReviewRefused: one is longer than a line.
    """
    decision = decision_numbered(actor, decision_id)
    require(may_consider(actor, decision))
    said = {thought: words.strip() for thought, words in answers.items() if words.strip()}
    if any(len(words) > THOUGHT_CHARACTERS for words in said.values()):
        raise ReviewRefused("words.too_long")
    for thought, words in said.items():
        Consideration.objects.get_or_create(
            decision=decision, thought=thought.value, defaults={"words": words, "noted_at": now}
        )
