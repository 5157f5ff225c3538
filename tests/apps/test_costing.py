"""What a gesture costs and where it is booked, as the charter says."""

from pathlib import Path

import pytest

from geste.apps.gestures.costing import account_for, real_cost
from geste.apps.ledger.models import Account
from geste.core.charter.reading import read_charter
from geste.core.decision.prepared import PreparedCharter, prepare

BAKERY = Path(__file__).resolve().parents[2] / "examples" / "charters" / "bakery.yaml"


@pytest.fixture(scope="module")
def bakery() -> PreparedCharter:
    charter = read_charter(BAKERY.read_bytes()).charter
    assert charter is not None
    return prepare(charter)


@pytest.mark.item("S0.24")
def test_an_item_worth_6_added_to_a_purchase_of_120_is_booked_at_its_unit_cost(bakery: PreparedCharter) -> None:
    request = bakery.read(
        {
            "actor": {"role": "counter"},
            "facts": {"sale": {"total": "120"}},
            "proposal": {"gesture": "add_on", "amount": "6"},
        }
    )
    assert bakery.decide(request).authority == "within"

    assert real_cost(bakery, request, "add_on", 6_00) == 2_40
    assert account_for(bakery, "add_on", "do") is Account.COST_PRICE
