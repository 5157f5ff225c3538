"""Carrying: promises made ready to be carried out, a worker whose clock a test moves, and what the books say then."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from typing import Any, TypeVar

from django.db import models, transaction

from geste.apps.base.actor import Actor
from geste.apps.base.services.hand_on_events import hand_on_events
from geste.apps.execution.models import Arrangement, Commitment
from geste.apps.execution.ports import Answer, Connectors, Habits, Operation, Order, Outcome
from geste.apps.execution.services.carry_out import Door, carry_out
from geste.apps.gestures.models import DecisionRecord, Gesture
from geste.apps.ledger.models import Account, Entry
from geste.apps.ledger.services.post_entries import post_entries
from geste.core.ledger.posting import Posting
from geste.flow import FLOW
from tests.make import CHARTER, NOW, make_actor, make_case, make_charter, make_gesture
from tests.sums import balance_of

LATER = NOW + timedelta(seconds=31)
PAYMENT, ADDRESS, CUSTOMER = "pay.payment", "guest.email", "pay.customer"
PAID = CHARTER.replace(
    "  case:\n    danger",
    "  pay:\n    payment: text\n    customer: text\n"
    "  guest:\n    email: {{type: text, from: customer}}\n"
    "  case:\n    danger",
).replace("books: foregone_revenue", "books: gesture")
CLEARING = tuple(account for account in Account if account.value.startswith("clearing_"))
SET_ASIDE = ("envelopes", "budget")
Row = TypeVar("Row", bound=models.Model)
_codes = count(1)


@dataclass
class Clock:
    """The time, as far as a test has let it go by."""

    now: datetime = LATER

    def __call__(self) -> datetime:
        return self.now

    def passes(self, spell: timedelta) -> None:
        self.now += spell


def door(clock: Clock) -> Door:
    """Return what a worker brings along."""
    return Door(clock=clock, chance=lambda: 0.0, new_code=lambda: f"CODE-{next(_codes)}")


def arranged(way: str, operation: Operation, recipient: str, kind: str = "money_now") -> None:
    """Let gestures of one kind go out one way."""
    Arrangement.objects.create(kind=kind, connector=way, operation=operation.value, recipient=recipient)


def make_house() -> Actor:
    """Return somebody who gives in a house that knows payments and addresses."""
    make_charter(PAID)
    return make_actor()


def given(actor: Actor, amount: str = "18", gesture: str = "credit", **facts: object) -> Gesture:
    """Return a gesture on a case with these facts of payment and guest."""
    known: dict[str, object] = {"pay": {"payment": "pi_1", "customer": "cus_1"}, **facts}
    return make_gesture(actor, make_case(actor, facts=known), gesture, amount)


def promised(gesture: Gesture) -> Commitment:
    """Return what a gesture promised, once its news is handed on."""
    hand_on_events(flow=FLOW, now=LATER)
    return Commitment.objects.get(gesture=gesture)


def go_on(connectors: Connectors, clock: Clock, spells: Iterable[timedelta]) -> None:
    """Let a worker do what is due after each of these spells."""
    for spell in spells:
        clock.passes(spell)
        carry_out(connectors=connectors, door=door(clock))


def books() -> dict[str, int]:
    """Return every account that is not at nought, but for what the owner has set aside."""
    balances = {account.value: balance_of(account) for account in Account}
    return {name: balance for name, balance in balances.items() if balance and name not in SET_ASIDE}


def journal() -> list[tuple[str, str, int]]:
    """Return every entry in order, but for what the owner has set aside."""
    rows = Entry.objects.exclude(debit__in=SET_ASIDE).exclude(credit__in=SET_ASIDE).order_by("pk")
    return [(entry.debit, entry.credit, entry.amount) for entry in rows]


CAREFUL = Habits(delays=(timedelta(minutes=1),) * 5, remembers=timedelta(hours=23), reads_back=True)


@dataclass
class Says:
    """A connector that says what it is told to, in order, and remembers what it was asked."""

    answers: list[Outcome]
    habits: Habits = CAREFUL
    operations: frozenset[Operation] = frozenset(Operation)

    def __post_init__(self) -> None:
        self.asked: list[tuple[str, Order]] = []

    def send(self, order: Order, *, now: datetime) -> Answer:  # noqa: ARG002
        self.asked.append(("send", order))
        return Answer(self.answers.pop(0), reference="ref-1", reason="test")

    def read_back(self, order: Order, *, now: datetime) -> Answer:  # noqa: ARG002
        self.asked.append(("read", order))
        return Answer(self.answers.pop(0), reference="ref-1", reason="test")


def many(actor: Actor, payments: Iterable[str], *, amount: int = 1_800) -> list[Gesture]:
    """Return a gesture for each of these payments, given like one that was really given, in four statements."""
    like = given(actor, f"{amount / 100:.2f}")
    assert like.entry is not None
    decision, payments = like.decision, list(payments)
    keys = [f"many-{number}-{payment}" for number, payment in enumerate(payments)]
    with transaction.atomic():
        posted = post_entries(
            [
                Posting(
                    debit=Account(like.entry.debit),
                    credit=Account(like.entry.credit),
                    amount=amount,
                    currency=like.currency,
                    occurred_at=like.given_at,
                    gesture_key=key,
                )
                for key in keys
            ]
        )
        decisions = DecisionRecord.objects.bulk_create(
            [_like(decision, request=_paying(decision.request, payment)) for payment in payments]
        )
        made = zip(keys, decisions, posted, strict=True)
        return Gesture.objects.bulk_create([_like(like, key=key, decision=it, entry=entry) for key, it, entry in made])


def _like(row: Row, **changes: object) -> Row:
    columns = [field for field in row._meta.concrete_fields if not field.primary_key]
    values = {field.attname: getattr(row, field.attname) for field in columns}
    copy = type(row)(**values)
    for name, value in changes.items():
        setattr(copy, name, value)
    return copy


def _paying(request: dict[str, Any], payment: str) -> dict[str, Any]:
    return {**request, "facts": {**request["facts"], "pay": {"payment": payment, "customer": "cus_1"}}}
