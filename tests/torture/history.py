"""History: was what a crowd saw possible? A checker that needs no luck, because the ledger carries its own order.

A purse is anything that runs out: an envelope, a cap of one agent, a limit of one customer. What the ledger says was
drawn stands in the order it was drawn; what clients say has the moments between which it must have happened. Both
together tell whether anything was lost, doubled, overdrawn, refused without need or seen out of order.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

Answer = Literal["given", "denied", "unknown"]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One line of a purse, in the ledger's order. `left` is what the ledger says was left after it, if it says so."""

    key: str
    amount: int
    left: int | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """What one client asked, between which two moments it was answered, and how. `unknown`: it never was."""

    key: str
    amount: int
    purses: tuple[str, ...]
    called: float
    returned: float
    answer: Answer


def faults(calls: Sequence[Call], drawn: Mapping[str, Sequence[Drawn]], filled: Mapping[str, int]) -> list[str]:
    """Return what was impossible, in words; an empty list is a sound history.

    `drawn` has the lines of each purse in order, `filled` what each purse held at the beginning. Takes time in
    proportion to n log n.
    """
    folded = {purse: list(_lefts(filled[purse], lines)) for purse, lines in drawn.items()}
    return [
        *(fault for purse, lines in drawn.items() for fault in _of_purse(purse, lines, folded[purse])),
        *_of_calls(calls, drawn),
        *(fault for purse, lines in drawn.items() for fault in _out_of_order(purse, lines, calls)),
        *_refused_without_need(calls, drawn, folded, filled),
    ]


def _lefts(filled: int, lines: Iterable[Drawn]) -> Iterator[int]:
    for line in lines:
        filled -= line.amount
        yield filled


def _of_purse(purse: str, lines: Sequence[Drawn], folded: Sequence[int]) -> Iterator[str]:
    for line, left in zip(lines, folded, strict=True):
        if left < 0:
            yield f"{purse}: overdrawn by {-left} at {line.key}"
        if line.left is not None and line.left != left:
            yield f"{purse}: says {line.left} was left after {line.key}, and it was {left}"
    for key, times in Counter(line.key for line in lines).items():
        if times > 1:
            yield f"{purse}: {key} drawn {times} times"


def _of_calls(calls: Sequence[Call], drawn: Mapping[str, Sequence[Drawn]]) -> Iterator[str]:
    amounts = {purse: {line.key: line.amount for line in lines} for purse, lines in drawn.items()}
    asked = {call.key: call for call in calls}
    answers: defaultdict[str, set[Answer]] = defaultdict(set)
    for call in calls:
        answers[call.key].add(call.answer)
    for key, heard in answers.items():
        found = {purse: amounts[purse].get(key) for purse in asked[key].purses}
        fault = _of_answers(heard, asked[key].amount, set(found.values()))
        if fault:
            yield f"{key}: {fault}" if "yes and no" in fault else f"{key}: {fault} {found}"
    for purse, of_purse in amounts.items():
        for key in of_purse.keys() - asked.keys():
            yield f"{purse}: {key} was asked by nobody"


def _of_answers(heard: set[Answer], amount: int, found: set[int | None]) -> str:
    """What is wrong with the answers to one key, given what its purses hold of it."""
    if {"given", "denied"} <= heard:
        return "answered both yes and no"
    if "given" in heard:
        return "" if found == {amount} else "acknowledged, and the ledger has"
    if found not in ({None}, {amount}):
        return "half of it is in the ledger:"
    return "refused, and the ledger has" if "denied" in heard and found != {None} else ""


def _moments(calls: Sequence[Call]) -> dict[str, tuple[float, float]]:
    """The moments between which each key was certainly applied: first called, first acknowledged."""
    moments: dict[str, tuple[float, float]] = {}
    for call in calls:
        called, returned = moments.get(call.key, (float("inf"), float("inf")))
        is_acknowledged = call.answer == "given"
        moments[call.key] = (min(called, call.called), min(returned, call.returned) if is_acknowledged else returned)
    return moments


def _out_of_order(purse: str, lines: Sequence[Drawn], calls: Sequence[Call]) -> Iterator[str]:
    """What was answered before something else was asked stands before it: strict serialisability."""
    moments = _moments(calls)
    latest = 0.0, ""
    known = [(line.key, *moments[line.key]) for line in lines if line.key in moments]
    for key, called, returned in known:
        latest = max(latest, (called, key))
        if returned < latest[0]:
            yield f"{purse}: {key} stands after {latest[1]}, which was asked when it was answered already"


def _refused_without_need(
    calls: Sequence[Call],
    drawn: Mapping[str, Sequence[Drawn]],
    folded: Mapping[str, Sequence[int]],
    filled: Mapping[str, int],
) -> Iterator[str]:
    """A refusal is right if, at some moment while it was asked, one of its purses held less than the amount."""
    moments = _moments(calls)
    bounds = {purse: _Bounds.of([moments.get(line.key) for line in lines]) for purse, lines in drawn.items()}
    for call in calls:
        if call.answer != "denied":
            continue
        least = min(
            (bounds[purse].least(call, filled[purse], folded[purse]) for purse in call.purses if purse in drawn),
            default=min(filled[purse] for purse in call.purses),
        )
        if least >= call.amount:
            yield f"{call.key}: refused {call.amount} when no less than {least} was left"


@dataclass(frozen=True, slots=True)
class _Bounds:
    """For the lines of a purse: the latest call so far, and the earliest answer from here on; both only rise."""

    called: tuple[float, ...]
    returned: tuple[float, ...]

    @classmethod
    def of(cls, moments: Sequence[tuple[float, float] | None]) -> "_Bounds":
        known = [moment or (0.0, float("inf")) for moment in moments]
        called: list[float] = []
        for moment, _ in known:
            called.append(max(moment, called[-1] if called else 0.0))
        returned: list[float] = []
        for _, moment in reversed(known):
            returned.append(min(moment, returned[-1] if returned else float("inf")))
        return cls(tuple(called), tuple(reversed(returned)))

    def least(self, call: Call, filled: int, folded: Sequence[int]) -> int:
        """The least that may have been left while `call` was under way."""
        # Lines before `first` were answered before the call; lines from `last` on were asked after its answer.
        first = bisect_left(self.returned, call.called)
        last = bisect_left(self.called, call.returned)
        seen = folded[max(first - 1, 0) : max(last, first)]
        return min([*seen, *([filled] if first == 0 else [])])


def gapless(numbers: Iterable[int]) -> bool:
    """Return whether numbers go up by one."""
    return all(after == before + 1 for before, after in pairwise(numbers))
