"""Faults: whatever happens on the line or to the worker, money moves once or not, and the books say which."""

import json
import random
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import transaction

from geste import failpoints
from geste.apps.execution.models import Attempt, Commitment
from geste.apps.execution.ports import Operation
from geste.apps.execution.services.carry_out import carry_out
from geste.apps.execution.services.decide_by_hand import give_back, mark_done
from geste.apps.execution.services.promise import promise_all
from geste.apps.execution.services.receive_news import match_parked_news, receive_news
from geste.apps.execution.states import State
from geste.apps.people.models import User
from geste.apps.people.selectors import actor_for
from geste.connectors.stripe import Stripe
from geste.connectors.stripe_news import read_news
from tests.carrying import CLEARING, CUSTOMER, LATER, PAYMENT, Clock, arranged, books, door, make_house, many
from tests.fakes.stripe_server import FAULTS, FakeStripe, stripe_on_loopback
from tests.sums import balance_of

SLICE, WHOLE = 200, 10_000
"""Gestures in every run, and in the slow one."""
AMOUNT = 1_800
TROUBLED, COMING_BACK, ROUNDS = 6, 20, 60
"""Rounds with faults on the line and killed workers, rounds in which banks send something back, and rounds at most."""
PLACES = tuple(name for name in failpoints.NAMES if name.startswith("execution.") and name != "execution.promised")


class Killed(BaseException):
    """The worker is no more. Nothing catches this."""


@pytest.fixture
def fake() -> Iterator[FakeStripe]:
    with stripe_on_loopback(LATER) as fake:
        yield fake
    failpoints.arm({})


@pytest.mark.parametrize(
    ("operation", "gestures"),
    [
        pytest.param(Operation.REFUND, SLICE),
        pytest.param(Operation.CREDIT, SLICE // 4),
        pytest.param(Operation.REFUND, WHOLE, marks=pytest.mark.slow),
    ],
)
@pytest.mark.django_db
def test_every_gesture_ends_and_none_is_paid_twice(fake: FakeStripe, operation: Operation, gestures: int) -> None:
    run = Run(fake, operation, gestures, seed=gestures)

    run.through_trouble()

    assert fake.doubles() == {}
    ended = run.ended()
    assert sum(ended.values()) == gestures
    assert ended.keys() <= {State.CONFIRMED, State.RETURNED, State.WAITING}
    assert ended[State.WAITING] < gestures // 4
    assert run.paid() == set(run.in_state(State.CONFIRMED)) | run.paid_and_waiting()
    on_its_way = -AMOUNT * ended[State.WAITING]
    assert sum(balance_of(account) for account in CLEARING) == on_its_way

    run.decided_by_a_person()

    assert [balance_of(account) for account in CLEARING] == [0] * len(CLEARING)
    paid_out = AMOUNT * run.ended()[State.CONFIRMED]
    assert {name: it for name, it in books().items() if name != "due_to_customers"} == {
        "gestures": paid_out + AMOUNT,
        "paid_out": -paid_out,
    }
    assert not Attempt.objects.filter(ended_at=None).exists()


class Run:
    """Promises on their way through trouble: faults on the line, killed workers, late and repeated news."""

    def __init__(self, fake: FakeStripe, operation: Operation, gestures: int, *, seed: int) -> None:
        self.fake, self.clock, self.chance = fake, Clock(), random.Random(seed)
        actor = make_house()
        arranged("stripe", operation, PAYMENT if operation is Operation.REFUND else CUSTOMER)
        payments = [f"pi_{number}" for number in range(gestures)]
        for payment in payments:
            fake.add_payment(payment, 2 * AMOUNT)
        fake.rules.customers.add("cus_1")
        # What was really given to copy from is left alone: it stays due.
        made = many(actor, payments, amount=AMOUNT)
        with transaction.atomic():
            promise_all(made, now=LATER)
        self.connectors = {"stripe": Stripe("sk_test_geste", address=fake.address)}
        self.news: list[dict[str, object]] = []

    def through_trouble(self) -> None:
        for number in range(ROUNDS):
            is_troubled = number < TROUBLED
            self.fake.choose = self._fault if is_troubled else lambda: "none"
            self._work(is_killed=is_troubled)
            self._banks_go_on(is_coming_back=number < COMING_BACK)
            self._news_comes()
            self._time_goes_by()
            if not is_troubled and not Commitment.objects.exclude(next_at=None).exists() and not self._is_pending():
                break

    def decided_by_a_person(self) -> None:
        steward = actor_for(User.objects.get(username="grace"))
        paid = self.paid_and_waiting()
        for row in Commitment.objects.filter(state=State.WAITING.value):
            decide = mark_done if str(row.gesture_id) in paid else give_back
            decide(actor=steward, number=row.pk, note="Looked at Stripe.", now=self.clock.now)

    def ended(self) -> Counter[State]:
        return Counter(State(state) for state in Commitment.objects.values_list("state", flat=True))

    def in_state(self, state: State) -> list[str]:
        return [str(number) for number in Commitment.objects.filter(state=state).values_list("gesture_id", flat=True)]

    def paid(self) -> set[str]:
        return set(self.fake.rules.effects)

    def paid_and_waiting(self) -> set[str]:
        return self.paid() & set(self.in_state(State.WAITING))

    def _fault(self) -> str:
        return self.chance.choice(FAULTS) if self.chance.random() < 0.5 else "none"

    def _work(self, *, is_killed: bool) -> None:
        """Let a worker do what is due; sometimes it is killed, and another goes on."""
        while True:
            place = self.chance.choice(PLACES) if is_killed and self.chance.random() < 0.8 else None
            failpoints.arm({place: self._killer()} if place else {})
            try:
                done = carry_out(connectors=self.connectors, door=door(self.clock), at_most=1_000)
            except Killed:
                continue
            finally:
                failpoints.arm({})
            if not done:
                return

    def _killer(self) -> "Killer":
        return Killer(after=self.chance.randrange(1, 40))

    def _is_pending(self) -> bool:
        return any(it["status"] in ("pending", "requires_action") for it in self.fake.rules.refunds)

    def _banks_go_on(self, *, is_coming_back: bool) -> None:
        """Let some refunds end, well or not; for a while one that was done may still come back after days."""
        for it in self.fake.rules.refunds:
            is_pending = it["status"] in ("pending", "requires_action")
            if is_pending and self.chance.random() < 0.7:
                self.news.append(
                    self.fake.rules.settle(str(it["id"]), self.chance.choice(["succeeded", "failed", "canceled"]))
                )
            elif is_coming_back and it["status"] == "succeeded" and self.chance.random() < 0.002:
                self.news.append(self.fake.rules.settle(str(it["id"]), "failed"))

    def _news_comes(self) -> None:
        """Bring the news in any order, some of it twice, some later."""
        self.chance.shuffle(self.news)
        late = len(self.news) // 4
        for event in [*self.news[late:], *self.news[: late * 2]]:
            told = read_news(json.dumps(event).encode())
            assert told is not None
            receive_news(
                provider="stripe",
                event=told.event,
                kind=told.kind,
                about=told.about,
                reference=told.reference,
                now=self.clock.now,
            )
        match_parked_news(now=self.clock.now)

    def _time_goes_by(self) -> None:
        hours = self.chance.choice([0.1, 0.2, 1, 6, 13, 23, 25])
        self.clock.passes(timedelta(hours=hours))
        self.fake.rules.now = self.clock.now


class Killer:
    """Kills whoever comes by once that many have."""

    def __init__(self, *, after: int) -> None:
        self.left = after

    def __call__(self) -> None:
        self.left -= 1
        if self.left == 0:
            raise Killed
