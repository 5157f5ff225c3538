"""Selectors of portraits: consents, looks, and whom somebody may let see. Everybody's own."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, QuerySet

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.people.models import DutyKind, User
from geste.apps.people.selectors import holders, on_the_clock_of_the_house
from geste.apps.portraits.models import Consent, Look
from geste.apps.portraits.policies import may_see_access_log, may_see_looks

MOST_LOOKS = 100


@dataclass(frozen=True, slots=True)
class LookTaken:
    """That somebody looked at a colleague's, on which day. Not at whose."""

    by: str
    day: date


def consents_given(actor: Actor) -> list[Consent]:
    """Return whom this actor lets see, the newest first."""
    return list(Consent.objects.filter(person=actor.user_id, ended_at=None).select_related("coach").order_by("-pk"))


def consents_held(actor: Actor) -> list[Consent]:
    """Return who lets this actor see, by name. The duty it goes with may have ended since; then it opens nothing."""
    rows = Consent.objects.filter(coach=actor.user_id, ended_at=None, person__is_active=True)
    return list(rows.select_related("person").order_by("person__display_name", "pk"))


def coaches_to_ask(actor: Actor) -> list[User]:
    """Return the coaches of this actor's team who see nothing of theirs yet."""
    if actor.team_id is None or actor.kind != "agent":
        return []
    standing = {consent.coach_id for consent in consents_given(actor)}
    return [
        coach
        for coach in holders(DutyKind.COACH, actor.team_id)
        if coach.pk != actor.user_id and coach.pk not in standing
    ]


def has_opened_room(person_id: int) -> bool:
    """Return whether somebody has seen their own."""
    return Look.objects.filter(person=person_id, looker=person_id).exists()


def looks_at(actor: Actor, person_id: int) -> list[Look]:
    """Return every look somebody else took at what is this person's, the newest first.

    Raises:
        NotPermitted: it is not the actor's own.
    """
    require(may_see_looks(actor, person_id))
    return list(_by_others().filter(person=person_id).select_related("looker", "link__file")[:MOST_LOOKS])


def access_log(actor: Actor) -> list[LookTaken]:
    """Return that looks were taken, by whom and on which day, the newest first.

    Raises:
        NotPermitted: the actor represents nobody.
    """
    require(may_see_access_log(actor))
    rows = _by_others().filter(looker__isnull=False).select_related("looker")[:MOST_LOOKS]
    return [LookTaken(look.looker.display_name if look.looker else "", _day(look.looked_at)) for look in rows]


def _by_others() -> QuerySet[Look]:
    return Look.objects.exclude(looker=F("person")).order_by("-looked_at", "-pk")


def _day(moment: datetime) -> date:
    return on_the_clock_of_the_house(moment).date()
