"""Handing on: each event reaches its handlers once, in order, and waits if a handler fails."""

from datetime import datetime, timedelta

import pytest

from geste.apps.base.events import Event, emit
from geste.apps.base.services.hand_on_events import Flow, Handler, NotYet, hand_on_events
from geste.apps.cases.events import CaseClosed, CaseOpened
from geste.flow import FLOW
from tests.make import NOW

LATER = NOW + timedelta(minutes=1)


def keep_in(seen: list[Event]) -> Handler:
    """Return a handler that keeps what it is handed."""
    return lambda event, _: seen.append(event)


@pytest.mark.django_db(transaction=True)
def test_events_are_handed_on_once_oldest_first() -> None:
    seen: list[Event] = []
    emit(CaseOpened(at=NOW, case_id=1))
    emit(CaseClosed(at=LATER, case_id=1))
    flow = {CaseClosed: [keep_in(seen)], CaseOpened: [keep_in(seen)]}

    assert hand_on_events(flow=flow, now=LATER) == 2
    assert hand_on_events(flow=flow, now=LATER) == 0
    assert seen == [CaseOpened(at=NOW, case_id=1), CaseClosed(at=LATER, case_id=1)]


@pytest.mark.django_db(transaction=True)
def test_a_failing_handler_leaves_its_event_waiting() -> None:
    seen: list[Event] = []

    def refuse(_: Event, now: datetime) -> None:
        raise ZeroDivisionError

    emit(CaseOpened(at=NOW, case_id=1))

    with pytest.raises(ZeroDivisionError):
        hand_on_events(flow={CaseOpened: [refuse]}, now=NOW)
    assert hand_on_events(flow={CaseOpened: [keep_in(seen)]}, now=NOW) == 1
    assert len(seen) == 1


@pytest.mark.django_db(transaction=True)
def test_what_comes_too_early_waits_with_its_kind_and_holds_nothing_else_up() -> None:
    seen: list[Event] = []

    def too_early(event: CaseOpened, now: datetime) -> None:
        if now < LATER:
            raise NotYet
        seen.append(event)

    opened, closed = CaseOpened(at=NOW, case_id=1), CaseClosed(at=NOW, case_id=1)
    emit(opened)
    emit(CaseOpened(at=NOW, case_id=2))
    emit(closed)
    flow: Flow = {CaseOpened: [too_early], CaseClosed: [keep_in(seen)]}

    assert (hand_on_events(flow=flow, now=NOW), seen) == (1, [closed])
    assert hand_on_events(flow=flow, now=LATER) == 2
    assert seen == [closed, opened, CaseOpened(at=NOW, case_id=2)]


def test_every_event_has_its_line_in_the_flow() -> None:
    # A class with slots is made twice, so events are compared by the name they are kept under.
    assert {event.name() for event in Event.__subclasses__()} == {event.name() for event in FLOW}
