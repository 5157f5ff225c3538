"""Reviews: the choice is judged before the end is known, the strength comes first, and whoever decided answers."""

from dataclasses import replace
from datetime import timedelta

import pytest

from geste.apps.base.actor import Actor
from geste.apps.base.permission import NotPermitted
from geste.apps.gestures.models import DecisionRecord, Gesture, Satisfaction, Source
from geste.apps.gestures.services.note_feedback import Heard, note_feedback
from geste.apps.ledger.models import Entry
from geste.apps.people.models import DutyKind
from geste.apps.pledges.services.set_start_up import set_start_up
from geste.apps.reviews.guarding import ThinkAgain, remarks_counted
from geste.apps.reviews.models import Review, Sample
from geste.apps.reviews.models.reaction import After
from geste.apps.reviews.refusals import ReviewRefused
from geste.apps.reviews.selectors import (
    answers_unread,
    decisions_to_draw,
    outcome_for,
    reviews_for,
    samples_to_review,
    verdicts_for,
)
from geste.apps.reviews.services.add_note import add_note
from geste.apps.reviews.services.answer_back import answer_back, note_read
from geste.apps.reviews.services.judge_choice import Judgement, judge_choice
from geste.apps.reviews.services.react import react
from geste.core.reviews.verdicts import Verdict
from tests.apps.reviewing import HARSH_WORDS, act_first, drawn, said, somebody
from tests.make import NOW, make_actor, make_case, make_charter, propose

pytestmark = pytest.mark.django_db
STRENGTH = "She asked what would make it right."


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


@pytest.fixture
def reviewer(agent: Actor) -> Actor:
    return somebody("rose", DutyKind.REVIEWER)


@pytest.fixture
def decision(agent: Actor) -> DecisionRecord:
    return act_first(agent)


@pytest.fixture
def sample(reviewer: Actor, decision: DecisionRecord) -> Sample:
    return drawn(reviewer, decision)


def judge(actor: Actor, sample: Sample, verdict: Verdict = Verdict.GOOD_CALL, strength: str = STRENGTH) -> Review:
    should = "Say what a night without heating is worth." if verdict == Verdict.LEARN else ""
    judgement = Judgement(strength=strength, verdict=verdict, charter_should_say=should)
    return judge_choice(actor=actor, sample_id=sample.pk, judgement=judgement, now=NOW)


def heard(agent: Actor, decision: DecisionRecord) -> None:
    word = Heard(
        key="first-word", satisfaction=Satisfaction.NOT_SATISFIED, source=Source.CUSTOMER_REPLY, words="Not again."
    )
    note_feedback(actor=agent, decision_id=decision.pk, heard=word, now=NOW + timedelta(days=1))


def test_how_it_turned_out_is_hidden_until_the_choice_is_judged(
    agent: Actor, reviewer: Actor, decision: DecisionRecord, sample: Sample
) -> None:
    heard(agent, decision)
    assert outcome_for(reviewer, sample) is None

    judge(reviewer, sample)

    outcome = outcome_for(reviewer, sample)
    assert outcome is not None
    assert [word.words for word in outcome.feedback] == ["Not again."]
    assert outcome_for(somebody("rita", DutyKind.REVIEWER), sample) is None


def test_what_was_judged_stays_when_the_end_is_known(reviewer: Actor, sample: Sample) -> None:
    review = judge(reviewer, sample)

    with pytest.raises(ReviewRefused, match=r"review\.done"):
        judge(reviewer, sample, Verdict.COACH)

    assert Review.objects.get() == review
    assert samples_to_review(reviewer) == []


def test_a_strength_comes_before_anything_else(reviewer: Actor, sample: Sample) -> None:
    with pytest.raises(ReviewRefused, match=r"strength\.missing"):
        judge(reviewer, sample, strength=" ")

    assert not Review.objects.exists()


def test_to_learn_says_what_the_charter_should_say(reviewer: Actor, sample: Sample) -> None:
    judgement = Judgement(strength=STRENGTH, verdict=Verdict.LEARN)

    with pytest.raises(ReviewRefused, match=r"charter\.what_should_it_say"):
        judge_choice(actor=reviewer, sample_id=sample.pk, judgement=judgement, now=NOW)


@pytest.mark.item("S0.28")
def test_a_first_decision_breaches_nothing(reviewer: Actor, sample: Sample) -> None:
    assert verdicts_for(sample) == (Verdict.GOOD_CALL, Verdict.OTHER_WAY, Verdict.LEARN, Verdict.COACH)

    with pytest.raises(ReviewRefused, match=r"verdict\.start_up"):
        judge(reviewer, sample, Verdict.BREACH)


@pytest.mark.item("S0.28")
def test_after_the_start_it_may_be_said(reviewer: Actor, sample: Sample) -> None:
    set_start_up(actor=somebody("lena", DutyKind.LEADER), days=0, decisions=0, now=NOW)

    assert judge(reviewer, sample, Verdict.BREACH).verdict == "breach"


@pytest.mark.item("S0.28")
def test_a_red_line_may_be_named_from_the_first_day_on(agent: Actor, reviewer: Actor) -> None:
    case = make_case(agent, facts={"case": {"danger": True}})
    sample = drawn(reviewer, propose(agent, case, "credit", "10").decision)

    assert Verdict.BREACH in verdicts_for(sample)


@pytest.mark.parametrize("verdict", [verdict for verdict in Verdict if verdict != Verdict.BREACH])
def test_no_verdict_takes_anything_from_the_customer(reviewer: Actor, sample: Sample, verdict: Verdict) -> None:
    before = list(Gesture.objects.values()), list(Entry.objects.values())

    judge(reviewer, sample, verdict)

    assert (list(Gesture.objects.values()), list(Entry.objects.values())) == before


def test_nobody_reviews_themselves(agent: Actor, reviewer: Actor) -> None:
    own = act_first(reviewer)
    sample = drawn(somebody("rita", DutyKind.REVIEWER), own)

    with pytest.raises(NotPermitted, match=r"permission\.own_line"):
        judge(reviewer, sample)
    assert samples_to_review(reviewer) == []


def test_nobody_reviews_their_own_line(reviewer: Actor, sample: Sample) -> None:
    manager = somebody("nadia", DutyKind.MANAGER)

    with pytest.raises(NotPermitted, match=r"permission\.own_line"):
        judge(manager, sample)


def test_a_colleague_without_the_duty_reviews_nothing(sample: Sample) -> None:
    with pytest.raises(NotPermitted, match=r"permission\.reviewers_only"):
        judge(make_actor("leo"), sample)


@pytest.mark.item("S2.11", "S3.29")
def test_no_note_before_a_first_word_has_arrived(
    agent: Actor, reviewer: Actor, decision: DecisionRecord, sample: Sample
) -> None:
    review = judge(reviewer, sample, Verdict.COACH)
    wording = said("What if the kitchen had been asked first?")
    with pytest.raises(ReviewRefused, match=r"note\.reaction_first"):
        add_note(actor=reviewer, review_id=review.pk, wording=wording, now=NOW)
    assert reviews_for(agent) == []

    react(actor=reviewer, decision_id=decision.pk, wording=said(), now=NOW)
    note = add_note(actor=reviewer, review_id=review.pk, wording=wording, now=NOW)

    (told,) = reviews_for(agent)
    assert (told, told.note) == (review, note)


def test_whoever_decided_answers_and_the_reviewer_reads(agent: Actor, reviewer: Actor, sample: Sample) -> None:
    review = judge(reviewer, sample)
    answer = answer_back(actor=agent, review_id=review.pk, words="There was no room left.", now=NOW)
    assert answers_unread(reviewer) == [answer]

    note_read(actor=reviewer, review_id=review.pk, now=NOW)

    assert answers_unread(reviewer) == []
    with pytest.raises(ReviewRefused, match=r"review\.done"):
        answer_back(actor=agent, review_id=review.pk, words="One more thing.", now=NOW)


def test_nobody_answers_for_another(reviewer: Actor, sample: Sample) -> None:
    review = judge(reviewer, sample)

    with pytest.raises(NotPermitted, match=r"permission\.decided_by_another"):
        answer_back(actor=make_actor("leo"), review_id=review.pk, words="He was right.", now=NOW)


def test_nobody_reads_for_another(agent: Actor, reviewer: Actor, sample: Sample) -> None:
    review = judge(reviewer, sample)
    answer = answer_back(actor=agent, review_id=review.pk, words="There was no room left.", now=NOW)

    with pytest.raises(NotPermitted, match=r"permission\.reviewed_by_another"):
        note_read(actor=make_actor("kim"), review_id=review.pk, now=NOW)

    assert answers_unread(reviewer) == [answer]


@pytest.mark.item("S2.13")
@pytest.mark.parametrize("where", ["strength", "charter_should_say"])
def test_what_is_written_in_a_review_is_looked_at_before_it_is_kept(
    reviewer: Actor, sample: Sample, where: str
) -> None:
    said = Judgement(strength=STRENGTH, verdict=Verdict.LEARN, charter_should_say="What a night is worth.")
    harsh = (
        replace(said, strength=HARSH_WORDS) if where == "strength" else replace(said, charter_should_say=HARSH_WORDS)
    )
    with pytest.raises(ThinkAgain):
        judge_choice(actor=reviewer, sample_id=sample.pk, judgement=harsh, now=NOW)
    assert not Review.objects.exists()

    judge_choice(actor=reviewer, sample_id=sample.pk, judgement=replace(harsh, is_meant=True), now=NOW)

    assert remarks_counted(since=NOW.date())[After.AS_IT_WAS] > 0


def test_a_decision_is_found_by_its_case_or_its_receipt(
    agent: Actor, reviewer: Actor, decision: DecisionRecord
) -> None:
    assert decision.case is not None
    assert decisions_to_draw(reviewer, decision.case.reference.lower()) == [decision]
    assert decisions_to_draw(reviewer, str(decision.gesture.pk)) == [decision]
    for sought in ("nothing", "9" * 30, "²", str(decision.gesture.pk + 1000)):
        assert decisions_to_draw(reviewer, sought) == []
    own = act_first(reviewer)
    assert decisions_to_draw(reviewer, str(own.gesture.pk)) == []

    drawn(reviewer, decision)
    assert decisions_to_draw(reviewer, str(decision.gesture.pk)) == []
