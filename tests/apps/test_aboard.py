"""Aboard: a team is live once its manager has signed; a department that has not makes the others amber."""

from datetime import timedelta

import pytest

from geste.apps.base.actor import Actor
from geste.apps.base.permission import NotPermitted
from geste.apps.gestures.models import Gesture
from geste.apps.people.models import DutyKind, Team
from geste.apps.people.selectors import duties_of
from geste.apps.people.services.end_duty import end_duty
from geste.apps.pledges.aboard import Colour, aboard_of, coverage, is_reminder_due, share_live, teams_managed
from geste.apps.pledges.models import Aboard, Department
from geste.apps.pledges.refusals import PledgeRefused
from geste.apps.pledges.services.go_aboard import go_aboard
from geste.apps.pledges.services.name_department import name_department
from tests.make import NOW, make_actor, make_case, make_charter, make_gesture
from tests.pledges import called, on_duty, steward, team_of

pytestmark = pytest.mark.django_db(transaction=True)
THREE = (
    "I thank somebody for a decision every Friday.",
    "I answer a call for help within five minutes.",
    "I never ask why before I have read the case.",
)


def sign(actor: Actor, team: Team, *, days_ago: int = 0) -> Aboard:
    return go_aboard(actor=actor, team=team, commitments=THREE, remind_days=14, now=NOW - timedelta(days=days_ago))


def colours() -> dict[str, tuple[Colour, list[str]]]:
    """Return each team's colour and the departments that are named as missing."""
    return {it.team.name: (it.colour, [team.name for team in it.lacking]) for it in coverage(steward())}


@pytest.mark.item("S2.14")
def test_finance_that_has_not_signed_makes_the_others_amber_and_is_named() -> None:
    nights, finance = team_of("Nights", "ana"), team_of("Finance", "bruno")
    nadia, bruno = (
        on_duty("nadia", DutyKind.MANAGER, team=nights),
        on_duty("bruno", DutyKind.MANAGER, team=finance),
    )
    leader = on_duty("sophie", DutyKind.LEADER)
    name_department(actor=leader, team=finance, is_relied_on=True, now=NOW)

    grey = colours()
    sign(nadia, nights)
    amber = colours()
    sign(bruno, finance)
    green = colours()

    assert (grey["Nights"], grey["Finance"]) == ((Colour.GREY, ["Finance"]), (Colour.GREY, []))
    assert (amber["Nights"], amber["Finance"]) == ((Colour.AMBER, ["Finance"]), (Colour.GREY, []))
    assert (green["Nights"], green["Finance"]) == ((Colour.GREEN, []), (Colour.GREEN, []))


@pytest.mark.item("S2.14")
def test_a_team_is_live_only_while_whoever_manages_it_has_signed() -> None:
    nights = team_of("Nights", "ana")
    nadia = on_duty("nadia", DutyKind.MANAGER, team=nights)
    sign(nadia, nights)
    assert colours()["Nights"] == (Colour.GREEN, [])

    omar = on_duty("omar", DutyKind.MANAGER, team=nights)

    (map_,) = [it for it in coverage(omar) if it.team == nights]
    assert (map_.is_live, [user.username for user in map_.waiting]) == (False, ["omar"])
    for duty in [duty.pk for user in (nadia, omar) for duty in duties_of(user.user_id)]:
        end_duty(actor=steward(), number=duty, now=NOW)
    assert colours()["Nights"] == (Colour.GREY, [])


def test_a_team_that_is_not_live_may_give_as_much_as_before() -> None:
    make_charter()
    ana = make_actor("ana")

    gesture = make_gesture(ana, make_case(ana), "credit", amount="90")

    assert colours()["Night"] == (Colour.GREY, [])
    assert (gesture.decision.authority, Gesture.objects.count()) == ("within", 1)


def test_a_leaders_signature_is_not_a_managers() -> None:
    nights = team_of("Nights", "ana")
    on_duty("nadia", DutyKind.MANAGER, team=nights)

    for outsider in (on_duty("sophie", DutyKind.LEADER), called("ana"), steward()):
        with pytest.raises(NotPermitted, match=r"permission\.manager_of_the_team_only"):
            sign(outsider, nights)
    with pytest.raises(NotPermitted, match=r"permission\.leader_only"):
        name_department(actor=called("ana"), team=nights, is_relied_on=True, now=NOW)
    assert (Aboard.objects.count(), Department.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("commitments", "code"),
    [
        (THREE[:2], "aboard.not_three"),
        ((*THREE[:2], THREE[0].upper()), "aboard.not_three"),
        ((*THREE[:2], "Be more supportive"), "aboard.not_concrete"),
        ((*THREE[:2], " "), "aboard.missing"),
        ((*THREE[:2], "very " * 40), "aboard.too_long"),
    ],
)
def test_commitments_are_three_different_and_concrete_ones(commitments: tuple[str, ...], code: str) -> None:
    nights = team_of("Nights", "ana")
    nadia = on_duty("nadia", DutyKind.MANAGER, team=nights)

    with pytest.raises(PledgeRefused, match=code):
        go_aboard(actor=nadia, team=nights, commitments=commitments, remind_days=14, now=NOW)
    with pytest.raises(PledgeRefused, match=r"aboard\.no_reminder"):
        go_aboard(actor=nadia, team=nights, commitments=THREE, remind_days=1, now=NOW)


def test_a_manager_is_reminded_of_their_commitments_when_they_asked_to_be() -> None:
    nights = team_of("Nights", "ana")
    nadia = on_duty("nadia", DutyKind.MANAGER, team=nights)

    signed = sign(nadia, nights, days_ago=13)

    days = [day for day in range(45) if is_reminder_due(signed, signed.signed_at + timedelta(days=day))]
    assert days == [*range(14, 21), *range(28, 35), *range(42, 45)]
    assert teams_managed(nadia) == [nights]
    assert aboard_of(nadia.user_id, nights.pk) == signed


def test_signing_anew_replaces_what_was_signed() -> None:
    nights = team_of("Nights", "ana")
    nadia = on_duty("nadia", DutyKind.MANAGER, team=nights)
    sign(nadia, nights, days_ago=3)

    newer = sign(nadia, nights)

    assert aboard_of(nadia.user_id, nights.pk) == newer
    assert share_live(NOW - timedelta(days=4)) == (0, 2)
    assert share_live(NOW + timedelta(days=1)) == (1, 2)
