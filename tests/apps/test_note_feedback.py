"""Noting feedback: how a decision left the customer, with its source. One word beside another; none is overwritten."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial

import pytest
from django.db import IntegrityError, transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import NotPermitted
from geste.apps.base.records import AlreadyWritten
from geste.apps.cases.models import Case, Outcome
from geste.apps.cases.services.close_case import close_case
from geste.apps.gestures.feedback import (
    NoSuchDecision,
    NoSuchFeedback,
    decisions_on,
    feedback_on,
    standing_feedback,
    to_ask_about,
)
from geste.apps.gestures.models import DecisionRecord, Feedback, Satisfaction, Source, Withdrawal
from geste.apps.gestures.proposals import ProposalRefused
from geste.apps.gestures.services.note_feedback import FeedbackRefused, Heard, Noted, note_feedback
from geste.apps.gestures.services.withdraw_feedback import withdraw_feedback
from geste.apps.people.selectors import actor_for
from tests.apps.test_give_gesture_together import together
from tests.make import NOW, make_actor, make_case, make_charter, make_gesture, make_user, propose, take_back

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(days=3)
SAID = Heard(
    key="first-word",
    satisfaction=Satisfaction.SATISFIED,
    source=Source.CUSTOMER_REPLY,
    words="  We will be back. ",
)


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


@pytest.fixture
def case(agent: Actor) -> Case:
    return make_case(agent)


@pytest.fixture
def decision(agent: Actor, case: Case) -> DecisionRecord:
    return make_gesture(agent, case, "credit", "390").decision


def note(actor: Actor, decision: DecisionRecord, heard: Heard = SAID, *, now: datetime = LATER) -> Noted:
    return note_feedback(actor=actor, decision_id=decision.pk, heard=heard, now=now)


@pytest.mark.item("S0.17")
@pytest.mark.parametrize("source", Source)
@pytest.mark.parametrize("satisfaction", Satisfaction)
def test_it_is_kept_with_its_source(
    agent: Actor, decision: DecisionRecord, satisfaction: Satisfaction, source: Source
) -> None:
    note(agent, decision, replace(SAID, satisfaction=satisfaction, source=source))

    (kept,) = feedback_on([decision])
    assert (kept.decision, kept.satisfaction, kept.source) == (decision, satisfaction, source)
    assert (kept.words, kept.happened_on) == ("We will be back.", date(2026, 5, 17))
    assert (kept.noted_by.display_name, kept.noted_at) == ("Tomas", LATER)


@pytest.mark.item("S0.17")
def test_a_no_is_asked_about_like_a_yes(agent: Actor, case: Case) -> None:
    refused = propose(agent, case, "credit", "700").decision

    note(agent, refused, replace(SAID, satisfaction=Satisfaction.NOT_SATISFIED))

    assert [feedback.satisfaction for feedback in feedback_on([refused])] == ["not_satisfied"]


@pytest.mark.item("S0.17")
def test_several_stand_side_by_side_the_newest_first(agent: Actor, decision: DecisionRecord) -> None:
    note(agent, decision)
    note(agent, decision, replace(SAID, key="next-word", satisfaction=Satisfaction.NOT_SATISFIED))
    note(agent, decision, replace(SAID, key="old-news", happened_on=NOW.date(), source=Source.AGENT_NOTE))

    assert [(each.key, each.satisfaction) for each in feedback_on([decision])] == [
        ("next-word", "not_satisfied"),
        ("first-word", "satisfied"),
        ("old-news", "satisfied"),
    ]


def test_a_mistake_is_withdrawn_and_stays_written(agent: Actor, decision: DecisionRecord) -> None:
    mistaken = note(agent, decision).feedback
    right = note(agent, decision, replace(SAID, key="next-word")).feedback
    before = Feedback.objects.values().get(pk=mistaken.pk)

    withdrawn = withdraw_feedback(actor=agent, feedback_id=mistaken.pk, now=LATER)

    assert (withdrawn.withdrawal.withdrawn_by_id, withdrawn.withdrawal.withdrawn_at) == (agent.user_id, LATER)
    assert Feedback.objects.values().get(pk=mistaken.pk) == before
    assert standing_feedback([decision]) == {decision.pk: [right]}
    assert feedback_on([decision]) == [right, mistaken]


def test_withdrawn_twice_it_is_withdrawn_once(agent: Actor, decision: DecisionRecord) -> None:
    mistaken = note(agent, decision).feedback
    grace = actor_for(make_user("grace", is_steward=True))

    first, again = (
        withdraw_feedback(actor=actor, feedback_id=mistaken.pk, now=now)
        for actor, now in ((agent, LATER), (grace, LATER + timedelta(hours=1)))
    )

    assert again.withdrawal == first.withdrawal == Withdrawal.objects.get()
    assert again.withdrawal.withdrawn_at == LATER


def test_nothing_of_it_is_ever_changed(agent: Actor, decision: DecisionRecord) -> None:
    feedback = note(agent, decision).feedback
    feedback.satisfaction = "unclear"

    with pytest.raises(AlreadyWritten):
        feedback.save()
    with pytest.raises(AlreadyWritten):
        feedback.delete()
    with pytest.raises(AlreadyWritten):
        Feedback.objects.update(satisfaction="unclear")


@pytest.mark.parametrize("change", [{"satisfaction": "delighted"}, {"source": "rumour"}])
def test_the_database_keeps_the_closed_lists(agent: Actor, decision: DecisionRecord, change: dict[str, str]) -> None:
    row = note(agent, decision).feedback
    row.pk, row.key, row._state.adding = None, "another-key", True
    for name, value in change.items():
        setattr(row, name, value)

    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_the_same_key_notes_once(agent: Actor, decision: DecisionRecord) -> None:
    first, again = note(agent, decision), note(agent, decision, now=LATER + timedelta(days=1))

    assert (first.is_replayed, again.is_replayed) == (False, True)
    assert again.feedback == first.feedback == Feedback.objects.get()
    assert again.feedback.happened_on == date(2026, 5, 17)


@pytest.mark.parametrize(
    "change",
    [
        {"satisfaction": Satisfaction.UNCLEAR},
        {"source": Source.CUSTOMER_RETURNED},
        {"words": "Something else."},
        {"happened_on": date(2026, 5, 17)},
    ],
)
def test_the_same_key_for_anything_else_is_refused(
    agent: Actor, decision: DecisionRecord, change: dict[str, object]
) -> None:
    note(agent, decision)

    with pytest.raises(ProposalRefused, match=r"key\.reused"):
        note(agent, decision, replace(SAID, **change))  # type: ignore[arg-type]
    assert Feedback.objects.count() == 1


def test_a_key_belongs_to_one_person_and_one_decision(agent: Actor, case: Case, decision: DecisionRecord) -> None:
    note(agent, decision)
    other = make_gesture(agent, case, "note").decision

    for actor, about in ((make_actor("ana"), decision), (agent, other)):
        with pytest.raises(ProposalRefused, match=r"key\.reused"):
            note(actor, about)
    assert Feedback.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"words": "w" * 501}, "words.too_long"),
        ({"happened_on": date(2026, 5, 13)}, "day.before_decision"),
        ({"happened_on": date(2026, 5, 18)}, "day.not_yet"),
    ],
)
def test_what_cannot_be_so_is_refused(
    agent: Actor, decision: DecisionRecord, change: dict[str, object], code: str
) -> None:
    with pytest.raises(FeedbackRefused) as refused:
        note(agent, decision, replace(SAID, **change))  # type: ignore[arg-type]

    assert refused.value.code == code
    assert Feedback.objects.count() == 0


def test_a_key_that_is_none_is_refused(agent: Actor, decision: DecisionRecord) -> None:
    with pytest.raises(ProposalRefused, match=r"key\.malformed"):
        note(agent, decision, replace(SAID, key="short"))


@pytest.mark.parametrize("day", [date(2026, 5, 14), date(2026, 5, 17)])
def test_the_first_and_the_last_day_are_possible(agent: Actor, decision: DecisionRecord, day: date) -> None:
    assert note(agent, decision, replace(SAID, happened_on=day, words="w" * 500)).feedback.happened_on == day


def test_the_day_is_that_of_the_place(agent: Actor, decision: DecisionRecord) -> None:
    """At half past two in the afternoon of the 13th in London it is already the 14th in Sydney."""
    noted = note(agent, decision, now=datetime.fromisoformat("2026-05-13T15:30:00+00:00"))

    assert noted.feedback.happened_on == date(2026, 5, 14)


def test_a_staged_case_stands_still_and_may_be_heard_of_today(agent: Actor, case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(staged_at=NOW - timedelta(days=30))
    decision = make_gesture(agent, Case.objects.get(pk=case.pk), "note").decision

    assert note(agent, decision).feedback.happened_on == date(2026, 4, 14)
    today = replace(SAID, key="next-word", happened_on=LATER.date())
    assert note(agent, decision, today).feedback.happened_on == date(2026, 5, 17)


def test_once_the_case_is_closed_customers_still_write(agent: Actor, case: Case, decision: DecisionRecord) -> None:
    close_case(actor=agent, case=case, outcome=Outcome.LEFT, now=NOW)

    assert note(make_actor("ana"), decision).feedback.noted_by.display_name == "Ana"


def test_software_reports_what_customers_said_and_saw_nothing_itself(decision: DecisionRecord) -> None:
    bot = replace(make_actor("bot", role="assistant"), kind="assistant")

    assert note(bot, decision).feedback.source == "customer_reply"
    with pytest.raises(NotPermitted, match=r"permission\.person_only"):
        note(bot, decision, replace(SAID, key="next-word", source=Source.AGENT_NOTE))


def test_another_site_knows_nothing_of_it(agent: Actor, decision: DecisionRecord) -> None:
    feedback, stranger = note(agent, decision).feedback, make_actor("leo", site="Airport")

    with pytest.raises(NoSuchDecision):
        note(stranger, decision, replace(SAID, key="next-word"))
    with pytest.raises(NoSuchFeedback):
        withdraw_feedback(actor=stranger, feedback_id=feedback.pk, now=LATER)


def test_a_colleague_cannot_make_a_word_disappear(agent: Actor, decision: DecisionRecord) -> None:
    feedback = note(agent, decision).feedback

    with pytest.raises(NotPermitted, match=r"permission\.noted_by_another"):
        withdraw_feedback(actor=make_actor("ana"), feedback_id=feedback.pk, now=LATER)
    assert Withdrawal.objects.count() == 0


def asked(case: Case) -> DecisionRecord | None:
    return to_ask_about(Case.objects.get(pk=case.pk), decisions_on(case))


def test_nobody_is_asked_before_something_was_given(agent: Actor, case: Case) -> None:
    assert asked(case) is None

    refused = propose(agent, case, "credit", "700").decision
    assert asked(case) is None

    given = make_gesture(agent, case, "note")
    assert asked(case) == given.decision

    take_back(agent, given, now=NOW)
    assert asked(case) is None

    close_case(actor=agent, case=case, outcome=Outcome.LEFT, now=NOW)
    assert asked(case) == refused


@pytest.mark.django_db(transaction=True)
def test_a_double_tap_notes_once() -> None:
    make_charter()
    agent = make_actor()
    decision = make_gesture(agent, make_case(agent), "note").decision

    noted = together(*[partial(note, agent, decision)] * 4)

    assert {each.feedback.pk for each in noted} == {Feedback.objects.get().pk}
    assert sorted(each.is_replayed for each in noted) == [False, True, True, True]


@pytest.mark.django_db(transaction=True)
def test_two_withdraw_at_once_and_one_is_kept() -> None:
    make_charter()
    agent, grace = make_actor(), actor_for(make_user("grace", is_steward=True))
    feedback = note(agent, make_gesture(agent, make_case(agent), "note").decision).feedback

    withdrawn = together(
        *(partial(withdraw_feedback, actor=actor, feedback_id=feedback.pk, now=LATER) for actor in (agent, grace))
    )

    assert {each.withdrawal.pk for each in withdrawn} == {Withdrawal.objects.get().pk}
