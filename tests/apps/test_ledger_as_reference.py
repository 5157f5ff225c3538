"""The ledger as its reference says: whatever happens to the books in whatever order, both come to the same cent."""

from collections.abc import Callable
from datetime import UTC, timedelta
from functools import partial
from itertools import count

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from geste.apps.ledger.models import Account, Entry, EnvelopePeriod
from geste.apps.ledger.running import EnvelopeOverdrawn
from geste.apps.ledger.selectors import left_in
from geste.apps.ledger.services.change_envelope import ChangeRefused, change_envelope
from geste.apps.ledger.services.close_period import CloseRefused, close_period
from geste.apps.ledger.services.post_entries import post_entries
from geste.apps.ledger.services.reverse_entries import reverse_entries
from geste.apps.ledger.services.turn_periods import turn_periods
from geste.apps.people.selectors import actor_for
from geste.core.charter.syntax import Books, Period
from geste.core.ledger import life
from geste.core.ledger.purse import Purse
from tests.apps.reference_ledger import ReferenceLedger, Refused
from tests.journal import faults_in, journal_lines
from tests.make import NOW, SYDNEY, make_user
from tests.sums import balances, left_by_period
from tests.torture.report import progress
from tests.torture.sizes import SEED, SEQUENCES

REFUSALS = (EnvelopeOverdrawn, IntegrityError, ChangeRefused, Refused)
ENVELOPES = st.sampled_from(("recovery", "delight"))
AMOUNTS = st.integers(1, 400)
BOOKS: st.SearchStrategy[Books] = st.sampled_from(("gesture", "owed", "foregone_revenue", "cost_price"))
STEPS = 20
PARTS = 8
"""The long run in parts, for as many workers as there are."""


class BothLedgers(RuleBasedStateMachine):
    """Drives the services on the database and the reference in memory alike, and compares them after each step."""

    def __init__(self) -> None:
        super().__init__()
        self.before = transaction.savepoint()
        self.steward = actor_for(make_user("grace", is_steward=True))
        self.reference = ReferenceLedger(amount=1_000, every="month")
        self.now = NOW
        self.given: dict[str, life.Booking] = {}
        self.first: dict[str, life.Booking] = {}
        self.number = 0

    def teardown(self) -> None:
        transaction.set_rollback(False)
        transaction.savepoint_rollback(self.before)

    def purse(self, envelope: str) -> Purse:
        reference = self.reference
        every: Period = reference.every  # type: ignore[assignment]
        return Purse(
            envelope=envelope,
            every=every,
            amount=reference.amount,
            currency="AUD",
            charter_version=reference.version,
        )

    def both(self, ours: Callable[[], object], theirs: Callable[[], object]) -> bool:
        """Do the same on both sides; either both take it or both refuse it. Return whether they took it."""
        taken = []
        for do in (ours, theirs):
            before = transaction.savepoint()
            try:
                do()
                taken.append(True)
            except REFUSALS:
                transaction.set_rollback(False)
                transaction.savepoint_rollback(before)
                taken.append(False)
        assert taken[0] == taken[1], taken
        return taken[0]

    def booking(self, books: Books, amount: int) -> life.Booking:
        self.number += 1
        return life.Booking(gesture_key=f"key-{self.number}", books=books, amount=amount, currency="AUD")

    @rule(books=BOOKS, amounts=st.lists(AMOUNTS, min_size=1, max_size=4), envelope=ENVELOPES)
    def give(self, books: Books, amounts: list[int], envelope: str) -> None:
        """A batch is written whole or not at all, and here each of them alone if the batch does not fit."""
        bookings = [self.booking(books, amount) for amount in amounts]
        purse, now = self.purse(envelope), self.now
        fits = sum(amounts) <= self.reference.pot(envelope, now, look_only=True).left
        for batch in [bookings] if fits else [[booking] for booking in bookings]:
            taken = self.both(
                partial(post_entries, [life.given(one, at=now, purse=purse) for one in batch]),
                partial(self.give_in_reference, batch, envelope),
            )
            if taken:
                self.given.update({one.gesture_key: one for one in batch})

    def give_in_reference(self, batch: list[life.Booking], envelope: str) -> None:
        for one in batch:
            self.reference.give(one.gesture_key, one.books, one.amount, self.now, envelope=envelope)

    @rule(books=BOOKS, amount=AMOUNTS)
    def act_first(self, books: Books, amount: int) -> None:
        one = self.booking(books, amount)
        self.both(
            lambda: post_entries([life.given_first(one, at=self.now)]),
            lambda: self.reference.act_first(one.gesture_key, books, amount, self.now),
        )
        self.first[one.gesture_key] = one

    @precondition(lambda self: self.first)
    @rule(data=st.data(), envelope=ENVELOPES)
    def settle(self, data: st.DataObject, envelope: str) -> None:
        one = self.first[data.draw(st.sampled_from(sorted(self.first)))]
        self.both(
            lambda: post_entries([life.settled(one, at=self.now, purse=self.purse(envelope))]),
            lambda: self.reference.settle(one.gesture_key, one.books, one.amount, self.now, envelope=envelope),
        )

    @precondition(lambda self: self.given)
    @rule(data=st.data(), via=st.sampled_from(("manual", "stripe")), step=st.sampled_from(("send", "confirm", "again")))
    def carry_out(self, data: st.DataObject, via: str, step: str) -> None:
        one = self.given[data.draw(st.sampled_from(sorted(self.given)))]
        key, amount, now = one.gesture_key, one.amount, self.now
        match step:
            case "send":
                self.both(
                    lambda: post_entries([life.sent(one, via=via, at=now)]),
                    lambda: self.reference.send(key, via, amount, now),
                )
            case "confirm":
                self.both(
                    lambda: post_entries([life.confirmed(one, via=via, at=now)]),
                    lambda: self.reference.confirm(key, via, amount, now),
                )
            case _:
                self.both(
                    lambda: post_entries([life.given(one, at=now, purse=None)]),
                    lambda: self.reference.give(key, one.books, amount, now),
                )

    @precondition(lambda self: self.given or self.first)
    @rule(data=st.data())
    def fail(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted([*self.given, *self.first])))
        standing = Entry.objects.filter(gesture_key=key, reverses=None, reversed_by=None)
        self.both(
            lambda: reverse_entries(standing, occurred_at=self.now),
            lambda: self.reference.fail(key, self.now),
        )

    @rule(envelope=ENVELOPES, by=st.integers(-900, 900))
    def change_by_hand(self, envelope: str, by: int) -> None:
        self.both(
            lambda: change_envelope(
                actor=self.steward, purse=self.purse(envelope), by=by, reason="A hard month.", now=self.now
            ),
            lambda: self.reference.change(envelope, by, self.now),
        )

    @rule(amount=st.integers(0, 2_000), every=st.sampled_from(("week", "month", "quarter", "year")))
    def publish(self, amount: int, every: str) -> None:
        self.reference.amount, self.reference.every = amount, every
        self.reference.version += 1

    @rule(by=st.one_of(st.integers(-400, 400), st.integers(0, 40)), seconds=st.integers(0, 86_400))
    def clock(self, by: int, seconds: int) -> None:
        """It runs on, and now and then it jumps ahead or back."""
        # Reckoned in UTC: by the clocks of Sydney there are moments that never come, one night a year.
        self.now = (self.now.astimezone(UTC) + timedelta(days=by, seconds=seconds)).astimezone(SYDNEY)

    @rule()
    def worker(self) -> None:
        turn_periods([self.purse("recovery"), self.purse("delight")], now=self.now)
        for envelope in ("recovery", "delight"):
            self.reference.pot(envelope, self.now)

    @rule(ago=st.integers(1, 40))
    def close(self, ago: int) -> None:
        month = f"{self.now - timedelta(days=ago):%Y-%m}"
        try:
            closed = close_period(actor=self.steward, month=month, now=self.now)
        except CloseRefused:
            return
        until = closed.until.astimezone(SYDNEY)
        self.reference.close(max(until, self.reference.closed_until or until))

    @invariant()
    def both_say_the_same(self) -> None:
        """Sums, what envelopes hold, and that the journal can be so: each worked out on both sides."""
        lines = list(journal_lines())
        found = balances(lines)
        assert {account: amount for (account, _), amount in found.items()} == self.reference.balances()
        assert sum(found.values()) == 0
        assert {currency for _, currency in found} <= {"AUD"}
        assert list(faults_in(lines)) == []

        folded = left_by_period(lines)
        rows = EnvelopePeriod.objects.order_by("envelope", "number")
        assert {row.pk: row.left for row in rows} == {row.pk: folded.get(row.pk, 0) for row in rows}
        assert all(0 <= row.left <= row.cap for row in rows)
        kept = [(name, pot.cap, pot.left) for name, pots in sorted(self.reference.pots.items()) for pot in pots]
        assert [(row.envelope, row.cap, row.left) for row in rows] == kept

    @invariant()
    def looking_shows_what_giving_would_find(self) -> None:
        names = ("recovery", "delight")
        expected = [self.reference.pot(name, self.now, look_only=True).left for name in names]
        assert left_in([self.purse(name) for name in names], at=self.now) == expected

    @invariant()
    def nothing_is_dated_in_a_closed_month(self) -> None:
        dates = list(Entry.objects.order_by("pk").values_list("occurred_at", flat=True))
        # In one zone: a moment in the hour that a clock goes through twice equals no moment of another zone (PEP 495).
        assert dates == [entry.at.astimezone(UTC) for entry in self.reference.entries]


def sequences(number: int, part: int = 0) -> None:
    begun = count(1)

    class Counted(BothLedgers):
        def __init__(self) -> None:
            super().__init__()
            progress(next(begun), number, f"sequences of part {part} seed {SEED}")

    run_state_machine_as_test(
        seed(SEED * PARTS + part)(Counted) if part else Counted,
        settings=settings(
            max_examples=number,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.django_db
def test_a_slice_of_sequences_comes_to_the_same_cent() -> None:
    sequences(SEQUENCES.slice)


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("part", range(1, PARTS + 1))
def test_twenty_thousand_sequences_come_to_the_same_cent(part: int) -> None:
    sequences(SEQUENCES.whole // PARTS, part)


def test_every_account_of_the_reference_is_one_of_ours() -> None:
    used = {"to_settle", "envelopes", "budget", "paid_out", "due_to_customers", "waived_fees", "goods"}
    assert used <= {account.value for account in Account}
