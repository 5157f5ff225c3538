"""Sign a wording: one leader promises. With the last signature it is in force, and receipts name it from then on."""

from datetime import datetime

from django.db import transaction

from geste.apps.audit.models import PledgeText
from geste.apps.audit.pledge import current_pledge, pledge_words
from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.pledges.events import PledgeInForce
from geste.apps.pledges.models import PledgeSignature, Wording
from geste.apps.pledges.policies import may_sign_wording
from geste.apps.pledges.refusals import PledgeRefused
from geste.apps.pledges.selectors import promises_in, standing_of


@transaction.atomic(durable=True)
def sign_wording(*, actor: Actor, version: int, now: datetime) -> Wording:
    """Return the wording with this leader's signature. Signing twice is signing once.

    Raises:
        NotPermitted: the actor is no leader.
        PledgeRefused: there is no such wording, or a newer one was put forward.
    """
    require(may_sign_wording(actor))
    wording = Wording.objects.select_for_update().filter(version=version).first()
    if wording is None or Wording.objects.filter(version__gt=version).exists():
        raise PledgeRefused("wording.overtaken")

    add_signature(wording, actor, now)
    return wording


def add_signature(wording: Wording, actor: Actor, now: datetime) -> None:
    """Write one signature inside the caller's transaction, and bring the wording into force if it was the last."""
    PledgeSignature.objects.get_or_create(wording=wording, signed_by_id=actor.user_id, defaults={"signed_at": now})
    if standing_of(wording).unsigned or current_pledge().version >= wording.version:
        return
    whole = {language: pledge_words(promises, language) for language, promises in promises_in(wording).items()}
    PledgeText.objects.create(version=wording.version, en=whole["en"], fr=whole["fr"], since=now)
    emit(PledgeInForce(at=now, version=wording.version))
