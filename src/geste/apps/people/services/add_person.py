"""Add: welcome somebody new, under a sign-in name of their own."""

from dataclasses import dataclass

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.people.models import Site, User
from geste.apps.people.policies import may_look_after_people
from geste.apps.people.sign_in_names import sign_in_name_for

NAME_CHARACTERS = 80


class PersonRefused(Exception):
    """Somebody cannot be welcomed like this; `code` says why. Nothing was written."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who comes. `role` is a word of the charter; without a site they belong to none and see every case."""

    name: str
    role: str
    language: str = "en"
    site: str = ""
    is_steward: bool = False


@transaction.atomic(durable=True)
def add_person(*, actor: Actor, person: Person) -> User:
    """Return the new person. They have no password: a sign-in link lets them in.

    Raises:
        NotPermitted: the actor does not look after people.
        PersonRefused: the name is missing, too long or somebody's already, or there is no such site.
    """
    require(may_look_after_people(actor))
    name = " ".join(person.name.split())
    site = Site.objects.filter(name=person.site).first() if person.site else None

    if not name:
        raise PersonRefused("name.missing")
    if len(name) > NAME_CHARACTERS:
        raise PersonRefused("name.too_long")
    if User.objects.filter(display_name__iexact=name, is_active=True).exists():
        raise PersonRefused("name.twice")
    if person.site and site is None:
        raise PersonRefused("site.not_known")

    taken = User.objects.values_list("username", flat=True)
    user = User(
        username=sign_in_name_for(name, {username.lower() for username in taken}),
        display_name=name,
        role=person.role,
        language=person.language,
        site=site,
        is_steward=person.is_steward,
    )
    user.set_unusable_password()
    user.save()
    return user
