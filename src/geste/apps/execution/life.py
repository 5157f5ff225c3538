"""Life of a promise: which state follows which, given an outcome and the time. Pure: no rows, no clock, no chance.

A lease is no state: it says who is at work, not how far the work has got.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final, Literal

from geste.apps.execution.ports import Answer, Habits, Outcome
from geste.apps.execution.states import State

READ_APART: Final = timedelta(minutes=10)
"""Something is absent when it was not there twice, this far apart."""
LOOK_AGAIN: Final = timedelta(hours=1)
"""What was taken and not finished is looked at as often as this, should no news come."""
READ_FOR: Final = timedelta(days=3)
"""After this long without an answer a person is asked."""
MOST_GENERATIONS: Final = 3
"""New keys are made by machine this often at most; then a person decides."""
NO_DELAY: Final = timedelta()
JITTER: Final = 0.2


Action = Literal["send", "read"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """Where a promise stands. Tries, first try and doubt are those of the generation, that is of its key."""

    state: State = State.READY
    generation: int = 1
    tries: int = 0
    first_try_at: datetime | None = None
    is_in_doubt: bool = False
    absent_at: datetime | None = None
    next_at: datetime | None = None
    reason: str = ""


def woken(life: Life, *, now: datetime, habits: Habits) -> Life:
    """Return a promise that is due, as it stands by now: a key may have been forgotten while nobody looked."""
    if life.state is State.UNKNOWN and not is_remembered(life, now=now, habits=habits):
        return _ask_elsewhere(life, life.reason, now, habits)
    return life


def action_of(life: Life, *, habits: Habits) -> Action | None:
    """Return what is to be done with a promise that is due; None if no machine can do anything."""
    match life.state:
        case State.READY | State.UNKNOWN:
            return "send"
        case State.SENT | State.CHECKING | State.WAITING | State.CONFIRMED if habits.reads_back:
            return "read"
        case _:
            return None


def is_remembered(life: Life, *, now: datetime, habits: Habits) -> bool:
    """Return whether the other side still knows this key, so that asking again can do nothing twice."""
    if life.first_try_at is None or habits.remembers is None:
        return True
    return now - life.first_try_at < habits.remembers


def begun(life: Life, *, now: datetime) -> Life:
    """Return a promise of which an attempt is written down."""
    assert life.state in (State.READY, State.UNKNOWN), life.state
    return replace(
        life, state=State.SENDING, tries=life.tries + 1, first_try_at=life.first_try_at or now, next_at=None, reason=""
    )


def lost(life: Life, *, now: datetime, habits: Habits) -> Life:
    """Return a promise whose worker was heard of no more while it was sending: it may have happened."""
    assert life.state is State.SENDING, life.state
    return _unknown(life, Answer(Outcome.UNKNOWN, reason="worker.lost"), now, habits, delay=NO_DELAY)


def answered(life: Life, answer: Answer, *, now: datetime, habits: Habits, jitter: float = 0.0) -> Life:
    """Return where a promise stands after a call. `jitter`, from nought to one, keeps many from knocking at once."""
    if life.state is State.SENDING:
        return _after_sending(life, answer, now, habits, delay=_delay(habits, life.tries, jitter))
    return _after_reading(life, answer, now)


def retried(life: Life, *, now: datetime) -> Life:
    """Return a promise that a person tries again under a new key, knowing that nothing happened under the last."""
    assert life.state is State.WAITING, life.state
    return Life(generation=life.generation + 1, next_at=now)


def _after_sending(life: Life, answer: Answer, now: datetime, habits: Habits, *, delay: timedelta | None) -> Life:
    match answer.outcome:
        case Outcome.CONFIRMED:
            return _settled(life, State.CONFIRMED)
        case Outcome.ACCEPTED:
            return replace(life, state=State.SENT, next_at=now + LOOK_AGAIN)
        case Outcome.REFUSED | Outcome.NEEDS_PERSON if life.is_in_doubt:
            # An earlier attempt under this key may have worked: a no to this one proves nothing about that.
            return _ask_elsewhere(life, answer.reason, now, habits)
        case Outcome.REFUSED:
            return _settled(life, State.RETURNED, answer.reason)
        case Outcome.NOT_NOW if delay is not None:
            state = State.UNKNOWN if life.is_in_doubt else State.READY
            return replace(life, state=state, next_at=now + delay, reason=answer.reason)
        case Outcome.NOT_NOW if life.is_in_doubt:
            return _ask_elsewhere(life, answer.reason, now, habits)
        case Outcome.UNKNOWN:
            return _unknown(life, answer, now, habits, delay=delay)
        case _:
            return _wait(life, answer.reason)


def _unknown(life: Life, answer: Answer, now: datetime, habits: Habits, *, delay: timedelta | None) -> Life:
    doubted = replace(life, state=State.UNKNOWN, is_in_doubt=True, reason=answer.reason)
    if delay is None or not is_remembered(life, now=now + delay, habits=habits):
        return _ask_elsewhere(doubted, answer.reason, now, habits)
    return replace(doubted, next_at=now + delay)


def _ask_elsewhere(life: Life, reason: str, now: datetime, habits: Habits) -> Life:
    """Where asking again under the same key is no use: read back, or let a person find out."""
    if habits.reads_back:
        return replace(life, state=State.CHECKING, next_at=now, reason=reason)
    return _wait(life, reason)


def _after_reading(life: Life, answer: Answer, now: datetime) -> Life:
    match answer.outcome:
        case Outcome.CONFIRMED:
            return _settled(life, State.CONFIRMED)
        case Outcome.FAILED:
            return _settled(life, State.RETURNED, answer.reason)
        case Outcome.ACCEPTED if life.state is State.CONFIRMED:
            return replace(life, next_at=now + LOOK_AGAIN)
        case Outcome.ACCEPTED:
            return replace(life, state=State.SENT, next_at=now + LOOK_AGAIN)
        case Outcome.ABSENT:
            return _absent(life, answer, now)
        case Outcome.UNREADABLE:
            return _unreadable(life, answer, now)
        case _:
            return _wait(life, answer.reason)


def _unreadable(life: Life, answer: Answer, now: datetime) -> Life:
    if life.state is State.CHECKING:
        began = life.first_try_at or now
        is_enough = now - began >= READ_FOR
        return _wait(life, answer.reason) if is_enough else replace(life, next_at=now + READ_APART)
    return replace(life, next_at=None if life.state is State.WAITING else now + LOOK_AGAIN)


def _absent(life: Life, answer: Answer, now: datetime) -> Life:
    if life.state is not State.CHECKING:
        # The other side said it had taken it, and now knows nothing of it.
        return _wait(life, answer.reason)
    if life.absent_at is None:
        return replace(life, absent_at=now, next_at=now + READ_APART)
    if now - life.absent_at < READ_APART:
        return replace(life, next_at=life.absent_at + READ_APART)
    if life.generation >= MOST_GENERATIONS:
        return _wait(life, answer.reason)
    return Life(generation=life.generation + 1, next_at=now)


def _settled(life: Life, state: State, reason: str = "") -> Life:
    return replace(life, state=state, next_at=None, reason=reason)


def _wait(life: Life, reason: str) -> Life:
    return replace(life, state=State.WAITING, next_at=None, reason=reason)


def _delay(habits: Habits, tries: int, jitter: float) -> timedelta | None:
    """Return how long to wait after so many tries; None if there were enough."""
    if tries > len(habits.delays):
        return None
    return habits.delays[tries - 1] * (1 + JITTER * jitter)


FOLLOWS: Final[Mapping[State, frozenset[State]]] = {
    State.READY: frozenset({State.SENDING}),
    State.SENDING: frozenset(State) - {State.SENDING},
    State.UNKNOWN: frozenset({State.SENDING, State.CHECKING, State.WAITING}),
    State.SENT: frozenset({State.SENT, State.CONFIRMED, State.RETURNED, State.WAITING}),
    State.CHECKING: frozenset(
        {State.CHECKING, State.READY, State.SENT, State.CONFIRMED, State.RETURNED, State.WAITING}
    ),
    State.WAITING: frozenset({State.READY, State.SENT, State.CONFIRMED, State.RETURNED, State.WAITING}),
    State.CONFIRMED: frozenset({State.CONFIRMED, State.RETURNED, State.WAITING}),
    State.RETURNED: frozenset({State.RETURNED}),
}
"""The table: what may come after each state. Whatever comes to pass keeps to it."""
