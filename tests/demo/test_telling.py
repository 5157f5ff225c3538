"""Telling: a whole company, told through the services. Ledger and pages agree with the simulation to the cent."""

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from geste.apps.cases.models import Case
from geste.apps.gestures.models import Gesture
from geste.demo.company import charter_of
from geste.demo.names import SEED, SHOP
from geste.demo.shop import SHOP as LAMPS
from geste.demo.telling import tell
from geste.interfaces.web.speech import amount
from tests.demo.conftest import whole_life
from tests.make import entries_of_gestures

if TYPE_CHECKING:
    from geste.demo.simulation.record import Given

pytestmark = pytest.mark.django_db
EVERY = 25
A_SET_OF_BULBS = 2_90
"""What it costs the shop, whatever it is worth to the customer."""
"""Receipts looked at: one in so many."""


def by_month(given: "Given") -> tuple[str, str, str]:
    return given.account, given.envelope, f"{given.at:%Y-%m}"


def test_twelve_weeks_add_up_in_the_ledger_and_on_the_receipts() -> None:
    life = whole_life(SHOP, SEED)
    expected: Counter[tuple[str, str, str]] = Counter()
    for given in life.given:
        expected[by_month(given)] += given.posted

    person = tell(LAMPS, life)

    found: Counter[tuple[str, str, str]] = Counter()
    for entry in entries_of_gestures().all():
        found[entry.debit, entry.envelope, f"{entry.occurred_at:%Y-%m}"] += entry.amount
    assert found == +expected
    goods = entries_of_gestures().filter(debit="cost_price", gesture__what="add_on")
    assert set(goods.values_list("amount", flat=True)) == {A_SET_OF_BULBS}
    assert goods.values("gesture__amount").distinct().count() > 1
    assert Case.objects.exclude(status="open").count() == len(life.cases) + 2
    assert Gesture.objects.count() == len(life.given)

    client = Client()
    client.force_login(person)
    currency = charter_of(LAMPS).currency
    for gesture, given in list(zip(Gesture.objects.order_by("pk"), life.given, strict=True))[::EVERY]:
        page = client.get(f"/receipts/{gesture.pk}").content.decode()
        assert (gesture.what, str(gesture.case)) == (given.gesture, given.case)
        assert (amount(given.amount, currency) if given.amount else "") in page
        assert (amount(given.posted, currency) if given.posted else "No entry") in page
