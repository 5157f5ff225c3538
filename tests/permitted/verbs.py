"""Verbs: how each is done to what a state made. The name is the app and the service, or the policy that is asked."""

from collections.abc import Callable
from datetime import timedelta
from itertools import count
from typing import Any

from geste.apps.audit.pledge import PROPOSED
from geste.apps.audit.policies import may_forget
from geste.apps.audit.services.resume_money import resume_money
from geste.apps.base.actor import Actor
from geste.apps.base.permission import Permission, require
from geste.apps.cases.models import Kind, Outcome, RootIssue, Step, Understanding
from geste.apps.cases.services.call_help import answer_help, call_help
from geste.apps.cases.services.close_case import close_case
from geste.apps.cases.services.link_cases import link_cases
from geste.apps.cases.services.note_understanding import note_understanding
from geste.apps.cases.services.open_case import Opening, open_case
from geste.apps.cases.services.settle_root_issue import settle_root_issue
from geste.apps.cases.services.state_facts import state_facts
from geste.apps.cases.services.time_offer import note_first_look
from geste.apps.charters.services.publish_charter import publish_charter
from geste.apps.charters.services.put_away_draft import put_away_draft
from geste.apps.charters.services.put_forward_draft import put_forward_draft
from geste.apps.charters.services.save_draft import Typed, save_draft
from geste.apps.charters.services.sign_candidate import sign_candidate
from geste.apps.charters.services.start_draft import start_draft
from geste.apps.charters.services.take_up_draft import take_up_draft
from geste.apps.execution.services.arrange import Arranged, arrange, keep_endpoint, rotate_secret
from geste.apps.execution.services.decide_by_hand import give_back, mark_done, note_seen, try_again
from geste.apps.forgetting.services.forget_customer import forget_customer
from geste.apps.frictions.policies import may_look_closer, may_see_frictions
from geste.apps.frictions.services.change_checklist import put_on_checklist, take_off_checklist
from geste.apps.frictions.services.note_hurt import note_hurt
from geste.apps.frictions.services.note_unclear import note_unclear
from geste.apps.gestures.afterwards import Settle
from geste.apps.gestures.models import Booked, Satisfaction, Source
from geste.apps.gestures.policies import may_propose, may_see_counts
from geste.apps.gestures.proposals import Proposal
from geste.apps.gestures.services.give_at_once import give_at_once
from geste.apps.gestures.services.give_gesture import give_gesture
from geste.apps.gestures.services.note_feedback import Heard, note_feedback
from geste.apps.gestures.services.settle_gesture import settle_gesture
from geste.apps.gestures.services.take_back_gesture import take_back_gesture
from geste.apps.gestures.services.withdraw_feedback import withdraw_feedback
from geste.apps.hops.policies import may_see_floor
from geste.apps.hops.services.act_on_hop import act_on_hop
from geste.apps.hops.services.answer_hop import Said, answer_hop, green_light_of, note_look
from geste.apps.hops.services.ask_hop import ask_hop
from geste.apps.hops.services.bend_rule import Declared, bend_under, declare_variant, end_variant, note_bend
from geste.apps.ledger.policies import may_see_books
from geste.apps.ledger.services.change_envelope import change_envelope
from geste.apps.ledger.services.close_period import close_period
from geste.apps.ledger.services.note_low import note_known
from geste.apps.notices.services.choose import Chosen, choose
from geste.apps.notices.services.mark_read import mark_all_read, mark_read
from geste.apps.people.models import DutyKind, User
from geste.apps.people.services.add_person import Person, add_person
from geste.apps.people.services.end_duty import end_duty
from geste.apps.people.services.give_duty import give_duty
from geste.apps.people.services.let_in import let_in
from geste.apps.people.services.say_goodbye import say_goodbye
from geste.apps.pledges.policies import may_read_breaches, may_see_coverage, may_see_fears, may_see_reports
from geste.apps.pledges.services.answer_breach import answer_breach
from geste.apps.pledges.services.answer_pulse import answer_pulse
from geste.apps.pledges.services.go_aboard import go_aboard
from geste.apps.pledges.services.invite_feedback import answer_feedback, invite_feedback, say_feedback
from geste.apps.pledges.services.issue_report import countersign_report, issue_report
from geste.apps.pledges.services.log_act import Done, confirm_act, log_act
from geste.apps.pledges.services.name_department import name_department
from geste.apps.pledges.services.put_forward_wording import put_forward_wording
from geste.apps.pledges.services.report_breach import Telling, report_breach
from geste.apps.pledges.services.set_start_up import set_start_up
from geste.apps.pledges.services.sign_pact import sign_pact
from geste.apps.pledges.services.sign_wording import sign_wording
from geste.apps.portraits.policies import (
    may_look_at_room,
    may_see_access_log,
    may_see_looks,
)
from geste.apps.portraits.services.give_consent import end_consent, give_consent
from geste.apps.portraits.services.keep_file import Piece, begin_file, pick_piece, word_file, word_piece
from geste.apps.portraits.services.look_at_room import look_at_room
from geste.apps.portraits.services.note_own_look import note_own_look
from geste.apps.portraits.services.share_file import end_link, share_file
from geste.apps.practice.models.contribution import About, Fate
from geste.apps.practice.policies import may_be_told
from geste.apps.practice.services.ask_colleague import ask_colleague, reply
from geste.apps.practice.services.contribute import Answer, answer_contribution, contribute, set_answer_days
from geste.apps.practice.services.reuse_practice import reuse_practice
from geste.apps.practice.services.say_thanks import Word, say_thanks, share_thanks
from geste.apps.practice.services.share_practice import Shared, share_practice, withdraw_practice, word_practice
from geste.apps.practice.services.tell_story import Telling as StoryTelling
from geste.apps.practice.services.tell_story import answer_naming, note_consent, tell_story, withdraw_story
from geste.apps.refusals.models import Cause, RefusalKind, SupervisorCause
from geste.apps.refusals.policies import may_see_noes
from geste.apps.refusals.services.hand_over import Handing, hand_over, hand_over_once, take_up
from geste.apps.refusals.services.make_wish import Wished, make_wish
from geste.apps.refusals.services.note_refusal import Noted, note_refusal, note_supervisor_request
from geste.apps.refusals.services.open_second_incident import open_second_incident
from geste.apps.reviews.policies import may_hear, may_look_again, may_see_owed, may_see_repairs
from geste.apps.reviews.services.add_note import add_note
from geste.apps.reviews.services.answer_back import answer_back, note_read
from geste.apps.reviews.services.answer_conclusion import answer_conclusion, note_conclusion_read
from geste.apps.reviews.services.conclude import conclude
from geste.apps.reviews.services.draw_for_reason import draw_for_reason
from geste.apps.reviews.services.end_calibration import end_calibration
from geste.apps.reviews.services.flag_comment import flag_conclusion, flag_note, flag_reaction
from geste.apps.reviews.services.give_opinion import View, give_opinion
from geste.apps.reviews.services.judge_choice import Judgement, judge_choice
from geste.apps.reviews.services.note_considerations import note_considerations
from geste.apps.reviews.services.open_calibration import open_calibration
from geste.apps.reviews.services.react import react
from geste.apps.reviews.services.repair_comment import MadeGood, repair_comment
from geste.apps.reviews.services.write_guideline import write_guideline
from geste.apps.shadow.policies import may_see_adoption
from geste.apps.shadow.rising import Wanted
from geste.apps.shadow.services.begin_giving import begin_giving
from geste.apps.shadow.services.begin_shadow import begin_shadow
from geste.apps.shadow.services.write_plan import write_plan
from geste.apps.training.services.say_to_situation import say_to_situation, say_trust
from geste.core.reviews.calibration import Clarity, Measure
from geste.core.reviews.questions import Thought
from geste.core.reviews.verdicts import Verdict
from tests.apps.reviewing import said
from tests.make import NOW
from tests.permitted.house import TEXT
from tests.permitted.states import LATER, a_conclusion, a_sitting

THREE = ("I sit in with each of you monthly.", "I answer each bend in two days.", "I back you before any guest.")
WANTED = Wanted(fear_at_most=30, gap_at_most=20, below_line_at_least=60, step="One team more.")
PULSE = {"job": 4, "payback": 5, "telling_off": 3}
_numbers = count(1)


def _a_key() -> str:
    return f"permitted-{next(_numbers)}"


def _proposal(gesture: str, amount: str | None = None) -> Proposal:
    return Proposal(key=_a_key(), gesture=gesture, amount=amount)


def _asked(policy: Callable[..., Permission]) -> Callable[[Actor, Any], object]:
    """Only whether somebody may: a page, or another service, asks that."""
    return lambda actor, thing: require(policy(actor) if thing is None else policy(actor, thing))


def _version(number: int, day: str) -> str:
    return TEXT.format(version=number, effective=day)


Verb = Callable[[Actor, Any], object]
VERBS: dict[str, Verb] = {
    "audit.resume_money": lambda actor, _: resume_money(actor=actor, reason="Mended.", now=NOW),
    "audit.may_forget": _asked(may_forget),
    "cases.open_case": lambda actor, _: open_case(
        actor=actor, opening=Opening(reference="R-1", kind=Kind.REQUEST, words="When?"), now=NOW
    ),
    "cases.state_facts": lambda actor, case: state_facts(actor=actor, case=case, stated={"stay.nights": 1}, now=NOW),
    "cases.settle_root_issue": lambda actor, case: settle_root_issue(actor=actor, case=case, state=RootIssue.FIXED),
    "cases.note_understanding": lambda actor, case: note_understanding(
        actor=actor, case=case, understanding=Understanding.PARTLY
    ),
    "cases.note_first_look": lambda actor, case: note_first_look(actor=actor, case=case, now=NOW),
    "cases.link_cases": lambda actor, case: link_cases(actor=actor, case=case, other=case),
    "cases.call_help": lambda actor, case: call_help(actor=actor, case=case, now=NOW),
    "cases.answer_help": lambda actor, case: answer_help(actor=actor, case=case, step=Step.OVER, now=NOW),
    "cases.close_case": lambda actor, case: close_case(actor=actor, case=case, outcome=Outcome.HEARD, now=NOW),
    "forgetting.forget_customer": lambda actor, case: forget_customer(actor=actor, case=case, now=NOW),
    "charters.start_draft": lambda actor, _: start_draft(actor=actor, text=TEXT, now=NOW),
    "charters.save_draft": lambda actor, draft: save_draft(
        actor=actor, number=draft.pk, typed=Typed(text=TEXT, written_reason="", revision=1, page="p"), now=NOW
    ),
    "charters.put_away_draft": lambda actor, draft: put_away_draft(actor=actor, number=draft.pk),
    "charters.take_up_draft": lambda actor, draft: take_up_draft(actor=actor, number=draft.pk),
    "charters.put_forward_draft": lambda actor, draft: put_forward_draft(
        actor=actor, number=draft.pk, revision=1, now=NOW
    ),
    "charters.sign_candidate": lambda actor, candidate: sign_candidate(actor=actor, number=candidate.pk, now=NOW),
    "charters.publish_charter": lambda actor, _: publish_charter(actor=actor, text=_version(2, "2026-07-14"), now=NOW),
    "execution.arrange": lambda actor, _: arrange(actor=actor, arranged=Arranged(kind="extra", way="manual")),
    "execution.keep_endpoint": lambda actor, _: keep_endpoint(actor=actor, name="Till", url="https://till.example.org"),
    "execution.rotate_secret": lambda actor, endpoint: rotate_secret(actor=actor, number=endpoint.pk),
    "execution.mark_done": lambda actor, promise: mark_done(actor=actor, number=promise.pk, note="Paid.", now=LATER),
    "execution.try_again": lambda actor, promise: try_again(actor=actor, number=promise.pk, note="Now.", now=LATER),
    "execution.give_back": lambda actor, promise: give_back(actor=actor, number=promise.pk, note="No.", now=LATER),
    "execution.note_seen": lambda actor, promise: note_seen(actor=actor, number=promise.pk, now=LATER),
    "gestures.give_gesture": lambda actor, case: give_gesture(
        actor=actor, case=case, proposal=_proposal("note"), now=NOW
    ),
    "gestures.give_at_once": lambda actor, _: give_at_once(
        actor=actor, proposal=_proposal("sweet", "1"), facts={}, now=NOW
    ),
    "gestures.may_propose": _asked(may_propose),
    "gestures.take_back_gesture": lambda actor, gesture: take_back_gesture(
        actor=actor, gesture_id=gesture.pk, key=_a_key(), now=NOW
    ),
    "gestures.settle_gesture": lambda actor, gesture: settle_gesture(
        Settle(actor=actor, gesture_id=gesture.pk, key=_a_key(), now=LATER, booked=Booked.AS_IT_STANDS)
    ),
    "gestures.note_feedback": lambda actor, decision: note_feedback(
        actor=actor,
        decision_id=decision.pk,
        heard=Heard(key=_a_key(), satisfaction=Satisfaction.SATISFIED, source=Source.AGENT_NOTE),
        now=NOW,
    ),
    "gestures.note_feedback of a customer": lambda actor, decision: note_feedback(
        actor=actor,
        decision_id=decision.pk,
        heard=Heard(key=_a_key(), satisfaction=Satisfaction.SATISFIED, source=Source.CUSTOMER_REPLY),
        now=NOW,
    ),
    "gestures.withdraw_feedback": lambda actor, feedback: withdraw_feedback(
        actor=actor, feedback_id=feedback.pk, now=NOW
    ),
    "gestures.may_see_counts": _asked(may_see_counts),
    "hops.ask_hop": lambda actor, case: ask_hop(
        actor=actor, case=case, proposal=_proposal("credit", "700"), because="A bad night.", now=NOW
    ),
    "hops.answer_hop": lambda actor, hop: answer_hop(actor=actor, number=hop.pk, said=Said(word="yes"), now=NOW),
    "hops.note_look": lambda actor, hop: note_look(actor=actor, hop=hop, now=NOW),
    "hops.green_light_of": lambda actor, hop: green_light_of(actor=actor, number=hop.pk, now=NOW),
    "hops.act_on_hop": lambda actor, hop: act_on_hop(actor=actor, number=hop.pk, key=_a_key(), now=NOW),
    "hops.note_bend": lambda actor, gesture: note_bend(
        actor=actor, gesture_id=gesture.pk, how_far="Until 14:00", lasts_until=None, now=NOW
    ),
    "hops.bend_under": lambda actor, both: bend_under(
        actor=actor, case=both[1], number=both[0].pk, key=_a_key(), now=NOW
    ),
    "hops.declare_variant": lambda actor, _: declare_variant(
        actor=actor,
        declared=Declared(rule="checkout", because="The storm.", since=NOW, until=NOW + timedelta(days=1)),
        now=NOW,
    ),
    "hops.end_variant": lambda actor, variant: end_variant(actor=actor, number=variant.pk, now=LATER),
    "hops.may_see_floor": _asked(may_see_floor),
    "ledger.change_envelope": lambda actor, purse: change_envelope(
        actor=actor, purse=purse, by=100, reason="A busy weekend.", now=NOW
    ),
    "ledger.close_period": lambda actor, _: close_period(actor=actor, month="2026-04", now=NOW),
    "ledger.note_known": lambda actor, notice: note_known(actor=actor, number=notice.pk, now=NOW),
    "ledger.may_see_books": _asked(may_see_books),
    "people.add_person": lambda actor, _: add_person(actor=actor, person=Person(name="Noor", role="reception")),
    "people.let_in": lambda actor, _: let_in(actor=actor, username="agent", secret="s" * 40, expires_at=LATER),
    "people.say_goodbye": lambda actor, _: say_goodbye(actor=actor, username="roving", now=NOW),
    "people.give_duty": lambda actor, _: give_duty(actor=actor, username="agent", kind=DutyKind.REVIEWER, now=NOW),
    "people.end_duty": lambda actor, duty: end_duty(actor=actor, number=duty.pk, now=LATER),
    "pledges.put_forward_wording": lambda actor, _: put_forward_wording(actor=actor, words=PROPOSED, now=NOW),
    "pledges.sign_wording": lambda actor, wording: sign_wording(actor=actor, version=wording.version, now=NOW),
    "pledges.sign_pact": lambda actor, _: sign_pact(actor=actor, now=NOW),
    "pledges.report_breach": lambda actor, _: report_breach(
        actor=actor, telling=Telling("telling_off", "I was told off."), now=NOW
    ),
    "pledges.answer_breach": lambda actor, breach: answer_breach(
        actor=actor, number=breach.pk, fate="answered", words="We look at it.", now=NOW
    ),
    "pledges.may_read_breaches": _asked(may_read_breaches),
    "pledges.issue_report": lambda actor, _: issue_report(actor=actor, quarter="2026-Q1", now=NOW),
    "pledges.countersign_report": lambda actor, report: countersign_report(
        actor=actor, quarter=report.quarter, remark="", now=NOW
    ),
    "pledges.may_see_reports": _asked(may_see_reports),
    "pledges.go_aboard": lambda actor, team: go_aboard(
        actor=actor, team=team, commitments=THREE, remind_days=30, now=NOW
    ),
    "pledges.name_department": lambda actor, team: name_department(actor=actor, team=team, is_relied_on=True, now=NOW),
    "pledges.may_see_coverage": _asked(may_see_coverage),
    "pledges.set_start_up": lambda actor, _: set_start_up(actor=actor, days=60, decisions=20, now=NOW),
    "pledges.log_act": lambda actor, _: log_act(
        actor=actor, done=Done("mistake_shared", "Told of my worst call.", NOW.date()), now=NOW
    ),
    "pledges.confirm_act": lambda actor, act: confirm_act(actor=actor, act=act, now=NOW),
    "pledges.answer_pulse": lambda actor, _: answer_pulse(actor=actor, scores=PULSE, now=NOW),
    "pledges.may_see_fears": lambda actor, team: require(may_see_fears(actor, team.pk)),
    "refusals.note_refusal": lambda actor, case: note_refusal(
        actor=actor, case=case, noted=Noted(kind=RefusalKind.REFUSED), now=NOW
    ),
    "refusals.note_supervisor_request": lambda actor, case: note_supervisor_request(
        actor=actor, case=case, cause=next(iter(SupervisorCause)), now=NOW
    ),
    "refusals.hand_over": lambda actor, case: hand_over(
        actor=actor, case=case, to=_somebody_but(actor), cause=Cause.DID_NOT_KNOW, word="", now=NOW
    ),
    "refusals.hand_over_once": lambda actor, case: hand_over_once(
        actor=actor,
        case=case,
        handing=Handing(to=_somebody_but(actor), cause=Cause.DID_NOT_KNOW, word=""),
        once=None,
        now=NOW,
    ),
    "refusals.take_up": lambda actor, handover: take_up(actor=actor, number=handover.pk, now=NOW),
    "refusals.make_wish": lambda actor, _: make_wish(actor=actor, wished=Wished(words="To waive it."), now=NOW),
    "refusals.open_second_incident": lambda actor, case: open_second_incident(
        actor=actor, first=case, reference="BACK-1", words="Nobody called.", now=NOW
    ),
    "refusals.may_see_noes": _asked(may_see_noes),
    "reviews.draw_for_reason": lambda actor, decision: draw_for_reason(
        actor=actor, decision_id=decision.pk, reason="The guest wrote.", now=NOW
    ),
    "reviews.judge_choice": lambda actor, sample: judge_choice(
        actor=actor, sample_id=sample.pk, judgement=Judgement(strength="Quick.", verdict=Verdict.GOOD_CALL), now=NOW
    ),
    "reviews.judge_choice a breach": lambda actor, sample: judge_choice(
        actor=actor, sample_id=sample.pk, judgement=Judgement(strength="Quick.", verdict=Verdict.BREACH), now=NOW
    ),
    "reviews.add_note": lambda actor, review: add_note(actor=actor, review_id=review.pk, wording=said(), now=NOW),
    "reviews.answer_back": lambda actor, review: answer_back(
        actor=actor, review_id=review.pk, words="Thank you.", now=NOW
    ),
    "reviews.note_read": lambda actor, answer: note_read(actor=actor, review_id=answer.review_id, now=NOW),
    "reviews.answer_conclusion": lambda actor, conclusion: answer_conclusion(
        actor=actor, conclusion_id=conclusion.pk, words="Thank you.", now=LATER
    ),
    "reviews.note_conclusion_read": lambda actor, answer: note_conclusion_read(
        actor=actor, conclusion_id=answer.conclusion_id, now=LATER
    ),
    "reviews.may_hear": _asked(may_hear),
    "reviews.react": lambda actor, decision: react(actor=actor, decision_id=decision.pk, wording=said(), now=NOW),
    "reviews.flag_reaction": lambda actor, reaction: flag_reaction(actor=actor, reaction_id=reaction.pk, now=NOW),
    "reviews.flag_note": lambda actor, note: flag_note(actor=actor, note_id=note.pk, now=NOW),
    "reviews.repair_comment": lambda actor, flag: repair_comment(
        actor=actor, flag_id=flag.pk, made_good=MadeGood(apology="Sorry.", restated="It was yours."), now=NOW
    ),
    "reviews.conclude": lambda actor, gesture: conclude(
        actor=actor, gesture_id=gesture.pk, said=a_conclusion(_a_key()), now=LATER
    ),
    "reviews.flag_conclusion": lambda actor, conclusion: flag_conclusion(
        actor=actor, conclusion_id=conclusion.pk, now=LATER
    ),
    "reviews.note_considerations": lambda actor, decision: note_considerations(
        actor=actor, decision_id=decision.pk, answers={Thought.PROUD: "I stayed."}, now=NOW
    ),
    "reviews.may_look_again": _asked(may_look_again),
    "reviews.open_calibration": lambda actor, samples: open_calibration(
        actor=actor, sitting=a_sitting(samples), now=NOW
    ),
    "reviews.give_opinion": lambda actor, case: give_opinion(
        actor=actor,
        case_id=case.pk,
        view=View(choice=Verdict.GOOD_CALL, clarity=Clarity.CLEAR, measure=Measure.RIGHT, words="So I read it."),
        now=NOW,
    ),
    "reviews.end_calibration": lambda actor, calibration: end_calibration(actor=actor, number=calibration.pk, now=NOW),
    "reviews.write_guideline": lambda actor, calibration: write_guideline(
        actor=actor, number=calibration.pk, words="In a storm, noon is eleven.", now=NOW
    ),
    "reviews.may_see_owed": lambda actor, team: require(may_see_owed(actor, team.pk)),
    "reviews.may_see_repairs": _asked(may_see_repairs),
    "practice.ask_colleague": lambda actor, case: ask_colleague(
        actor=actor, case=case, to=None, words="What now?", now=NOW
    ),
    "practice.reply": lambda actor, question: reply(actor=actor, question=question, words="A fan.", now=NOW),
    "practice.contribute": lambda actor, case: contribute(
        actor=actor, about=About.TOOL, words="A fan.", case=case, now=NOW
    ),
    "practice.answer_contribution": lambda actor, contribution: answer_contribution(
        actor=actor, contribution=contribution, answer=Answer(fate=Fate.DONE, words="It is there."), now=NOW
    ),
    "practice.set_answer_days": lambda actor, _: set_answer_days(actor=actor, days=7, now=NOW),
    "practice.share_practice": lambda actor, case: share_practice(
        actor=actor, case=case, shared=Shared(title="A fan at once", done="Brought a fan up."), now=NOW
    ),
    "practice.word_practice": lambda actor, practice: word_practice(
        actor=actor, practice=practice, shared=Shared(title="A fan at once", done="Brought two fans up."), now=NOW
    ),
    "practice.withdraw_practice": lambda actor, practice: withdraw_practice(actor=actor, practice=practice, now=NOW),
    "practice.reuse_practice": lambda actor, both: reuse_practice(actor=actor, case=both[1], practice=both[0], now=NOW),
    "practice.say_thanks": lambda actor, _: say_thanks(
        actor=actor,
        word=Word(to=_somebody_but(actor), words="You stayed on the line.", language="en", is_meant=True),
        now=NOW,
    ),
    "practice.share_thanks": lambda actor, thanks: share_thanks(actor=actor, thanks=thanks, is_shared=True, now=NOW),
    "practice.tell_story": lambda actor, case: tell_story(
        actor=actor, cases=[case], telling=StoryTelling(title="At one", before="Hot.", after="Cool."), now=NOW
    ),
    "practice.answer_naming": lambda actor, naming: answer_naming(actor=actor, naming=naming, agrees=True, now=NOW),
    "practice.withdraw_story": lambda actor, story: withdraw_story(actor=actor, story=story, now=NOW),
    "practice.note_consent": lambda actor, case: note_consent(actor=actor, case=case, is_given=True, now=NOW),
    "practice.may_be_told": _asked(may_be_told),
    "shadow.begin_shadow": lambda actor, _: begin_shadow(actor=actor, team_id=None, now=NOW),
    "shadow.begin_giving": lambda actor, _: begin_giving(actor=actor, team_id=None, now=NOW),
    "shadow.may_see_adoption": _asked(may_see_adoption),
    "shadow.write_plan": lambda actor, _: write_plan(actor=actor, wanted=WANTED, now=NOW),
    "frictions.note_unclear": lambda actor, gesture: note_unclear(
        actor=actor, gesture_id=gesture.pk, gap="Parking", now=NOW
    ),
    "frictions.note_hurt": lambda actor, gesture: note_hurt(
        actor=actor, gesture_id=gesture.pk, words="It was a lot that night.", now=NOW
    ),
    "frictions.put_on_checklist": lambda actor, unclear: put_on_checklist(
        actor=actor, gap_id=unclear.gap_id, words="Where do they park?", now=NOW
    ),
    "frictions.take_off_checklist": lambda actor, item: take_off_checklist(actor=actor, item_id=item.pk, now=LATER),
    "frictions.may_see_frictions": _asked(may_see_frictions),
    "frictions.may_look_closer": _asked(may_look_closer),
    "notices.mark_read": lambda actor, notice: mark_read(actor=actor, number=notice.pk, now=LATER),
    "notices.mark_all_read": lambda actor, _: mark_all_read(actor=actor, now=LATER),
    "notices.choose": lambda actor, _: choose(actor=actor, chosen=Chosen(address="", ways={})),
    "pledges.invite_feedback": lambda actor, _: invite_feedback(
        actor=actor, question="What should I stop doing?", of_team=False, now=NOW
    ),
    "pledges.say_feedback": lambda actor, asked: say_feedback(
        actor=actor, number=asked.pk, words="Answering for us.", now=NOW
    ),
    "pledges.answer_feedback": lambda actor, asked: answer_feedback(
        actor=actor, number=asked.pk, words="I count to ten.", now=NOW
    ),
    "portraits.note_own_look": lambda actor, _: note_own_look(actor=actor, now=NOW),
    "portraits.give_consent": lambda actor, _: give_consent(
        actor=actor, coach_id=User.objects.get(username="coach").pk, now=NOW
    ),
    "portraits.end_consent": lambda actor, consent: end_consent(actor=actor, consent_id=consent.pk, now=LATER),
    "portraits.look_at_room": lambda actor, person: look_at_room(actor=actor, person_id=person.pk, now=LATER),
    "portraits.may_look_at_room": _asked(may_look_at_room),
    "portraits.may_see_looks": lambda actor, person: require(may_see_looks(actor, person.pk)),
    "portraits.may_see_access_log": _asked(may_see_access_log),
    "portraits.begin_file": lambda actor, _: begin_file(actor=actor, title="My year", now=NOW),
    "portraits.word_file": lambda actor, file: word_file(
        actor=actor, file_id=file.pk, title="My year", words="In short.", now=NOW
    ),
    "portraits.pick_piece": lambda actor, file: pick_piece(
        actor=actor, file_id=file.pk, piece=Piece(kind="word", words="I stayed on the line."), now=NOW
    ),
    "portraits.word_piece": lambda actor, piece: word_piece(
        actor=actor, item_id=piece.pk, words="I stayed on.", now=NOW
    ),
    "portraits.share_file": lambda actor, file: share_file(
        actor=actor, file_id=file.pk, given_to="", days=7, secret="s" * 40, now=NOW
    ),
    "portraits.end_link": lambda actor, link: end_link(actor=actor, link_id=link.pk, now=LATER),
    "training.say_to_situation": lambda actor, _: say_to_situation(
        actor=actor, scenario="red_line.safety", said="forbidden", now=NOW
    ),
    "training.say_trust": lambda actor, _: say_trust(actor=actor, part="what_it_is", step=4, now=NOW),
}


def _somebody_but(actor: Actor) -> int:
    """The lead, or the agent where that is who hands it over."""
    called = "agent" if actor.role == "lead" else "lead"
    return int(User.objects.get(username=called).pk)
