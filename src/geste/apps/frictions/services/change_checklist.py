"""Change the checklist: ask about a gap at the start from now on, or ask about it no longer."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.frictions.models import ITEM_CHARACTERS, ChecklistItem, Gap
from geste.apps.frictions.policies import may_change_checklist
from geste.apps.frictions.refusals import FrictionRefused, require_line


@transaction.atomic(durable=True)
def put_on_checklist(*, actor: Actor, gap_id: int, words: str, now: datetime) -> ChecklistItem:
    """Return the question that is asked at the start from now on, in place of any before it about the same gap.

    Raises:
        NotPermitted: the actor neither leads nor manages nor looks after the charter.
        FrictionRefused: there is no such gap, or the question is missing or long.
    """
    require(may_change_checklist(actor))
    line = require_line(words, most=ITEM_CHARACTERS, name="item")
    gap = Gap.objects.filter(pk=gap_id).first()
    if gap is None:
        raise FrictionRefused("gap.not_known")
    ChecklistItem.objects.filter(gap=gap, until=None).update(until=now)
    return ChecklistItem.objects.create(gap=gap, words=line, since=now, put_by_id=actor.user_id)


@transaction.atomic(durable=True)
def take_off_checklist(*, actor: Actor, item_id: int, now: datetime) -> None:
    """Ask about it no longer. Twice is once.

    Raises:
        NotPermitted: the actor neither leads nor manages nor looks after the charter.
    """
    require(may_change_checklist(actor))
    ChecklistItem.objects.filter(pk=item_id, until=None).update(until=now)
