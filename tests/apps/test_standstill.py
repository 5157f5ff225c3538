"""What cannot be stops money and nothing else, until a person has mended it and says so."""

from collections.abc import Callable
from dataclasses import replace
from itertools import count, islice

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from geste.apps.audit import append_only as log_guards
from geste.apps.audit import selectors, soundness
from geste.apps.audit.models import Standstill
from geste.apps.audit.selectors import size_of_log
from geste.apps.audit.services.include_leaves import include_leaves
from geste.apps.audit.services.resume_money import NothingStopped, ReasonMissing, resume_money
from geste.apps.audit.services.stop_money import stop_money
from geste.apps.audit.standstills import MoneyStopped, standstill_now
from geste.apps.base.actor import Actor
from geste.apps.base.permission import NotPermitted
from geste.apps.cases.models import Case
from geste.apps.gestures.models import DecisionRecord, Gesture
from geste.apps.ledger import append_only as book_guards
from geste.apps.people.models import User
from geste.apps.people.selectors import actor_for
from geste.config.monitor import Monitor, Rereading, Watch, everything_unsound, look_once
from geste.core.ledger.soundness import Unsound
from tests.make import NOW, make_actor, make_case, make_charter, make_gesture, take_back

pytestmark = pytest.mark.django_db(transaction=True)
MENDED = 'UPDATE ledger_envelopeperiod SET "left" = "left" + 1'
FAULTS = {
    "a balance": ('UPDATE ledger_envelopeperiod SET "left" = "left" - 1', "book.balance_differs"),
    "a cap": ("UPDATE ledger_envelopeperiod SET cap = cap + 1", "book.balance_differs"),
    "an amount": ("UPDATE ledger_entry SET amount = amount + 1 WHERE envelope_seq = 2", "book.entry_altered"),
    "a number": ("UPDATE ledger_entry SET envelope_seq = 9 WHERE envelope_seq = 2", "book.entry_missing"),
    "what undoes another": (
        "UPDATE ledger_entry SET currency = currency, debit = 'goods' WHERE reverses_id IS NOT NULL",
        "book.reversal_differs",
    ),
    "whom it is undone for": (
        "UPDATE ledger_entry SET gesture_key = 'somebody-else' WHERE reverses_id IS NOT NULL",
        "book.reversal_differs",
    ),
    "a leaf": ('UPDATE audit_leaf SET signature = leaf WHERE "index" = 1', "leaf.altered"),
}


@pytest.fixture
def agent() -> Actor:
    make_charter()
    return make_actor()


@pytest.fixture
def case(agent: Actor) -> Case:
    return make_case(agent, facts={"stay": {"price": "390"}})


@pytest.fixture
def steward(agent: Actor) -> Actor:
    return actor_for(User.objects.get(username="grace"))


class Both:
    """What watches over a house, one after the other. Reading takes no time here: everything is read at each look."""

    def __init__(self) -> None:
        self._watches: list[Watch] = [Monitor(), Rereading(clock=lambda: 0)]

    def look(self) -> list[Unsound]:
        """Return what the first of them finds."""
        return next((found for watch in self._watches if (found := watch.look())), [])


@pytest.fixture
def monitor() -> Watch:
    """Return all that watches."""
    return Both()


def past_geste(statement: str) -> None:
    """Write to the database as somebody does who has every right on it, guards or not."""
    with transaction.atomic(), connection.cursor() as cursor:
        for guards in (book_guards, log_guards):
            for down in guards.unguards(connection.vendor):
                cursor.execute(down)
        cursor.execute(statement)
        assert cursor.rowcount > 0
        for guards in (book_guards, log_guards):
            for up in guards.guards(connection.vendor):
                cursor.execute(up)


@pytest.mark.parametrize("what", FAULTS)
def test_whatever_was_written_past_the_ledger_stops_money_and_nothing_else(
    agent: Actor, case: Case, monitor: Watch, what: str
) -> None:
    statement, code = FAULTS[what]
    given = make_gesture(agent, case, "credit", "20")
    take_back(agent, make_gesture(agent, case, "credit", "10"), now=NOW)
    assert look_once(monitor) == []
    before = Gesture.objects.count(), DecisionRecord.objects.count()

    past_geste(statement)
    found = [fault.code for fault in look_once(monitor)]

    assert code in found
    standing = standstill_now()
    assert standing is not None
    assert [code for code, _ in standing.faults] == found
    for written in (
        lambda: make_gesture(agent, case, "credit", "30"),
        lambda: take_back(agent, given, now=NOW),
    ):
        with pytest.raises(MoneyStopped):
            written()
    assert (Gesture.objects.count(), DecisionRecord.objects.count()) == before


def test_a_balance_is_compared_at_every_look_even_if_nobody_gave_anything(agent: Actor, case: Case) -> None:
    make_gesture(agent, case, "credit", "20")
    monitor = Monitor()
    assert look_once(monitor) == []

    past_geste(FAULTS["a balance"][0])

    assert [fault.code for fault in look_once(monitor)] == ["book.balance_differs"]


def test_a_wrong_balance_is_seen_as_fast_in_a_house_with_a_long_history(agent: Actor, case: Case) -> None:
    statements = list[int]()
    for amount in range(1, 12):
        monitor = Monitor()
        make_gesture(agent, case, "credit", str(amount))
        assert look_once(monitor) == []
        past_geste(FAULTS["a balance"][0])
        with CaptureQueriesContext(connection) as asked:
            assert [fault.code for fault in monitor.look()] == ["book.balance_differs"]
        past_geste(MENDED)
        statements.append(len(asked))
        # The log is another's to read: it takes as long as there are leaves.
        assert not any("audit_leaf" in one["sql"] for one in asked)
    assert len(set(statements)) == 1


def test_a_house_that_was_mended_is_sound_to_whoever_found_it_was_not(agent: Actor, case: Case) -> None:
    monitor = Monitor()
    assert look_once(monitor) == []
    make_gesture(agent, case, "credit", "20")
    make_gesture(agent, case, "credit", "10")
    past_geste(FAULTS["an amount"][0])
    assert [fault.code for fault in monitor.look()] == ["book.entry_altered"]

    past_geste("UPDATE ledger_entry SET amount = amount - 1 WHERE envelope_seq = 2")

    assert monitor.look() == []


def test_sound_books_are_never_found_wrong_while_they_grow(agent: Actor, case: Case) -> None:
    monitor = Monitor()
    for _ in range(3):
        gesture = make_gesture(agent, case, "credit", "10")
        assert look_once(monitor) == []
        take_back(agent, gesture, now=NOW)
        assert look_once(monitor) == []
    assert everything_unsound() == []


def a_growing_log(agent: Actor) -> Callable[[int], None]:
    """Return how to give so many times, each time on another case."""
    numbers = count()

    def give_and_include(times: int) -> None:
        for number in islice(numbers, times):
            make_gesture(agent, make_case(agent, reference=f"R{number}"), "credit", "10")
        include_leaves()

    return give_and_include


def test_what_is_written_during_a_long_reading_is_no_fault(agent: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (selectors, soundness):
        monkeypatch.setattr(module, "AT_ONCE", 1)
    give_and_include, rests = a_growing_log(agent), count(1)
    give_and_include(8)
    before = size_of_log()

    def rest() -> None:
        # Slower than it is read, so that the reader comes to the end; first of the nodes, then of the leaves.
        if next(rests) % 3 == 0:
            give_and_include(2)

    assert soundness.faults_of_log(rest=rest) == []
    assert size_of_log() > 1.5 * before
    assert everything_unsound() == []


def test_a_node_filled_left_of_where_somebody_reads_is_no_fault(agent: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(soundness, "AT_ONCE", 1)
    give_and_include, rests = a_growing_log(agent), count(1)
    # With the key, six leaves under four nodes, the last of them at place 9.
    give_and_include(5)

    def rest() -> None:
        # Eight leaves have their common node at place 7, where the reader has been.
        if next(rests) == 4:
            give_and_include(2)

    assert soundness.faults_of_log(rest=rest) == []
    assert size_of_log() == 8


class Stopwatch:
    """A clock on which every statement takes a second, and nothing else any time but a pause."""

    def __init__(self) -> None:
        self.worked = self.rested = 0.0

    def __call__(self) -> float:
        return self.worked + self.rested

    def pause(self, seconds: float) -> None:
        self.rested += seconds

    def work(self, execute: Callable[..., object], *told: object) -> object:
        self.worked += 1
        return execute(*told)


def test_all_of_it_is_read_for_a_fiftieth_of_the_time_and_with_room_for_others(
    agent: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selectors, "AT_ONCE", 1)
    for number in range(20):
        make_gesture(agent, make_case(agent, reference=f"R{number}"), "credit", "10")
    clock = Stopwatch()
    rereading = Rereading(clock, clock.pause)

    with connection.execute_wrapper(clock.work):
        assert rereading.look() == []
        worked, rested = clock.worked, clock.rested
        # Two statements for each of the leaves, and some for the rest, which is short here.
        assert worked > 40
        assert rested >= 4 * 40
        while clock.worked == worked:
            clock.rested += 1
            assert rereading.look() == []

    assert worked / (clock() - worked) == pytest.approx(1 / 50, rel=0.15)


def test_money_moves_again_on_a_persons_word_and_all_of_it_is_kept(
    agent: Actor, steward: Actor, case: Case, monitor: Watch
) -> None:
    make_gesture(agent, case, "credit", "20")
    past_geste(FAULTS["a balance"][0])
    look_once(monitor)
    with pytest.raises(ReasonMissing):
        resume_money(actor=steward, reason="  ", now=NOW)

    past_geste(MENDED)
    resume_money(actor=steward, reason="A script had written to it; put right.", now=NOW)

    assert look_once(monitor) == []
    make_gesture(agent, case, "credit", "30")
    row = Standstill.objects.get()
    assert (row.is_over, row.ended_by_id, row.reason) == (
        True,
        steward.user_id,
        "A script had written to it; put right.",
    )
    with pytest.raises(NothingStopped):
        resume_money(actor=steward, reason="Again.", now=NOW)


def test_only_whoever_looks_after_the_charter_lets_money_move_again(agent: Actor, steward: Actor) -> None:
    stop_money(faults=[("leaf.twice", [])], now=NOW)

    for nobody in (agent, replace(steward, kind="assistant"), replace(steward, is_steward=False)):
        with pytest.raises(NotPermitted):
            resume_money(actor=nobody, reason="I say so.", now=NOW)

    assert Standstill.objects.get().is_over is False


def test_what_is_not_mended_stops_money_again(agent: Actor, steward: Actor, case: Case, monitor: Watch) -> None:
    make_gesture(agent, case, "credit", "20")
    past_geste(FAULTS["a balance"][0])
    look_once(monitor)
    resume_money(actor=steward, reason="I believe it is mended.", now=NOW)

    look_once(monitor)

    assert [row.is_over for row in Standstill.objects.order_by("pk")] == [True, False]


def test_money_stops_once_however_many_say_so(db: None) -> None:
    first = stop_money(faults=[("log.cut", [("first", 1), ("last", 2)])], now=NOW)
    second = stop_money(faults=[("leaf.twice", [])], now=NOW)

    assert first == second
    assert first.faults == [["log.cut", {"first": 1, "last": 2}]]
