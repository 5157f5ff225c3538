"""No approval: nobody can hold, approve or undo what somebody decided within the charter; no state waits for a yes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, StrEnum
from itertools import product

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from geste.apps.base.actor import Actor
from geste.apps.base.permission import NotPermitted
from geste.apps.cases.models import Case
from geste.apps.gestures.afterwards import SettleRefused, TakeBackRefused
from geste.apps.gestures.models import Booked, DecisionRecord, Gesture, Reversal, Settlement
from geste.apps.gestures.proposals import ProposalRefused
from geste.apps.ledger.models import Entry
from geste.apps.people.models import DutyKind, Team, User
from geste.apps.people.selectors import actor_for
from geste.apps.people.services.give_duty import give_duty
from geste.apps.people.services.make_api_token import make_api_token
from geste.apps.reviews.refusals import NoSuchReview, ReviewRefused
from geste.apps.reviews.services.conclude import Concluding, conclude
from geste.apps.reviews.services.draw_for_reason import draw_for_reason
from geste.apps.reviews.services.judge_choice import Judgement, judge_choice
from geste.core.reviews.verdicts import Settled, Verdict
from tests.make import NOW, entries_of_gestures, make_actor, make_case, make_gesture, propose, take_back
from tests.stories.pages import names

pytestmark = [pytest.mark.django_db, pytest.mark.item("S2.2")]
WAITS = re.compile(r"approv|pending|await|on_hold|hold_back|authori[sz]ation|sign_off|escalat")
LATER = NOW + timedelta(days=1)


@pytest.fixture
def supervisor(agent: Actor) -> Actor:
    """Return somebody who holds every duty there is, and keeps the charter."""
    user = User.objects.get(username="grace")
    for kind in DutyKind:
        team = Team.objects.get(name="Night") if kind in (DutyKind.MANAGER, DutyKind.COACH) else None
        give_duty(actor=actor_for(user), username=user.username, kind=kind, team=team, now=NOW)
    return actor_for(user)


def money() -> tuple[object, ...]:
    """Return everything that a decision within the charter did, row for row."""
    rows = (Gesture, DecisionRecord, Reversal, Settlement)
    return (*(list(model.objects.order_by("pk").values()) for model in rows), list(entries_of_gestures().values()))


def body_of(gesture: Gesture) -> dict[str, str]:
    """Return what any form that would hold, approve or undo might ask for."""
    return {
        "key": "a-supervisors-word",
        "verdict": "breach",
        "state": "fixed",
        "booked": Booked.APART.value,
        "note": "Not like this.",
        "reason": "Not like this.",
        "words": "Not like this.",
        "charter_should_say": "Not like this.",
        "would_help": "Not like this.",
        "strength": "She was quick.",
        "approve": "1",
        "hold": "1",
        "reject": "1",
        "gesture": gesture.what,
        "outcome": "heard",
    }


def addresses(gesture: Gesture) -> Iterator[str]:
    """Yield every address of the desk that names something, each with what names this decision."""
    case = gesture.case
    assert case is not None
    known = {"reference": case.reference, "username": "tomas", "secret": "nobody", "step": "you", "kind": "money_now"}
    for name, parameters in names().items():
        if not parameters or name == "give":  # giving again is a decision of one's own
            continue
        for number in {gesture.pk, gesture.decision_id}:
            yield reverse(f"web:{name}", args=[known.get(parameter, number) for parameter in parameters])


def test_no_address_lets_a_supervisor_touch_what_was_decided_within_the_charter(
    agent: Actor, case: Case, supervisor: Actor
) -> None:
    gesture = make_gesture(agent, case, "credit", "40", now=timezone.now())
    assert (gesture.decision.authority, gesture.decision.route, gesture.settling) == ("within", "do", "not_needed")
    client, before, tried = Client(), money(), 0

    for address in addresses(gesture):
        client.force_login(User.objects.get(pk=supervisor.user_id))
        client.post(address, body_of(gesture))
        tried += 1

    assert money() == before
    assert tried > 40


def test_nor_does_the_api(agent: Actor, case: Case, supervisor: Actor) -> None:
    gesture = make_gesture(agent, case, "credit", "40", now=timezone.now())
    secret = "the-token-of-grace"
    make_api_token(user=User.objects.get(pk=supervisor.user_id), label="till", secret=secret, now=NOW)
    program, before = Client(headers={"authorization": f"Bearer {secret}"}), money()
    body = {"key": "a-supervisors-word"}

    answers = [
        program.post(f"/api/v1/gestures/{gesture.pk}/take-back", body, content_type="application/json"),
        program.post(
            f"/api/v1/gestures/{gesture.pk}/settlement",
            {**body, "booked": "as_it_stands"},
            content_type="application/json",
        ),
    ]

    assert [answer.status_code for answer in answers] == [403, 409]
    assert money() == before


@dataclass(frozen=True)
class State:
    """Where one decision stands."""

    authority: str
    is_given: bool
    is_to_settle: bool
    is_settled: bool
    is_taken_back: bool


def state_of(decision: DecisionRecord) -> State:
    gesture = Gesture.objects.filter(decision=decision).first()
    given = Reversal.objects.filter(gesture=gesture) if gesture is not None else Reversal.objects.none()
    return State(
        authority=decision.authority,
        is_given=gesture is not None,
        is_to_settle=gesture is not None and gesture.settling == "to_settle",
        is_settled=gesture is not None and Settlement.objects.filter(gesture=gesture).exists(),
        is_taken_back=given.exists(),
    )


PROPOSED = {
    "within": ("credit", "5", {}),
    "beyond": ("credit", "501", {}),
    "unknown": ("fee", None, {}),
    "forbidden": ("credit", "40", {"case": {"danger": True}}),
}
REFUSED = (NotPermitted, NoSuchReview, ReviewRefused, SettleRefused, TakeBackRefused, ProposalRefused)


def turned(decision: DecisionRecord, actor: Actor, verb: str) -> None:
    """Try one verb on a decision; a refusal changes nothing."""
    gesture = Gesture.objects.filter(decision=decision).first()
    try:
        if verb == "take back" and gesture is not None:
            take_back(actor, gesture)
        if verb in list(Settled) and gesture is not None:
            said = Concluding(
                key=f"{verb}-{gesture.pk}",
                charter_should_say="Say it.",
                would_help="A word.",
                verdict=Settled(verb),
                booked=Booked.AS_IT_STANDS,
            )
            conclude(actor=actor, gesture_id=gesture.pk, said=said, now=LATER)
        if verb in list(Verdict):
            sample = draw_for_reason(actor=actor, decision_id=decision.pk, reason="To learn.", now=LATER)
            judgement = Judgement(strength="Quick.", verdict=Verdict(verb), charter_should_say="Say it.")
            judge_choice(actor=actor, sample_id=sample.pk, judgement=judgement, now=LATER)
    except REFUSED:
        return


def test_no_state_waiting_for_approval_is_reachable(agent: Actor, supervisor: Actor) -> None:
    rose = make_actor("rose")
    give_duty(actor=supervisor, username="rose", kind=DutyKind.REVIEWER, now=NOW)
    verbs = ("take back", *Settled, *Verdict)
    reached: set[State] = set()

    for (authority, (what, amount, facts)), acts_first in product(PROPOSED.items(), (False, True)):
        for verb, actor in product(verbs, (agent, supervisor, rose)):
            case = make_case(agent, facts=facts)
            decision = propose(agent, case, what, amount, act_first=acts_first, note="He could not wait.").decision
            assert decision.authority == authority
            reached.add(state_of(decision))
            turned(decision, actor, verb)
            reached.add(state_of(decision))

    within = {state for state in reached if state.authority == "within"}
    assert within == {
        State("within", is_given=True, is_to_settle=False, is_settled=False, is_taken_back=False),
        State("within", is_given=True, is_to_settle=False, is_settled=False, is_taken_back=True),
    }
    # What was done first is done: it is to settle, never to approve, and settling takes nothing back.
    first = {state for state in reached if state.is_to_settle}
    assert {(state.is_given, state.is_settled, state.is_taken_back) for state in first} == {
        (True, False, False),
        (True, True, False),
        (True, False, True),
    }
    # Whatever else there is was not given, and waits for nobody.
    assert not any(state.is_settled or state.is_taken_back for state in reached - within - first)


def enumerations(kind: type[Enum] = Enum) -> Iterator[type[Enum]]:
    for each in kind.__subclasses__():
        if each.__module__.startswith("geste."):
            yield each
        yield from enumerations(each)


def test_no_word_for_a_state_or_a_column_waits_for_a_yes() -> None:
    told = {f"{each.__qualname__}.{member.name}": str(member.value) for each in enumerations() for member in each}
    columns = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("geste.")
        for field in model._meta.concrete_fields
    ]
    assert len(told) > 100
    assert len(columns) > 200

    assert [name for name, value in told.items() if WAITS.search(f"{name.lower()} {value.lower()}")] == []
    assert [name for name in columns if WAITS.search(name.lower())] == []
    assert [name for name in names() if WAITS.search(name)] == []


def test_a_word_that_waits_is_found() -> None:
    class State(StrEnum):
        WAITING = "pending_approval"

    assert WAITS.search(State.WAITING.value)


@pytest.mark.item("S2.13")
def test_no_page_knows_what_one_persons_decisions_cost(agent: Actor, supervisor: Actor) -> None:
    now = timezone.now()
    ana = make_actor("ana")
    for actor, amounts in ((agent, ("71.13", "53.19")), (ana, ("17.07", "29.30"))):
        for amount in amounts:
            make_gesture(actor, make_case(agent), "credit", amount, now=now)
    sums = ("124.32", "12432", "46.37", "4637")
    assert Entry.objects.filter(amount__in=[7113, 5319, 1707, 2930]).count() == 4
    client = Client()
    client.force_login(User.objects.get(pk=supervisor.user_id))
    looked_at = 0

    for name, parameters in names().items():
        if parameters:
            continue
        answer = client.get(reverse(f"web:{name}"))
        if answer.status_code == 200 and not answer.streaming:
            looked_at += 1
            shown = answer.content.decode(errors="replace")
            assert [figure for figure in sums if figure in shown] == [], name

    assert looked_at > 25
