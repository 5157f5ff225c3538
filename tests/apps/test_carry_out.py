"""Carrying out: each promise goes its way once, the money goes with it, and comes back where it fails."""

from datetime import timedelta

import pytest

from geste.apps.base.actor import Actor
from geste.apps.base.models import EventRow
from geste.apps.base.services.hand_on_events import hand_on_events
from geste.apps.cases.models import Case
from geste.apps.execution.models import Attempt, Commitment
from geste.apps.execution.ports import Answer, Operation, Outcome
from geste.apps.execution.selectors import promised_not_done
from geste.apps.execution.services.carry_out import carry_out
from geste.apps.execution.services.close_attempt import close_attempt
from geste.apps.execution.services.decide_by_hand import mark_done
from geste.apps.execution.services.take_next import LEASE, take_next
from geste.apps.execution.states import State
from geste.apps.gestures.afterwards import TakeBackRefused
from geste.apps.gestures.models import Reversal
from geste.apps.gestures.selectors import standing_gestures
from geste.apps.people.models import User
from geste.apps.people.selectors import actor_for
from geste.flow import FLOW
from tests.apps.test_give_at_once import SWEETS
from tests.carrying import (
    ADDRESS,
    LATER,
    PAYMENT,
    Clock,
    Says,
    arranged,
    books,
    door,
    given,
    go_on,
    journal,
    make_house,
    promised,
)
from tests.make import NOW, make_actor, make_case, make_charter, make_gesture, make_small_gesture, propose, take_back

pytestmark = pytest.mark.django_db
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def agent() -> Actor:
    agent = make_house()
    arranged("stripe", Operation.REFUND, PAYMENT)
    return agent


def told() -> list[str]:
    return [row.name for row in EventRow.objects.order_by("pk") if row.name.startswith("execution.")]


def test_nothing_is_promised_before_the_time_to_take_back_is_over(agent: Actor) -> None:
    gesture = given(agent)

    hand_on_events(flow=FLOW, now=NOW + timedelta(seconds=30))
    assert Commitment.objects.count() == 0
    take_back(agent, gesture, now=NOW + timedelta(seconds=30))
    hand_on_events(flow=FLOW, now=LATER)

    assert Commitment.objects.count() == 0
    assert books() == {}


def test_what_is_promised_can_be_taken_back_no_more(agent: Actor) -> None:
    gesture = given(agent)
    promised(gesture)

    with pytest.raises(TakeBackRefused):
        take_back(agent, gesture, now=NOW + timedelta(seconds=29))


def test_a_promise_says_to_whom_how_much_and_by_which_way(agent: Actor) -> None:
    row = promised(given(agent, "18"))

    assert (row.connector, row.operation, row.recipient) == ("stripe", "refund", "pi_1")
    assert (row.amount, row.currency, row.title, row.state) == (1_800, "AUD", "Credit", State.READY)
    assert (row.generation, row.next_at, row.fence) == (1, NOW + timedelta(seconds=30), 0)


def test_handing_on_twice_promises_once(agent: Actor) -> None:
    gesture = given(agent)
    promised(gesture)
    EventRow.objects.update(handed_on_at=None)

    assert promised(gesture).fence == 0


def test_a_confirmed_promise_clears_through_its_connector(agent: Actor) -> None:
    row, clock, other = promised(given(agent, "18")), Clock(), Says([Outcome.CONFIRMED])

    go_on({"stripe": other}, clock, [timedelta()])

    row.refresh_from_db()
    assert (row.state, row.reference, row.ended_at) == (State.CONFIRMED, "ref-1", LATER)
    assert journal() == [
        ("gestures", "due_to_customers", 1_800),
        ("due_to_customers", "clearing_stripe", 1_800),
        ("clearing_stripe", "paid_out", 1_800),
    ]
    assert books() == {"gestures": 1_800, "paid_out": -1_800}
    assert told() == ["execution.CarriedOut"]
    assert [attempt.outcome for attempt in row.attempts.all()] == ["confirmed"]


def test_the_attempt_is_on_record_before_anybody_is_called(agent: Actor) -> None:
    row = promised(given(agent))

    taken = take_next(connectors={"stripe": Says([])}, now=LATER, new_code=str)

    assert taken is not None
    attempt = Attempt.objects.get()
    assert (attempt.ended_at, attempt.fence, attempt.provider_key) == (None, 1, row.provider_key)
    assert Commitment.objects.get().state == State.SENDING
    assert books() == {"gestures": 1_800, "clearing_stripe": -1_800}


def test_a_definite_no_gives_the_money_back_and_frees_the_caps(agent: Actor) -> None:
    gesture, other = given(agent, "18"), Says([Outcome.REFUSED])
    row = promised(gesture)

    go_on({"stripe": other}, Clock(), [timedelta()])

    row.refresh_from_db()
    assert (row.state, row.reason) == (State.RETURNED, "test")
    assert books() == {}
    assert told() == ["execution.CarryingOutFailed"]
    assert Reversal.objects.get().taken_back_by is None
    assert not standing_gestures().exists()


def test_a_late_failure_returns_what_was_paid_out(agent: Actor) -> None:
    row, clock, other = promised(given(agent)), Clock(), Says([Outcome.CONFIRMED, Outcome.FAILED])
    go_on({"stripe": other}, clock, [timedelta()])

    Commitment.objects.update(next_at=clock.now)
    go_on({"stripe": other}, clock, [9 * DAY])

    row.refresh_from_db()
    assert row.state == State.RETURNED
    assert len(journal()) == 6
    assert books() == {}


def test_an_unknown_outcome_is_asked_again_under_the_same_key(agent: Actor) -> None:
    row, other = promised(given(agent)), Says([Outcome.UNKNOWN, Outcome.UNKNOWN, Outcome.CONFIRMED])

    go_on({"stripe": other}, Clock(), [timedelta(), MINUTE, MINUTE])

    assert [(kind, order.key) for kind, order in other.asked] == [("send", row.provider_key)] * 3
    assert Commitment.objects.get().state == State.CONFIRMED
    assert books() == {"gestures": 1_800, "paid_out": -1_800}


def test_after_23_hours_it_is_read_back_and_only_absence_twice_makes_a_new_key(agent: Actor) -> None:
    row = promised(given(agent))
    other = Says([Outcome.UNKNOWN, Outcome.ABSENT, Outcome.ABSENT, Outcome.CONFIRMED])

    go_on({"stripe": other}, Clock(), [timedelta(), 23 * HOUR, 9 * MINUTE, MINUTE, timedelta()])

    assert [kind for kind, _ in other.asked] == ["send", "read", "read", "send"]
    again = Commitment.objects.get()
    assert (again.generation, again.state) == (2, State.CONFIRMED)
    assert other.asked[-1][1].key == again.provider_key != row.provider_key
    assert books() == {"gestures": 1_800, "paid_out": -1_800}


def test_a_worker_that_lost_its_lease_may_not_write(agent: Actor) -> None:
    promised(given(agent))
    slow, quick = Says([]), Says([Outcome.CONFIRMED])
    taken = take_next(connectors={"stripe": slow}, now=LATER, new_code=str)
    assert taken is not None
    clock = Clock(LATER + LEASE)

    go_on({"stripe": quick}, clock, [timedelta(), timedelta()])

    assert not close_attempt(taken, Answer(Outcome.REFUSED), habits=slow.habits, now=clock.now, jitter=0)
    row = Commitment.objects.get()
    assert (row.state, row.fence) == (State.CONFIRMED, 2)
    assert [attempt.outcome for attempt in row.attempts.order_by("pk")] == ["unknown", "confirmed"]


def test_a_clock_that_jumps_lets_no_promise_run_twice(agent: Actor) -> None:
    promised(given(agent))
    slow, quick = Says([]), Says([Outcome.CONFIRMED])
    taken = take_next(connectors={"stripe": slow}, now=LATER, new_code=str)
    assert taken is not None

    assert take_next(connectors={"stripe": slow}, now=LATER - HOUR, new_code=str) is None
    go_on({"stripe": quick}, Clock(LATER + DAY), [timedelta()])

    # Whoever comes a day later by its clock asks what became of it, and does not send it again.
    assert [kind for kind, _ in quick.asked] == ["read"]
    assert not close_attempt(taken, Answer(Outcome.REFUSED), habits=slow.habits, now=LATER - HOUR, jitter=0)
    assert books() == {"gestures": 1_800, "paid_out": -1_800}


def test_nobody_takes_what_another_holds(agent: Actor) -> None:
    promised(given(agent))
    connectors = {"stripe": Says([])}

    assert take_next(connectors=connectors, now=LATER, new_code=str) is not None
    assert take_next(connectors=connectors, now=LATER + LEASE - timedelta(seconds=1), new_code=str) is None


def test_what_people_do_by_hand_is_never_taken(agent: Actor) -> None:
    row = promised(given(agent, "12", "drink"))

    assert (row.connector, row.operation, row.state, row.reason) == ("manual", "by_hand", "waiting", "by_hand")
    assert carry_out(connectors={"manual": Says([])}, door=door(Clock())) == 0
    assert Attempt.objects.count() == 0


def test_goods_move_no_money_and_are_still_promised(agent: Actor) -> None:
    row = promised(given(agent, "12", "drink"))
    steward = actor_for(User.objects.get(username="grace"))

    mark_done(actor=steward, number=row.pk, now=LATER)

    assert Commitment.objects.get().state == State.CONFIRMED
    assert journal() == [("cost_price", "goods", 420)]


def test_nothing_that_was_said_inside_the_house_reaches_the_other_side() -> None:
    agent, inside = make_house(), "Between us"
    arranged("email", Operation.LETTER, ADDRESS)
    case = make_case(agent, facts={"guest": {"email": {"confirmed": "lee@example.org"}}, "stay": {"price": "390"}})
    Case.objects.filter(pk=case.pk).update(words=inside, customer_label=inside, root_issue_note=inside)
    outcome = propose(agent, case, "credit", "700", act_first=True, note=inside)
    assert outcome.gesture is not None
    promised(outcome.gesture)
    says, clock = Says([Outcome.CONFIRMED]), Clock()

    go_on({"email": says}, clock, [MINUTE])

    ((_, order),) = says.asked
    assert order.recipient == "lee@example.org"
    assert inside not in str(order)


def test_a_small_gesture_is_done_as_it_is_given() -> None:
    make_charter(SWEETS)
    gesture = make_small_gesture(make_actor(), "sweet", "2")

    row = promised(gesture)

    assert (row.operation, row.state, row.ended_at) == ("on_the_spot", State.CONFIRMED, LATER)
    assert promised_not_done(make_actor()).count() == 0


def test_training_promises_nothing(agent: Actor) -> None:
    case = make_case(agent)
    type(case).objects.filter(pk=case.pk).update(is_training=True)
    case.refresh_from_db()
    make_gesture(agent, case, "note")

    hand_on_events(flow=FLOW, now=LATER)

    assert Commitment.objects.count() == 0


def test_without_a_verified_recipient_a_person_is_asked(agent: Actor) -> None:
    arranged("email", Operation.VOUCHER, "guest.email", kind="attention")

    claimed = promised(given(agent, "12", "drink", guest={"email": "lee@example.org"}))
    confirmed = promised(given(agent, "12", "drink", guest={"email": {"confirmed": "lee@example.org"}}))

    assert (claimed.state, claimed.reason, claimed.recipient) == (State.WAITING, "recipient.not_verified", "")
    assert (confirmed.state, confirmed.recipient) == (State.READY, "lee@example.org")


def test_words_are_kept_in_the_saying_unless_somebody_arranged_otherwise(agent: Actor) -> None:
    said = promised(make_gesture(agent, make_case(agent), "note"))
    arranged("manual", Operation.BY_HAND, "", kind="explanation")
    by_hand = promised(make_gesture(agent, make_case(agent), "note"))

    assert (said.operation, said.state) == ("on_the_spot", State.CONFIRMED)
    assert (by_hand.operation, by_hand.state) == ("by_hand", State.WAITING)
