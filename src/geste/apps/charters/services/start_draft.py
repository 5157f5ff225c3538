"""Start: a draft of the next version."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.charters.models import Draft
from geste.apps.charters.policies import may_draft


@transaction.atomic(durable=True)
def start_draft(*, actor: Actor, text: str, now: datetime) -> Draft:
    """Return a new draft that begins with `text`, sound or not.

    Raises:
        NotPermitted: the actor is no steward.
    """
    require(may_draft(actor))

    draft = Draft.objects.create(
        text=text, started_at=now, started_by_id=actor.user_id, saved_at=now, saved_by_id=actor.user_id
    )
    draft.writers.add(actor.user_id)
    return draft
