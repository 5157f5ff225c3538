"""Give a duty: somebody looks after a team, the pledge or the reviews from now on."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.people.models import Duty, DutyKind, Team
from geste.apps.people.models.duty import OF_A_TEAM
from geste.apps.people.policies import may_look_after_people
from geste.apps.people.selectors import person_called


class DutyRefused(Exception):
    """A duty cannot be given like this; `code` says why. Nothing was written."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@transaction.atomic(durable=True)
def give_duty(*, actor: Actor, username: str, kind: DutyKind, team: Team | None = None, now: datetime) -> Duty:
    """Return the duty somebody has from now on, or has already: twice is once.

    Raises:
        NotPermitted: the actor does not look after people.
        NoSuchPerson: nobody has this sign-in name.
        DutyRefused: they have left, or the duty lacks its team, or is one of the whole house.
    """
    require(may_look_after_people(actor))
    person = person_called(actor, username)
    if not person.is_active:
        raise DutyRefused("duty.has_left")
    if (team is not None) != (kind in OF_A_TEAM):
        raise DutyRefused("duty.team_missing" if team is None else "duty.of_the_house")

    begun = {"since": now, "given_by_id": actor.user_id}
    duty, _ = Duty.objects.get_or_create(user=person, kind=kind.value, team=team, until=None, defaults=begun)
    return duty
