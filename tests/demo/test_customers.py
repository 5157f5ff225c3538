"""Customers: new ones, and those who come back, now and then with what they came with before."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from geste.demo.hotel.clientele import CLIENTELE
from geste.demo.simulation.chance import Chance
from geste.demo.simulation.customers import Customer, Customers
from geste.demo.simulation.draws import (
    AtHour,
    Between,
    DaysAgo,
    Draw,
    Facts,
    Of,
    OneOf,
    Same,
    Scene,
    drawn,
    nested,
)

START = datetime(2026, 3, 16, 9, 30, tzinfo=ZoneInfo("Australia/Sydney"))
DAY = timedelta(days=1)


def everybody(*, comes_back: int, same_trouble: int = 0, number: int = 60) -> list[Customer]:
    customers = Customers(replace(CLIENTELE, comes_back=comes_back, same_trouble=same_trouble), Chance(1, "customers"))
    return [customers.who_comes("heat" if day % 2 else "noise", START + day * DAY) for day in range(number)]


def test_nobody_comes_back_to_a_house_nobody_comes_back_to() -> None:
    assert len({customer.key for customer in everybody(comes_back=0)}) == 60


def test_nobody_comes_back_before_the_third_day() -> None:
    found = everybody(comes_back=100)

    assert [customer.key for customer in found[:3]] == list(dict.fromkeys(customer.key for customer in found[:3]))
    assert len({customer.key for customer in found}) == 3
    assert all(
        later - earlier >= 3 * DAY
        for customer in found
        for (earlier, _), (later, _) in zip(customer.came, customer.came[1:], strict=False)
    )


def test_who_comes_back_with_the_same_trouble_had_it_before() -> None:
    found = everybody(comes_back=60, same_trouble=100)
    # At first there is nobody yet who had the same trouble.
    again = [customer for customer in found if len(customer.came) > 1 and customer.came[-1][0] > START + 10 * DAY]

    assert again
    assert all(customer.came_before_with(customer.came[-1][1]) for customer in again)


def test_labels_are_in_the_customers_language() -> None:
    found = everybody(comes_back=0)
    french = [customer for customer in found if customer.language == "fr"]

    assert all(" chambre " in customer.label for customer in french)
    assert all(" room " in customer.label for customer in found if customer not in french)
    assert 0 < len(french) < len(found) / 2


@pytest.mark.parametrize(
    ("draw", "facts", "value"),
    [
        (Between(3, 3), {}, 3),
        (OneOf({"390": 1}), {}, "390"),
        (DaysAgo(4, 4), {}, "2026-03-12T"),
        (AtHour(18), {}, "2026-03-16T18:00:00+11:00"),
        (Same("a.b"), {"a.b": 7}, 7),
        (Of("a.price", times="a.nights"), {"a.price": "390", "a.nights": 3}, "1170.00"),
        (Of("a.price", percent=58), {"a.price": "168"}, "97.44"),
    ],
)
def test_a_draw_gives_what_its_table_says(draw: Draw, facts: dict[str, object], value: object) -> None:
    found = draw.draw(Scene(Chance(1, "draws"), START, facts))

    assert found == value if not isinstance(draw, DaysAgo) else str(found).startswith(str(value))


def test_later_facts_look_at_earlier_ones_and_stand_nested() -> None:
    table: Facts = {
        "stay.night_price": "320",
        "case.spoiled_price": Of("stay.night_price", percent=50),
        "case.loss": "time",
    }

    found = drawn(table, Scene(Chance(1, "draws"), START))

    assert nested(found) == {"stay": {"night_price": "320"}, "case": {"spoiled_price": "160.00", "loss": "time"}}
