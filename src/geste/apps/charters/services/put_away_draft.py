"""Put away: end a draft that will not be published. It stays readable, and may be taken up again."""

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.charters.models import Draft, Ending
from geste.apps.charters.policies import may_draft
from geste.apps.charters.selectors import draft_for_writing


@transaction.atomic(durable=True)
def put_away_draft(*, actor: Actor, number: int) -> Draft:
    """Put a draft away; one that has ended stays as it is.

    Raises:
        NotPermitted: the actor is no steward.
        NoSuchDraft: there is no draft with this number.
    """
    require(may_draft(actor))
    draft = draft_for_writing(number)

    if not draft.ending:
        draft.ending = Ending.PUT_AWAY
        draft.save()
    return draft
