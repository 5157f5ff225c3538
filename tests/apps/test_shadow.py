"""Shadow: what people would give is decided by the charter and written down; nothing is given, booked or sent."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection

from geste.apps.base.actor import Actor
from geste.apps.base.models import EventRow
from geste.apps.base.permission import NotPermitted
from geste.apps.execution.models import Commitment
from geste.apps.gestures.answers import OnlyWrittenDown
from geste.apps.gestures.models import DecisionRecord, Gesture
from geste.apps.gestures.proposals import ProposalRefused
from geste.apps.gestures.selectors import question_about
from geste.apps.ledger.models import Entry
from geste.apps.people.models import DutyKind, Team, User
from geste.apps.people.selectors import actor_for
from geste.apps.shadow.models import Mode, Stage, WouldGive
from geste.apps.shadow.refusals import StageRefused
from geste.apps.shadow.report import shadow_report
from geste.apps.shadow.selectors import is_in_shadow, written_down_on
from geste.apps.shadow.services.begin_giving import begin_giving
from geste.apps.shadow.services.begin_shadow import begin_shadow
from geste.core.worth.exposure import Group
from tests.apps.reviewing import somebody
from tests.make import NOW, make_actor, make_case, make_charter, make_gesture, propose

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


@pytest.fixture
def leader(agent: Actor) -> Actor:
    return somebody("helen", DutyKind.LEADER)


def in_shadow(actor: Actor, gesture: str, amount: str | None = None, **how: object) -> WouldGive:
    """Return what is written down instead of a gesture on a case of its own, unless one is named."""
    case = how.pop("case", None) or make_case(actor)
    with pytest.raises(OnlyWrittenDown) as answered:
        propose(actor, case, gesture, amount, **how)  # type: ignore[arg-type]
    return answered.value.would_give


def team_of(actor: Actor) -> int:
    assert actor.team_id is not None
    return actor.team_id


def money_tables() -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table where money, receipts, promises or errands stand."""
    names = connection.introspection.table_names()
    told = [name for name in names if name.startswith(("ledger_", "execution_", "audit_", "gestures_"))]
    rows: dict[str, list[tuple[object, ...]]] = {}
    with connection.cursor() as cursor:
        for name in told:
            if name != "gestures_usedkey":
                cursor.execute(f'SELECT * FROM "{name}"')
                rows[name] = sorted(cursor.fetchall(), key=repr)
    return rows


@pytest.mark.item("S0.27")
def test_nothing_is_given_booked_or_sent(agent: Actor, leader: Actor) -> None:
    case = make_case(agent)
    make_gesture(agent, make_case(agent), "credit", "10")
    begin_shadow(actor=leader, team_id=None, now=NOW)
    before, news = money_tables(), EventRow.objects.count()

    within = in_shadow(agent, "credit", "40", case=case)
    beyond = in_shadow(agent, "credit", "700", case=case, act_first=True, note="He could not wait.")

    assert money_tables() == before
    assert EventRow.objects.count() == news
    assert (Gesture.objects.count(), DecisionRecord.objects.count(), Commitment.objects.count()) == (1, 1, 0)
    assert Entry.objects.filter(gesture_key__startswith="test-key").count() == 1
    assert (within.authority, within.route, within.amount, within.cost) == ("within", "do", 40_00, 40_00)
    assert (beyond.authority, beyond.route, beyond.amount) == ("beyond", "act_first", 700_00)
    assert [row.pk for row in written_down_on(case, agent)] == [beyond.pk, within.pk]


@pytest.mark.item("S0.27")
def test_it_is_decided_by_the_charter_with_what_would_have_been_given_before(agent: Actor, leader: Actor) -> None:
    begin_shadow(actor=leader, team_id=None, now=NOW)
    case = make_case(agent)

    in_shadow(agent, "credit", "300", case=case)
    again = in_shadow(agent, "credit", "300", case=case)

    assert (again.authority, again.route) == ("beyond", "")
    question = question_about(case, actor=agent, now=NOW)
    assert [given["amount"] for given in question.asked["standing"]["given"]] == ["300.00"]  # type: ignore[index]
    begin_giving(actor=leader, team_id=None, now=NOW)
    assert make_gesture(agent, case, "credit", "500").amount == 500_00, "what was not given leaves the room whole"


def test_goods_are_written_down_at_what_they_would_cost(agent: Actor, leader: Actor) -> None:
    begin_shadow(actor=leader, team_id=None, now=NOW)

    drink = in_shadow(agent, "drink", "20")

    assert (drink.amount, drink.cost) == (20_00, 7_00)


def test_a_key_of_the_shadow_gives_nothing_later_either(agent: Actor, leader: Actor) -> None:
    case = make_case(agent)
    begin_shadow(actor=leader, team_id=None, now=NOW)
    first = in_shadow(agent, "credit", "40", case=case, key="one-and-the-same")
    begin_giving(actor=leader, team_id=None, now=NOW)

    with pytest.raises(OnlyWrittenDown) as again:
        propose(agent, case, "credit", "40", key="one-and-the-same")

    assert (again.value.is_replayed, again.value.would_give.pk) == (True, first.pk)
    with pytest.raises(ProposalRefused, match="reused"):
        propose(agent, case, "credit", "41", key="one-and-the-same")
    assert (WouldGive.objects.count(), Gesture.objects.count()) == (1, 0)


@pytest.mark.item("S0.27")
def test_a_pilot_team_gives_while_the_house_looks_on_and_then_everybody(agent: Actor, leader: Actor) -> None:
    elsewhere = make_actor("wren", site="Hill")
    begin_shadow(actor=leader, team_id=None, now=NOW)

    begin_giving(actor=leader, team_id=team_of(agent), now=NOW)

    assert (is_in_shadow(agent), is_in_shadow(elsewhere)) == (False, True)
    make_gesture(agent, make_case(agent), "credit", "40")
    begin_shadow(actor=leader, team_id=team_of(agent), now=NOW)
    assert is_in_shadow(agent)
    begin_giving(actor=leader, team_id=None, now=NOW)
    assert (is_in_shadow(agent), is_in_shadow(elsewhere)) == (False, False)
    assert Stage.objects.filter(until=None).count() == 0


def test_one_team_may_be_in_shadow_alone(agent: Actor, leader: Actor) -> None:
    elsewhere = make_actor("wren", site="Hill")

    for _twice in range(2):
        begin_shadow(actor=leader, team_id=team_of(agent), now=NOW)

    assert (is_in_shadow(agent), is_in_shadow(elsewhere)) == (True, False)
    assert list(Stage.objects.values_list("team", "mode")) == [(team_of(agent), Mode.SHADOW)]
    begin_giving(actor=leader, team_id=team_of(agent), now=NOW)
    assert not is_in_shadow(agent)


def test_only_those_in_charge_begin_and_end_it_and_read_the_report(agent: Actor) -> None:
    with pytest.raises(NotPermitted, match="leader_or_steward_only"):
        begin_shadow(actor=agent, team_id=None, now=NOW)
    with pytest.raises(NotPermitted, match="leader_or_steward_only"):
        begin_giving(actor=agent, team_id=None, now=NOW)
    with pytest.raises(NotPermitted, match="leader_or_steward_only"):
        shadow_report(agent, at=NOW)
    steward = actor_for(User.objects.get(username="grace"))
    with pytest.raises(StageRefused, match="not_known"):
        begin_shadow(actor=steward, team_id=10_000, now=NOW)
    assert begin_shadow(actor=steward, team_id=None, now=NOW).team_id is None


@pytest.mark.item("S0.27")
def test_the_report_tells_of_the_house_beside_the_worst_case(agent: Actor, leader: Actor) -> None:
    began = NOW - timedelta(days=20)
    begin_shadow(actor=leader, team_id=None, now=began)
    for name in ("wren", "ines", "otto"):
        make_actor(name)
    for day in range(6):
        in_shadow(agent, "drink", "20", case=make_case(agent, facts={"case": {"loss": "service"}}),
                  now=began + timedelta(days=day))  # fmt: skip
    in_shadow(agent, "credit", "700", act_first=True, note="He could not wait.")
    in_shadow(agent, "credit", "700")  # the charter says no, and nobody insists

    found = shadow_report(leader, at=NOW)

    assert found is not None
    people = User.objects.filter(is_active=True).count()
    assert people == 7
    assert (found.people, found.days, found.times, found.would_give, found.within) == (people, 20, 8, 7, 6)
    (line,) = found.lines
    assert (line.what, line.touchpoint, line.matter) == ("drink", "", "service")
    assert (line.times, line.price, line.cost) == (6, 120_00, 42_00)
    assert (found.rest, found.price, found.cost, found.below_line, found.free) == (1, 820_00, 742_00, 6, 0)
    exposure = found.exposure
    assert exposure.groups == (Group(people, 500_00),)
    # Eight cases in twenty days are more than eleven in four weeks, more than one for each of seven.
    assert (exposure.cases_each, exposure.worst) == (2, people * 500_00 * 2)
    assert exposure.likely is not None
    # The one large gift fell on the day under way, which is not over: six of twenty days cost 7.00.
    assert 0 < exposure.likely.low < 28 * 6 * 7_00 // 20 < exposure.likely.high < exposure.worst
    told = shadow_report(leader, at=NOW, cases_each=9)
    assert told is not None
    assert (told.exposure.worst, told.exposure.is_recorded) == (people * 500_00 * 9, False)


def test_days_on_which_people_give_again_tell_nothing_of_the_shadow(agent: Actor, leader: Actor) -> None:
    began = NOW - timedelta(days=120)
    begin_shadow(actor=leader, team_id=None, now=began)
    for name in ("wren", "ines", "otto"):
        make_actor(name)
    for day in range(16):
        in_shadow(agent, "drink", "20", case=make_case(agent), now=began + timedelta(days=day))
    over = began + timedelta(days=20)
    begin_giving(actor=leader, team_id=None, now=over)
    make_gesture(agent, make_case(agent), "drink", "10")

    found = shadow_report(leader, at=NOW)

    assert found is not None
    assert (found.since, found.until, found.days, found.times) == (began, over, 20, 16)
    assert found == replace(shadow_report(leader, at=over + timedelta(days=1)) or found, charter=found.charter)


def test_a_team_too_small_to_hide_in_is_not_told_of(agent: Actor, leader: Actor) -> None:
    assert shadow_report(leader, at=NOW) is None
    begin_shadow(actor=leader, team_id=Team.objects.get(name="Night").pk, now=NOW - timedelta(days=3))
    in_shadow(agent, "credit", "40")

    assert User.objects.filter(team=team_of(agent)).count() < 5
    assert shadow_report(leader, at=NOW) is None
