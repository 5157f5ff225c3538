"""Working: the worker does its rounds whatever happens, and says once that money stands still."""

import logging
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from threading import Event
from time import sleep

import pytest
from django.db import connection, transaction

from geste.apps.audit.services.resume_money import resume_money
from geste.apps.audit.services.stop_money import stop_money
from geste.apps.audit.standstills import require_running
from geste.apps.people.models import User
from geste.apps.people.selectors import actor_for
from geste.config.working import MOST_ROOM_SECONDS, PAUSE_SECONDS, POLL_SECONDS, GivingWay, Rounds, work
from tests.make import NOW, make_user

pytestmark = pytest.mark.django_db(transaction=True)


def moving_money() -> int:
    """Do what needs money to move."""
    require_running()
    return 0


def test_that_money_stands_still_is_said_once_for_each_stop(caplog: pytest.LogCaptureFixture) -> None:
    steward = actor_for(make_user("grace", is_steward=True))
    others = count()
    rounds = Rounds([moving_money, lambda: next(others) * 0])

    pauses = []
    for _ in range(2):
        stop_money(faults=[("leaf.twice", [])], now=NOW)
        pauses += [rounds.turn() for _ in range(3)]
        resume_money(actor=steward, reason="Mended.", now=NOW)
        pauses.append(rounds.turn())

    assert pauses == [PAUSE_SECONDS, PAUSE_SECONDS, PAUSE_SECONDS, POLL_SECONDS] * 2
    said = "Money stands still: nothing is carried out until that is mended. geste doctor says more."
    assert [(record.levelno, record.getMessage(), record.exc_info) for record in caplog.records] == [
        (logging.WARNING, said, None)
    ] * 2
    assert next(others) == len(pauses)


def test_what_else_breaks_is_logged_and_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    def breaking() -> int:
        raise ZeroDivisionError

    rounds = Rounds([breaking])

    assert [rounds.turn(), rounds.turn()] == [PAUSE_SECONDS, PAUSE_SECONDS]
    assert [record.exc_info is None for record in caplog.records] == [False, False]


def test_between_two_pieces_of_work_others_have_four_times_as_long_as_one_took() -> None:
    moments = iter((0.0, 0.004, 0.010, 0.017, 0.030, 5.0, 6.0))
    paused: list[float] = []
    way = GivingWay(pause=paused.append, clock=lambda: next(moments))

    for _ in range(3):
        with way:
            pass

    # Begun at 0.010 and asked for again at 0.017; begun at 0.030 and again long after.
    assert paused == pytest.approx([0.016, 0.028, MOST_ROOM_SECONDS])


def test_people_write_while_there_is_no_end_of_work() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("a server lets several write at a time")
    make_user("grace")
    stop, has_begun = Event(), Event()

    def no_end_of_work() -> int:
        with transaction.atomic():
            User.objects.update(language="fr")
            sleep(0.002)
        has_begun.set()
        return 1

    with ThreadPoolExecutor(1) as pool:
        working = pool.submit(work, [no_end_of_work], stop)
        try:
            assert has_begun.wait(10)
            for number in range(20):
                with transaction.atomic():
                    User.objects.update(display_name=f"Grace {number}")
        finally:
            stop.set()
        assert working.result(10) is None
    assert User.objects.get(username="grace").display_name == "Grace 19"
