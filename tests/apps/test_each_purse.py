"""Each: where every site or team has a purse of its own, one draws on it and the others do not feel it."""

from datetime import timedelta

import pytest

from geste.apps.base.actor import Actor
from geste.apps.gestures.models import Gesture
from geste.apps.gestures.room import room_today
from geste.apps.gestures.selectors import question_about
from geste.apps.gestures.services.turn_envelopes import turn_envelopes
from geste.apps.ledger.models import EnvelopeChange, EnvelopePeriod
from tests.make import CHARTER, NOW, make_actor, make_case, make_charter, make_gesture, propose

pytestmark = pytest.mark.django_db


def charter_with(each: str) -> str:
    return CHARTER.replace("every: month}}", f"every: month, each: {each}}}}}")


def left_for(actor: Actor) -> object:
    standing = question_about(make_case(actor), actor=actor, now=NOW).asked["standing"]
    assert isinstance(standing, dict)
    return standing["envelopes"]["month"]["left"]


def test_each_site_draws_on_its_own() -> None:
    make_charter(charter_with("site"))
    harbour, airport = make_actor("tomas"), make_actor("leo", site="Airport")
    for _ in range(2):
        make_gesture(harbour, make_case(harbour), "credit", "500")

    assert (left_for(harbour), left_for(airport)) == ("0.00", "1000.00")
    assert propose(harbour, make_case(harbour), "credit", "1").decision.authority == "beyond"
    assert propose(airport, make_case(airport), "credit", "500").decision.authority == "within"
    assert [(row.holder, row.left) for row in EnvelopePeriod.objects.order_by("pk")] == [
        (f"site:{harbour.site_id}", 0),
        (f"site:{airport.site_id}", 50_000),
    ]


def test_each_team_draws_on_its_own_and_whoever_has_none_on_one_more() -> None:
    make_charter(charter_with("team"))
    night, wide = make_actor("tomas"), make_actor("mei", site="")
    make_gesture(night, make_case(night), "credit", "400")
    make_gesture(wide, make_case(wide), "credit", "100")

    assert (left_for(night), left_for(wide)) == ("600.00", "900.00")
    assert {row.holder for row in EnvelopePeriod.objects.all()} == {f"team:{night.team_id}", "team:none"}
    from geste.apps.charters.selectors import charter_in_force

    room = room_today(night, in_force=charter_in_force(at=NOW), at=NOW)
    assert [(envelope.id, left) for envelope, left in room.envelopes] == [("month", 60_000)]


def test_a_worker_turns_what_is_due_and_waits_where_a_clock_has_jumped_too_far() -> None:
    make_charter(charter_with("site"))
    harbour, airport = make_actor("tomas"), make_actor("leo", site="Airport")
    make_gesture(harbour, make_case(harbour), "credit", "400")
    assert airport.site_id is not None

    assert turn_envelopes(now=NOW) == 0
    assert turn_envelopes(now=NOW + timedelta(days=400)) == 0
    assert turn_envelopes(now=NOW + timedelta(days=30)) == 1
    assert turn_envelopes(now=NOW + timedelta(days=30)) == 0

    rows = EnvelopePeriod.objects.order_by("number")
    assert [(row.holder, row.opened_by, row.left) for row in rows[1:]] == [
        (f"site:{harbour.site_id}", "worker", 100_000)
    ]


def test_a_worker_says_when_a_newer_charter_has_raised_an_envelope() -> None:
    make_charter()
    agent = make_actor()
    make_gesture(agent, make_case(agent), "credit", "400")
    make_charter(CHARTER.replace("amount: 1000", "amount: 1500"), version=2)

    assert turn_envelopes(now=NOW) == 1

    change = EnvelopeChange.objects.latest("pk")
    assert (change.why, change.charter_version, change.entry.amount) == ("charter", 2, 50_000)


def test_without_it_there_is_one_for_all() -> None:
    make_charter()
    harbour, airport = make_actor("tomas"), make_actor("leo", site="Airport")
    make_gesture(harbour, make_case(harbour), "credit", "400")

    assert (left_for(harbour), left_for(airport)) == ("600.00", "600.00")
    assert Gesture.objects.get().entry is not None
    assert EnvelopePeriod.objects.get().holder == ""
