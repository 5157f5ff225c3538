"""Contributions: one line, answered before a day the house promises, with a fate. None is ever without a status."""

from datetime import date, datetime, timedelta

import pytest

from geste.apps.base.actor import Actor
from geste.apps.base.models import EventRow
from geste.apps.base.permission import NotPermitted
from geste.apps.people.models import DutyKind
from geste.apps.practice.contributions import (
    Status,
    answer_days,
    contributions_to_answer,
    own_contributions,
    said_on,
)
from geste.apps.practice.models import About, Contribution, Fate
from geste.apps.practice.refusing import PracticeRefused
from geste.apps.practice.services.contribute import Answer, answer_contribution, contribute, set_answer_days
from tests.apps.reviewing import somebody
from tests.make import NOW, SYDNEY, make_actor, make_case, make_charter

pytestmark = pytest.mark.django_db
DONE = Answer(fate=Fate.DONE, words="A second card reader is at the desk.")


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


@pytest.fixture
def manager(agent: Actor) -> Actor:
    return somebody("nadia", DutyKind.MANAGER)


def statuses(actor: Actor, now: datetime = NOW) -> list[tuple[Status, bool]]:
    return [(standing.status, standing.is_late) for standing in own_contributions(actor, now=now)]


@pytest.mark.item("S0.35")
def test_what_would_have_prevented_it_is_kept_with_its_case_and_a_day(agent: Actor) -> None:
    case = make_case(agent)

    line = contribute(actor=agent, about=About.SALES, words=" Sold without  the tax. ", case=case, now=NOW)

    assert (line.words, line.about, line.team_id) == ("Sold without the tax.", "sales", agent.team_id)
    assert line.due_at == datetime(2026, 5, 29, tzinfo=SYDNEY)
    assert contribute(actor=agent, about=About.SALES, words="Sold without the tax.", case=case, now=NOW) == line
    assert [standing.contribution for standing in said_on(agent, case.pk, now=NOW)] == [line]
    assert EventRow.objects.filter(name="practice.Contributed").count() == 1


@pytest.mark.item("S0.35", "S0.51")
def test_each_has_a_status_at_any_time_and_is_late_from_its_day_on(agent: Actor, manager: Actor) -> None:
    for about in About:
        contribute(actor=agent, about=about, words=f"About {about}.", now=NOW)
    done, later, never, answered, silent = Contribution.objects.order_by("pk")
    later_on = date(2026, 6, 10)
    for line, answer in (
        (done, DONE),
        (later, Answer(fate=Fate.LATER, words="In June.", until=later_on)),
        (never, Answer(fate=Fate.NOT, words="Because the law says otherwise.")),
        (answered, Answer(fate=Fate.ANSWERED, words="We look into it.")),
    ):
        answer_contribution(actor=manager, contribution=line, answer=answer, now=NOW)

    said = [Status.RECEIVED, Status.ANSWERED, Status.NOT, Status.LATER, Status.DONE]
    assert statuses(agent) == [(status, False) for status in said]
    due = silent.due_at
    assert statuses(agent, due - timedelta(seconds=1)) == [(status, False) for status in said]
    assert statuses(agent, due)[:2] == [(Status.RECEIVED, True), (Status.ANSWERED, True)]
    assert statuses(agent, datetime(2026, 6, 11, tzinfo=SYDNEY)) == [
        (Status.RECEIVED, True),
        (Status.ANSWERED, True),
        (Status.NOT, False),
        (Status.LATER, True),
        (Status.DONE, False),
    ]


@pytest.mark.item("S0.51")
def test_the_manager_of_the_team_and_leaders_see_what_waits_what_is_due_first_first(
    agent: Actor, manager: Actor
) -> None:
    leader, other = somebody("lena", DutyKind.LEADER), make_actor("zoe", site="Airport")
    mine = contribute(actor=agent, about=About.TOOL, words="A card reader.", now=NOW)
    theirs = contribute(actor=other, about=About.TOOL, words="A chair.", now=NOW - timedelta(days=3))
    of_manager = contribute(actor=manager, about=About.AUTHORITY, words="A higher cap.", now=NOW)

    def waiting(actor: Actor) -> list[Contribution]:
        return [standing.contribution for standing in contributions_to_answer(actor, now=NOW)]

    assert waiting(manager) == [mine]
    assert waiting(leader) == [theirs, mine, of_manager]
    assert waiting(agent) == waiting(other) == []
    answer_contribution(actor=manager, contribution=mine, answer=DONE, now=NOW)
    assert waiting(manager) == []


def test_only_managers_and_leaders_answer_and_nobody_themselves(agent: Actor, manager: Actor) -> None:
    line = contribute(actor=agent, about=About.TOOL, words="A card reader.", now=NOW)
    own = contribute(actor=manager, about=About.TOOL, words="A chair.", now=NOW)
    for actor, contribution in ((agent, line), (make_actor("leo"), line), (manager, own)):
        with pytest.raises(NotPermitted, match=r"permission\.managers_only"):
            answer_contribution(actor=actor, contribution=contribution, answer=DONE, now=NOW)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (Answer(fate=Fate.DONE, words=" "), "answer.missing"),
        (Answer(fate=Fate.NOT, words=""), "answer.missing"),
        (Answer(fate=Fate.LATER, words="Some day."), "answer.which_day"),
        (Answer(fate=Fate.LATER, words="Last year.", until=date(2025, 1, 1)), "answer.which_day"),
        (Answer(fate=Fate.DONE, words="x" * 301), "words.too_long"),
    ],
)
def test_an_answer_says_why_and_when(agent: Actor, manager: Actor, answer: Answer, code: str) -> None:
    line = contribute(actor=agent, about=About.TOOL, words="A card reader.", now=NOW)

    with pytest.raises(PracticeRefused, match=code):
        answer_contribution(actor=manager, contribution=line, answer=answer, now=NOW)
    assert statuses(agent) == [(Status.RECEIVED, False)]


def test_the_house_promises_its_days_and_keeps_those_it_promised(agent: Actor, manager: Actor) -> None:
    leader = somebody("lena", DutyKind.LEADER)
    before = contribute(actor=agent, about=About.TOOL, words="A card reader.", now=NOW)
    assert answer_days() == 14
    with pytest.raises(NotPermitted, match=r"permission\.leader_only"):
        set_answer_days(actor=manager, days=3, now=NOW)
    for days in (0, 61):
        with pytest.raises(PracticeRefused, match=r"days\.out_of_range"):
            set_answer_days(actor=leader, days=days, now=NOW)

    set_answer_days(actor=leader, days=3, now=NOW)

    after = contribute(actor=agent, about=About.TOOL, words="A chair.", now=NOW)
    before.refresh_from_db()
    assert (before.due_at.astimezone(SYDNEY).date(), after.due_at.date()) == (date(2026, 5, 29), date(2026, 5, 18))


@pytest.mark.parametrize(("words", "code"), [("", "words.missing"), ("x" * 301, "words.too_long")])
def test_a_contribution_is_one_line(agent: Actor, words: str, code: str) -> None:
    with pytest.raises(PracticeRefused, match=code):
        contribute(actor=agent, about=About.SERVICE, words=words, now=NOW)
