"""Put forward a wording: a leader writes the three promises anew, and signs them first."""

from collections.abc import Mapping
from datetime import datetime

from django.db import IntegrityError, transaction

from geste.apps.audit.pledge import PROPOSED, Promises
from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.pledges.lines import one_line
from geste.apps.pledges.models import Protection, Wording
from geste.apps.pledges.models.wording import PROMISE_CHARACTERS
from geste.apps.pledges.policies import may_put_forward_wording
from geste.apps.pledges.refusals import PledgeRefused
from geste.apps.pledges.selectors import next_version
from geste.apps.pledges.services.sign_wording import add_signature


@transaction.atomic(durable=True)
def put_forward_wording(*, actor: Actor, words: Mapping[str, Promises], now: datetime) -> Wording:
    """Return a new version of the pledge, signed by whoever wrote it, in force once every other leader has signed.

    `words` holds the promises by language. A version put forward earlier and not yet in force is overtaken by it.

    Raises:
        NotPermitted: the actor is no leader.
        PledgeRefused: a promise lacks its words in a language, or has too many.
    """
    require(may_put_forward_wording(actor))
    said = {f"{promise}_{tongue}": _said(words[tongue], promise) for promise in Protection for tongue in PROPOSED}

    try:
        with transaction.atomic():
            wording = Wording.objects.create(
                version=next_version(), put_forward_at=now, put_forward_by_id=actor.user_id, **said
            )
    except IntegrityError as taken:
        raise PledgeRefused("wording.overtaken") from taken
    add_signature(wording, actor, now)
    return wording


def _said(promises: Promises, promise: Protection) -> str:
    return one_line(str(getattr(promises, promise.value)), most=PROMISE_CHARACTERS, code="wording")
