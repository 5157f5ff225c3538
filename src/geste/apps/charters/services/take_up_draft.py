"""Take up: go on with a draft that was put away."""

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.charters.models import Draft, Ending
from geste.apps.charters.policies import may_draft
from geste.apps.charters.selectors import draft_for_writing


@transaction.atomic(durable=True)
def take_up_draft(*, actor: Actor, number: int) -> Draft:
    """Open a draft again that was put away; any other stays as it is.

    Raises:
        NotPermitted: the actor is no steward.
        NoSuchDraft: there is no draft with this number.
    """
    require(may_draft(actor))
    draft = draft_for_writing(number)

    if draft.ending == Ending.PUT_AWAY:
        draft.ending = ""
        draft.save()
    return draft
