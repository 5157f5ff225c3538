"""Choose: where and when somebody is written to, and of what. Nobody is written to who did not say where."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.notices.models import Choice, Kind, Mailbox, Way
from geste.apps.notices.models.mailbox import HOURS
from geste.apps.notices.policies import may_choose
from geste.apps.notices.telling import usual_way


class ChoiceRefused(Exception):
    """Nothing was changed; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """An address, or none; a working day; and the ways of kinds, as far as somebody says."""

    address: str
    from_hour: int = 8
    until_hour: int = 18
    works_weekends: bool = False
    wants_friday: bool = True
    ways: Mapping[Kind, Way]


@transaction.atomic(durable=True)
def choose(*, actor: Actor, chosen: Chosen) -> Mailbox:
    """Return the mailbox as somebody wants it from now on. What is on its way goes to the new address, or nowhere.

    Raises:
        NotPermitted: software has no mailbox.
        ChoiceRefused: the address is none, or the day ends before it begins.
    """
    require(may_choose(actor))
    address = chosen.address.strip()
    if address:
        try:
            validate_email(address)
        except ValidationError as malformed:
            raise ChoiceRefused("address.malformed") from malformed
    if not 0 <= chosen.from_hour < chosen.until_hour <= HOURS:
        raise ChoiceRefused("day.none")

    said = {
        "address": address,
        "from_hour": chosen.from_hour,
        "until_hour": chosen.until_hour,
        "works_weekends": chosen.works_weekends,
        "wants_friday": chosen.wants_friday,
    }
    mailbox, _ = Mailbox.objects.update_or_create(user_id=actor.user_id, defaults=said)
    for kind, way in chosen.ways.items():
        if way is usual_way(kind):
            Choice.objects.filter(user=actor.user_id, kind=kind.value).delete()
        else:
            Choice.objects.update_or_create(user_id=actor.user_id, kind=kind.value, defaults={"way": way.value})
    return mailbox
