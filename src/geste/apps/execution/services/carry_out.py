"""Carry out: take what is due, call the other side, write down what came of it. No transaction is open meanwhile."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from geste.apps.execution.ports import Answer, Connector, Connectors, Outcome
from geste.apps.execution.services.close_attempt import close_attempt
from geste.apps.execution.services.take_next import Taken, is_anything_due, take_next
from geste.failpoints import reached

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """What a worker brings along: the time, a share of chance from nought to one, and codes nobody can guess."""

    clock: Callable[[], datetime]
    chance: Callable[[], float]
    new_code: Callable[[], str]


def carry_out(*, connectors: Connectors, door: Door, at_most: int = 100) -> int:
    """Do what is due, the longest due first, and return how many calls were made."""
    for done in range(at_most):
        if not carry_out_next(connectors=connectors, door=door):
            return done
    return at_most


def carry_out_next(*, connectors: Connectors, door: Door) -> bool:
    """Do what has been due longest; return False if nothing is due."""
    if not is_anything_due(connectors, now=door.clock()):
        return False
    taken = take_next(connectors=connectors, now=door.clock(), new_code=door.new_code)
    if taken is None:
        return False
    connector = connectors[taken.connector]
    reached("execution.before_call")
    answer = _call(connector, taken, door.clock())
    reached("execution.after_call")
    close_attempt(taken, answer, habits=connector.habits, now=door.clock(), jitter=door.chance())
    reached("execution.closed")
    return True


def _call(connector: Connector, taken: Taken, now: datetime) -> Answer:
    """Return what the other side answered. A connector that breaks must not stop the ones behind it."""
    try:
        if taken.action == "send":
            return connector.send(taken.order, now=now)
        return connector.read_back(taken.order, now=now)
    except Exception:
        logger.exception("The connector %s broke on promise %d.", taken.connector, taken.commitment)
        outcome = Outcome.UNKNOWN if taken.action == "send" else Outcome.UNREADABLE
        return Answer(outcome, reason="connector.broke")
