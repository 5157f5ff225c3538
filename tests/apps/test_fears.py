"""Fears: three counted apart, nobody's answer kept, nothing shown of fewer than five; and what is said, felt, done."""

from datetime import date, timedelta

import pytest
from django.db import connection

from geste.apps.base.actor import Actor
from geste.apps.base.permission import NotPermitted
from geste.apps.people.models import DutyKind, Team
from geste.apps.pledges.fears import fears_of_house, fears_of_team, gap, has_answered
from geste.apps.pledges.models import Protection, PulseMark, PulseTally
from geste.apps.pledges.refusals import PledgeRefused
from geste.apps.pledges.services.answer_pulse import answer_pulse
from tests.make import NOW, make_actor, make_case, make_charter, make_gesture
from tests.pledges import called, on_duty, team_of

pytestmark = pytest.mark.django_db(transaction=True)
CALM = dict.fromkeys(map(str, Protection), 2)
AFTER_A_REMARK = {**CALM, "telling_off": 5}
WEEK = timedelta(weeks=1)


def answers(team: Team, scores: dict[str, int], *, weeks_ago: int, people: int = 5) -> None:
    """Let so many people of a team answer alike, in a week that is over."""
    members = list(team.users.order_by("pk")[:people])
    assert len(members) == people
    for member in members:
        answer_pulse(actor=called(member.username), scores=scores, now=NOW - weeks_ago * WEEK)


def crowd(name: str, size: int = 5) -> Team:
    return team_of(name, *(f"{name.lower()}{number}" for number in range(size)))


@pytest.mark.item("S2.25")
def test_one_bad_remark_raises_the_third_fear_alone() -> None:
    nights = crowd("Nights")
    for weeks in (3, 2):
        answers(nights, CALM, weeks_ago=weeks)
    answers(nights, AFTER_A_REMARK, weeks_ago=1)

    job, paying, telling_off = fears_of_team(called("nights0"), nights.pk, NOW)

    assert (job.now, paying.now, telling_off.now) == (25, 25, 100)
    assert (job.change, paying.change, telling_off.change) == (0, 0, 75)
    assert [fear.has_risen for fear in (job, paying, telling_off)] == [False, False, True]
    assert telling_off.weeks[-4:] == (None, 25, 25, 100)


@pytest.mark.item("S2.25")
def test_fewer_than_five_show_nothing_and_are_no_difference_either() -> None:
    nights, days = crowd("Nights"), crowd("Days", 3)
    answers(nights, CALM, weeks_ago=1)
    answers(days, AFTER_A_REMARK, weeks_ago=1, people=3)
    leader = on_duty("sophie", DutyKind.LEADER)

    assert [fear.now for fear in fears_of_team(leader, days.pk, NOW)] == [None, None, None]
    assert [fear.now for fear in fears_of_house(NOW)] == [25, 25, 25]

    evenings = crowd("Evenings", 2)
    answers(evenings, CALM, weeks_ago=1, people=2)
    assert [fear.now for fear in fears_of_house(NOW)] == [25, 25, 48]


def test_the_week_under_way_is_never_shown() -> None:
    nights = crowd("Nights")
    answers(nights, CALM, weeks_ago=0)

    assert [fear.now for fear in fears_of_house(NOW)] == [None, None, None]


def test_nothing_that_is_kept_leads_from_a_person_to_an_answer() -> None:
    nights = crowd("Nights")
    answer_pulse(actor=called("nights3"), scores=AFTER_A_REMARK, now=NOW)

    with connection.cursor() as cursor:
        columns = {
            table: {column.name for column in connection.introspection.get_table_description(cursor, table)}
            for table in ("pledges_pulsetally", "pledges_pulsemark")
        }
    assert columns == {
        "pledges_pulsetally": {"id", "team_id", "week", "fear", "score", "count"},
        "pledges_pulsemark": {"id", "user_id", "week"},
    }
    # Every counter was made at once: which is there says nothing of who came first.
    assert PulseTally.objects.filter(team=nights, week=date(2026, 5, 11)).count() == 15
    assert sum(PulseTally.objects.values_list("count", flat=True)) == 3
    assert (has_answered(called("nights3"), NOW), has_answered(called("nights1"), NOW)) == (True, False)


@pytest.mark.parametrize("scores", [{}, {**CALM, "job": 6}, {"job": 1}])
def test_all_three_are_answered(scores: dict[str, int]) -> None:
    crowd("Nights")

    with pytest.raises(PledgeRefused, match=r"pulse\.three"):
        answer_pulse(actor=called("nights0"), scores=scores, now=NOW)
    assert not PulseMark.objects.exists()


def test_everybody_answers_once_a_week() -> None:
    crowd("Nights")
    ana = called("nights0")
    answer_pulse(actor=ana, scores=CALM, now=NOW)

    with pytest.raises(PledgeRefused, match=r"pulse\.answered"):
        answer_pulse(actor=ana, scores=CALM, now=NOW + timedelta(days=1))
    answer_pulse(actor=ana, scores=CALM, now=NOW + WEEK)
    with pytest.raises(NotPermitted, match=r"permission\.of_no_team"):
        answer_pulse(actor=make_actor("kim", site=""), scores=CALM, now=NOW)
    assert sum(PulseTally.objects.values_list("count", flat=True)) == 6


def test_a_teams_fears_are_for_itself_its_manager_leaders_and_representatives() -> None:
    nights, days = crowd("Nights", 1), crowd("Days", 1)
    may: list[Actor] = [
        called("nights0"),
        on_duty("nadia", DutyKind.MANAGER, team=nights),
        on_duty("sophie", DutyKind.LEADER),
        on_duty("paul", DutyKind.STAFF_REPRESENTATIVE),
    ]

    for actor in may:
        assert len(fears_of_team(actor, nights.pk, NOW)) == 3
    for actor in (called("days0"), on_duty("omar", DutyKind.MANAGER, team=days), on_duty("lee", DutyKind.REVIEWER)):
        with pytest.raises(NotPermitted, match=r"permission\.leader_only"):
            fears_of_team(actor, nights.pk, NOW)


@pytest.mark.item("S2.7")
def test_what_is_declared_experienced_and_done_stand_side_by_side() -> None:
    make_charter()
    nights = crowd("Nights")
    answers(nights, AFTER_A_REMARK, weeks_ago=1)
    last_week = NOW - WEEK
    for number in range(5):
        actor = called(f"nights{number}")
        case = make_case(actor)
        make_gesture(actor, case, "note", now=last_week)

    found = gap(NOW)

    assert (found.weeks[-1], len(found.weeks)) == (date(2026, 5, 4), 12)
    assert (found.declared[-1], found.experienced[-1], found.done[-1]) == (0, 50, 100)
    assert (found.experienced[-2], found.done[-2]) == (None, None)
