"""Concluding: what was done first is settled with a word, the charter's part first. The customer keeps it."""

from datetime import timedelta

import pytest
from django.db import connection

from geste.apps.base.actor import Actor
from geste.apps.base.models import EventRow
from geste.apps.base.permission import NotPermitted
from geste.apps.charters.models import CharterText, Draft, Ending
from geste.apps.charters.readings import reading_of
from geste.apps.charters.selectors import drafts
from geste.apps.charters.services.put_away_draft import put_away_draft
from geste.apps.charters.services.save_draft import Typed, save_draft
from geste.apps.gestures.afterwards import SettleRefused
from geste.apps.gestures.models import Booked, DecisionRecord, Gesture, Reversal, Settlement
from geste.apps.ledger.models import Entry
from geste.apps.people.models import DutyKind, Team, User
from geste.apps.people.selectors import actor_for, team_numbered
from geste.apps.people.services.give_duty import give_duty
from geste.apps.pledges.services.set_start_up import set_start_up
from geste.apps.reviews.guarding import ThinkAgain
from geste.apps.reviews.models import AnswerBack, Conclusion, ProposedLine
from geste.apps.reviews.owed import repairs_owed
from geste.apps.reviews.refusals import NoSuchReview, ReviewRefused
from geste.apps.reviews.selectors import answers_unread, decision_answered_on
from geste.apps.reviews.services.answer_conclusion import answer_conclusion, note_conclusion_read
from geste.apps.reviews.services.conclude import Concluding, conclude
from geste.apps.reviews.services.flag_comment import flag_conclusion
from geste.apps.reviews.services.propose_line import reference_of
from geste.apps.reviews.services.react import react
from geste.apps.reviews.settling import (
    conclusions_for,
    conclusions_open,
    gestures_to_settle,
    line_proposed,
    waits_for_nobody,
)
from geste.core.reviews.verdicts import Settled
from tests.apps.reviewing import act_first, said, somebody
from tests.make import NOW, make_actor, make_case, make_charter, make_gesture, take_back

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=1)
LINE = "A night without heating is worth a night."
HELP = "A word with the kitchen about what may be given late."
OTHER: dict[str, object] = {"key": "another-look", "booked": Booked.APART}
HARSH = "You always give away far too much money."


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


@pytest.fixture
def reviewer(agent: Actor) -> Actor:
    return somebody("rose", DutyKind.REVIEWER)


@pytest.fixture
def gesture(agent: Actor) -> Gesture:
    return act_first(agent).gesture


def concluding(verdict: Settled = Settled.LEARN, **changes: object) -> Concluding:
    words = {"charter_should_say": LINE, "would_help": HELP, "key": "one-look-at-it", "verdict": verdict}
    return Concluding(**(words | changes))  # type: ignore[arg-type]


def settle(actor: Actor, gesture: Gesture, verdict: Settled = Settled.LEARN, **changes: object) -> Conclusion:
    return conclude(actor=actor, gesture_id=gesture.pk, said=concluding(verdict, **changes), now=LATER)


def given() -> tuple[object, ...]:
    rows = (Gesture, DecisionRecord, Reversal)
    return tuple(list(model.objects.order_by("pk").values()) for model in rows)


@pytest.mark.item("S0.12")
def test_the_oldest_waits_on_top_and_goes_once_it_is_settled(agent: Actor, reviewer: Actor) -> None:
    first, second = act_first(agent).gesture, act_first(agent).gesture
    make_gesture(agent, make_case(agent), "credit", "10")
    assert list(gestures_to_settle(reviewer)) == [first, second]

    conclusion = settle(reviewer, first)

    assert list(gestures_to_settle(reviewer)) == [second]
    assert (conclusion.verdict, conclusion.would_help, conclusion.settlement.note) == ("learn", HELP, LINE)
    assert (conclusion.settlement.booked, conclusion.settlement.settled_by_id) == ("by_charter", reviewer.user_id)
    assert EventRow.objects.filter(name="reviews.Concluded", payload={"conclusion_id": conclusion.pk}).count() == 1


@pytest.mark.item("S0.12")
@pytest.mark.parametrize("verdict", Settled)
def test_no_verdict_takes_anything_from_the_customer(reviewer: Actor, gesture: Gesture, verdict: Settled) -> None:
    set_start_up(actor=somebody("lena", DutyKind.LEADER), days=0, decisions=0, now=NOW)
    before = given()

    settle(reviewer, gesture, verdict)

    assert given() == before
    assert not Reversal.objects.exists()


@pytest.mark.item("S0.12")
def test_the_verdicts_are_these_four_and_none_is_a_sanction() -> None:
    assert [verdict.value for verdict in Settled] == ["extend_charter", "learn", "coach", "breach"]


@pytest.mark.item("S0.28")
def test_who_starts_breaches_nothing(reviewer: Actor, gesture: Gesture) -> None:
    assert conclusions_open(gesture) == (Settled.EXTEND_CHARTER, Settled.LEARN, Settled.COACH)

    with pytest.raises(ReviewRefused, match=r"verdict\.start_up"):
        settle(reviewer, gesture, Settled.BREACH)

    assert not Settlement.objects.exists()


@pytest.mark.item("S0.28")
def test_a_red_line_may_be_named_from_the_first_day_on(agent: Actor, gesture: Gesture) -> None:
    gesture.decision.reasons.append(["red_line.crossed", []])

    assert Settled.BREACH in conclusions_open(gesture)


@pytest.mark.parametrize(
    ("verdict", "changes", "code"),
    [
        (Settled.EXTEND_CHARTER, {"charter_should_say": " "}, "charter.what_should_it_say"),
        (Settled.LEARN, {"charter_should_say": ""}, "charter.what_should_it_say"),
        (Settled.COACH, {"would_help": " "}, "help.missing"),
        (Settled.LEARN, {"charter_should_say": "x" * 501}, "words.too_long"),
        (Settled.LEARN, {"would_help": "x" * 1001}, "words.too_long"),
    ],
)
def test_what_a_verdict_needs_is_said_or_nothing_is_settled(
    reviewer: Actor, gesture: Gesture, verdict: Settled, changes: dict[str, object], code: str
) -> None:
    with pytest.raises(ReviewRefused) as refused:
        settle(reviewer, gesture, verdict, **changes)

    assert refused.value.code == code
    assert (Settlement.objects.count(), Conclusion.objects.count()) == (0, 0)


@pytest.mark.item("S2.13")
@pytest.mark.parametrize("where", ["charter_should_say", "would_help"])
def test_harsh_words_are_remarked_on_and_go_when_they_are_meant(reviewer: Actor, gesture: Gesture, where: str) -> None:
    with pytest.raises(ThinkAgain):
        settle(reviewer, gesture, Settled.LEARN, **{where: HARSH})
    assert not Settlement.objects.exists()

    assert settle(reviewer, gesture, Settled.LEARN, **{where: HARSH, "is_meant": True}).verdict == "learn"


def test_the_same_form_sent_twice_settles_once(reviewer: Actor, gesture: Gesture) -> None:
    first = settle(reviewer, gesture, Settled.EXTEND_CHARTER)

    assert settle(reviewer, gesture, Settled.EXTEND_CHARTER) == first
    assert (Settlement.objects.count(), Conclusion.objects.count(), Draft.objects.count()) == (1, 1, 1)


def test_what_was_settled_in_the_books_before_its_word_was_kept_takes_it_after_all(
    reviewer: Actor, gesture: Gesture
) -> None:
    conclusion = settle(reviewer, gesture)
    with connection.cursor() as cursor:  # as if power had been cut between the two
        cursor.execute("DELETE FROM reviews_conclusion")

    assert settle(reviewer, gesture).settlement == conclusion.settlement
    assert Conclusion.objects.count() == 1


def test_another_look_settles_nothing(reviewer: Actor, gesture: Gesture) -> None:
    settle(reviewer, gesture)

    with pytest.raises(SettleRefused, match=r"settle\.settled_before"):
        settle(somebody("rita", DutyKind.REVIEWER), gesture, key="a-second-look")


def test_where_the_envelope_holds_less_it_is_booked_from_none(agent: Actor, reviewer: Actor, gesture: Gesture) -> None:
    make_gesture(agent, make_case(agent), "credit", "350")
    with pytest.raises(SettleRefused, match=r"settle\.envelope_holds_less"):
        settle(reviewer, gesture)

    assert settle(reviewer, gesture, booked=Booked.APART).settlement.booked == "apart"


@pytest.mark.item("S0.12")
def test_extend_charter_puts_the_line_into_a_draft_and_changes_no_charter(agent: Actor, reviewer: Actor) -> None:
    charters = list(CharterText.objects.values())
    first, second = act_first(agent).gesture, act_first(agent).gesture

    line = line_proposed(settle(reviewer, first, Settled.EXTEND_CHARTER))
    settle(reviewer, second, Settled.EXTEND_CHARTER, **OTHER, charter_should_say="Yes,\ncap: 9999")

    assert line is not None
    steward = actor_for(User.objects.get(username="grace"))
    (draft,) = drafts(steward)
    assert draft == line.draft
    assert first.case is not None
    assert second.case is not None
    noted = f"\n\n# {first.case.reference}\n# {LINE}\n\n# {second.case.reference}\n# Yes,\n# cap: 9999\n"
    assert draft.text.endswith(noted)
    reading = reading_of(draft.text)
    assert reading.charter is not None
    assert (reading.charter.version, reading.charter.case_cap) == (2, 50_000)
    assert list(CharterText.objects.values()) == charters
    assert "Mr Lee" not in draft.text
    assert "Tomas" not in draft.text


@pytest.mark.parametrize("what", ["written on", "put away"])
def test_a_line_never_comes_between_a_draft_and_who_writes_it(agent: Actor, reviewer: Actor, what: str) -> None:
    settle(reviewer, act_first(agent).gesture, Settled.EXTEND_CHARTER)
    draft, steward = Draft.objects.get(), actor_for(User.objects.get(username="grace"))
    if what == "put away":
        put_away_draft(actor=steward, number=draft.pk)
    else:
        typed = Typed(text=draft.text + "# Mine.\n", written_reason="", revision=1, page="mine")
        save_draft(actor=steward, number=draft.pk, typed=typed, now=LATER)
    text = Draft.objects.get().text

    settle(reviewer, act_first(agent).gesture, Settled.EXTEND_CHARTER, **OTHER)

    draft.refresh_from_db()
    assert draft.text == text
    assert draft.ending == (Ending.PUT_AWAY if what == "put away" else "")
    assert ProposedLine.objects.order_by("-pk").values_list("draft", flat=True)[0] != draft.pk


def test_to_learn_proposes_nothing(reviewer: Actor, gesture: Gesture) -> None:
    assert line_proposed(settle(reviewer, gesture)) is None
    assert not Draft.objects.exists()


@pytest.mark.item("S0.12", "S2.11")
def test_whoever_decided_hears_it_after_a_first_word(agent: Actor, reviewer: Actor, gesture: Gesture) -> None:
    conclusion = settle(reviewer, gesture)
    assert conclusions_for(agent) == []

    react(actor=reviewer, decision_id=gesture.decision_id, wording=said(), now=LATER)

    assert conclusions_for(agent) == [conclusion]
    assert conclusions_for(make_actor("leo")) == []


@pytest.mark.item("S2.16")
def test_what_hurts_in_it_is_put_right_by_who_said_it(agent: Actor, reviewer: Actor, gesture: Gesture) -> None:
    conclusion = settle(reviewer, gesture, Settled.COACH)
    with pytest.raises(NoSuchReview):
        flag_conclusion(actor=agent, conclusion_id=conclusion.pk, now=LATER)
    react(actor=reviewer, decision_id=gesture.decision_id, wording=said(), now=LATER)
    with pytest.raises(NotPermitted, match=r"permission\.decided_by_another"):
        flag_conclusion(actor=make_actor("leo"), conclusion_id=conclusion.pk, now=LATER)

    flag = flag_conclusion(actor=agent, conclusion_id=conclusion.pk, now=LATER)

    assert repairs_owed(reviewer) == [flag]
    assert repairs_owed(agent) == []


@pytest.mark.item("S0.12")
def test_nobody_settles_their_own_nor_their_line(agent: Actor, reviewer: Actor, gesture: Gesture) -> None:
    manager, own = somebody("nadia", DutyKind.MANAGER), act_first(reviewer).gesture
    of_the_manager = act_first(manager).gesture
    steward = actor_for(User.objects.get(username="steward"))
    give_duty(actor=steward, username="tomas", kind=DutyKind.REVIEWER, now=NOW)

    for actor, what in ((reviewer, own), (manager, gesture), (agent, of_the_manager)):
        assert what not in gestures_to_settle(actor)
        with pytest.raises(NotPermitted, match=r"permission\.own_line"):
            settle(actor, what)
    assert not Settlement.objects.exists()
    assert set(gestures_to_settle(reviewer)) == {gesture}  # the manager is of their own line


def test_the_manager_of_another_team_and_a_steward_may(agent: Actor, gesture: Gesture) -> None:
    night = team_numbered(agent.team_id or 0)
    assert night is not None
    Team.objects.create(site=night.site, name="Day")
    manager = somebody("omar", DutyKind.MANAGER, team="Day")
    assert list(gestures_to_settle(manager)) == [gesture]
    assert list(gestures_to_settle(actor_for(User.objects.get(username="steward")))) == [gesture]

    assert settle(manager, gesture).settlement.settled_by_id == manager.user_id


def test_a_colleague_settles_nothing_and_another_site_sees_nothing(agent: Actor, gesture: Gesture) -> None:
    leo = make_actor("leo")
    assert list(gestures_to_settle(leo)) == []
    with pytest.raises(NotPermitted, match=r"permission\.reviewer_only"):
        settle(leo, gesture)
    with pytest.raises(NoSuchReview):
        settle(make_actor("kim", site="Airport"), gesture)


def test_what_was_taken_back_or_covered_is_not_there(agent: Actor, reviewer: Actor, gesture: Gesture) -> None:
    take_back(agent, gesture)
    covered = make_gesture(agent, make_case(agent), "credit", "10")

    assert list(gestures_to_settle(reviewer)) == []
    for what in (gesture, covered):
        with pytest.raises(NoSuchReview):
            settle(reviewer, what)


def test_a_steward_is_told_that_nobody_may(agent: Actor, gesture: Gesture) -> None:
    steward = actor_for(User.objects.get(username="grace"))
    assert not waits_for_nobody(steward)
    give_duty(actor=steward, username="grace", kind=DutyKind.MANAGER, team=team_numbered(agent.team_id or 0), now=NOW)
    assert waits_for_nobody(steward)

    somebody("rose", DutyKind.REVIEWER)
    assert not waits_for_nobody(steward)


def test_what_was_done_first_without_a_case_is_named_by_its_receipt() -> None:
    assert reference_of(Gesture(pk=7, case=None)) == "R7"


@pytest.fixture
def heard(agent: Actor, reviewer: Actor, gesture: Gesture) -> Conclusion:
    """A conclusion that has reached whoever decided, after a first good word."""
    react(actor=reviewer, decision_id=gesture.decision_id, wording=said(), now=NOW)
    return settle(reviewer, gesture)


def test_whoever_decided_answers_a_conclusion_once_and_it_waits_until_it_is_read(
    agent: Actor, reviewer: Actor, heard: Conclusion
) -> None:
    before = given(), list(Settlement.objects.values()), list(Entry.objects.values())

    answer = answer_conclusion(actor=agent, conclusion_id=heard.pk, words=" The kitchen was closed. ", now=LATER)

    assert (answer.words, [row.pk for row in answers_unread(reviewer)]) == ("The kitchen was closed.", [answer.pk])
    assert decision_answered_on(answer) == heard.settlement.gesture.decision
    assert (given(), list(Settlement.objects.values()), list(Entry.objects.values())) == before
    with pytest.raises(ReviewRefused, match=r"review\.done"):
        answer_conclusion(actor=agent, conclusion_id=heard.pk, words="One more thing.", now=LATER)
    note_conclusion_read(actor=reviewer, conclusion_id=heard.pk, now=LATER)
    note_conclusion_read(actor=reviewer, conclusion_id=heard.pk, now=LATER)
    assert answers_unread(reviewer) == []


def test_a_conclusion_is_answered_once_it_was_heard_and_by_nobody_else(
    agent: Actor, reviewer: Actor, gesture: Gesture
) -> None:
    conclusion = settle(reviewer, gesture)

    with pytest.raises(NoSuchReview):
        answer_conclusion(actor=agent, conclusion_id=conclusion.pk, words="The kitchen was closed.", now=LATER)
    with pytest.raises(NotPermitted):
        answer_conclusion(actor=make_actor("leo"), conclusion_id=conclusion.pk, words="He was right.", now=LATER)
    with pytest.raises(NoSuchReview):
        answer_conclusion(actor=agent, conclusion_id=10_000, words="Where?", now=LATER)

    assert not AnswerBack.objects.exists()


@pytest.mark.parametrize(("words", "code"), [("  ", r"words\.missing"), ("a" * 1_001, r"words\.too_long")])
def test_an_answer_to_a_conclusion_says_something_in_few_words(
    agent: Actor, heard: Conclusion, words: str, code: str
) -> None:
    with pytest.raises(ReviewRefused, match=code):
        answer_conclusion(actor=agent, conclusion_id=heard.pk, words=words, now=LATER)


def test_only_whoever_concluded_it_reads_the_answer(agent: Actor, reviewer: Actor, heard: Conclusion) -> None:
    with pytest.raises(NoSuchReview):
        note_conclusion_read(actor=reviewer, conclusion_id=heard.pk, now=LATER)
    answer = answer_conclusion(actor=agent, conclusion_id=heard.pk, words="The kitchen was closed.", now=LATER)

    with pytest.raises(NotPermitted):
        note_conclusion_read(actor=somebody("kim", DutyKind.REVIEWER), conclusion_id=heard.pk, now=LATER)

    assert answers_unread(reviewer) == [answer]
