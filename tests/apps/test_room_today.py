"""My room today: what the case, the limits on the person and the envelopes leave, to the cent and to the day."""

from datetime import timedelta

import pytest

from geste.apps.charters.selectors import charter_in_force
from geste.apps.gestures.room import RoomToday, room_today
from tests.make import CHARTER, NOW, make_actor, make_case, make_charter, make_gesture

pytestmark = pytest.mark.django_db

THRIFTY = """
  thrifty:
    per: agent
    within: 7 days
    covers: [drink]
    at_most: {{times: 2}}
envelopes:"""
LIMITED = CHARTER.replace("\nenvelopes:", THRIFTY)


def room(name: str, *, days_later: int = 0) -> RoomToday:
    """Return somebody's room."""
    at = NOW + timedelta(days=days_later)
    return room_today(make_actor(name), in_force=charter_in_force(at=at), at=at)


def test_a_fresh_day_leaves_everything() -> None:
    make_charter(LIMITED)

    found = room("tomas")

    assert found.a_case == 50000
    assert [(envelope.id, left) for envelope, left in found.envelopes] == [("month", 100000)]
    assert [(limit.id, left) for limit, left in found.limits] == [("thrifty", 2)]


def test_what_was_given_is_taken_off_for_whom_it_concerns() -> None:
    make_charter(LIMITED)
    tomas = make_actor("tomas")
    make_gesture(tomas, make_case(tomas), "drink", "60")
    make_gesture(tomas, make_case(tomas), "credit", "100.50")

    # A drink of 60 really costs 35 % of it, and that is what the envelope pays.
    assert [left for _, left in room("tomas").envelopes] == [100000 - 2100 - 10050]
    assert [left for _, left in room("tomas").limits] == [1]
    assert [left for _, left in room("ana").limits] == [2]


def test_a_limit_forgets_after_its_window() -> None:
    make_charter(LIMITED)
    tomas = make_actor("tomas")
    make_gesture(tomas, make_case(tomas), "drink", "5")

    assert [left for _, left in room("tomas", days_later=7).limits] == [1]
    assert [left for _, left in room("tomas", days_later=8).limits] == [2]
