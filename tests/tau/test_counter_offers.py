"""Counter-offers: where the data says what would have been allowed instead, just that much is, and no more."""

from collections import Counter
from typing import Any

import pytest

from tests.tau.converting import ABSENT, DATA, Json, input_line, read_cases
from tests.tau.policies import POLICIES, prepared

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason=ABSENT)

STRANGE_METHOD = "gift_card_of_somebody_else"
RULES_ON_METHODS = {"R.RET.METHOD", "R.CANCEL.ORIG", "R.PAY.PROFILE", "R.PAY.GCBAL"}


def test_the_data_holds_the_offers_this_proof_counts() -> None:
    offers = (offer for name in POLICIES for case in read_cases(name) for offer in case["expect"]["counter"])

    assert Counter(offers) == {"min_charged": 106, "max_amount": 12, "refund_to": 1016, "payment": 60}


@pytest.mark.parametrize("name", ["airline-tau2", "airline-plus"])
def test_the_fewest_bags_charged_are_enough_and_one_less_is_not(name: str) -> None:
    for case, fewest in _offers(name, "min_charged"):
        assert "A.BAG.ALLOW" not in _broken(name, case, charged_bags=fewest), case["case_id"]
        assert fewest == 0 or "A.BAG.ALLOW" in _broken(name, case, charged_bags=fewest - 1), case["case_id"]


def test_the_largest_certificate_may_be_given_and_one_cent_more_may_not() -> None:
    for case, most in _offers("airline-plus", "max_amount"):
        assert "A.COMP.DELAYED" not in _broken("airline-plus", case, amount=f"{most}.00"), case["case_id"]
        assert "A.COMP.DELAYED" in _broken("airline-plus", case, amount=f"{most}.01"), case["case_id"]


@pytest.mark.parametrize("name", ["retail-tau2", "retail-plus"])
@pytest.mark.parametrize("place", ["refund_to", "payment"])
def test_money_moves_by_the_methods_named_and_by_no_other(name: str, place: str) -> None:
    for case, named in _offers(name, place):
        methods = {*case["facts"]["customer"]["payment_methods"], case["facts"]["order"]["original_payment"]}

        allowed = {
            method
            for method in {*methods, STRANGE_METHOD}
            if not _broken(name, case, **{place: method}) & RULES_ON_METHODS
        }

        assert allowed == ({named} if isinstance(named, str) else set(named)), case["case_id"]


def _offers(name: str, offer: str) -> list[tuple[Json, Any]]:
    counters = [(case, case["expect"]["counter"]) for case in read_cases(name)]
    return [(case, counter[offer]) for case, counter in counters if offer in counter]


def _broken(name: str, case: Json, **proposed: object) -> set[str | int]:
    """Return the rules a case breaks once these details of its proposal are changed."""
    ready, line = prepared(name), input_line(case)
    line["proposal"] |= proposed
    decision = ready.decide(ready.read(line))
    return {value for reason in decision.reasons for key, value in reason.values if key == "clause"}
