"""Choices: what people at the frontline do, and what the charter makes of it."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from geste.apps.cases.models import Outcome, RootIssue
from geste.core.charter.vocabulary import Text
from geste.core.decision.prepared import PreparedCharter, prepare
from geste.demo.company import charter_of
from geste.demo.hotel import HOTEL
from geste.demo.hotel.people import PEOPLE, SHIFTS
from geste.demo.simulation.chance import Chance
from geste.demo.simulation.choices import Frontline, Move, Way
from geste.demo.simulation.desk import Desk
from geste.demo.simulation.draws import OneOf
from geste.demo.story import Proposed, ToldCase

SYDNEY = ZoneInfo("Australia/Sydney")
AT = "2026-05-14T23:30:00+10:00"
NOTE = Text("Awake since midnight.", "Debout depuis minuit.")


@cache
def prepared() -> PreparedCharter:
    return prepare(charter_of(HOTEL))


@pytest.fixture
def frontline() -> Frontline:
    return Frontline(Desk(prepared(), PEOPLE, SYDNEY), SHIFTS)


def told(reference: str = "C1", *, price: str = "390", nights: int = 1, customer: str = "lee") -> ToldCase:
    return ToldCase(
        reference=reference,
        heard_by="tomas",
        at=AT,
        customer=customer,
        customer_label="Mr Lee",
        words="It is hot.",
        facts={"stay": {"night_price": price}},
        learnt={
            "stay.affected_nights": nights,
            "case.spoiled_price": str(int(price) * nights),
            "case.severity": "ruined",
        },
    )


def with_a_promise_broken() -> ToldCase:
    case = told()
    return replace(case, learnt={**case.learnt, "stay.promise_broken": True})


def settle(frontline: Frontline, case: ToldCase, *moves: Move, **way: object) -> ToldCase:
    return frontline.settle(case, Way(weight=1, moves=moves, **way), Chance(1, "choices"))  # type: ignore[arg-type]


def gave(case: ToldCase) -> list[tuple[str, str | None, bool]]:
    return [(each.gesture, each.amount, each.is_given) for each in case.proposed]


def test_the_amount_is_what_the_charter_suggests(frontline: Frontline) -> None:
    case = settle(frontline, told(), Move(gesture="put_right"), Move(gesture="night_credit"))

    assert gave(case) == [("put_right", None, True), ("night_credit", "390.00", True)]
    assert (case.ended, case.root_issue) == (Outcome.FIXED_WITH_GESTURE, RootIssue.FIXED)
    assert [(given.account, given.envelope, given.posted) for given in frontline.desk.record.given] == [
        ("gestures", "", 0),
        ("foregone_revenue", "gestures", 39_000),
    ]


def test_what_is_owed_comes_first_and_from_elsewhere(frontline: Frontline) -> None:
    case = settle(frontline, with_a_promise_broken(), Move(gesture="put_right"))

    assert gave(case) == [("part_of_night", "97.50", True), ("put_right", None, True)]
    assert [(given.account, given.posted) for given in frontline.desk.record.given] == [
        ("owed", 9_750),
        ("gestures", 0),
    ]


def test_owed_alone_is_said_to_be_owed_alone(frontline: Frontline) -> None:
    assert settle(frontline, with_a_promise_broken()).ended is Outcome.OWED_ONLY


def test_beyond_the_charter_is_a_no_that_is_kept_with_what_was_done_instead(frontline: Frontline) -> None:
    case = settle(frontline, told(nights=2), Move(gesture="night_credit", asks="price"), Move(gesture="sorry_note"))

    assert gave(case) == [("night_credit", "780", False), ("sorry_note", None, True)]
    assert case.ended is Outcome.DECLINED_WITH_ALTERNATIVE
    assert [given.gesture for given in frontline.desk.record.given] == ["sorry_note"]


def test_acting_first_is_posted_to_settle_and_draws_on_no_envelope(frontline: Frontline) -> None:
    move = Move(gesture="night_credit", asks="right", act_first=True, note=NOTE)

    case = settle(frontline, told(nights=3), move)

    assert case.proposed == (
        Proposed(gesture="night_credit", amount="1170.00", note="Awake since midnight.", act_first=True),
    )
    (given,) = frontline.desk.record.given
    assert (given.account, given.envelope, given.posted) == ("to_settle", "", 117_000)


def test_a_colleague_steps_in_where_the_first_persons_room_ends(frontline: Frontline) -> None:
    by_manager = Move(gesture="night_credit", asks="right", by="duty_manager")

    case = settle(frontline, told(nights=3), Move(gesture="night_credit", asks="right"), by_manager)

    assert gave(case) == [("night_credit", "1170.00", False), ("night_credit", "1170.00", True)]
    assert case.proposed[0].by == ""
    assert next(person.role for person in PEOPLE if person.username == case.proposed[1].by) == "duty_manager"
    assert case.ended is Outcome.FIXED_WITH_GESTURE


def test_where_the_charter_does_not_reach_people_propose_something_else(frontline: Frontline) -> None:
    drinks = Move(gesture="food_and_drink", asks=OneOf({"24": 1}))

    case = settle(frontline, told(nights=0), Move(gesture="night_credit", or_else=drinks))

    assert gave(case) == [("food_and_drink", "24", True)]


def test_after_three_refunds_the_case_is_handed_over(frontline: Frontline) -> None:
    for number in range(3):
        settle(frontline, told(f"C{number}", price="60"), Move(gesture="night_credit"))

    case = settle(frontline, told("C4", price="60"), Move(gesture="night_credit", asks="price"))

    assert gave(case) == [("night_credit", "60", False), ("call_back", None, True)]
    assert (case.ended, case.root_issue) == (Outcome.HANDED_OVER, RootIssue.OPEN)


def test_a_quarter_of_the_envelope_is_left_for_whoever_comes_next(frontline: Frontline) -> None:
    cases = [told(f"C{number}", customer=f"guest-{number}", price="500") for number in range(12)]

    ends = [settle(frontline, case, Move(gesture="put_right"), Move(gesture="night_credit")).ended for case in cases]

    assert frontline.desk.record.left_in("gestures", cases[0].moment) == 150_000
    assert ends == [Outcome.FIXED_WITH_GESTURE] * 9 + [Outcome.FIXED] * 3


def test_the_next_month_has_a_full_envelope(frontline: Frontline) -> None:
    case = told()
    settle(frontline, case, Move(gesture="night_credit"))

    assert frontline.desk.record.left_in("gestures", case.moment) == 561_000
    assert frontline.desk.record.left_in("gestures", case.moment + timedelta(days=30)) == 600_000


def test_clocks_put_back_within_a_month_do_not_fill_an_envelope_again(frontline: Frontline) -> None:
    before = replace(told(), at="2026-04-03T23:30:00+11:00")
    settle(frontline, before, Move(gesture="night_credit"))

    after = datetime.fromisoformat("2026-04-23T23:30:00+10:00")
    assert frontline.desk.record.left_in("gestures", after) == 561_000


def test_being_heard_needs_no_gesture(frontline: Frontline) -> None:
    case = settle(frontline, with_a_promise_broken(), ends=Outcome.HEARD)

    assert (case.proposed, case.ended, case.root_issue) == ((), Outcome.HEARD, RootIssue.OPEN)


def test_what_cannot_be_mended_tonight_says_why_in_the_agents_own_words(frontline: Frontline) -> None:
    case = settle(frontline, told(), Move(gesture="sorry_note"), not_now=Text("It comes at seven.", "Il vient à 7 h."))

    assert (case.root_issue, case.because) == (RootIssue.NOT_NOW, "It comes at seven.")
