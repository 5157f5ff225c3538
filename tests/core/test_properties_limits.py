"""Property: caps and limits are cumulative; however a gesture is split, what is `within` never exceeds them."""

from itertools import pairwise
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from geste.core.charter.reading import read_charter
from geste.core.decision.prepared import prepare
from geste.core.money import Currency, format_amount

AUD = Currency("AUD", 2)
CHARTER = """\
charter: split
version: 1
currency: AUD
effective: 2026-05-01
purpose: People should want to come back.
roles:
  desk: {{name: Desk, cap: {case}}}
gestures:
  refund: {{name: Refund, kind: money_now, cap: {own}}}
  voucher: {{name: Voucher, kind: money_later, cap: 900}}
limits:
  yearly: {{per: customer, within: 12 months, covers: [refund], at_most: {{amount: {yearly}}}}}
  ever: {{per: instrument, at_most: {{amount: {ever}}}}}
envelopes:
  month: {{name: Month, amount: {month}}}
"""
NOW = "2026-05-14T12:00:00+10:00"


class Caps(NamedTuple):
    """What bounds a refund, in minor units: in the case in all, of its own, of the customer, the card, the envelope."""

    case: int
    own: int
    yearly: int
    ever: int
    month: int


class Portion(NamedTuple):
    """A part of what is given: which gesture, how much, and in which of two cases of the same customer."""

    gesture: str
    amount: int
    case: int


class Till:
    """One customer at one desk: what was given so far, and what the charter says of more."""

    def __init__(self, caps: Caps) -> None:
        text = CHARTER.format(**{name: format_amount(cap, AUD) for name, cap in caps._asdict().items()})
        charter = read_charter(text).charter
        assert charter is not None
        self._engine = prepare(charter)
        self._caps = caps
        self.given: list[Portion] = []

    def ask(self, portion: Portion) -> tuple[str, int]:
        """Return authority and headroom; nothing is given yet."""
        left = self._caps.month - sum(given.amount for given in self.given)
        request = {
            "actor": {"role": "desk"},
            "facts": {"now": NOW},
            "standing": {
                "given": [self._earlier(given, portion.case) for given in self.given],
                "envelopes": {"month": {"left": format_amount(left, AUD)}},
            },
            "proposal": {"gesture": portion.gesture, "amount": format_amount(portion.amount, AUD)},
        }
        decision = self._engine.decide(self._engine.read(request))
        assert decision.headroom is not None
        return decision.authority, decision.headroom

    def _earlier(self, given: Portion, case: int) -> dict[str, object]:
        scopes = ["customer", "instrument", *(["case"] if given.case == case else [])]
        return {"gesture": given.gesture, "amount": format_amount(given.amount, AUD), "at": NOW, "scopes": scopes}

    def total(self, gesture: str = "", case: int | None = None) -> int:
        """Return what was given: of one gesture or all, in one case or all."""
        return sum(
            given.amount
            for given in self.given
            if gesture in ("", given.gesture) and (case is None or given.case == case)
        )

    def room(self, gesture: str, case: int) -> int:
        """Return how much more may be given, counted independently of the charter."""
        caps = self._caps
        own = caps.own if gesture == "refund" else 90_000
        left = [
            caps.case - self.total(case=case),
            own - self.total(gesture, case),
            caps.ever - self.total(),
            caps.month - self.total(),
        ]
        if gesture == "refund":
            left.append(caps.yearly - self.total("refund"))
        return max(0, min(left))


amounts = st.integers(1, 60_000)
caps_of_all_sizes = st.builds(Caps, *[amounts] * 5)
portions = st.builds(
    Portion, st.sampled_from(("refund", "refund", "voucher")), st.integers(1, 30_000), st.integers(0, 1)
)


def check_any_split_stays_within(caps: Caps, asked: list[Portion]) -> None:
    till = Till(caps)
    for portion in asked:
        room = till.room(portion.gesture, portion.case)

        authority, headroom = till.ask(portion)

        assert headroom == room
        assert authority == ("within" if portion.amount <= room else "beyond")
        if authority == "within":
            till.given.append(portion)
    assert till.total() <= min(caps.ever, caps.month)
    assert till.total("refund") <= caps.yearly
    for case in (0, 1):
        assert till.total(case=case) <= caps.case
        assert till.total("refund", case) <= caps.own


def check_greedy_split_gets_what_one_gesture_could(caps: Caps, cuts: list[int]) -> None:
    whole = Till(caps).ask(Portion("refund", 1, 0))[1]
    places = sorted({0, whole, *(cut % (whole + 1) for cut in cuts)})
    till = Till(caps)
    for start, end in pairwise(places):
        portion = Portion("refund", end - start, 0)
        assert till.ask(portion)[0] == "within"
        till.given.append(portion)

    assert till.total() == whole == min(caps)
    assert till.ask(Portion("refund", 1, 0)) == ("beyond", 0)
    assert till.ask(Portion("refund", 1, 1))[0] == ("within" if till.room("refund", 1) else "beyond")


@given(caps_of_all_sizes, st.lists(portions, min_size=1, max_size=6))
@settings(derandomize=True, max_examples=25)
def test_no_split_over_gestures_and_cases_passes_a_cap(caps: Caps, asked: list[Portion]) -> None:
    check_any_split_stays_within(caps, asked)


@given(caps_of_all_sizes, st.lists(st.integers(0, 60_000), max_size=4))
@settings(derandomize=True, max_examples=25)
def test_portions_of_a_gesture_get_what_the_whole_could_have_had(caps: Caps, cuts: list[int]) -> None:
    check_greedy_split_gets_what_one_gesture_could(caps, cuts)
