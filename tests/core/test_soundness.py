"""A book is sound if what each period holds is what its entries come to, and no entry is missing or altered."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from geste.core.ledger.accounts import Account
from geste.core.ledger.soundness import Held, Touch, Unsound, compared, folded

PERIOD = 7
SIDES = {
    "raise": (Account.ENVELOPES, Account.BUDGET, False, 1, 1),
    "lower": (Account.BUDGET, Account.ENVELOPES, False, -1, -1),
    "draw": (Account.GESTURES, Account.DUE_TO_CUSTOMERS, False, 0, -1),
    "give back": (Account.DUE_TO_CUSTOMERS, Account.GESTURES, True, 0, 1),
}
steps = st.lists(st.tuples(st.sampled_from(list(SIDES)), st.integers(1, 10**9)), min_size=1, max_size=12)


def touched(steps: list[tuple[str, int]]) -> tuple[list[Touch], Held]:
    """Return the entries of a life, as a careful ledger writes them, and what they come to."""
    touches, held = [], Held()
    for what, amount in steps:
        debit, credit, is_reversal, cap, left = SIDES[what]
        held = Held(held.cap + cap * amount, held.left + left * amount, held.seq + 1)
        touches.append(
            Touch(seq=held.seq, debit=debit, credit=credit, amount=amount, is_reversal=is_reversal, left=held.left)
        )
    return touches, held


@given(steps, st.integers(0, 12))
def test_what_was_written_with_care_is_sound_in_whatever_parts_it_is_read(
    steps: list[tuple[str, int]], cut: int
) -> None:
    touches, held = touched(steps)
    first, none = folded(Held(), touches[:cut], PERIOD)
    last, nothing = folded(first, touches[cut:], PERIOD)

    assert (last, none, nothing) == (held, [], [])
    assert compared(held, last, PERIOD) == []


@given(steps, st.data())
def test_one_altered_entry_is_one_fault_where_it_stands(steps: list[tuple[str, int]], data: st.DataObject) -> None:
    touches, _ = touched(steps)
    at = data.draw(st.integers(0, len(touches) - 1))
    touches[at] = replace(touches[at], amount=touches[at].amount + data.draw(st.integers(1, 100)))

    _, wrong = folded(Held(), touches, PERIOD)

    assert wrong == [Unsound("book.entry_altered", (("period", PERIOD), ("seq", at + 1)))]


@given(steps.filter(lambda steps: len(steps) > 1), st.data())
def test_a_missing_entry_is_found(steps: list[tuple[str, int]], data: st.DataObject) -> None:
    touches, _ = touched(steps)
    del touches[data.draw(st.integers(0, len(touches) - 2))]

    _, wrong = folded(Held(), touches, PERIOD)

    assert Unsound("book.entry_missing", wrong[0].values) == wrong[0]


@given(steps, st.integers(-100, 100).filter(bool))
def test_a_balance_that_was_written_over_is_found(steps: list[tuple[str, int]], by: int) -> None:
    _, held = touched(steps)

    found = compared(replace(held, left=held.left + by), held, PERIOD)

    assert found == [
        Unsound("book.balance_differs", (("period", PERIOD), ("found", held.left + by), ("expected", held.left)))
    ]
