"""History: adds up earlier gestures by what they are, instead of asking every counter about every one of them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from geste.core.charter import literals
from geste.core.decision.standing import Counter
from geste.core.windows import Span, within
from geste.wire.amounts import Unreadable

Counts = Mapping[str, tuple[Sequence[int], Sequence[tuple[int, Span]]]]
"""By scope, the counters a gesture belongs to: those that always count it, and those that do so within a window."""

Sums = tuple[tuple[int, ...], tuple[int, ...], int]
"""Times and amounts by counter, and the bits of the counters that are doubtful."""


class History:
    """What adds up the earlier gestures of a request, for one charter's counters."""

    def __init__(self, counters: Sequence[Counter], minor: Callable[[str], int]) -> None:
        self._minor = minor
        self.nothing = (0,) * len(counters)
        known = {gesture for counter in counters for gesture in counter.gestures}
        self._counts = {gesture: _counts(counters, gesture) for gesture in known}
        self._of_others = _counts(counters, None)

    def sums(self, earlier: Sequence[Any], now: datetime | None) -> Sums:
        """Return what the records of earlier gestures add up to, as `standing_of` adds it up.

        Raises:
            Unreadable: an amount or a moment is not written as it must be.
        """
        times, amounts, doubtful = list(self.nothing), list(self.nothing), 0
        minor, of_known, of_others = self._minor, self._counts, self._of_others
        for given in earlier:
            amount = 0 if given.amount is None else minor(given.amount)
            at = None if given.at is None else moment(given.at)
            counts = of_known.get(given.gesture, of_others)
            scopes = given.scopes
            for scope in scopes if len(scopes) == 1 else set(scopes):
                if scope not in counts:
                    continue
                always, windows = counts[scope]
                for index in always:
                    times[index] += 1
                    amounts[index] += amount
                for index, span in windows:
                    if at is None or now is None:
                        doubtful |= 1 << index
                    elif not within(at, now, span):
                        continue
                    times[index] += 1
                    amounts[index] += amount
        return tuple(times), tuple(amounts), doubtful


def moment(text: str) -> datetime:
    """Return the moment a text spells.

    Raises:
        Unreadable: it spells none.
    """
    value = literals.moment(text)
    if value is None:
        raise Unreadable(text)
    return value


def _counts(counters: Sequence[Counter], gesture: str | None) -> Counts:
    """The counters of one gesture by scope; None is any gesture that no counter names."""
    found: dict[str, tuple[list[int], list[tuple[int, Span]]]] = {}
    for index, counter in enumerate(counters):
        if (gesture in counter.gestures) != counter.all_but:
            always, windows = found.setdefault(counter.scope, ([], []))
            if counter.span is None:
                always.append(index)
            else:
                windows.append((index, counter.span))
    return found
