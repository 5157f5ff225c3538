"""Duties: who looks after which team, the pledge and the reviews, and who stands in whose line."""

from datetime import timedelta

import pytest

from geste.apps.base.actor import Actor
from geste.apps.base.permission import NotPermitted
from geste.apps.people.models import Duty, DutyKind, Team, User
from geste.apps.people.selectors import actor_for, duties_of, holders, holds, in_line
from geste.apps.people.services.end_duty import end_duty
from geste.apps.people.services.give_duty import DutyRefused, give_duty
from geste.apps.people.services.say_goodbye import say_goodbye
from tests.make import NOW, SITE, make_actor, make_user

pytestmark = pytest.mark.django_db(transaction=True)


def owner() -> Actor:
    return actor_for(make_user("grace", is_steward=True))


def team(name: str, *members: str) -> Team:
    """Return a team of the site with these people in it."""
    people = [make_user(member) for member in members]
    site = people[0].site
    assert site is not None
    made, _ = Team.objects.get_or_create(site=site, name=name)
    User.objects.filter(pk__in=[person.pk for person in people]).update(team=made)
    return made


def test_a_manager_is_in_line_with_their_team_and_with_nobody_else() -> None:
    nights, days = team("Nights", "ana", "leo"), team("Days", "kim")
    nadia = make_user("nadia")
    duty = give_duty(actor=owner(), username="nadia", kind=DutyKind.MANAGER, team=nights, now=NOW)

    ana, kim = User.objects.get(username="ana"), User.objects.get(username="kim")
    manager = actor_for(nadia)
    assert in_line(manager, ana.pk)
    assert in_line(actor_for(ana), nadia.pk)
    assert in_line(manager, nadia.pk)
    assert not in_line(manager, kim.pk)
    assert not in_line(actor_for(ana), User.objects.get(username="leo").pk)
    assert holds(manager, DutyKind.MANAGER, nights.pk)
    assert holds(manager, DutyKind.MANAGER)
    assert not holds(manager, DutyKind.MANAGER, days.pk)
    assert not holds(manager, DutyKind.COACH, nights.pk)
    assert holders(DutyKind.MANAGER, nights.pk) == [nadia]
    assert duties_of(nadia.pk) == [duty]


def test_a_manager_who_is_of_their_team_is_not_in_line_with_other_teams() -> None:
    nights, _ = team("Nights", "ana", "nadia"), team("Days", "kim")
    give_duty(actor=owner(), username="nadia", kind=DutyKind.MANAGER, team=nights, now=NOW)

    manager = actor_for(User.objects.get(username="nadia"))

    assert in_line(manager, User.objects.get(username="ana").pk)
    assert not in_line(manager, User.objects.get(username="kim").pk)


def test_a_duty_given_twice_is_held_once_and_ends_once() -> None:
    keeper, steward = make_user("ines"), owner()

    first = give_duty(actor=steward, username="ines", kind=DutyKind.PLEDGE_KEEPER, now=NOW)
    again = give_duty(actor=steward, username="ines", kind=DutyKind.PLEDGE_KEEPER, now=NOW + timedelta(days=1))
    assert again == first
    assert again.since == NOW

    for days in (2, 3):
        end_duty(actor=steward, number=first.pk, now=NOW + timedelta(days=days))
    ended = Duty.objects.get(pk=first.pk)
    assert (ended.until, ended.ended_by_id) == (NOW + timedelta(days=2), steward.user_id)
    assert not holds(actor_for(keeper), DutyKind.PLEDGE_KEEPER)
    assert give_duty(actor=steward, username="ines", kind=DutyKind.PLEDGE_KEEPER, now=NOW) != first


def test_whoever_leaves_has_no_duty_left() -> None:
    make_user("ines")
    steward = owner()
    give_duty(actor=steward, username="ines", kind=DutyKind.REVIEWER, now=NOW)

    say_goodbye(actor=steward, username="ines", now=NOW)

    assert holders(DutyKind.REVIEWER) == []
    with pytest.raises(DutyRefused, match=r"^duty\.has_left$"):
        give_duty(actor=steward, username="ines", kind=DutyKind.REVIEWER, now=NOW)


@pytest.mark.parametrize(
    ("kind", "of_team", "code"),
    [(DutyKind.MANAGER, False, "duty.team_missing"), (DutyKind.LEADER, True, "duty.of_the_house")],
)
def test_a_duty_is_of_a_team_or_of_the_house(kind: DutyKind, *, of_team: bool, code: str) -> None:
    nights = team("Nights", "ana")

    with pytest.raises(DutyRefused) as refused:
        give_duty(actor=owner(), username="ana", kind=kind, team=nights if of_team else None, now=NOW)

    assert refused.value.code == code
    assert not Duty.objects.exists()


def test_only_a_steward_gives_and_ends_duties_and_software_has_none() -> None:
    ana = make_actor("ana", site=SITE)
    duty = give_duty(actor=owner(), username="ana", kind=DutyKind.REVIEWER, now=NOW)

    with pytest.raises(NotPermitted, match=r"^permission\.steward_only$"):
        give_duty(actor=ana, username="ana", kind=DutyKind.LEADER, now=NOW)
    with pytest.raises(NotPermitted, match=r"^permission\.steward_only$"):
        end_duty(actor=ana, number=duty.pk, now=NOW)
    program = Actor(user_id=ana.user_id, name="bot", role="assistant", kind="assistant")
    assert holds(ana, DutyKind.REVIEWER)
    assert not holds(program, DutyKind.REVIEWER)
