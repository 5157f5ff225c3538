"""States: what somebody does something to, one function for each as the table spells it, with `_` for a space.

A function of the house alone makes what belongs to others, once for everybody; one of the house and an actor makes what
belongs to whoever acts. Where making it takes long, it is made once and then given to each: `@of` says what.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Model

from geste.apps.audit.pledge import PROPOSED
from geste.apps.audit.services.stop_money import stop_money
from geste.apps.base.actor import Actor
from geste.apps.base.services.hand_on_events import hand_on_events
from geste.apps.cases.models import Case, Outcome, RootIssue
from geste.apps.cases.services.close_case import close_case
from geste.apps.cases.services.settle_root_issue import settle_root_issue
from geste.apps.charters.models import Candidate, Draft
from geste.apps.charters.selectors import charter_in_force
from geste.apps.charters.services.put_away_draft import put_away_draft
from geste.apps.charters.services.put_forward_draft import put_forward_draft
from geste.apps.charters.services.start_draft import start_draft
from geste.apps.execution.models import Commitment, Endpoint
from geste.apps.execution.ports import Operation
from geste.apps.execution.ports import Outcome as Carried
from geste.apps.execution.services.arrange import keep_endpoint
from geste.apps.frictions.models import ChecklistItem, Unclear
from geste.apps.frictions.services.change_checklist import put_on_checklist
from geste.apps.frictions.services.note_unclear import note_unclear
from geste.apps.gestures.afterwards import Settle
from geste.apps.gestures.models import Booked, DecisionRecord, Feedback, Gesture, Satisfaction, Source
from geste.apps.gestures.proposals import Proposal
from geste.apps.gestures.purses import purses_everywhere
from geste.apps.gestures.services.note_feedback import Heard, note_feedback
from geste.apps.gestures.services.settle_gesture import settle_gesture
from geste.apps.hops.models import Hop, LocalVariant
from geste.apps.hops.selectors import hop_numbered
from geste.apps.hops.services.answer_hop import Said, answer_hop
from geste.apps.hops.services.ask_hop import ask_hop
from geste.apps.hops.services.bend_rule import Declared, declare_variant
from geste.apps.ledger.models import ClosedPeriod, EnvelopePeriod, LowNotice
from geste.apps.ledger.services.close_period import close_period
from geste.apps.notices.models import Kind, Notice
from geste.apps.notices.telling import News, tell
from geste.apps.people.models import Duty, DutyKind, Team, User
from geste.apps.people.selectors import actor_for
from geste.apps.people.services.give_duty import give_duty
from geste.apps.pledges.models import Breach, Invitation, LeaderAct, PledgeReport
from geste.apps.pledges.models import Wording as PledgeWording
from geste.apps.pledges.services.invite_feedback import invite_feedback, say_feedback
from geste.apps.pledges.services.issue_report import issue_report
from geste.apps.pledges.services.log_act import Done, log_act
from geste.apps.pledges.services.put_forward_wording import put_forward_wording
from geste.apps.pledges.services.report_breach import Telling, report_breach
from geste.apps.pledges.services.set_start_up import set_start_up
from geste.apps.portraits.models import Consent, EvidenceFile, EvidenceItem, EvidenceLink
from geste.apps.portraits.services.give_consent import give_consent
from geste.apps.portraits.services.keep_file import Piece, begin_file, pick_piece
from geste.apps.portraits.services.note_own_look import note_own_look
from geste.apps.portraits.services.share_file import share_file
from geste.apps.practice.models import Contribution, Naming, Practice, Question, Story, Thanks
from geste.apps.practice.models.contribution import About
from geste.apps.practice.services.ask_colleague import ask_colleague
from geste.apps.practice.services.contribute import contribute
from geste.apps.practice.services.say_thanks import Word, say_thanks
from geste.apps.practice.services.share_practice import Shared, share_practice
from geste.apps.practice.services.tell_story import Telling as StoryTelling
from geste.apps.practice.services.tell_story import tell_story
from geste.apps.refusals.models import Cause, Handover
from geste.apps.refusals.services.hand_over import hand_over
from geste.apps.reviews.calibrating import cases_of, judges_to_ask
from geste.apps.reviews.models import (
    AnswerBack,
    Calibration,
    CalibrationCase,
    CoachingNote,
    CommentFlag,
    Conclusion,
    Reaction,
    Review,
    Sample,
)
from geste.apps.reviews.services.add_note import add_note
from geste.apps.reviews.services.answer_back import answer_back
from geste.apps.reviews.services.answer_conclusion import answer_conclusion
from geste.apps.reviews.services.conclude import Concluding, conclude
from geste.apps.reviews.services.draw_for_reason import draw_for_reason
from geste.apps.reviews.services.end_calibration import end_calibration
from geste.apps.reviews.services.flag_comment import flag_reaction
from geste.apps.reviews.services.judge_choice import Judgement, judge_choice
from geste.apps.reviews.services.open_calibration import Sitting, open_calibration
from geste.apps.reviews.services.react import react
from geste.core.charter.syntax import Charter
from geste.core.ledger.purse import Purse
from geste.core.reviews.verdicts import Settled, Verdict
from geste.flow import FLOW
from tests.apps.reviewing import act_first, said
from tests.carrying import Clock, Says, arranged, go_on
from tests.make import NOW, make_case, make_gesture, propose
from tests.permitted.house import NIGHT, TEXT, House

LATER = NOW + timedelta(hours=1)
Made = TypeVar("Made", bound=Callable[..., Any])


def of(first: Callable[[House], Any]) -> Callable[[Made], Made]:
    """Let a state begin with what another makes, once for everybody; it takes that and whoever acts."""

    def begins_with(made: Made) -> Made:
        made.begins_with = first  # type: ignore[attr-defined]
        return made

    return begins_with


def as_it_is(house: House) -> None:
    """Nothing more than the house."""


# Cases


def an_open_case(house: House) -> Case:
    return make_case(house["author"])


def a_closed_case(house: House) -> Case:
    case = settle_root_issue(actor=house["author"], case=an_open_case(house), state=RootIssue.FIXED)
    return close_case(actor=house["author"], case=case, outcome=Outcome.HEARD, now=NOW)


# Charters


def _next_version() -> str:
    return TEXT.format(version=2, effective="2026-07-14")


def a_draft(house: House) -> Draft:
    return start_draft(actor=_grace(), text=_next_version(), now=NOW)


def a_draft_put_away(house: House) -> Draft:
    return put_away_draft(actor=_grace(), number=a_draft(house).pk)


def put_forward_by_another_steward(house: House) -> Candidate:
    return put_forward_draft(actor=_grace(), number=a_draft(house).pk, revision=1, now=NOW)


@of(put_forward_by_another_steward)
def put_forward_by_oneself(candidate: Candidate, actor: Actor) -> Candidate:
    _give(candidate, "put_forward_by", actor)
    return candidate


@of(as_it_is)
def the_only_steward(_: None, actor: Actor) -> None:
    _alone(actor)


@of(put_forward_by_another_steward)
def put_forward_by_the_only_steward(candidate: Candidate, actor: Actor) -> Candidate:
    _give(candidate, "put_forward_by", actor)
    _alone(actor)
    return candidate


# Gestures and decisions


def a_gesture_of_anothers(house: House) -> Gesture:
    return make_gesture(house["author"], make_case(house["author"]), "note")


def their_own_gesture(house: House, actor: Actor) -> Gesture:
    return make_gesture(actor, make_case(actor), "note")


def a_decision_of_anothers(house: House) -> DecisionRecord:
    return act_first(house["author"])


def their_own_decision(house: House, actor: Actor) -> DecisionRecord:
    return a_decision_they_made(actor)


def a_decision_of_their_manager(house: House) -> DecisionRecord:
    return act_first(house["manager"])


def a_decision_they_made(actor: Actor) -> DecisionRecord:
    """Software acts within its charter alone: of the rest it hands over."""
    case = make_case(actor)
    return act_first(actor) if actor.kind == "agent" else propose(actor, case, "note").decision


def done_first_and_to_settle(house: House) -> Gesture:
    return a_decision_of_anothers(house).gesture


def done_first_by_oneself(house: House, actor: Actor) -> Gesture:
    return their_own_decision(house, actor).gesture


def done_first_by_the_only_steward(house: House, actor: Actor) -> Gesture:
    _alone(actor)
    return done_first_by_oneself(house, actor)


def done_first_and_settled(house: House) -> Gesture:
    gesture = done_first_and_to_settle(house)
    key = {"key": "settled-before", "now": LATER, "booked": Booked.AS_IT_STANDS}
    settle_gesture(Settle(actor=house["steward"], gesture_id=gesture.pk, **key))  # type: ignore[arg-type]
    return gesture


def feedback_noted_by_another(house: House) -> Feedback:
    return _noted(house["author"], a_decision_of_anothers(house))


def feedback_noted_by_oneself(house: House, actor: Actor) -> Feedback:
    return _noted(actor, their_own_decision(house, actor))


def _noted(actor: Actor, decision: DecisionRecord) -> Feedback:
    heard = Heard(key="noted-once", satisfaction=Satisfaction.SATISFIED, source=Source.CUSTOMER_REPLY)
    return note_feedback(actor=actor, decision_id=decision.pk, heard=heard, now=NOW).feedback


# Hops


def a_question_to_the_lead(house: House) -> Hop:
    return _asked(house["author"])


@of(a_question_to_the_lead)
def a_question_of_ones_own(hop: Hop, actor: Actor) -> Hop:
    hop.asked.add(actor.user_id)
    _give(hop, "asked_by", actor)
    return hop


def a_yes_for_another(house: House) -> Hop:
    hop = a_question_to_the_lead(house)
    answer_hop(actor=house["lead"], number=hop.pk, said=Said(word="yes"), now=NOW)
    return hop


def a_yes_for_oneself(house: House, actor: Actor) -> Hop:
    """Software asks nobody; if it held a green light, it would be as anybody's."""
    if actor.kind != "agent":
        return _theirs(a_yes_for_another(house), actor)
    hop = _asked(actor)
    first = hop.asked.order_by("pk").first()
    assert first is not None
    answer_hop(actor=actor_for(first), number=hop.pk, said=Said(word="yes"), now=NOW)
    return hop


def _theirs(hop: Hop, actor: Actor) -> Hop:
    _give(hop, "asked_by", actor)
    light = hop_numbered(actor, hop.pk).answer.green_light
    assert light is not None
    _give(light, "held_by", actor)
    return hop


def _asked(actor: Actor) -> Hop:
    proposal = Proposal(key="asked-once", gesture="credit", amount="700")
    return ask_hop(actor=actor, case=make_case(actor), proposal=proposal, because="A bad night.", now=NOW)


def a_rule_bent_by_another(house: House) -> Gesture:
    return make_gesture(house["author"], make_case(house["author"]), "checkout")


@of(a_rule_bent_by_another)
def a_rule_bent_by_oneself(gesture: Gesture, actor: Actor) -> Gesture:
    _give(gesture, "given_by", actor)
    return gesture


def a_variant(house: House) -> LocalVariant:
    declared = Declared(rule="checkout", because="The storm.", since=NOW, until=NOW + timedelta(days=1))
    return declare_variant(actor=house["leader"], declared=declared, now=NOW)


def a_variant_and_an_open_case(house: House) -> tuple[LocalVariant, Case]:
    return a_variant(house), an_open_case(house)


# Noes


def a_case_handed_to_the_lead(house: House) -> Handover:
    to, case = house["lead"].user_id, an_open_case(house)
    return hand_over(actor=house["author"], case=case, to=to, cause=Cause.DID_NOT_KNOW, word="", now=NOW)


# Execution


def promised_by_another(house: House) -> Commitment:
    return _promised(house["author"])


@of(promised_by_another)
def promised_by_oneself(promise: Commitment, actor: Actor) -> Commitment:
    _give(promise.gesture, "given_by", actor)
    return promise


def a_promise_that_waits_for_a_person(house: House) -> Commitment:
    arranged("stripe", Operation.REFUND, "pay.payment")
    case = make_case(house["author"], facts={"pay": {"payment": "pi_1"}})
    make_gesture(house["author"], case, "credit", "18")
    hand_on_events(flow=FLOW, now=LATER)
    go_on({"stripe": Says([Carried.MISMATCH])}, Clock(LATER), [timedelta(minutes=2)])
    return Commitment.objects.get()


def _promised(actor: Actor) -> Commitment:
    gesture = make_gesture(actor, make_case(actor), "drink", "12")
    hand_on_events(flow=FLOW, now=LATER)
    return Commitment.objects.get(gesture=gesture)


def a_system_that_is_told(house: House) -> Endpoint:
    return keep_endpoint(actor=house["steward"], name="Till", url="https://till.example.org/")


# The books


def an_envelope(house: House) -> Purse:
    return purses_everywhere(_charter())[0]


def an_envelope_nearly_used_up(house: House) -> LowNotice:
    author = house["author"]
    make_gesture(author, make_case(author), "credit", "20")
    row = EnvelopePeriod.objects.get()
    EnvelopePeriod.objects.update(promised=row.left * 6)
    make_gesture(author, make_case(author), "credit", "20")
    hand_on_events(flow=FLOW, now=NOW)
    hand_on_events(flow=FLOW, now=NOW)
    return LowNotice.objects.get()


def a_month_closed(house: House) -> ClosedPeriod:
    return close_period(actor=house["steward"], month="2026-04", now=NOW)


def money_stands_still(house: House) -> None:
    stop_money(faults=[("leaf.twice", [])], now=NOW)


def _charter() -> Charter:
    return charter_in_force(at=NOW).charter


# People


def somebody_with_a_duty(house: House) -> Duty:
    return give_duty(actor=_grace(), username="lead", kind=DutyKind.REVIEWER, now=NOW)


# Pledges


def a_wording_not_signed_by_all(house: House) -> PledgeWording:
    """A second leader put it forward, so that it waits for the first."""
    give_duty(actor=_grace(), username="grace", kind=DutyKind.LEADER, now=NOW)
    return put_forward_wording(actor=_grace(), words=PROPOSED, now=NOW)


def a_broken_promise(house: House) -> Breach:
    return _broken(house["author"], "telling_off")


def a_broken_promise_about_paying(house: House) -> Breach:
    return _broken(house["author"], "payback")


def a_broken_promise_of_ones_own(house: House, actor: Actor) -> Breach:
    return _broken(actor, "telling_off") if actor.kind == "agent" else a_broken_promise(house)


@of(a_broken_promise)
def a_broken_promise_that_concerns_oneself(breach: Breach, actor: Actor) -> Breach:
    _give(breach, "concerns", actor)
    return breach


def _broken(actor: Actor, promise: str) -> Breach:
    return report_breach(actor=actor, telling=Telling(promise, "I was told off for the upgrade."), now=NOW)


def a_report_issued_by_a_leader(house: House) -> PledgeReport:
    return issue_report(actor=house["leader"], quarter="2026-Q1", now=NOW)


@of(a_report_issued_by_a_leader)
def a_report_of_ones_own(report: PledgeReport, actor: Actor) -> PledgeReport:
    _give(report, "issued_by", actor)
    return report


def an_act_of_anothers(house: House) -> LeaderAct:
    return log_act(actor=house["leader"], done=Done("mistake_shared", "Sat with the night team.", NOW.date()), now=NOW)


@of(an_act_of_anothers)
def an_act_of_ones_own(act: LeaderAct, actor: Actor) -> LeaderAct:
    _give(act, "said_by", actor)
    act.refresh_from_db()
    return act


def the_authors_team(house: House) -> Team:
    return Team.objects.get(name=NIGHT, site=house["author"].site_id)


# Reviews


def drawn_from_another(house: House) -> Sample:
    return _drawn(house["reviewer"], a_decision_of_anothers(house))


def drawn_from_oneself(house: House, actor: Actor) -> Sample:
    return _drawn(house["reviewer"], their_own_decision(house, actor), is_forced=True)


def drawn_from_their_manager(house: House) -> Sample:
    return _drawn(house["reviewer"], a_decision_of_their_manager(house))


def drawn_after_the_start_up(house: House) -> Sample:
    set_start_up(actor=house["leader"], days=0, decisions=0, now=NOW)
    return drawn_from_another(house)


def _drawn(reviewer: Actor, decision: DecisionRecord, *, is_forced: bool = False) -> Sample:
    """Drawn by the reviewer, or as if by chance where the reviewer could not have."""
    if not is_forced:
        return draw_for_reason(actor=reviewer, decision_id=decision.pk, reason="The guest wrote.", now=NOW)
    drawn = {"stratum": "act_first", "reason": "The guest wrote.", "drawn_by_id": reviewer.user_id, "drawn_at": NOW}
    return Sample.objects.create(decision=decision, **drawn)


def judged_by_another(house: House) -> Review:
    return _judged(house["reviewer"], drawn_from_another(house))


@of(judged_by_another)
def judged_by_oneself(review: Review, actor: Actor) -> Review:
    _give(review, "reviewer", actor)
    return review


@of(judged_by_another)
def a_review_of_ones_own_decision(review: Review, actor: Actor) -> Review:
    _give(review.sample.decision, "decided_by", actor)
    return review


def an_answer_to_another(house: House) -> AnswerBack:
    return answer_back(actor=house["author"], review_id=judged_by_another(house).pk, words="Thank you.", now=NOW)


@of(an_answer_to_another)
def an_answer_to_oneself(answer: AnswerBack, actor: Actor) -> AnswerBack:
    assert answer.review is not None
    _give(answer.review, "reviewer", actor)
    return answer


def _judged(reviewer: Actor, sample: Sample) -> Review:
    judgement = Judgement(strength="The guest was asked first.", verdict=Verdict.GOOD_CALL)
    review = judge_choice(actor=reviewer, sample_id=sample.pk, judgement=judgement, now=NOW)
    react(actor=reviewer, decision_id=sample.decision_id, wording=said(), now=NOW)
    return review


def a_word_said_to_another(house: House) -> Reaction:
    decision = a_decision_of_anothers(house)
    return react(actor=house["manager"], decision_id=decision.pk, wording=said(), now=NOW)


@of(a_word_said_to_another)
def a_word_said_to_oneself(reaction: Reaction, actor: Actor) -> Reaction:
    _give(reaction.decision, "decided_by", actor)
    return reaction


def a_note_to_another(house: House) -> CoachingNote:
    return add_note(actor=house["reviewer"], review_id=judged_by_another(house).pk, wording=said(), now=NOW)


@of(a_note_to_another)
def a_note_to_oneself(note: CoachingNote, actor: Actor) -> CoachingNote:
    _give(note.review.sample.decision, "decided_by", actor)
    return note


def a_word_of_the_manager_that_hurt(house: House) -> CommentFlag:
    return flag_reaction(actor=house["author"], reaction_id=a_word_said_to_another(house).pk, now=NOW)


@of(a_word_of_the_manager_that_hurt)
def a_word_of_ones_own_that_hurt(flag: CommentFlag, actor: Actor) -> CommentFlag:
    assert flag.reaction is not None
    _give(flag.reaction, "sent_by", actor)
    return flag


def _give(row: Model, column: str, actor: Actor) -> None:
    """Make a row somebody's as if it had been theirs from the beginning: most rows are written once."""
    name = f"{column}_id"
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {row._meta.db_table} SET {name} = %s WHERE id = %s",
            [actor.user_id, row.pk],
        )


def _alone(actor: Actor) -> None:
    User.objects.filter(is_steward=True).exclude(pk=actor.user_id).update(is_steward=False)


def _grace() -> Actor:
    """The steward of the house before anybody else was there."""
    return actor_for(User.objects.get(username="grace"))


# Reviews of what was done first


def concluded_for_another(house: House) -> Conclusion:
    gesture = done_first_and_to_settle(house)
    react(actor=house["reviewer"], decision_id=gesture.decision_id, wording=said(), now=NOW)
    return conclude(actor=house["reviewer"], gesture_id=gesture.pk, said=a_conclusion("concluded-once"), now=LATER)


@of(concluded_for_another)
def concluded_for_oneself(conclusion: Conclusion, actor: Actor) -> Conclusion:
    _give(conclusion.settlement.gesture.decision, "decided_by", actor)
    return conclusion


def an_answer_to_a_conclusion(house: House) -> AnswerBack:
    conclusion = concluded_for_another(house)
    return answer_conclusion(actor=house["author"], conclusion_id=conclusion.pk, words="Thank you.", now=LATER)


@of(an_answer_to_a_conclusion)
def an_answer_to_ones_own_conclusion(answer: AnswerBack, actor: Actor) -> AnswerBack:
    assert answer.conclusion is not None
    _give(answer.conclusion.settlement, "settled_by", actor)
    return answer


def two_drawn_decisions(house: House) -> list[Sample]:
    return [_drawn(house["reviewer"], a_decision_of_anothers(house)) for _ in range(2)]


def a_calibration(house: House) -> Calibration:
    return open_calibration(actor=house["reviewer"], sitting=a_sitting(two_drawn_decisions(house)), now=NOW)


def a_calibration_that_is_over(house: House) -> Calibration:
    return end_calibration(actor=house["reviewer"], number=a_calibration(house).pk, now=NOW)


def a_decision_to_judge_apart(house: House) -> CalibrationCase:
    return cases_of(a_calibration(house))[0]


def a_sitting(samples: list[Sample]) -> Sitting:
    """What everybody who reviews is asked to judge."""
    judges = [user.pk for user in judges_to_ask()]
    return Sitting(about="Nights without heating", samples=[sample.pk for sample in samples], judges=judges)


def a_conclusion(key: str) -> Concluding:
    """What is said of something done first."""
    line = "A night without heating is worth a night."
    return Concluding(key=key, charter_should_say=line, would_help="", verdict=Settled.LEARN)


# Practice


def a_case_of_ones_own(house: House, actor: Actor) -> Case:
    return make_case(actor)


def a_practice_of_anothers(house: House) -> Practice:
    shared = Shared(title="A fan at once", done="Brought a fan up at once.")
    return share_practice(actor=house["author"], case=an_open_case(house), shared=shared, now=NOW)


@of(a_practice_of_anothers)
def a_practice_of_ones_own(practice: Practice, actor: Actor) -> Practice:
    _give(practice, "author", actor)
    practice.refresh_from_db()
    return practice


def a_practice_and_an_open_case(house: House) -> tuple[Practice, Case]:
    return a_practice_of_anothers(house), an_open_case(house)


def a_story_of_anothers(house: House) -> Story:
    return _told(house, to_team=False)


def a_story_told_to_a_team(house: House) -> Story:
    return _told(house, to_team=True)


@of(a_story_of_anothers)
def a_story_of_ones_own(story: Story, actor: Actor) -> Story:
    _give(story, "told_by", actor)
    story.refresh_from_db()
    return story


def a_story_that_names_another(house: House) -> Naming:
    return Naming.objects.create(story=a_story_of_anothers(house), person_id=house["author"].user_id)


@of(a_story_that_names_another)
def a_story_that_names_oneself(naming: Naming, actor: Actor) -> Naming:
    _give(naming, "person", actor)
    naming.refresh_from_db()
    return naming


def _told(house: House, *, to_team: bool) -> Story:
    telling = StoryTelling(
        title="24 degrees at one", before="A guest could not sleep.", after="He slept at last.", to_team=to_team
    )
    return tell_story(actor=house["author"], cases=[an_open_case(house)], telling=telling, now=NOW)


def thanks_said_to_another(house: House) -> Thanks:
    word = Word(to=house["author"].user_id, words="You stayed on the line.", language="en", is_meant=True)
    return say_thanks(actor=house["agent"], word=word, now=NOW)


def thanks_said_to_oneself(house: House, actor: Actor) -> Thanks:
    word = Word(to=actor.user_id, words="You stayed on the line.", language="en", is_meant=True)
    return say_thanks(actor=_grace(), word=word, now=NOW)


def a_question_of_a_colleague(house: House) -> Question:
    return ask_colleague(actor=house["author"], case=an_open_case(house), to=None, words="What now?", now=NOW)


@of(a_question_of_a_colleague)
def a_question_asked_by_oneself(question: Question, actor: Actor) -> Question:
    _give(question, "asked_by", actor)
    question.refresh_from_db()
    return question


def a_contribution_of_the_team(house: House) -> Contribution:
    return contribute(actor=house["author"], about=About.TOOL, words="A second fan.", now=NOW)


@of(a_contribution_of_the_team)
def a_contribution_of_ones_own(contribution: Contribution, actor: Actor) -> Contribution:
    _give(contribution, "said_by", actor)
    contribution.refresh_from_db()
    return contribution


# Portraits


def the_author(house: House) -> User:
    return User.objects.get(pk=house["author"].user_id)


def an_author_who_consented(house: House) -> User:
    give_consent(actor=house["author"], coach_id=house["coach"].user_id, now=NOW)
    return the_author(house)


def an_author_who_consented_and_looked(house: House) -> User:
    note_own_look(actor=house["author"], now=NOW)
    return an_author_who_consented(house)


def a_consent_of_anothers(house: House) -> Consent:
    return give_consent(actor=house["author"], coach_id=house["coach"].user_id, now=NOW)


@of(a_consent_of_anothers)
def a_consent_of_ones_own(consent: Consent, actor: Actor) -> Consent:
    if actor.user_id != consent.coach_id:
        _give(consent, "person", actor)
    return consent


# News


def news_of_anothers(house: House) -> Notice:
    """News of the author."""
    tell([house["author"].user_id], News(Kind.THANKED, "thanks:1", name="Lead"), at=NOW, now=NOW)
    return Notice.objects.get(kind=Kind.THANKED, about="thanks:1")


@of(news_of_anothers)
def news_of_ones_own(notice: Notice, actor: Actor) -> Notice:
    _give(notice, "to", actor)
    return notice


def asked_of_everybody(house: House) -> Invitation:
    return invite_feedback(actor=house["author"], question="What should I stop doing?", of_team=False, now=NOW)


def asked_of_the_team(house: House) -> Invitation:
    return invite_feedback(actor=house["author"], question="What should I stop doing?", of_team=True, now=NOW)


def asked_and_heard(house: House) -> Invitation:
    invitation = asked_of_everybody(house)
    say_feedback(actor=house["manager"], number=invitation.pk, words="Answering for us.", now=NOW)
    return invitation


def a_file_of_the_authors(house: House) -> EvidenceFile:
    return begin_file(actor=house["author"], title="My year", now=NOW)


def a_piece_of_the_authors(house: House) -> EvidenceItem:
    piece = Piece("help", "Showed Sam the till.")
    return pick_piece(actor=house["author"], file_id=a_file_of_the_authors(house).pk, piece=piece, now=NOW)


def a_link_of_the_authors(house: House) -> EvidenceLink:
    file, secret = a_file_of_the_authors(house), "made-by-chance"
    return share_file(actor=house["author"], file_id=file.pk, given_to="", days=7, secret=secret, now=NOW)


@of(a_file_of_the_authors)
def a_file_of_ones_own(file: EvidenceFile, actor: Actor) -> EvidenceFile:
    _give(file, "person", actor)
    file.refresh_from_db()
    return file


# Frictions


def something_unclear_at_the_start(house: House) -> Unclear:
    gesture = a_gesture_of_anothers(house)
    return note_unclear(actor=house["author"], gesture_id=gesture.pk, gap="Parking", now=NOW)


def a_question_asked_at_the_start(house: House) -> ChecklistItem:
    gap = something_unclear_at_the_start(house).gap_id
    return put_on_checklist(actor=house["leader"], gap_id=gap, words="Where do they park?", now=NOW)
