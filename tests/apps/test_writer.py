"""The writer: takes what waits, commits it in one go, and goes on whatever becomes of those who wait."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import chain, islice
from threading import Event
from time import sleep

import pytest
from django.db import OperationalError

from geste.apps.base.waiting_room import TooBusy
from geste.apps.base.writer import Writer

pytestmark = pytest.mark.django_db(transaction=True)


class Desk:
    """Answers each wish with its double, batch by batch, as soon as it is let; fails where it is told to."""

    def __init__(self, *, poison: int | None = None, failures: int = 0) -> None:
        self.batches: list[list[int]] = []
        self.may_go_on = Event()
        self.has_begun = Event()
        self.failures = failures
        self._poison = poison

    def commit(self, wishes: Sequence[int]) -> list[int]:
        self.has_begun.set()
        assert self.may_go_on.wait(10)
        self.batches.append(list(wishes))
        if self.failures:
            self.failures -= 1
            raise OperationalError("the connection is gone")
        if self._poison in wishes:
            raise ValueError(f"{self._poison} cannot be written")
        return [2 * wish for wish in wishes]


@contextmanager
def writing(desk: Desk, *, patience_seconds: float = 10) -> Iterator[Writer[int, int]]:
    writer = Writer(desk.commit, patience_seconds=patience_seconds)
    writer.start()
    try:
        yield writer
    finally:
        desk.may_go_on.set()
        writer.stop()


def busy_with(desk: Desk, writer: Writer[int, int], pool: ThreadPoolExecutor) -> None:
    """Leave the writer with wish nought in hand, so that whatever comes now waits."""
    pool.submit(writer.hand_in, [0])
    assert desk.has_begun.wait(10)


def test_what_waits_is_committed_in_one_go_and_in_order() -> None:
    desk = Desk()
    with writing(desk) as writer, ThreadPoolExecutor(2) as pool:
        busy_with(desk, writer, pool)
        answers = pool.submit(writer.hand_in, list(range(1, 6)))
        desk.may_go_on.set()

        assert answers.result(10) == [2, 4, 6, 8, 10]
    assert list(chain(*desk.batches)) == [0, 1, 2, 3, 4, 5]
    assert len(desk.batches) <= 3


@pytest.mark.parametrize(("most", "together"), [(32, [3, 4, 5, 6, 7]), (2, [3, 4, 5])])
def test_a_crowd_that_comes_one_by_one_is_waited_for_and_not_for_ever(
    monkeypatch: pytest.MonkeyPatch, most: int, together: list[int]
) -> None:
    desk = Desk()
    with ThreadPoolExecutor() as pool, writing(desk) as writer:
        latecomers = iter([4, 5, 6, 7])

        def one_more_comes(_: float) -> None:
            for wish in islice(latecomers, 1):
                came = writer.waiting
                pool.submit(writer.hand_in, [wish])
                while writer.waiting == came:
                    sleep(0.001)

        monkeypatch.setattr("geste.apps.base.writer.sleep", one_more_comes)
        monkeypatch.setattr("geste.apps.base.writer.MOST_BREATHS", most)
        busy_with(desk, writer, pool)
        crowd = [pool.submit(writer.hand_in, [1])]
        while writer.waiting < 1:
            sleep(0.001)
        crowd.append(pool.submit(writer.hand_in, [2]))
        while writer.waiting < 2:
            sleep(0.001)
        desk.may_go_on.set()
        assert [each.result() for each in crowd] == [[2], [4]]

        assert writer.hand_in([3]) == [6]

    assert desk.batches[:3] == [[0], [1, 2], together]


def test_what_cannot_be_written_sinks_alone() -> None:
    desk = Desk(poison=2)
    with writing(desk) as writer, ThreadPoolExecutor(4) as pool:
        busy_with(desk, writer, pool)
        answers = [pool.submit(writer.hand_in, [wish]) for wish in (1, 2, 3)]
        desk.may_go_on.set()

        assert [str(answer.exception(10)) for answer in answers] == ["None", "2 cannot be written", "None"]
        assert (answers[0].result(), answers[2].result()) == ([2], [6])
        assert writer.hand_in([7]) == [14]


def test_a_lost_connection_is_tried_again_and_nobody_notices() -> None:
    desk = Desk(failures=1)
    desk.may_go_on.set()
    with writing(desk) as writer:
        assert writer.hand_in([1]) == [2]
    assert desk.batches == [[1], [1]]


def test_whoever_hangs_up_before_it_begins_is_passed_over_and_told_to_ask_again() -> None:
    desk = Desk()
    with writing(desk, patience_seconds=0.1) as writer, ThreadPoolExecutor(2) as pool:
        first = pool.submit(writer.hand_in, [0])
        assert desk.has_begun.wait(10)

        with pytest.raises(TooBusy):
            writer.hand_in([1])
        with pytest.raises(TooBusy):
            first.result(10)
        desk.may_go_on.set()

        assert writer.hand_in([2]) == [4]
    assert list(chain(*desk.batches)) == [0, 2]


def test_stopping_answers_what_waits() -> None:
    desk = Desk()
    with ThreadPoolExecutor(2) as pool:
        with writing(desk) as writer:
            busy_with(desk, writer, pool)
            waiting = pool.submit(writer.hand_in, [1, 2, 3])
            while not writer.waiting:
                sleep(0.001)
        assert waiting.result(10) == [2, 4, 6]
