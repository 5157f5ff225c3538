"""Notices: each of whom it concerns hears of it once, on their page; by e-mail at once only of what cannot wait."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from geste.apps.audit.pledge import PROPOSED
from geste.apps.base.actor import Actor
from geste.apps.base.models import EventRow
from geste.apps.base.services.hand_on_events import hand_on_events
from geste.apps.cases.models import Step
from geste.apps.cases.services.call_help import answer_help, call_help
from geste.apps.execution.ports import Operation, Outcome
from geste.apps.gestures.models import Booked
from geste.apps.gestures.proposals import Proposal
from geste.apps.hops.models import Hop
from geste.apps.hops.services.answer_hop import Said, answer_hop, notice_silences
from geste.apps.hops.services.ask_hop import ask_hop
from geste.apps.notices.models import ASKS, AT_ONCE, Kind, Letter, Mailbox, Notice, Way
from geste.apps.notices.quiet import next_open
from geste.apps.notices.selectors import NoSuchNotice, still_to_do, wanted_by
from geste.apps.notices.services.choose import ChoiceRefused, Chosen, choose
from geste.apps.notices.services.mark_read import mark_all_read, mark_read
from geste.apps.notices.services.tell_of_decisions import tell_words_owed
from geste.apps.people.models import DutyKind, User
from geste.apps.people.selectors import actor_for
from geste.apps.pledges.services.answer_breach import answer_breach
from geste.apps.pledges.services.invite_feedback import answer_feedback, say_feedback
from geste.apps.pledges.services.issue_report import issue_report
from geste.apps.pledges.services.put_forward_wording import put_forward_wording
from geste.apps.pledges.services.report_breach import Telling, report_breach
from geste.apps.practice.models.contribution import About, Fate
from geste.apps.practice.services.contribute import Answer, answer_contribution, contribute
from geste.apps.refusals.models import Cause
from geste.apps.refusals.services.hand_over import hand_over, take_up
from geste.apps.reviews.calibrating import cases_to_judge
from geste.apps.reviews.services.answer_back import answer_back
from geste.apps.reviews.services.answer_conclusion import answer_conclusion
from geste.apps.reviews.services.conclude import conclude
from geste.apps.reviews.services.end_calibration import end_calibration
from geste.apps.reviews.services.flag_comment import flag_reaction
from geste.apps.reviews.services.give_opinion import View, give_opinion
from geste.apps.reviews.services.judge_choice import Judgement, judge_choice
from geste.apps.reviews.services.react import react
from geste.apps.reviews.services.repair_comment import MadeGood, repair_comment
from geste.core.reviews.calibration import Clarity, Measure
from geste.core.reviews.verdicts import Settled, Verdict
from geste.flow import FLOW
from geste.phrases.notices import say_news
from tests.apps.reviewing import act_first, drawn, said, somebody
from tests.carrying import Clock, Says, arranged, go_on
from tests.make import NOW, make_case, make_gesture, propose
from tests.permitted.house import House, make_house
from tests.permitted.states import (
    a_calibration,
    a_conclusion,
    asked_of_the_team,
    concluded_for_another,
    done_first_and_to_settle,
)

pytestmark = pytest.mark.django_db
# NOW is a Thursday, seven minutes past one in the morning: nobody's working day.
MORNING = NOW.replace(hour=9)
DAY = timedelta(days=1)


@pytest.fixture
def house() -> House:
    return make_house()


def heard(actor: Actor) -> list[tuple[str, bool]]:
    """Return what somebody has to hear, oldest first, and whether there is nothing left to do about it."""
    rows = Notice.objects.filter(to=actor.user_id).order_by("pk")
    return [(notice.kind, notice.is_over) for notice in rows]


def handed_on(at: datetime = NOW) -> None:
    for _ in range(2):
        hand_on_events(flow=FLOW, now=at)


def asked(house: House) -> Hop:
    proposal = Proposal(key="asked-once", gesture="credit", amount="700")
    return ask_hop(actor=house["author"], case=make_case(house["author"]), proposal=proposal, because="", now=NOW)


def writes_to(actor: Actor, **changes: object) -> Mailbox:
    chosen = Chosen(address=f"{actor.name.lower()}@harbour.example", ways={})
    return choose(actor=actor, chosen=replace(chosen, **changes))  # type: ignore[arg-type]


def test_a_question_is_heard_by_whoever_is_asked_until_it_is_answered(house: House) -> None:
    hop = asked(house)
    handed_on()

    (notice,) = Notice.objects.filter(kind=Kind.ASKED)
    assert (notice.to_id, notice.where, notice.facts) == (house["lead"].user_id, str(hop.pk), {"name": "Author"})
    assert still_to_do(house["lead"].user_id) == 1

    answer_hop(actor=house["lead"], number=hop.pk, said=Said(word="yes"), now=NOW)
    handed_on()

    assert heard(house["lead"]) == [("asked", True)]
    assert heard(house["author"]) == [("answered", False)]
    assert still_to_do(house["lead"].user_id) == still_to_do(house["author"].user_id) == 0


def test_a_question_nobody_answers_is_told_to_whoever_asked(house: House) -> None:
    asked(house)
    notice_silences(now=NOW + timedelta(hours=1))
    handed_on()

    assert heard(house["lead"]) == [("asked", True)]
    assert heard(house["author"]) == [("nobody_answered", False)]


def test_news_handed_on_twice_is_heard_once(house: House) -> None:
    asked(house)
    handed_on()
    EventRow.objects.update(handed_on_at=None)
    handed_on()

    assert heard(house["lead"]) == [("asked", False)]


def test_a_case_that_is_handed_over_and_taken_up(house: House) -> None:
    case, lead = make_case(house["author"]), house["lead"]
    handover = hand_over(
        actor=house["author"], case=case, to=lead.user_id, cause=Cause.DID_NOT_KNOW, word="Only you know.", now=NOW
    )
    handed_on()
    assert heard(lead) == [("handed_over", False)]

    take_up(actor=lead, number=handover.pk, now=NOW)
    handed_on()

    assert heard(lead) == [("handed_over", True)]
    assert heard(house["author"]) == [("taken_up", False)]
    assert "Only you know." not in str([notice.facts for notice in Notice.objects.all()])


def test_a_call_for_help_reaches_who_manages_there_and_is_over_with_it(house: House) -> None:
    case = make_case(house["author"])
    call_help(actor=house["author"], case=case, now=NOW)
    handed_on()
    assert heard(house["manager"]) == heard(house["manager_elsewhere"]) == [("help_called", False)]
    assert heard(house["author"]) == heard(house["partner"]) == []

    answer_help(actor=house["manager"], case=case, step=Step.THERE, now=NOW)
    handed_on()

    assert heard(house["manager"]) == [("help_called", True)]


def test_a_broken_promise_reaches_its_readers_and_never_whom_it_concerns(house: House) -> None:
    telling = Telling("telling_off", "I was told off for room 12.", concerns="representative")
    breach = report_breach(actor=house["author"], telling=telling, now=NOW)
    handed_on()
    assert heard(house["keeper"]) == [("promise_broken", False)]
    assert heard(house["representative"]) == heard(house["manager"]) == heard(house["leader"]) == []

    answer_breach(actor=house["keeper"], number=breach.pk, fate="answered", words="We look at it.", now=NOW)
    handed_on()

    assert heard(house["keeper"]) == [("promise_broken", True)]
    assert heard(house["author"]) == [("breach_moved", False)]


def test_whoever_reports_without_a_name_is_not_written_down_by_the_answer(house: House) -> None:
    nameless = Telling("telling_off", "I was told off.", code="four words made of chance")
    breach = report_breach(actor=house["author"], telling=nameless, now=NOW)
    answer_breach(actor=house["keeper"], number=breach.pk, fate="answered", words="We look at it.", now=NOW)
    handed_on()

    assert heard(house["author"]) == []


def test_words_are_heard_and_other_words_only_after_a_first_good_one(house: House) -> None:
    decision = act_first(house["author"])
    sample = drawn(house["reviewer"], decision)
    other = Judgement(strength="Quick.", verdict=Verdict.COACH)
    review = judge_choice(actor=house["reviewer"], sample_id=sample.pk, judgement=other, now=NOW)
    handed_on()
    assert heard(house["author"]) == []

    word = react(actor=house["manager"], decision_id=decision.pk, wording=said(), now=NOW)
    handed_on()
    assert heard(house["author"]) == [("word_said", False), ("reviewed", False)]

    answer_back(actor=house["author"], review_id=review.pk, words="I will.", now=NOW)
    flag = flag_reaction(actor=house["author"], reaction_id=word.pk, now=NOW)
    handed_on()
    assert heard(house["reviewer"]) == [("review_answered", False)]
    assert heard(house["manager"]) == [("word_hurt", False)]

    sorry = MadeGood(apology="Sorry.", restated="It was yours to decide.")
    repair_comment(actor=house["manager"], flag_id=flag.pk, made_good=sorry, now=NOW)
    handed_on()
    assert heard(house["manager"]) == [("word_hurt", True)]
    assert ("word_put_right", False) in heard(house["author"])


def test_an_answer_to_a_conclusion_reaches_whoever_concluded_it(house: House) -> None:
    conclusion = concluded_for_another(house)
    answer_conclusion(actor=house["author"], conclusion_id=conclusion.pk, words="The kitchen was closed.", now=NOW)
    handed_on()

    assert heard(house["reviewer"]) == [("conclusion_answered", False)]
    assert "kitchen" not in str(list(Notice.objects.values()))


@pytest.mark.item("S1.21")
def test_whoever_is_asked_hears_of_it_and_what_was_answered_and_never_who_said_a_line(house: House) -> None:
    invitation = asked_of_the_team(house)
    handed_on()
    assert heard(house["manager"]) == heard(house["agent"]) == [("feedback_invited", False)]
    assert heard(house["author"]) == heard(house["reviewer"]) == heard(house["partner"]) == []

    say_feedback(actor=house["manager"], number=invitation.pk, words="Answering for us.", now=NOW)
    handed_on()
    assert heard(house["author"]) == []

    answer_feedback(actor=house["author"], number=invitation.pk, words="I will ask first.", now=NOW)
    handed_on()
    assert (
        heard(house["manager"]) == heard(house["agent"]) == [("feedback_invited", True), ("feedback_answered", False)]
    )
    assert still_to_do(house["manager"].user_id) == 0


@pytest.mark.item("S0.35")
def test_a_need_reaches_who_owes_an_answer_until_there_is_one(house: House) -> None:
    need = contribute(actor=house["author"], about=About.TOOL, words="A second fan.", now=NOW)
    contribute(actor=house["manager"], about=About.TOOL, words="A third fan.", now=NOW)
    contribute(actor=house["roving"], about=About.TOOL, words="A key.", now=NOW)
    handed_on()
    assert heard(house["manager"]) == [("need_said", False)]
    assert heard(house["manager_reviewing"]) == [("need_said", False)] * 2
    assert heard(house["leader"]) == [("need_said", False)]
    assert heard(house["manager_elsewhere"]) == heard(house["agent"]) == []
    assert still_to_do(house["manager"].user_id) == 1

    answer = Answer(fate=Fate.DONE, words="It stands in the cellar.")
    answer_contribution(actor=house["manager"], contribution=need, answer=answer, now=NOW)
    handed_on()

    assert heard(house["manager"]) == [("need_said", True)]
    assert heard(house["manager_reviewing"]) == [("need_said", True), ("need_said", False)]
    assert heard(house["author"]) == [("need_answered", False)]


def test_a_calibration_reaches_who_is_asked_until_they_have_judged(house: House) -> None:
    for name in ("kim", "noa"):
        somebody(name, DutyKind.REVIEWER, team="Office")
    kim, noa = (actor_for(User.objects.get(username=name)) for name in ("kim", "noa"))
    User.objects.filter(username__in=("kim", "noa")).update(team=None)
    calibration = a_calibration(house)
    handed_on()
    # Whoever opened it knows; of whoever manages the author's team every decision is their own line's.
    assert heard(kim) == heard(noa) == [("calibration_opened", False)]
    assert heard(house["reviewer"]) == heard(house["manager_reviewing"]) == []

    for case in cases_to_judge(calibration, kim):
        assert heard(kim) == [("calibration_opened", False)]
        view = View(choice=Verdict.GOOD_CALL, clarity=Clarity.CLEAR, measure=Measure.RIGHT, words="Quick.")
        give_opinion(actor=kim, case_id=case.pk, view=view, now=NOW)
        handed_on()
    assert (heard(kim), heard(noa)) == ([("calibration_opened", True)], [("calibration_opened", False)])

    end_calibration(actor=house["reviewer"], number=calibration.pk, now=NOW)
    handed_on()
    assert heard(noa) == [("calibration_opened", True)]


def test_lines_for_the_charter_reach_who_writes_it_once_for_a_draft(house: House) -> None:
    for _ in range(2):
        gesture = done_first_and_to_settle(house)
        told = a_conclusion(f"concluded-{gesture.pk}")
        extended = replace(told, verdict=Settled.EXTEND_CHARTER, booked=Booked.APART)
        conclude(actor=house["reviewer"], gesture_id=gesture.pk, said=extended, now=NOW + timedelta(hours=1))
    handed_on(NOW + timedelta(hours=2))

    assert heard(house["steward"]) == [("line_proposed", False)]
    assert heard(house["reviewer"]) == heard(house["author"]) == heard(house["leader"]) == []
    assert still_to_do(house["steward"].user_id) == 0


@pytest.mark.item("S2.15")
def test_a_first_word_owed_by_tomorrow_is_said_to_the_manager_once(house: House) -> None:
    decision = act_first(house["author"])
    # Thursday's is due by the end of Tuesday: nothing is said before Monday.
    assert [tell_words_owed(now=MORNING + days * DAY) for days in (0, 1, 4, 4, 5)] == [0, 0, 2, 0, 0]
    assert heard(house["manager"]) == heard(house["manager_reviewing"]) == [("word_owed", False)]

    react(actor=house["manager"], decision_id=decision.pk, wording=said(), now=NOW)
    handed_on()

    assert heard(house["manager"]) == heard(house["manager_reviewing"]) == [("word_owed", True)]


def test_what_concerns_the_house_reaches_whom_it_is_for(house: House) -> None:
    put_forward_wording(actor=house["leader"], words=PROPOSED, now=NOW)
    issue_report(actor=house["keeper"], quarter="2026-Q1", now=NOW)
    handed_on()

    assert heard(house["agent"]) == [("pledge_in_force", False)]
    assert ("report_issued", False) in heard(house["representative"])


def test_a_promise_that_waits_for_a_person_is_said_to_stewards(house: House) -> None:
    arranged("stripe", Operation.REFUND, "pay.payment")
    make_gesture(house["author"], make_case(house["author"], facts={"pay": {"payment": "pi_1"}}), "credit", "18")
    handed_on(NOW + timedelta(hours=1))
    go_on({"stripe": Says([Outcome.MISMATCH])}, Clock(NOW + timedelta(hours=1)), [timedelta(minutes=2)])
    handed_on(NOW + timedelta(hours=2))

    assert heard(house["steward"]) == [("person_needed", False)]
    assert heard(house["author"]) == []


def test_a_gesture_that_is_given_is_news_to_nobody(house: House) -> None:
    propose(house["author"], make_case(house["author"]), "credit", "40")
    handed_on(NOW + DAY)

    assert not Notice.objects.exists()


def test_reading_is_for_whoever_it_is_for(house: House) -> None:
    asked(house)
    handed_on()
    notice = Notice.objects.get()

    with pytest.raises(NoSuchNotice):
        mark_read(actor=house["agent"], number=notice.pk, now=NOW)
    assert mark_read(actor=house["lead"], number=notice.pk, now=NOW).read_at == NOW
    assert mark_read(actor=house["lead"], number=notice.pk, now=MORNING).read_at == NOW
    assert still_to_do(house["lead"].user_id) == 0
    assert mark_all_read(actor=house["lead"], now=NOW) == 0


def test_a_house_is_quiet_unless_somebody_says_otherwise(house: House) -> None:
    ways = {wanted.kind: wanted.way for wanted in wanted_by(house["lead"])}

    assert {kind for kind, way in ways.items() if way is Way.AT_ONCE} == AT_ONCE
    assert set(ASKS) >= AT_ONCE
    assert ways[Kind.THANKED] is Way.FRIDAY


def test_nobody_is_written_to_who_named_no_address(house: House) -> None:
    asked(house)
    handed_on(MORNING)

    assert Notice.objects.count() == 1
    assert not Letter.objects.exists()


def test_a_letter_waits_for_the_working_day(house: House) -> None:
    writes_to(house["lead"])
    asked(house)
    handed_on(NOW)

    assert Letter.objects.get().due_at == NOW.replace(hour=8, minute=0)


def test_one_kind_is_heard_another_way(house: House) -> None:
    writes_to(house["lead"], ways={Kind.ASKED: Way.PAGE})
    writes_to(house["author"], ways={Kind.ANSWERED: Way.AT_ONCE})
    hop = asked(house)
    handed_on(MORNING)
    answer_hop(actor=house["lead"], number=hop.pk, said=Said(word="yes"), now=MORNING)
    handed_on(MORNING)

    assert [letter.notice.kind for letter in Letter.objects.all() if letter.notice] == ["answered"]
    writes_to(house["author"], ways={Kind.ANSWERED: Way.FRIDAY})
    assert next(wanted.way for wanted in wanted_by(house["author"]) if wanted.kind is Kind.ANSWERED) is Way.FRIDAY


@pytest.mark.parametrize(
    ("hour", "days", "opens"),
    [(1, 0, (14, 8)), (9, 0, (14, 9)), (17, 0, (14, 17)), (18, 0, (15, 8)), (20, 1, (18, 8)), (9, 2, (18, 8))],
)
def test_the_working_day_of_a_week(hour: int, days: int, opens: tuple[int, int]) -> None:
    opened = next_open(Mailbox(), NOW.replace(hour=hour, minute=0) + days * DAY)

    assert (opened.day, opened.hour) == opens


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"address": "lee@"}, "address.malformed"), ({"from_hour": 9, "until_hour": 9}, "day.none")],
)
def test_what_cannot_be_kept_is_said(house: House, changes: dict[str, object], code: str) -> None:
    with pytest.raises(ChoiceRefused, match=code):
        writes_to(house["agent"], **changes)
    assert not Mailbox.objects.exists()


def test_every_kind_has_a_line_in_both_languages_without_an_amount() -> None:
    for kind in Kind:
        lines = [say_news(kind, "Nadia", language) for language in ("en", "fr")]
        assert all(line != f"notice.{kind}" for line in lines), kind
        assert not any(character.isdigit() for line in lines for character in line)
