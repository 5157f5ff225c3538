"""Selectors of people: every read of users that leaves the app."""

import hashlib
from datetime import datetime
from zoneinfo import ZoneInfo

from geste.apps.base.actor import Actor
from geste.apps.people.models import ApiToken, Site, User


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


def colleagues() -> list[User]:
    """Return everybody who may sign in, by name."""
    return list(User.objects.filter(is_active=True).order_by("display_name"))


def stewards() -> list[User]:
    """Return everybody who looks after the charter and may sign in, by name."""
    return [user for user in colleagues() if user.is_steward]


def site_of(actor: Actor) -> Site | None:
    """Return the site this actor belongs to, or None."""
    return None if actor.site_id is None else Site.objects.get(pk=actor.site_id)


def on_the_clock_of(site: Site | None, moment: datetime) -> datetime:
    """Return a moment as the clocks of a site show it; of no site, as it is."""
    return moment if site is None else moment.astimezone(ZoneInfo(site.time_zone))


def local_moment(actor: Actor, now: datetime) -> datetime:
    """Return the time by the clocks of the site where somebody works; of no site, as it is."""
    return on_the_clock_of(site_of(actor), now)
