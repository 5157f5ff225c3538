"""Pledges: a house with its duties, in one line each, for tests of the pledge and what is around it."""

from geste.apps.audit.pledge import PROPOSED
from geste.apps.base.actor import Actor
from geste.apps.people.models import DutyKind, Team, User
from geste.apps.people.selectors import actor_for
from geste.apps.people.services.give_duty import give_duty
from geste.apps.pledges.models import Wording
from geste.apps.pledges.services.put_forward_wording import put_forward_wording
from tests.make import NOW, make_user


def steward() -> Actor:
    """Return who looks after people here."""
    return actor_for(make_user("grace", is_steward=True))


def team_of(name: str, *members: str) -> Team:
    """Return a team of the site with these people in it."""
    people = [make_user(member) for member in members] or [make_user("grace", is_steward=True)]
    site = people[0].site
    assert site is not None
    team, _ = Team.objects.get_or_create(site=site, name=name)
    if members:
        User.objects.filter(pk__in=[person.pk for person in people]).update(team=team)
    return team


def on_duty(name: str, *kinds: DutyKind, team: Team | None = None) -> Actor:
    """Return somebody with these duties, of a team if it is one of a team."""
    user = User.objects.filter(username=name).first() or make_user(name)
    for kind in kinds:
        give_duty(actor=steward(), username=name, kind=kind, team=team, now=NOW)
    return actor_for(User.objects.get(pk=user.pk))


def signed_pledge(leader: Actor) -> Wording:
    """Return the house's own words, put forward and signed by a leader who is the only one."""
    return put_forward_wording(actor=leader, words=PROPOSED, now=NOW)


def called(name: str) -> Actor:
    """Return somebody who is here already, in the team they were put in."""
    return actor_for(User.objects.get(username=name))
