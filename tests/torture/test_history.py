"""The checker of histories lets a sound one pass and finds each thing that can be wrong with one."""

import random

import pytest

from tests.torture.history import Answer, Call, Drawn, faults, gapless

PURSE = {"month": 100}


def call(key: str, amount: int, called: float, returned: float, answer: Answer = "given") -> Call:
    return Call(key, amount, ("month",), called, returned, answer)


def test_a_sound_history_has_no_faults() -> None:
    calls = [call("a", 60, 0, 2), call("b", 40, 1, 3), call("c", 1, 2.5, 4, "denied"), call("d", 5, 3, 9, "unknown")]

    assert faults(calls, {"month": [Drawn("a", 60, 40), Drawn("b", 40, 0)]}, PURSE) == []


@pytest.mark.parametrize(
    ("calls", "lines", "expected"),
    [
        ([call("a", 60, 0, 1), call("b", 60, 0, 1)], [Drawn("a", 60), Drawn("b", 60)], "month: overdrawn by 20 at b"),
        ([call("a", 60, 0, 1)], [Drawn("a", 60, 50)], "month: says 50 was left after a, and it was 40"),
        ([call("a", 10, 0, 1)], [Drawn("a", 10), Drawn("a", 10)], "month: a drawn 2 times"),
        ([call("a", 10, 0, 1)], [], "a: acknowledged, and the ledger has {'month': None}"),
        ([call("a", 10, 0, 1)], [Drawn("a", 9)], "a: acknowledged, and the ledger has {'month': 9}"),
        ([call("a", 20, 0, 1, "denied")], [Drawn("a", 20)], "a: refused, and the ledger has {'month': 20}"),
        ([call("a", 200, 0, 1, "unknown")], [Drawn("a", 20)], "a: half of it is in the ledger: {'month': 20}"),
        ([], [Drawn("a", 10)], "month: a was asked by nobody"),
        ([call("a", 10, 0, 1, "denied")], [], "a: refused 10 when no less than 100 was left"),
        (
            [call("a", 10, 0, 1), call("a", 10, 2, 3, "denied")],
            [Drawn("a", 10)],
            "a: answered both yes and no",
        ),
        (
            [call("a", 10, 0, 1), call("b", 10, 2, 3)],
            [Drawn("b", 10), Drawn("a", 10)],
            "month: a stands after b, which was asked when it was answered already",
        ),
        (
            [call("a", 90, 0, 1), call("b", 20, 2, 3, "denied"), call("c", 5, 0, 1)],
            [Drawn("c", 5), Drawn("a", 90)],
            None,
        ),
        (
            # The money was only gone after the refusal had been answered.
            [call("b", 20, 0, 1, "denied"), call("a", 90, 2, 3)],
            [Drawn("a", 90)],
            "b: refused 20 when no less than 100 was left",
        ),
    ],
)
def test_each_thing_that_can_be_wrong_is_found(calls: list[Call], lines: list[Drawn], expected: str | None) -> None:
    found = faults(calls, {"month": lines}, PURSE)

    assert (expected in found) if expected else found == []


def test_a_refusal_is_right_if_one_of_several_purses_was_short() -> None:
    both = Call("b", 20, ("month", "agent"), 2, 3, "denied")
    drawn = {"month": [Drawn("a", 10)], "agent": [Drawn("a", 10)]}

    asked = Call("a", 10, ("month", "agent"), 0, 1, "given")
    assert faults([asked, both], drawn, {"month": 100, "agent": 25}) == []
    assert faults([asked, both], drawn, {"month": 100, "agent": 30}) == ["b: refused 20 when no less than 20 was left"]


def test_half_of_a_gesture_is_found() -> None:
    asked = Call("a", 10, ("month", "agent"), 0, 1, "unknown")

    found = faults([asked], {"month": [Drawn("a", 10)], "agent": []}, {"month": 100, "agent": 100})

    assert found == ["a: half of it is in the ledger: {'month': 10, 'agent': None}"]


@pytest.mark.parametrize("seed", range(20))
def test_histories_of_a_true_purse_are_sound_and_a_changed_line_is_not(seed: int) -> None:
    chance, left = random.Random(seed), 1000
    calls: list[Call] = []
    lines: list[Drawn] = []
    for number in range(200):
        amount, began = chance.randint(1, 40), number + chance.random()
        is_given = amount <= left
        if is_given:
            left -= amount
            lines.append(Drawn(str(number), amount, left))
        calls.append(call(str(number), amount, began - 3, began + 3, "given" if is_given else "denied"))
    # Each was applied at its own moment; between them all the answers overlap.
    ordered = sorted(calls, key=lambda it: it.called)
    sound = [Call(it.key, it.amount, it.purses, int(it.key) - 0.4, int(it.key) + 0.4, it.answer) for it in ordered]

    assert faults(sound, {"month": lines}, {"month": 1000}) == []
    spoiled = chance.randrange(len(lines))
    wrong = [*lines[:spoiled], *lines[spoiled + 1 :]]
    assert faults(sound, {"month": wrong}, {"month": 1000}) != []


def test_numbers_without_a_gap_are_told_from_others() -> None:
    assert [gapless(numbers) for numbers in ([], [3], [3, 4, 5])] == [True] * 3
    assert [gapless(numbers) for numbers in ([3, 5], [3, 3], [4, 3])] == [False] * 3
