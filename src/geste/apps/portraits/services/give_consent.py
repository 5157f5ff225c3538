"""Give consent: somebody lets a coach of their team see in words how they use their room, until they say otherwise."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.people.models import User
from geste.apps.portraits.events import ConsentEnded, ConsentGiven
from geste.apps.portraits.models import Consent
from geste.apps.portraits.policies import may_end_consent, may_give_consent
from geste.apps.portraits.refusals import NoSuchThing, PortraitRefused


@transaction.atomic(durable=True)
def give_consent(*, actor: Actor, coach_id: int, now: datetime) -> Consent:
    """Return the consent that stands from now on, or stands already: twice is once.

    Raises:
        NotPermitted: it is no coach of the actor's team, or software asks.
        PortraitRefused: nobody consents to themselves.
        NoSuchThing: there is nobody with this number.
    """
    coach = User.objects.filter(pk=coach_id, is_active=True).first()
    if coach is None:
        raise NoSuchThing(coach_id)
    if coach.pk == actor.user_id:
        raise PortraitRefused("consent.to_oneself")
    require(may_give_consent(actor, coach))

    begun = {"given_at": now}
    consent, is_new = Consent.objects.get_or_create(person_id=actor.user_id, coach=coach, ended_at=None, defaults=begun)
    if is_new:
        emit(ConsentGiven(at=now, consent_id=consent.pk))
    return consent


@transaction.atomic(durable=True)
def end_consent(*, actor: Actor, consent_id: int, now: datetime) -> None:
    """End a consent. From this moment on its coach sees nothing.

    Raises:
        NotPermitted: somebody else gave it.
        NoSuchThing: there is none.
    """
    consent = Consent.objects.filter(pk=consent_id).first()
    if consent is None:
        raise NoSuchThing(consent_id)
    require(may_end_consent(actor, consent))
    if Consent.objects.filter(pk=consent.pk, ended_at=None).update(ended_at=now):
        emit(ConsentEnded(at=now, consent_id=consent.pk))
