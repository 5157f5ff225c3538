"""Interruptions and the three numbers: from recorded moments and facts, told of a house, never of a person."""

from datetime import date, datetime, timedelta

import pytest

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case, Outcome, RootIssue
from geste.apps.cases.services.close_case import close_case
from geste.apps.cases.services.settle_root_issue import settle_root_issue
from geste.apps.hops.interruptions import Week, interruptions
from geste.apps.hops.models import Interruption
from geste.apps.people.models import User
from geste.apps.people.selectors import actor_for
from geste.apps.refusals.empowered import empowered
from geste.apps.refusals.models import Cause
from geste.apps.refusals.noes import Share
from geste.apps.refusals.services.hand_over import hand_over, take_up
from geste.apps.refusals.services.make_wish import Wished, make_wish
from geste.apps.refusals.three import Move, Verdict, three_numbers, verdict_of
from tests.make import CHARTER, NOW, SYDNEY, make_actor, make_case, make_charter, make_gesture, propose

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 2, 16, 9, 30, tzinfo=SYDNEY)
WEEKS = 12
A_WEEK = (4, 4, 3, 3, 2, 2, 2, 1, 1, 1, 0, 1)
"""Hand-overs to the owner in each of twelve weeks."""
MINUTES = 6


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor("lea")


@pytest.fixture
def owner(agent: Actor) -> Actor:
    return actor_for(User.objects.get(username="grace"))


def hand_to_owner(agent: Actor, owner: Actor, at: datetime, *, minutes: int | None = MINUTES) -> Case:
    case = make_case(agent)
    handover = hand_over(actor=agent, case=case, to=owner.user_id, cause=Cause.BEYOND_CAP, word="", now=at)
    if minutes is not None:
        taken = at + timedelta(minutes=3)
        take_up(actor=owner, number=handover.pk, now=taken)
        Interruption.objects.filter(case=case).update(ended_at=taken + timedelta(minutes=minutes))
    return case


def twelve_weeks(agent: Actor, owner: Actor) -> None:
    for number, times in enumerate(A_WEEK):
        for _ in range(times):
            hand_to_owner(agent, owner, MONDAY + timedelta(weeks=number))


@pytest.mark.item("S0.1", "S4.36")
def test_each_week_counts_the_cases_handed_to_the_owner_and_the_minutes_recorded(agent: Actor, owner: Actor) -> None:
    twelve_weeks(agent, owner)

    found = interruptions(at=MONDAY + timedelta(weeks=WEEKS))

    whole = found.weeks[:WEEKS]
    assert [week.cases for week in whole] == list(A_WEEK)
    assert [week.seconds for week in whole] == [times * MINUTES * 60 for times in A_WEEK]
    assert whole[0].monday == date(2026, 2, 16)
    assert found.hours == ((9, sum(A_WEEK)),)
    mean = 4 * MINUTES * 60
    assert found.baseline_seconds == mean
    assert found.given_back_seconds == mean * (WEEKS - 2) - sum(A_WEEK[2:]) * MINUTES * 60


@pytest.mark.item("S0.1")
def test_minutes_come_from_moments_and_are_never_made_up(agent: Actor, owner: Actor) -> None:
    hand_to_owner(agent, owner, MONDAY, minutes=17)
    hand_to_owner(agent, owner, MONDAY, minutes=None)

    (week,) = interruptions(at=MONDAY + timedelta(hours=2)).weeks

    assert week == Week(MONDAY.date(), 2, 17 * 60, 1)


def test_nothing_is_given_back_before_there_is_something_to_compare(agent: Actor, owner: Actor) -> None:
    for number in range(2):
        hand_to_owner(agent, owner, MONDAY + timedelta(weeks=number))

    found = interruptions(at=MONDAY + timedelta(weeks=2))

    assert (found.baseline_seconds, found.given_back_seconds) == (None, None)


def test_more_calls_than_at_the_beginning_are_said_so(agent: Actor, owner: Actor) -> None:
    for number, times in enumerate((1, 1, 3)):
        for _ in range(times):
            hand_to_owner(agent, owner, MONDAY + timedelta(weeks=number))

    assert interruptions(at=MONDAY + timedelta(weeks=3)).given_back_seconds == -2 * MINUTES * 60


@pytest.mark.parametrize(
    ("moves", "verdict"),
    [
        (("better", "same", "better"), "win"),
        (("better", "worse", "same"), "not_yet"),
        (("worse", "better", "unknown"), "not_yet"),
        (("worse", "same", "same"), "worse"),
        (("better", "unknown", "same"), "unknown"),
        (("same", "same", "same"), "same"),
    ],
)
@pytest.mark.item("S0.15")
def test_three_moves_are_a_win_only_if_none_is_at_anothers_expense(
    moves: tuple[Move, Move, Move], verdict: Verdict
) -> None:
    assert verdict_of(*moves) == verdict


@pytest.mark.item("S0.15")
def test_fewer_calls_and_more_customers_back_is_not_a_win_yet(agent: Actor, owner: Actor) -> None:
    before = NOW - timedelta(weeks=5)
    for _ in range(5):
        opened(hand_to_owner(agent, owner, before), before)
    for number in range(5):
        opened(make_case(agent, customer=f"c-{number}"), NOW - timedelta(days=3))
        opened(make_case(agent, customer=f"c-{number}"), NOW - timedelta(days=1))

    three = three_numbers(agent, at=NOW)

    assert (three.before.cases, three.before.reached, three.before.back) == (5, 5, 0)
    assert (three.now.cases, three.now.reached, three.now.back) == (10, 0, 5)
    assert (three.owner, three.customer, three.people, three.verdict) == ("better", "worse", "same", "not_yet")


def test_more_wishes_are_people_who_fare_worse(agent: Actor, owner: Actor) -> None:
    for at in (NOW - timedelta(weeks=5), NOW - timedelta(days=1)):
        for _ in range(5):
            opened(make_case(agent), at)
    make_wish(actor=agent, wished=Wished(words="More time."), now=NOW)

    three = three_numbers(agent, at=NOW)

    assert (three.owner, three.customer, three.people, three.verdict) == ("same", "same", "worse", "worse")


def opened(case: Case, at: datetime) -> Case:
    Case.objects.filter(pk=case.pk).update(opened_at=at)
    case.refresh_from_db()
    return case


def ended(agent: Actor, case: Case, outcome: Outcome) -> None:
    settle_root_issue(actor=agent, case=case, state=RootIssue.FIXED)
    close_case(actor=agent, case=case, outcome=outcome, now=NOW + timedelta(hours=1))


@pytest.mark.item("S2.1")
def test_fast_on_the_spot_and_in_favour_are_read_off_moments_and_facts() -> None:
    make_charter(CHARTER + "sizing: {{loss: stay.price}}\n")
    people = [make_actor(name) for name in ("ana", "bo", "cy", "di", "ed", "flo")]
    first, slow, passed_on, too_little, refused, helped = (
        make_case(person, facts={"stay": {"price": "100"}}) for person in people
    )
    for case, person, amount in (
        (first, people[0], "100"),
        (slow, people[1], "100"),
        (passed_on, people[0], "100"),
        (too_little, people[3], "40"),
        (helped, people[5], "120"),
    ):
        at = NOW + timedelta(minutes=11 if case is slow else 5)
        make_gesture(person, case, "credit", amount, now=at)
        ended(person, case, Outcome.FIXED_WITH_GESTURE)
    propose(people[4], refused, "credit", "700")
    ended(people[4], refused, Outcome.DECLINED_WITH_ALTERNATIVE)

    house, teams = empowered(people[0], at=NOW + timedelta(hours=2))

    assert house is not None
    assert house.fast == Share(5, 6)
    assert house.on_the_spot == Share(5, 6)
    assert house.in_favour == Share(4, 6)
    assert house.all_three == Share(2, 6)
    assert teams == {people[0].team_id: house}


@pytest.mark.item("S2.1")
def test_of_fewer_than_five_people_nothing_is_told(agent: Actor) -> None:
    people = [agent, *(make_actor(name) for name in ("bo", "cy", "di"))]
    for person in people * 2:
        case = make_case(person)
        make_gesture(person, case, "credit", "10")
        ended(person, case, Outcome.FIXED_WITH_GESTURE)

    assert empowered(agent, at=NOW + timedelta(hours=2)) == (None, {})
