"""Working: the worker does its rounds whatever happens, and says once that money stands still."""

import logging
from itertools import count

import pytest

from geste.apps.audit.services.resume_money import resume_money
from geste.apps.audit.services.stop_money import stop_money
from geste.apps.audit.standstills import require_running
from geste.apps.people.selectors import actor_for
from geste.config.working import PAUSE_SECONDS, POLL_SECONDS, Rounds
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
