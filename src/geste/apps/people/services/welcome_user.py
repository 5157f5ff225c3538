"""Welcome: make somebody known to the house."""

from dataclasses import dataclass

from geste.apps.people.models import Site, Team, User


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """What is asked of somebody new. Without a password they come in by a link."""

    username: str
    display_name: str
    role: str
    language: str = "en"
    site: str = ""
    team: str = ""
    is_steward: bool = False
    password: str | None = None


def welcome_user(newcomer: Newcomer, *, time_zone: str = "UTC") -> User:
    """Return the user with this sign-in name, made or brought up to date. Assumes a transaction.

    A site named for the first time is made, in `time_zone`; so is a team, which needs a site. Without a password the
    one there was stays.
    """
    site = None
    if newcomer.site:
        site, _ = Site.objects.get_or_create(name=newcomer.site, defaults={"time_zone": time_zone})
    team = Team.objects.get_or_create(site=site, name=newcomer.team)[0] if newcomer.team and site else None
    user, is_new = User.objects.update_or_create(
        username=newcomer.username,
        defaults={
            "display_name": newcomer.display_name,
            "role": newcomer.role,
            "language": newcomer.language,
            "site": site,
            "team": team,
            "is_steward": newcomer.is_steward,
        },
    )
    if is_new or newcomer.password is not None:
        user.set_password(newcomer.password)
        user.save()
    return user
