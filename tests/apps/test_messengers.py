"""Messengers: what they carry to another process comes back answered, in order; and nobody waits when it is gone."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from threading import Event, Thread
from time import monotonic
from typing import Any

import pytest

from geste.apps.audit.standstills import MoneyStopped
from geste.apps.base.messengers import Messengers, answer_messenger
from geste.apps.base.permission import NotPermitted
from geste.apps.base.waiting_room import Became, TooBusy
from geste.apps.base.writer import Writer
from geste.apps.cases.selectors import NoSuchCase
from geste.apps.charters.selectors import NoCharterInForce
from geste.apps.gestures.afterwards import Done, SettleRefused, TakeBackRefused
from geste.apps.gestures.answers import REFUSALS, OnlyWrittenDown, Outcome
from geste.apps.gestures.models import DecisionRecord, Gesture, Reversal
from geste.apps.gestures.proposals import PossibleDuplicate, ProposalRefused
from geste.apps.people.selectors import TokenWithdrawn
from geste.apps.shadow.models import WouldGive
from geste.core.decision.inputs import InputRefused
from geste.core.findings import NOWHERE, finding

pytestmark = pytest.mark.django_db(transaction=True)

POISON, UNSPEAKABLE = "poison", "unspeakable"


class Desk:
    """Answers each wish with itself, batch by batch, as soon as it is let."""

    def __init__(self) -> None:
        self.batches: list[list[object]] = []
        self.may_go_on, self.has_begun = Event(), Event()

    def commit(self, wishes: Sequence[object]) -> list[object]:
        self.has_begun.set()
        assert self.may_go_on.wait(10)
        self.batches.append(list(wishes))
        if POISON in wishes:
            raise MoneyStopped
        if UNSPEAKABLE in wishes:
            raise type("Local", (Exception,), {})("nobody else knows me")
        return list(wishes)


class House:
    """Messengers here, and at the other ends of their pipes a writer who answers them."""

    def __init__(self, desk: Desk, ends: ExitStack, many: int) -> None:
        self.is_broken = Event()
        pairs = [Pipe() for _ in range(many)]
        self.far: list[Connection[Any, Any]] = [far for far, _ in pairs]
        self.messengers = Messengers[object, object]([near for _, near in pairs], when_broken=self.is_broken.set)
        writer = Writer(desk.commit)
        writer.start()
        ends.callback(writer.stop)
        ends.callback(desk.may_go_on.set)
        for far in self.far:
            Thread(target=answer_messenger, args=(far, writer), daemon=True).start()
        self.messengers.start()
        for _, near in pairs:
            ends.callback(near.close)
        for _ in pairs:
            ends.callback(self.messengers.stop)

    def carry(self, *wishes: object) -> list[object]:
        return self.messengers.hand_in(wishes)


@contextmanager
def house(desk: Desk, many: int = 1) -> Iterator[House]:
    with ExitStack() as ends:
        yield House(desk, ends, many)


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.may_go_on.set()
    return desk


def test_what_is_handed_in_together_comes_back_in_its_order(desk: Desk) -> None:
    with house(desk) as there:
        assert there.carry(*range(300)) == [*range(300)]
        assert there.carry() == []
    assert [wish for batch in desk.batches for wish in batch] == [*range(300)]


def test_while_one_waits_for_what_is_written_the_other_takes_who_comes(desk: Desk) -> None:
    desk.may_go_on.clear()
    with house(desk, many=2) as there, ThreadPoolExecutor(2) as pool:
        first = pool.submit(there.carry, "first")
        assert desk.has_begun.wait(10)
        second = pool.submit(there.carry, "second")
        while there.messengers.waiting:
            pass
        desk.may_go_on.set()

        assert (first.result(10), second.result(10)) == (["first"], ["second"])


def test_each_of_those_who_are_carried_together_hears_what_became_of_their_own(desk: Desk) -> None:
    desk.may_go_on.clear()
    with house(desk) as there, ThreadPoolExecutor(4) as pool:
        pool.submit(there.carry, "busy")
        assert desk.has_begun.wait(10)
        asked = [pool.submit(there.carry, *wishes) for wishes in (("one",), ("two", "three"), ("four",))]
        while there.messengers.waiting < len(asked):
            pass
        desk.may_go_on.set()

        assert [each.result(10) for each in asked] == [["one"], ["two", "three"], ["four"]]


def test_what_keeps_one_from_being_written_is_told_to_them_alone(desk: Desk) -> None:
    desk.may_go_on.clear()
    with house(desk) as there, ThreadPoolExecutor(4) as pool:
        busy = pool.submit(there.carry, "busy")
        assert desk.has_begun.wait(10)
        asked = [pool.submit(there.carry, wish) for wish in ("well", POISON, UNSPEAKABLE)]
        while there.messengers.waiting < len(asked):
            pass
        desk.may_go_on.set()

        assert busy.result(10) == ["busy"]
        assert asked[0].result(10) == ["well"]
        assert type(asked[1].exception(10)) is MoneyStopped
        assert repr(asked[2].exception(10)) == "RuntimeError(\"Local('nobody else knows me')\")"


def test_when_the_other_process_is_gone_whoever_waits_is_told_to_ask_again_at_once(desk: Desk) -> None:
    desk.may_go_on.clear()
    with house(desk) as there, ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(there.carry, "in doubt")
        assert desk.has_begun.wait(10)
        begun = monotonic()
        for far in there.far:
            far.close()
        desk.may_go_on.set()

        with pytest.raises(TooBusy):
            waiting.result(10)
        assert monotonic() - begun < 5
        assert there.is_broken.wait(5)


def test_an_answer_to_something_else_is_told_to_nobody() -> None:
    far, near = Pipe()
    broken = Event()
    messengers = Messengers[object, object]([near], when_broken=broken.set)
    messengers.start()
    with far, near, ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(messengers.hand_in, ["mine"])
        (process, number), wishes = far.recv()
        assert wishes == ["mine"]
        far.send(((process, number - 1), [Became("somebody else's")]))

        with pytest.raises(TooBusy):
            waiting.result(10)
        assert broken.wait(5)


def answers() -> list[object]:
    """One of each kind of answer there is, refusals as values among them."""
    decision = DecisionRecord(pk=7, reasons=[["gesture.covered", []]])
    gesture = Gesture(pk=8, decision=decision, key="key-of-eight", what="credit")
    return [
        Outcome(decision=decision, gesture=gesture, is_replayed=True),
        OnlyWrittenDown(WouldGive(pk=9, what="credit"), is_replayed=True),
        Done(Reversal(pk=10), is_replayed=True),
        PossibleDuplicate(8),
        ProposalRefused("key.malformed"),
        InputRefused((finding("input.missing", NOWHERE, path="key"),)),
        NotPermitted("case.elsewhere"),
        NoCharterInForce(),
        NoSuchCase(),
        TokenWithdrawn(),
        TakeBackRefused("too_late"),
        SettleRefused("settled"),
    ]


def told(answer: object) -> tuple[object, ...]:
    """Everything an answer says. Rows are one if their numbers are."""
    said = (str(answer), vars(answer)) if isinstance(answer, Exception) else answer
    return type(answer), said


def test_every_kind_of_answer_comes_back_as_it_was_given(desk: Desk) -> None:
    assert set(REFUSALS) <= {type(answer) for answer in answers()}

    with house(desk) as there:
        brought = there.carry(*answers())

    assert [told(answer) for answer in brought] == [told(answer) for answer in answers()]
    outcome = brought[0]
    assert isinstance(outcome, Outcome)
    assert outcome.gesture is not None
    assert outcome.gesture.decision is outcome.decision
    assert outcome.decision.reasons == [["gesture.covered", []]]
