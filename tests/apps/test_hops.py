"""Hops: one person asked within minutes. Yes and silence let whoever asked act; a no leaves acting first open."""

from dataclasses import replace
from datetime import timedelta

import pytest

from geste.apps.base.actor import Actor
from geste.apps.base.models import EventRow
from geste.apps.base.permission import NotPermitted
from geste.apps.cases.models import Case, Outcome, RootIssue
from geste.apps.cases.services.close_case import close_case
from geste.apps.cases.services.settle_root_issue import settle_root_issue
from geste.apps.cases.services.state_facts import state_facts
from geste.apps.gestures.models import Gesture, GreenLight, Settling
from geste.apps.gestures.proposals import Proposal, ProposalRefused
from geste.apps.gestures.services.give_gesture import give_gesture
from geste.apps.hops.models import Hop, HopAnswer, HopKind, HopSilence, Interruption
from geste.apps.hops.refusals import HopRefused
from geste.apps.hops.selectors import (
    NoSuchHop,
    hop_behind,
    hop_numbered,
    hops_answered_for,
    hops_waiting_for,
    standing_of,
    time_to_answer,
)
from geste.apps.hops.services.answer_hop import Said, answer_hop, green_light_of, note_look, notice_silences
from geste.apps.hops.services.ask_hop import ask_hop
from geste.apps.ledger.models import Account
from geste.apps.people.models import DutyKind, User
from geste.apps.people.selectors import actor_for
from geste.apps.people.services.give_duty import give_duty
from tests.make import NOW, entries_of_gestures, make_actor, make_case, make_charter, propose, take_back

pytestmark = pytest.mark.django_db

DUE = NOW + timedelta(minutes=10)
NO = Said(word="no_because", because="The room was upgraded already.", instead="drink")


@pytest.fixture
def agent() -> Actor:
    make_charter()
    User.objects.filter(username="grace").update(role="everyone")
    return make_actor("lea")


@pytest.fixture
def lead(agent: Actor) -> Actor:
    return make_actor("nadia")


@pytest.fixture
def case(agent: Actor) -> Case:
    return make_case(agent)


def ask(agent: Actor, case: Case, amount: str = "700", *, because: str = "Her second night without water.") -> Hop:
    proposal = Proposal(key="asked-key", gesture="credit", amount=amount)
    return ask_hop(actor=agent, case=case, proposal=proposal, because=because, now=NOW)


def give(agent: Actor, case: Case, light: int, amount: str = "700", *, key: str = "given-key") -> Gesture | None:
    proposal = Proposal(key=key, gesture="credit", amount=amount, green_light=light)
    return give_gesture(actor=agent, case=case, proposal=proposal, now=DUE).gesture


def test_the_question_goes_to_those_the_charter_names_who_are_there(agent: Actor, lead: Actor, case: Case) -> None:
    make_actor("leo", site="Airport")
    make_actor("bo", role="everyone")

    hop = ask(agent, case)

    assert [user.pk for user in hop.asked.all()] == [lead.user_id]
    assert (hop.kind, hop.amount, hop.due_at, hop.silence_acts) == (HopKind.ONE_HOP, 70000, DUE, True)
    assert hop.clause == "credit.cap"
    assert hops_waiting_for(lead, at=NOW) == [hop]
    assert hops_waiting_for(lead, at=DUE) == []


def test_where_nobody_in_the_role_is_there_it_goes_to_the_manager_then_to_who_leads(agent: Actor, case: Case) -> None:
    steward = actor_for(User.objects.get(username="grace"))
    manager = make_actor("nadia", role="everyone")
    team = User.objects.get(username="lea").team
    assert team is not None

    assert [user.pk for user in ask(agent, case).asked.all()] == [steward.user_id]
    give_duty(actor=steward, username="nadia", kind=DutyKind.MANAGER, team=team, now=NOW)
    assert [user.pk for user in ask(agent, case, "701").asked.all()] == [manager.user_id]


def test_two_taps_are_one_question(agent: Actor, lead: Actor, case: Case) -> None:
    assert ask(agent, case) == ask(agent, case)
    assert Hop.objects.count() == Interruption.objects.count() == 1


def test_a_yes_lets_whoever_asked_give_it_once(agent: Actor, lead: Actor, case: Case) -> None:
    hop = ask(agent, case)

    answer_hop(actor=lead, number=hop.pk, said=Said(word="yes"), now=NOW + timedelta(seconds=40))
    light = green_light_of(actor=agent, number=hop.pk, now=NOW + timedelta(seconds=41))
    gesture = give(agent, case, light)

    assert gesture is not None
    assert (gesture.decision.authority, gesture.decision.route) == ("beyond", "one_hop")
    assert gesture.settling == Settling.NOT_NEEDED
    assert hop_behind(gesture) == hop
    assert not standing_of(hop_numbered(agent, hop.pk), DUE).may_act
    with pytest.raises(ProposalRefused, match=r"green_light\.used"):
        give(agent, case, light, key="another-key")
    assert give(agent, case, light) == gesture


def test_nobody_answers_and_silence_lets_her_act_without_any_worker(agent: Actor, lead: Actor, case: Case) -> None:
    hop = ask(agent, case)
    with pytest.raises(HopRefused, match=r"hop\.no_green_light"):
        green_light_of(actor=agent, number=hop.pk, now=DUE - timedelta(seconds=1))
    assert standing_of(hop, DUE).may_act

    gesture = give(agent, case, green_light_of(actor=agent, number=hop.pk, now=DUE))

    assert gesture is not None
    assert gesture.green_light is not None
    assert gesture.green_light.said_by is None
    assert hop_numbered(agent, hop.pk).silence.noticed_at == DUE


def test_the_worker_notices_silence_once(agent: Actor, lead: Actor, case: Case) -> None:
    ask(agent, case)

    assert [notice_silences(now=at) for at in (DUE - timedelta(seconds=1), DUE, DUE)] == [0, 1, 0]
    assert (HopSilence.objects.count(), GreenLight.objects.count()) == (1, 1)
    assert EventRow.objects.filter(name="hops.HopFellSilent").count() == 1


def test_a_no_has_its_reason_and_leaves_acting_first_open(agent: Actor, lead: Actor, case: Case) -> None:
    hop = ask(agent, case)
    with pytest.raises(HopRefused, match=r"because\.missing"):
        answer_hop(actor=lead, number=hop.pk, said=Said(word="no_because", because=" "), now=NOW)
    with pytest.raises(HopRefused, match=r"instead\.not_known"):
        answer_hop(actor=lead, number=hop.pk, said=Said(word="no_because", because="So.", instead="keys"), now=NOW)

    answer_hop(actor=lead, number=hop.pk, said=NO, now=NOW)

    (standing,) = hops_answered_for(agent, at=NOW)
    assert (standing.state, standing.may_act) == ("no_because", False)
    assert standing.answer is not None
    assert standing.answer.instead == "drink"
    with pytest.raises(HopRefused, match=r"hop\.no_green_light"):
        green_light_of(actor=agent, number=hop.pk, now=DUE)
    assert propose(agent, case, "credit", "700", act_first=True, note="She cannot wait.").gesture is not None


def test_a_late_no_closes_nothing_and_a_late_yes_still_opens(agent: Actor, lead: Actor, case: Case) -> None:
    silent, far = ask(agent, case), ask(agent, case, "3000")
    grace = actor_for(User.objects.get(username="grace"))
    answer_hop(actor=lead, number=silent.pk, said=NO, now=DUE)
    answer_hop(actor=grace, number=far.pk, said=Said(word="yes"), now=DUE + timedelta(minutes=1))

    assert give(agent, case, green_light_of(actor=agent, number=silent.pk, now=DUE)) is not None
    assert green_light_of(actor=agent, number=far.pk, now=DUE + timedelta(minutes=2))


def test_silence_noticed_and_a_yes_after_it_are_one_green_light(agent: Actor, lead: Actor, case: Case) -> None:
    hop = ask(agent, case)
    notice_silences(now=DUE)

    answer_hop(actor=lead, number=hop.pk, said=Said(word="yes"), now=DUE + timedelta(minutes=1))

    assert GreenLight.objects.count() == 1
    assert HopAnswer.objects.get().green_light == HopSilence.objects.get().green_light


@pytest.mark.item("S4.30")
def test_beyond_the_one_hop_one_leader_decides_and_silence_does_not(agent: Actor, lead: Actor, case: Case) -> None:
    hop = ask(agent, case, "3000")

    assert (hop.kind, hop.silence_acts, hop.due_at) == (HopKind.EXTRAORDINARY, False, DUE)
    assert [user.username for user in hop.asked.all()] == ["grace"]
    assert not standing_of(hop, DUE).may_act
    notice_silences(now=DUE)
    assert HopSilence.objects.get().green_light is None
    assert propose(agent, case, "credit", "3000", act_first=True, note="The flight leaves.").gesture is not None


@pytest.mark.parametrize(
    ("facts", "gesture", "amount", "code"),
    [
        ({}, "credit", "100", "hop.within"),
        ({"case.danger": True}, "credit", "700", "hop.forbidden"),
        ({}, "keys", None, "hop.forbidden"),
        ({}, "fee", None, "hop.unknown"),
    ],
)
def test_what_needs_no_yes_or_may_not_be_is_not_asked(
    agent: Actor, lead: Actor, case: Case, facts: dict[str, object], gesture: str, amount: str | None, code: str
) -> None:
    case = state_facts(actor=agent, case=case, stated=facts, now=NOW)

    with pytest.raises(HopRefused, match=code):
        ask_hop(actor=agent, case=case, because="", now=NOW, proposal=Proposal(key="k", gesture=gesture, amount=amount))
    assert Hop.objects.count() == 0


def test_an_amount_that_nobody_said_cannot_be_asked_about(agent: Actor, lead: Actor, case: Case) -> None:
    propose(agent, case, "credit", "500")

    with pytest.raises(HopRefused, match=r"amount\.missing"):
        ask_hop(actor=agent, case=case, because="", now=NOW, proposal=Proposal(key="k", gesture="credit"))


def test_alone_in_the_house_there_is_nobody_to_ask(case: Case) -> None:
    User.objects.exclude(username="lea").update(is_active=False)

    with pytest.raises(HopRefused, match=r"hop\.nobody"):
        ask(actor_for(User.objects.get(username="lea")), case)


def test_a_green_light_is_for_one_person_case_gesture_and_amount(agent: Actor, lead: Actor, case: Case) -> None:
    hop, other = ask(agent, case), make_case(agent)
    light = green_light_of(actor=agent, number=hop.pk, now=DUE)

    for actor, where, code, amount in (
        (lead, case, "elsewhere", "700"),
        (agent, other, "elsewhere", "700"),
        (agent, case, "exceeded", "700.01"),
    ):
        with pytest.raises(ProposalRefused, match=rf"green_light\.{code}"):
            give(actor, where, light, amount)
    with pytest.raises(ProposalRefused, match=r"green_light\.elsewhere"):
        give(agent, case, light + 1)
    assert Gesture.objects.count() == 0


def test_a_green_light_opens_no_red_line(agent: Actor, lead: Actor, case: Case) -> None:
    light = green_light_of(actor=agent, number=ask(agent, case).pk, now=DUE)
    state_facts(actor=agent, case=case, stated={"case.danger": True}, now=NOW)

    assert give(agent, case, light) is None


def test_what_became_covered_meanwhile_is_simply_given(agent: Actor, lead: Actor, case: Case) -> None:
    light = green_light_of(actor=agent, number=ask(agent, case).pk, now=DUE)

    gesture = give(agent, case, light, "300")

    assert gesture is not None
    assert (gesture.decision.route, gesture.green_light) == ("do", None)


def test_what_is_taken_back_leaves_the_green_light_on(agent: Actor, lead: Actor, case: Case) -> None:
    light = green_light_of(actor=agent, number=ask(agent, case).pk, now=DUE)
    first = give(agent, case, light)
    assert first is not None
    take_back(agent, first, now=DUE + timedelta(seconds=5))

    assert give(agent, case, light, key="given-again") is not None


def test_it_draws_on_the_envelope_as_far_as_that_holds_it_whole(agent: Actor, lead: Actor, case: Case) -> None:
    first, second = ask(agent, case), ask(agent, case, "701")
    for hop, amount in ((first, "700"), (second, "701")):
        answer_hop(actor=lead, number=hop.pk, said=Said(word="yes"), now=NOW)
        light = green_light_of(actor=agent, number=hop.pk, now=NOW)
        assert give(agent, case, light, amount, key=f"given-key-{amount}") is not None

    drawn, without = entries_of_gestures()
    assert (drawn.debit, drawn.amount, drawn.envelope) == (Account.FOREGONE_REVENUE, 70000, "month")
    assert (without.debit, without.amount, without.envelope) == (Account.FOREGONE_REVENUE, 70100, "")


@pytest.mark.item("S4.17")
def test_an_open_question_holds_up_neither_gestures_nor_the_end(agent: Actor, lead: Actor, case: Case) -> None:
    ask(agent, case)

    assert propose(agent, case, "credit", "300").gesture is not None
    settle_root_issue(actor=agent, case=case, state=RootIssue.FIXED)
    assert close_case(actor=agent, case=case, outcome=Outcome.FIXED_WITH_GESTURE, now=NOW).outcome


def test_only_those_asked_answer_once_and_only_who_asked_acts(agent: Actor, lead: Actor, case: Case) -> None:
    hop, other = ask(agent, case), make_actor("bo", role="everyone")
    stranger = make_actor("leo", site="Airport")

    for actor in (agent, other):
        with pytest.raises(NotPermitted, match=r"permission\.not_asked"):
            answer_hop(actor=actor, number=hop.pk, said=Said(word="yes"), now=NOW)
    with pytest.raises(NoSuchHop):
        answer_hop(actor=stranger, number=hop.pk, said=Said(word="yes"), now=NOW)
    answer_hop(actor=lead, number=hop.pk, said=Said(word="yes"), now=NOW)
    with pytest.raises(HopRefused, match=r"hop\.answered"):
        answer_hop(actor=lead, number=hop.pk, said=NO, now=NOW)
    with pytest.raises(NotPermitted, match=r"permission\.asked_by_another"):
        green_light_of(actor=lead, number=hop.pk, now=NOW)


def test_software_asks_nobody(agent: Actor, lead: Actor, case: Case) -> None:
    with pytest.raises(NotPermitted, match=r"permission\.hands_over"):
        ask(replace(agent, kind="assistant", role="assistant"), case)


@pytest.mark.item("S0.1")
def test_an_interruption_is_what_was_recorded_of_it(agent: Actor, lead: Actor, case: Case) -> None:
    hop = ask(agent, case)
    note_look(actor=agent, hop=hop, now=NOW)
    for seconds in (20, 30):
        note_look(actor=lead, hop=hop, now=NOW + timedelta(seconds=seconds))
    answer_hop(actor=lead, number=hop.pk, said=NO, now=NOW + timedelta(seconds=80))

    (row,) = Interruption.objects.all()
    assert (row.called_by_id, row.whom_id, row.called_at) == (agent.user_id, lead.user_id, NOW)
    assert (row.started_at, row.ended_at) == (NOW + timedelta(seconds=20), NOW + timedelta(seconds=80))
    assert not row.is_of_a_leader


def test_the_time_to_answer_is_told_of_five_answers_on(agent: Actor, lead: Actor, case: Case) -> None:
    for number in range(5):
        assert time_to_answer(at=DUE) is None
        hop = ask(agent, case, f"{701 + number}")
        answer_hop(actor=lead, number=hop.pk, said=NO, now=NOW + timedelta(seconds=10 * number))

    told = time_to_answer(at=DUE)

    assert told is not None
    assert (told.median_seconds, told.answered, told.asked) == (20, 5, 5)
