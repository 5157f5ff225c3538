"""Rounding down: what a charter takes off a total, and what a year of it comes to."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geste.core.charter.amount_rule import Rounding
from geste.core.charter.reading import read_charter
from geste.core.charter.syntax import Gesture
from geste.core.decision.prepared import prepare
from geste.core.decision.rounding import forecast_of_rounding, rounding_of

TEXT = """\
charter: c
version: 1
currency: EUR
effective: 2026-05-01
purpose: P
facts: {sale: {total: money, shipping: money}}
parameters: {step: 0.05 EUR}
gestures:
  cents: {name: C, kind: rounding, amount: %s}
"""


def gesture(amount: str) -> Gesture:
    """Return the one gesture of a charter, with this amount."""
    charter = read_charter(TEXT % amount).charter
    assert charter is not None
    return charter.gestures[0]


@pytest.mark.parametrize(
    ("amount", "rounding"),
    [
        ("{round_down: sale.total, to: 0.10}", Rounding("sale.total", 10)),
        ("{round_down: sale.total, to: step}", Rounding("sale.total", 5)),
        ("{exactly: sale.total % 0.10}", Rounding("sale.total", 10)),
        ("{exactly: sale.total}", None),
        ("{exactly: (sale.total + sale.shipping) % 0.10}", None),
        ("{at_most: sale.total % 0.10}", None),
        ("none", None),
    ],
)
def test_what_is_rounded_can_be_read_off_the_gesture(amount: str, rounding: Rounding | None) -> None:
    assert gesture(amount).amount.rounding == rounding


@pytest.mark.parametrize(
    ("gesture", "margin", "rounding"),
    [
        ("{name: C, kind: rounding, amount: {at_most: 0.09}}", True, Rounding("sale.total", 10)),
        ("{name: C, kind: rounding, amount: {at_most: 0.04}}", True, Rounding("sale.total", 5)),
        ("{name: C, kind: rounding, amount: {at_most: 0.24}}", True, Rounding("sale.total", 25)),
        ("{name: C, kind: rounding, amount: {at_most: 19.99}}", True, Rounding("sale.total", 2_000)),
        ("{name: C, kind: rounding, amount: {at_most: 0.09}}", False, Rounding("", 10)),
        (
            "{name: C, kind: rounding, amount: {round_down: sale.shipping, to: 0.05}}",
            True,
            Rounding("sale.shipping", 5),
        ),
        ("{name: C, kind: money_now, amount: {round_down: sale.total, to: 0.05}}", False, Rounding("sale.total", 5)),
        ("{name: C, kind: rounding, amount: {at_most: 0.50}}", True, None),
        ("{name: C, kind: rounding, amount: {at_most: {percent: 5 %, of: sale.total}}}", True, None),
        ("{name: C, kind: rounding, cap: 0.09}", True, None),
        ("{name: C, kind: money_now, amount: {at_most: 0.09}}", True, None),
        ("{name: C, kind: rounding, amount: none}", True, None),
    ],
)
def test_a_gesture_rounds_what_the_charter_says_or_its_cap_and_margin_mean(
    gesture: str, margin: bool, rounding: Rounding | None
) -> None:
    text = TEXT.replace("{name: C, kind: rounding, amount: %s}", gesture)
    text = text.replace("shipping: money", "shipping: money, cost: money")
    charter = read_charter(text + "margin: {price: sale.total, cost: sale.cost}\n" * margin).charter
    assert charter is not None

    assert rounding_of(charter, charter.gestures[0]) == rounding


@pytest.mark.item("S0.22")
@given(total=st.integers(0, 10_000), step=st.integers(2, 500))
def test_a_total_is_rounded_to_the_last_whole_step_below(total: int, step: int) -> None:
    charter = read_charter(TEXT % f"{{round_down: sale.total, to: {step / 100:.2f}}}").charter
    assert charter is not None
    prepared = prepare(charter)
    request = {"actor": {"role": "everyone"}, "facts": {"sale": {"total": f"{total / 100:.2f}"}}}
    (option,) = (one for one in prepared.options(prepared.read(request)) if one.gesture == "cents")

    taken = option.decision.amount
    assert taken is not None
    assert 0 <= taken < step
    assert (total - taken) % step == 0


@pytest.mark.item("S0.22")
@pytest.mark.parametrize(
    ("step", "cost"),
    [(5, 1_200_00), (10, 2_700_00), (1, 0), (100, 29_700_00)],
)
def test_rounding_200_sales_a_day_costs_this_much_a_year(step: int, cost: int) -> None:
    assert forecast_of_rounding(step, sales_per_day=200, days=300) == cost


def test_half_a_unit_is_rounded_up_and_only_once() -> None:
    assert forecast_of_rounding(10, sales_per_day=1, days=1) == 5
    assert forecast_of_rounding(10, sales_per_day=1, days=3) == 14
    assert forecast_of_rounding(10, sales_per_day=0, days=300) == 0


@given(step=st.integers(1, 300), rounds=st.integers(0, 20))
def test_the_forecast_is_the_mean_over_all_endings(step: int, rounds: int) -> None:
    mean = Fraction(sum(total % step for total in range(step)), step)

    # Twice as many sales, so that no half unit is left to round.
    assert forecast_of_rounding(step, sales_per_day=2, days=rounds) == 2 * rounds * mean


@pytest.mark.parametrize(("step", "sales", "days"), [(0, 1, 1), (-5, 1, 1), (5, -1, 1), (5, 1, -1)])
def test_what_cannot_be_forecast_is_refused(step: int, sales: int, days: int) -> None:
    with pytest.raises(ValueError, match="a step is positive"):
        forecast_of_rounding(step, sales, days)
