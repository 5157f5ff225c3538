"""Let in: give somebody a new way in."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.people.models import User
from geste.apps.people.policies import may_look_after_people
from geste.apps.people.selectors import person_called
from geste.apps.people.services.make_sign_in_link import make_sign_in_link


class HasLeft(Exception):
    """Somebody does not work here any more, and gets no way in."""


@transaction.atomic(durable=True)
def let_in(*, actor: Actor, username: str, secret: str, expires_at: datetime) -> User:
    """Return the person whom `secret` lets in, once, until `expires_at`. The caller makes it and shows it once.

    Raises:
        NotPermitted: the actor does not look after people.
        NoSuchPerson: nobody has this sign-in name.
        HasLeft: they do not work here any more.
    """
    require(may_look_after_people(actor))
    user = person_called(actor, username)

    if not user.is_active:
        raise HasLeft

    make_sign_in_link(user=user, secret=secret, expires_at=expires_at)
    return user
