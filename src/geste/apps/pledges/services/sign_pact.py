"""Sign the pact: somebody promises their side of it."""

from datetime import datetime

from django.db import transaction

from geste.apps.audit.pledge import current_pledge
from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.pledges.models import PactSignature
from geste.apps.pledges.policies import may_sign_pact


@transaction.atomic(durable=True)
def sign_pact(*, actor: Actor, now: datetime) -> None:
    """Promise one's own side under the pledge that holds today. It opens nothing, and its absence closes nothing.

    Raises:
        NotPermitted: software asks.
    """
    require(may_sign_pact(actor))
    version = current_pledge().version
    PactSignature.objects.get_or_create(user_id=actor.user_id, version=version, defaults={"signed_at": now})
