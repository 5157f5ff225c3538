"""Nothing that says who a forgotten customer was is anywhere in the house: every column is looked into."""

import json
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection, models

from geste.apps.audit.selectors import receipt_of_decision
from geste.apps.audit.soundness import faults_of_log
from geste.apps.base.actor import Actor
from geste.apps.base.services.hand_on_events import hand_on_events
from geste.apps.cases.models import Case, Kind, Outcome, RootIssue
from geste.apps.cases.services.close_case import close_case
from geste.apps.cases.services.open_case import Opening, open_case
from geste.apps.cases.services.settle_root_issue import settle_root_issue
from geste.apps.charters.selectors import ready
from geste.apps.execution.models import Commitment
from geste.apps.execution.ports import Operation
from geste.apps.execution.ports import Outcome as Carried
from geste.apps.execution.services.decide_by_hand import mark_done
from geste.apps.execution.states import OPEN
from geste.apps.forgetting.columns import DIGESTS, columns_of_customers
from geste.apps.forgetting.services.forget_customer import PromiseStillOpen, forget_customer
from geste.apps.frictions.services.note_hurt import note_hurt
from geste.apps.gestures.answers import OnlyWrittenDown
from geste.apps.gestures.models import DecisionRecord, Gesture, Satisfaction, Source
from geste.apps.gestures.proposals import Proposal
from geste.apps.gestures.selectors import as_recorded
from geste.apps.gestures.services.give_gesture import give_gesture
from geste.apps.gestures.services.note_feedback import Heard, note_feedback
from geste.apps.hops.services.answer_hop import Said, answer_hop
from geste.apps.hops.services.ask_hop import ask_hop
from geste.apps.hops.services.bend_rule import note_bend
from geste.apps.ledger.soundness import BookReader
from geste.apps.portraits.services.keep_file import Piece, begin_file, pick_piece
from geste.apps.practice.models.contribution import About, Fate
from geste.apps.practice.services.ask_colleague import ask_colleague, reply
from geste.apps.practice.services.contribute import Answer, answer_contribution, contribute
from geste.apps.practice.services.say_thanks import Word, say_thanks
from geste.apps.practice.services.tell_story import Telling, note_consent, tell_story
from geste.apps.refusals.models import Cause
from geste.apps.refusals.services.hand_over import hand_over
from geste.apps.reviews.services.add_note import add_note
from geste.apps.reviews.services.answer_back import answer_back
from geste.apps.reviews.services.answer_conclusion import answer_conclusion
from geste.apps.reviews.services.conclude import Concluding, conclude
from geste.apps.reviews.services.draw_for_reason import draw_for_reason
from geste.apps.reviews.services.end_calibration import end_calibration
from geste.apps.reviews.services.flag_comment import flag_conclusion, flag_note, flag_reaction
from geste.apps.reviews.services.give_opinion import View, give_opinion
from geste.apps.reviews.services.judge_choice import Judgement, judge_choice
from geste.apps.reviews.services.note_considerations import note_considerations
from geste.apps.reviews.services.open_calibration import Sitting, open_calibration
from geste.apps.reviews.services.react import react
from geste.apps.reviews.services.repair_comment import MadeGood, repair_comment
from geste.apps.reviews.services.write_guideline import write_guideline
from geste.apps.shadow.services.begin_giving import begin_giving
from geste.apps.shadow.services.begin_shadow import begin_shadow
from geste.core.reviews.calibration import Clarity, Measure
from geste.core.reviews.questions import Thought
from geste.core.reviews.verdicts import Settled, Verdict
from geste.flow import FLOW
from tests.apps.reviewing import said
from tests.carrying import Clock, Says, arranged, go_on
from tests.make import NOW
from tests.permitted.house import House, make_house

MARK = "Zyxmark"
LATER = NOW + timedelta(hours=1)
NO_CUSTOMER_HERE = Path(__file__).with_name("no_customer_here.toml")
TEXTS = (models.CharField, models.TextField, models.JSONField, models.BinaryField)


def test_of_every_column_that_can_hold_words_it_is_known_whether_it_does() -> None:
    told = [name for names in tomllib.loads(NO_CUSTOMER_HERE.read_text(encoding="utf-8")).values() for name in names]
    forgotten = [f"{model._meta.label}.{name}" for model, name in columns_of_customers()]
    there = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.concrete_fields
        if isinstance(field, TEXTS)
    ]

    assert sorted(told + forgotten) == sorted(there)


@pytest.mark.django_db
def test_a_word_said_in_every_place_is_found_nowhere_afterwards() -> None:
    house = make_house()
    case = _lived(house)
    before = _where_said()
    expected = {f"{model._meta.db_table}.{name}" for model, name in columns_of_customers()}
    # Why something worked is only ever told on its own, and then no name is taken.
    expected.remove("practice_practice.why")
    digests = {f"{part.model._meta.db_table}.{name}" for part in DIGESTS for name in part.names}
    assert sorted((expected - digests) - before) == []
    written = list(Gesture.objects.order_by("pk").values("amount", "what", "entry", "settling"))

    forget_customer(actor=house["steward"], case=case, now=LATER)

    assert sorted(_where_said()) == []
    assert list(Gesture.objects.order_by("pk").values("amount", "what", "entry", "settling")) == written
    assert (faults_of_log(), BookReader().read()) == ([], [])
    case.refresh_from_db()
    assert case.forgotten_at == LATER
    for record in DecisionRecord.objects.filter(case=case):
        _require_decided_alike(record)
        assert receipt_of_decision(record.pk) is not None


def _require_decided_alike(record: DecisionRecord) -> None:
    """Decided again from what is left, it comes out as it did."""
    prepared = ready(record.charter_text).prepared
    decision = prepared.decide(prepared.read(record.request))
    assert (decision.authority, decision.clause, decision.amount, as_recorded(decision.reasons)) == (
        record.authority,
        record.clause,
        record.amount,
        record.reasons,
    )


def _lived(house: House) -> Case:
    """A case in which everybody says the customer's name wherever one can say anything."""
    author = house["author"]
    arranged("stripe", Operation.REFUND, "pay.payment")
    case = open_case(
        actor=author,
        opening=Opening(
            reference="H-1",
            kind=Kind.COMPLAINT,
            customer=f"{MARK}-7",
            customer_label=f"Mrs {MARK}, room 507",
            words=f"This is {MARK}. It is hot in my room.",
            facts={"pay": {"payment": f"pi_{MARK}"}},
        ),
        now=NOW,
    )
    _in_shadow(house, case)
    _asked(house, case)
    _given(author, case, "credit", "18")
    bend = _given(author, case, "checkout")
    first = _given(author, case, "credit", "700", act_first=True)
    with pytest.raises(PromiseStillOpen):
        _closed_and_forgotten(house, case)
    hand_on_events(flow=FLOW, now=LATER)
    note_bend(actor=author, gesture_id=bend.pk, how_far=f"{MARK} slept until noon", lasts_until=None, now=NOW)
    go_on({"stripe": Says([Carried.MISMATCH] * 2)}, Clock(LATER), [timedelta(minutes=2)])
    with pytest.raises(PromiseStillOpen):
        forget_customer(actor=house["steward"], case=case, now=LATER)
    for promise in Commitment.objects.filter(state__in=[state.value for state in OPEN]):
        mark_done(actor=house["steward"], number=promise.pk, note=f"Paid {MARK} by hand.", now=LATER)
    _told(house, case, first)
    _looked_at_again(house, first)
    hand_on_events(flow=FLOW, now=LATER)
    return case


def _closed_and_forgotten(house: House, case: Case) -> None:
    author = house["author"]
    settle_root_issue(actor=author, case=case, state=RootIssue.NOT_NOW, because=f"{MARK} left before noon.")
    close_case(actor=author, case=case, outcome=Outcome.LEFT, now=NOW)
    forget_customer(actor=house["steward"], case=case, now=LATER)


def _given(actor: Actor, case: Case, what: str, amount: str | None = None, *, act_first: bool = False) -> Gesture:
    proposal = Proposal(
        key=f"given-{what}-{amount}",
        gesture=what,
        amount=amount,
        act_first=act_first,
        note=f"{MARK} could not sleep.",
        item=f"A fan for {MARK}",
    )
    gesture = give_gesture(actor=actor, case=case, proposal=proposal, now=NOW).gesture
    assert gesture is not None
    return gesture


def _in_shadow(house: House, case: Case) -> None:
    begin_shadow(actor=house["leader"], team_id=None, now=NOW)
    with pytest.raises(OnlyWrittenDown):
        _given(house["author"], case, "credit", "40")
    begin_giving(actor=house["leader"], team_id=None, now=NOW)


def _asked(house: House, case: Case) -> None:
    author, words = house["author"], f"{MARK} asks for it."
    hop = ask_hop(
        actor=author,
        case=case,
        proposal=Proposal(key="asked-once", gesture="credit", amount="700"),
        because=words,
        now=NOW,
    )
    answer_hop(actor=house["lead"], number=hop.pk, said=Said(word="no_because", because=words, idea=words), now=NOW)
    question = ask_colleague(actor=author, case=case, to=None, words=words, now=NOW)
    reply(actor=house["agent"], question=question, words=words, now=NOW)
    hand_over(actor=author, case=case, to=house["lead"].user_id, cause=Cause.DID_NOT_KNOW, word=words, now=NOW)


def _told(house: House, case: Case, gesture: Gesture) -> None:
    author, words = house["author"], f"{MARK} slept at last."
    decision = gesture.decision
    heard = Heard(key="noted-once", satisfaction=Satisfaction.SATISFIED, source=Source.CUSTOMER_REPLY, words=words)
    note_feedback(actor=author, decision_id=decision.pk, heard=heard, now=NOW)
    note_considerations(actor=author, decision_id=decision.pk, answers={Thought.PROUD: words}, now=NOW)
    note_hurt(actor=author, gesture_id=gesture.pk, words=words, now=NOW)
    word = Word(to=author.user_id, words=words, language="en", decision_id=decision.pk, is_meant=True)
    say_thanks(actor=house["agent"], word=word, now=NOW)
    need = contribute(actor=author, about=About.TOOL, words=f"A fan for guests like {MARK}.", case=case, now=NOW)
    answer = Answer(fate=Fate.LATER, words=f"After {MARK} we order one.", until=date(2026, 5, 20))
    answer_contribution(actor=house["manager"], contribution=need, answer=answer, now=NOW)
    note_consent(actor=author, case=case, is_given=True, now=NOW)
    telling = Telling(title=f"{MARK} slept", before=f"{MARK} could not sleep.", after=words)
    tell_story(actor=author, cases=[case], telling=telling, now=NOW)
    file = begin_file(actor=author, title="My year", now=NOW)
    pick_piece(actor=author, file_id=file.pk, piece=Piece("case", words, case.reference), now=NOW)


def _looked_at_again(house: House, gesture: Gesture) -> None:
    author, reviewer, decision = house["author"], house["reviewer"], gesture.decision
    words, sorry = f"You saw what {MARK} needed.", MadeGood(apology=f"{MARK} was right.", restated=f"As for {MARK}.")
    sample = draw_for_reason(actor=reviewer, decision_id=decision.pk, reason=f"{MARK} wrote to us.", now=NOW)
    judgement = Judgement(strength=words, charter_should_say=words, verdict=Verdict.LEARN, is_meant=True)
    review = judge_choice(actor=reviewer, sample_id=sample.pk, judgement=judgement, now=NOW)
    reaction = react(actor=reviewer, decision_id=decision.pk, wording=said(words, is_meant=True), now=NOW)
    note = add_note(actor=reviewer, review_id=review.pk, wording=said(words, is_meant=True), now=NOW)
    answer_back(actor=author, review_id=review.pk, words=words, now=NOW)
    told = Concluding(
        key="concluded-once", charter_should_say=words, would_help=words, verdict=Settled.EXTEND_CHARTER, is_meant=True
    )
    conclusion = conclude(actor=reviewer, gesture_id=gesture.pk, said=told, now=LATER)
    answer_conclusion(actor=author, conclusion_id=conclusion.pk, words=words, now=LATER)
    for flag in (
        flag_reaction(actor=author, reaction_id=reaction.pk, now=LATER),
        flag_note(actor=author, note_id=note.pk, now=LATER),
        flag_conclusion(actor=author, conclusion_id=conclusion.pk, now=LATER),
    ):
        repair_comment(actor=reviewer, flag_id=flag.pk, made_good=sorry, now=LATER)
    other = DecisionRecord.objects.filter(gesture__what="checkout").get()
    second = draw_for_reason(actor=reviewer, decision_id=other.pk, reason=f"{MARK} wrote to us.", now=NOW)
    judges = [reviewer.user_id, house["manager_reviewing"].user_id]
    sitting = Sitting(about=f"Nights like that of {MARK}", samples=[sample.pk, second.pk], judges=judges)
    opened = open_calibration(actor=reviewer, sitting=sitting, now=LATER)
    view = View(choice=Verdict.LEARN, clarity=Clarity.SILENT, measure=Measure.RIGHT, words=words)
    for each in opened.cases.all():
        give_opinion(actor=reviewer, case_id=each.pk, view=view, now=LATER)
    end_calibration(actor=reviewer, number=opened.pk, now=LATER)
    write_guideline(actor=reviewer, number=opened.pk, words=f"As for {MARK}.", now=LATER)


def _where_said() -> set[str]:
    """Every column of the whole database that holds the mark, whatever its capitals."""
    return {f"{table}.{column}" for table, column, held in _everything() if MARK.casefold() in held}


def _everything() -> Iterator[tuple[str, str, str]]:
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            columns = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                for column, held in zip(columns, row, strict=True):
                    yield table, column, _as_text(held).casefold()


def _as_text(held: object) -> str:
    if isinstance(held, (bytes, memoryview)):
        return bytes(held).decode("latin-1")
    return held if isinstance(held, str) else json.dumps(held, default=str, ensure_ascii=False)
