"""What was asked, with its texts struck out: no word of a customer is left, and the answer is what it was.

That it is so for every case of the corpus is asked where the corpus is.
"""

from collections.abc import Mapping

import pytest

from geste.core.charter.reading import read_charter
from geste.core.charter.syntax import Charter
from geste.core.decision.forgotten import STRUCK, texts_in, without_texts
from geste.core.decision.prepared import prepare

CHARTER = """
charter: c
version: 1
currency: AUD
effective: 2026-05-01
purpose: Be kind.
facts:
  guest: {name: text, spent: money}
  stay:
    booked_by: {type: text, from: customer}
    tier: text
    guests: {type: list, of: {name: text, nights: number}}
  proposal: {reason: text}
gestures:
  refund:
    name: R
    kind: money_now
    cap: 100
    when: 'guest.name == stay.booked_by && stay.tier in ["gold", "silver"]'
"""


@pytest.fixture(scope="module")
def charter() -> Charter:
    found = read_charter(CHARTER).charter
    assert found is not None
    return found


def asked(name: str, booked_by: str, tier: str) -> dict[str, object]:
    return {
        "id": "H-1",
        "actor": {"role": "everyone", "kind": "agent"},
        "facts": {
            "guest": {"name": name, "spent": "40.00"},
            "stay": {
                "booked_by": {"confirmed": booked_by},
                "tier": tier,
                "guests": [{"name": name, "nights": 2}, {"name": "Ann", "nights": 1}],
            },
            "now": "2026-05-14T01:07:00+10:00",
        },
        "proposal": {"gesture": "refund", "amount": "5", "reason": "Lee asked."},
    }


def test_texts_go_and_what_was_compared_still_compares(charter: Charter) -> None:
    told = without_texts(charter, asked("Lee", "Lee", "gold"))

    assert told == {
        "id": "H-1",
        "actor": {"role": "everyone", "kind": "agent"},
        "facts": {
            "guest": {"name": f"{STRUCK}1", "spent": "40.00"},
            "stay": {
                "booked_by": {"confirmed": f"{STRUCK}1"},
                "tier": "gold",
                "guests": [{"name": f"{STRUCK}1", "nights": 2}, {"name": f"{STRUCK}2", "nights": 1}],
            },
            "now": "2026-05-14T01:07:00+10:00",
        },
        "proposal": {"gesture": "refund", "amount": "5", "reason": f"{STRUCK}3"},
    }
    assert without_texts(charter, told) == told


def test_a_text_that_looks_struck_out_is_struck_out_too(charter: Charter) -> None:
    assert STRUCK + "Lee" not in str(without_texts(charter, asked(f"{STRUCK}Lee", "Ann", "gold")))


def test_the_texts_stated_are_told_except_those_of_the_charter(charter: Charter) -> None:
    facts = asked("Lee", "Kim", "silver")["facts"]
    assert isinstance(facts, Mapping)

    assert texts_in(charter, facts) == {"Lee", "Kim", "Ann"}


@pytest.mark.parametrize(
    "said", [("Lee", "Lee", "gold"), ("Lee", "Kim", "gold"), ("Lee", "Lee", "bronze"), ("gold", "gold", "silver")]
)
def test_it_is_decided_as_it_was(charter: Charter, said: tuple[str, str, str]) -> None:
    prepared, request = prepare(charter), asked(*said)

    assert prepared.decide(prepared.read(without_texts(charter, request))) == prepared.decide(prepared.read(request))
