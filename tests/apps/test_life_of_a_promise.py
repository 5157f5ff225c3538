"""Life of a promise: whatever the other side answers, loses or forgets, it happens once or not."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geste.apps.execution.keys import provider_key
from geste.apps.execution.life import (
    FOLLOWS,
    MOST_GENERATIONS,
    Life,
    action_of,
    answered,
    begun,
    lost,
    retried,
    woken,
)
from geste.apps.execution.ports import Answer, Habits, Outcome
from geste.apps.execution.states import OPEN, State
from tests.make import NOW

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
FORGETS = timedelta(hours=24)
CAREFUL = Habits(delays=(MINUTE, 5 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR), remembers=timedelta(hours=23), reads_back=True)
BLIND = Habits(delays=(timedelta(seconds=5), 5 * MINUTE, HOUR))
FAULTS = (
    "none",
    "lost_before",
    "lost_after",
    "500_after",
    "refused",
    "not_now",
    "in_use",
    "pending",
    "killed",
)


def answer(outcome: Outcome) -> Answer:
    return Answer(outcome, reason="test")


@dataclass
class OtherSide:
    """A provider as ours document themselves: it keeps the first answer to a key for a day, then forgets it."""

    remembers_for_ever: bool = False
    effects: list[str] = field(default_factory=list)
    stored: dict[str, tuple[datetime, Outcome]] = field(default_factory=dict)
    pending: set[str] = field(default_factory=set)

    def ask(self, key: str, now: datetime, fault: str) -> Outcome | None:
        """Return what comes back; None if the asker is killed before it hears."""
        if fault == "lost_before":
            return Outcome.UNKNOWN
        if fault in ("not_now", "in_use"):
            return Outcome.NOT_NOW
        answered_before = self.stored.get(key)
        if answered_before and (self.remembers_for_ever or now - answered_before[0] < FORGETS):
            outcome = answered_before[1]
        elif fault == "refused":
            outcome = Outcome.REFUSED
        else:
            self.effects.append(key)
            if fault == "pending":
                self.pending.add(key)
            outcome = {"500_after": Outcome.UNKNOWN, "pending": Outcome.ACCEPTED}.get(fault, Outcome.CONFIRMED)
        self.stored.setdefault(key, (now, outcome))
        return {"lost_after": Outcome.UNKNOWN, "killed": None}.get(fault, outcome)

    def look(self, key: str, fault: str) -> Outcome:
        if fault in ("lost_before", "lost_after", "killed"):
            return Outcome.UNREADABLE
        if key not in self.effects:
            return Outcome.ABSENT
        return Outcome.ACCEPTED if key in self.pending and fault == "pending" else Outcome.CONFIRMED


def key_of(life: Life) -> str:
    return provider_key(gesture="g", connector="c", operation="refund", generation=life.generation)


def lived(other: OtherSide, habits: Habits, steps: list[tuple[str, timedelta]]) -> list[Life]:
    """Return every stage of a promise that is looked at after each of these spells, whatever then goes wrong.

    When the faults are used up the other side behaves.
    """
    life, now, stages = Life(next_at=NOW), NOW, []
    for fault, spell in [*steps, *[("none", DAY)] * 12]:
        now += spell
        if life.state is State.SENDING:
            life = lost(life, now=now, habits=habits)
            stages.append(life)
        if life.next_at is None or life.next_at > now:
            continue
        life = woken(life, now=now, habits=habits)
        stages.append(life)
        stages += _step(life, other, habits, fault, now)
        life = stages[-1]
    return stages


def _step(life: Life, other: OtherSide, habits: Habits, fault: str, now: datetime) -> list[Life]:
    action = action_of(life, habits=habits)
    if action == "send":
        life = begun(life, now=now)
        outcome = other.ask(key_of(life), now, fault)
        return [life] if outcome is None else [life, answered(life, answer(outcome), now=now, habits=habits)]
    if action == "read":
        return [answered(life, answer(other.look(key_of(life), fault)), now=now, habits=habits)]
    return [life]


def spells() -> st.SearchStrategy[list[tuple[str, timedelta]]]:
    lengths = st.sampled_from([timedelta(), MINUTE, 10 * MINUTE, HOUR, 12 * HOUR, 22 * HOUR, 23 * HOUR, DAY, 4 * DAY])
    return st.lists(st.tuples(st.sampled_from(FAULTS), lengths), max_size=12)


@given(spells())
@example([("lost_after", MINUTE), ("none", 4 * DAY)])
@example([("500_after", MINUTE), ("none", 25 * HOUR), ("refused", HOUR)])
@example([("lost_before", MINUTE), ("refused", HOUR)])
def test_it_happens_once_or_not_and_always_ends(steps: list[tuple[str, timedelta]]) -> None:
    other = OtherSide()

    end = lived(other, CAREFUL, steps)[-1]

    assert len(other.effects) <= 1
    assert end.state in (State.CONFIRMED, State.RETURNED, State.WAITING)
    if end.state is State.CONFIRMED:
        assert other.effects == [key_of(end)]
    if end.state is State.RETURNED:
        assert other.effects == []


@given(spells())
def test_where_nothing_can_be_read_back_it_still_happens_once_or_a_person_is_asked(
    steps: list[tuple[str, timedelta]],
) -> None:
    other = OtherSide(remembers_for_ever=True)

    end = lived(other, BLIND, steps)[-1]

    assert len(other.effects) <= 1
    # What was taken and not finished stays taken: only news moves it on.
    assert end.state in (State.CONFIRMED, State.RETURNED, State.WAITING, State.SENT)
    assert end.state is not State.RETURNED or other.effects == []


@given(spells(), st.sampled_from([CAREFUL, BLIND]))
def test_every_step_keeps_to_the_table(steps: list[tuple[str, timedelta]], habits: Habits) -> None:
    stages = lived(OtherSide(), habits, steps)

    states = [State.READY, *(stage.state for stage in stages)]
    assert all(then is first or then in FOLLOWS[first] for first, then in pairwise(states))
    assert all(stage.generation <= MOST_GENERATIONS for stage in stages)
    assert all((stage.next_at is None) >= (stage.state in (State.WAITING, State.RETURNED)) for stage in stages)


@given(spells())
def test_a_key_changes_only_when_it_is_certain_that_nothing_happened(steps: list[tuple[str, timedelta]]) -> None:
    stages = [Life(next_at=NOW), *lived(OtherSide(), CAREFUL, steps)]

    for before, after in pairwise(stages):
        if after.generation > before.generation:
            assert before.state is State.CHECKING
            assert before.absent_at is not None


def sending(**values: object) -> Life:
    return Life(state=State.SENDING, tries=1, first_try_at=NOW, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("life", "outcome", "state"),
    [
        (sending(), Outcome.CONFIRMED, State.CONFIRMED),
        (sending(), Outcome.ACCEPTED, State.SENT),
        (sending(), Outcome.REFUSED, State.RETURNED),
        (sending(is_in_doubt=True), Outcome.REFUSED, State.CHECKING),
        (sending(), Outcome.NOT_NOW, State.READY),
        (sending(is_in_doubt=True), Outcome.NOT_NOW, State.UNKNOWN),
        (sending(), Outcome.UNKNOWN, State.UNKNOWN),
        (sending(), Outcome.NEEDS_PERSON, State.WAITING),
        (sending(is_in_doubt=True), Outcome.NEEDS_PERSON, State.CHECKING),
        (sending(), Outcome.MISMATCH, State.WAITING),
        (Life(state=State.CONFIRMED), Outcome.FAILED, State.RETURNED),
        (Life(state=State.CONFIRMED), Outcome.ACCEPTED, State.CONFIRMED),
        (Life(state=State.CONFIRMED), Outcome.ABSENT, State.WAITING),
        (Life(state=State.SENT), Outcome.CONFIRMED, State.CONFIRMED),
        (Life(state=State.SENT), Outcome.MISMATCH, State.WAITING),
        (Life(state=State.CHECKING), Outcome.ABSENT, State.CHECKING),
        (Life(state=State.CHECKING, absent_at=NOW), Outcome.ABSENT, State.CHECKING),
        (Life(state=State.CHECKING, absent_at=NOW - 10 * MINUTE), Outcome.ABSENT, State.READY),
        (Life(state=State.CHECKING, absent_at=NOW - DAY, generation=3), Outcome.ABSENT, State.WAITING),
        (Life(state=State.CHECKING, first_try_at=NOW - 3 * DAY), Outcome.UNREADABLE, State.WAITING),
        (Life(state=State.WAITING), Outcome.UNREADABLE, State.WAITING),
        (Life(state=State.CONFIRMED), Outcome.UNREADABLE, State.CONFIRMED),
    ],
)
def test_what_follows_what(life: Life, outcome: Outcome, state: State) -> None:
    assert answered(life, answer(outcome), now=NOW, habits=CAREFUL).state is state


def test_the_same_key_is_never_used_after_23_hours() -> None:
    unknown = Life(state=State.UNKNOWN, first_try_at=NOW, tries=1, is_in_doubt=True, next_at=NOW)

    before = woken(unknown, now=NOW + 23 * HOUR - MINUTE, habits=CAREFUL)
    after = woken(unknown, now=NOW + 23 * HOUR, habits=CAREFUL)

    assert action_of(before, habits=CAREFUL) == "send"
    assert (after.state, action_of(after, habits=CAREFUL)) == (State.CHECKING, "read")


def test_jitter_only_ever_waits_longer() -> None:
    waits = [
        answered(sending(), answer(Outcome.UNKNOWN), now=NOW, habits=CAREFUL, jitter=jitter).next_at
        for jitter in (0.0, 0.5, 1.0)
    ]

    assert waits == [NOW + MINUTE, NOW + 1.1 * MINUTE, NOW + 1.2 * MINUTE]


def test_a_person_begins_again_under_a_new_key() -> None:
    waiting = Life(state=State.WAITING, generation=3, tries=5, is_in_doubt=True, reason="test")

    assert retried(waiting, now=NOW) == Life(generation=4, next_at=NOW)


def test_a_key_says_what_is_meant_and_nothing_else() -> None:
    keys = {
        provider_key(gesture=gesture, connector="stripe", operation=operation, generation=generation)
        for gesture in ("a", "b")
        for operation in ("refund", "credit")
        for generation in (1, 2)
    }

    assert len(keys) == 8
    assert provider_key(gesture="a", connector="stripe", operation="refund", generation=1) == (
        "pm3h2k773xgsv74tj7warwkw7pangl5ub54fzvscjn4gklband2a"
    )
    assert {State.READY, State.SENDING, State.UNKNOWN, State.SENT, State.CHECKING, State.WAITING} == OPEN
