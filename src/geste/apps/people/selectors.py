"""Selectors of people: every read of users that leaves the app."""

import hashlib
from collections.abc import Collection, Iterable
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from django.utils import timezone

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.base.spelled import Asked, Spelled
from geste.apps.people.models import ApiToken, Duty, DutyKind, Founding, Site, Team, User
from geste.apps.people.policies import may_look_after_people
from geste.apps.people.sign_in_names import plain_name

MOST_WORDS = 8
"""Of a name that is looked for: more than anybody has."""


_standing = Spelled(
    lambda: ApiToken.objects.select_related("user").filter(
        digest__among=Asked("digests"), revoked_at=None, user__is_active=True
    )
)


class TokenWithdrawn(Exception):
    """The token does not stand for this actor any more. Nothing was written."""


class NoSuchPerson(Exception):
    """Nobody has this sign-in name."""


def digest_of(secret: str) -> str:
    """Return what is kept of a secret. Secrets are long and random, so a plain digest is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def actor_for(user: User) -> Actor:
    """Return the actor this user is when acting in person."""
    return Actor(
        user_id=user.pk,
        name=user.display_name,
        role=user.role,
        site_id=user.site_id,
        team_id=user.team_id,
        is_steward=user.is_steward,
    )


def user_of_token(secret: str) -> User | None:
    """Return the active user a token belongs to, or None if it is unknown or revoked."""
    tokens = ApiToken.objects.select_related("user")
    token = tokens.filter(digest=digest_of(secret), revoked_at=None, user__is_active=True).first()
    return None if token is None else token.user


def actors_of_tokens(digests: Collection[str]) -> dict[str, Actor]:
    """Return whom tokens stand for at this moment, by what is kept of each; one that stands for nobody is left out."""
    if not digests:
        return {}
    return {token.digest: actor_for(token.user) for token in _standing(digests=digests)}


def colleagues() -> list[User]:
    """Return everybody who may sign in, by name."""
    return list(User.objects.filter(is_active=True).order_by("display_name"))


def stewards() -> list[User]:
    """Return everybody who looks after the charter and may sign in, by name."""
    return [user for user in colleagues() if user.is_steward]


def site_of(actor: Actor) -> Site | None:
    """Return the site this actor belongs to, or None."""
    return None if actor.site_id is None else Site.objects.get(pk=actor.site_id)


def sites_numbered(numbers: Iterable[int | None]) -> dict[int, Site]:
    """Return sites by their numbers; of none, none."""
    known = {number for number in numbers if number is not None}
    return Site.objects.in_bulk(known) if known else {}


def on_the_clock_of(site: Site | None, moment: datetime) -> datetime:
    """Return a moment as the clocks of a site show it; of no site, as it is."""
    return moment if site is None else moment.astimezone(ZoneInfo(site.time_zone))


def local_moment(actor: Actor, now: datetime) -> datetime:
    """Return the time by the clocks of the site where somebody works; of no site, as it is."""
    return on_the_clock_of(site_of(actor), now)


def clock_of_the_house() -> tzinfo:
    """Return the owner's time zone: that of the first site, or of the settings where there is no site."""
    first = Site.objects.order_by("pk").first()
    return timezone.get_default_timezone() if first is None else ZoneInfo(first.time_zone)


def on_the_clock_of_the_house(moment: datetime) -> datetime:
    """Return a moment by the owner's clocks."""
    return moment.astimezone(clock_of_the_house())


def is_founded() -> bool:
    """Return whether anybody has moved in. Whoever left counts: a house is founded once."""
    return User.objects.exists()


def answers_so_far() -> dict[str, str]:
    """Return what the owner has said in the first run, as it was typed."""
    founding = Founding.objects.first()
    return {} if founding is None else dict(founding.answers)


def person_called(actor: Actor, username: str) -> User:
    """Return somebody of the house, whoever may look after people asking.

    Raises:
        NotPermitted: the actor does not look after people.
        NoSuchPerson: nobody has this sign-in name.
    """
    require(may_look_after_people(actor))
    person = User.objects.select_related("site").filter(username__iexact=username).first()
    if person is None:
        raise NoSuchPerson(username)
    return person


def everybody(actor: Actor, called: str = "") -> QuerySet[User]:
    """Return everybody who was ever welcomed, by name; those who have left come last.

    `called` holds words their name contains, with or without accents.

    Raises:
        NotPermitted: the actor does not look after people.
    """
    require(may_look_after_people(actor))
    found = User.objects.select_related("site")
    for word in called.split()[:MOST_WORDS]:
        found = found.filter(Q(display_name__icontains=word) | Q(username__contains=plain_name(word) or word))
    return found.order_by("-is_active", "display_name", "pk")


def spots() -> list[tuple[int, int | None]]:
    """Return every site with each of its teams, by number; a site without a team once, with none."""
    return list(Site.objects.order_by("pk", "teams__pk").values_list("pk", "teams__pk"))


def sites() -> list[Site]:
    """Return the places where customers are served, by name."""
    return list(Site.objects.order_by("name"))


def teams() -> list[Team]:
    """Return every team, by site and name."""
    return list(Team.objects.select_related("site").order_by("site__name", "name"))


def team_numbered(number: int) -> Team | None:
    """Return a team, or None if there is none with this number."""
    return Team.objects.select_related("site").filter(pk=number).first()


def holds(actor: Actor, kind: DutyKind, team_id: int | None = None) -> bool:
    """Return whether this person has a duty now: of this team, or of any where none is named. Software has none."""
    held = _held(kind, team_id).filter(user_id=actor.user_id)
    return actor.kind == "agent" and held.exists()


def duties_of(user_id: int) -> list[Duty]:
    """Return the duties somebody has now, the oldest first."""
    return list(Duty.objects.filter(user_id=user_id, until=None).select_related("team__site").order_by("since", "pk"))


def holders(kind: DutyKind, team_id: int | None = None) -> list[User]:
    """Return everybody who has a duty now and may sign in, by name: of this team, or of any where none is named."""
    held = _held(kind, team_id)
    return list(User.objects.filter(is_active=True, pk__in=held.values("user")).order_by("display_name", "pk"))


def in_line(actor: Actor, user_id: int) -> bool:
    """Return whether two are one person, or one of them manages the other's team."""
    if actor.user_id == user_id:
        return True
    over = Q(user=actor.user_id, team__users=user_id)
    under = Q(user=user_id, team__users=actor.user_id)
    return _held(DutyKind.MANAGER, None).filter(over | under).exists()


def _held(kind: DutyKind, team_id: int | None) -> QuerySet[Duty]:
    held = Duty.objects.filter(kind=kind, until=None)
    return held if team_id is None else held.filter(team_id=team_id)
