"""Mark read: somebody has seen what there was to hear."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.notices.models import Notice
from geste.apps.notices.policies import may_choose, may_read
from geste.apps.notices.selectors import notice_numbered, notices_for


@transaction.atomic(durable=True)
def mark_read(*, actor: Actor, number: int, now: datetime) -> Notice:
    """Return the notice, read. Twice is once.

    Raises:
        NoSuchNotice: there is none of this person's.
        NotPermitted: software reads for nobody.
    """
    notice = notice_numbered(actor, number)
    require(may_read(actor, notice))
    if notice.read_at is None:
        notice.read_at = now
        notice.save(update_fields=["read_at"])
    return notice


@transaction.atomic(durable=True)
def mark_all_read(*, actor: Actor, now: datetime) -> int:
    """Mark everything read that this person has to hear, and return how much it was.

    Raises:
        NotPermitted: software reads for nobody.
    """
    require(may_choose(actor))
    return notices_for(actor).filter(read_at=None).update(read_at=now)
