"""Standing: what has been given already, counted the way one charter's caps and limits ask for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from geste.core.windows import Span, within


class Given(NamedTuple):
    """One earlier gesture: what, how much in minor units, when, and which scopes it shares with the case at hand."""

    gesture: str
    amount: int
    at: datetime | None
    scopes: frozenset[str]


class Counter(NamedTuple):
    """Which earlier gestures count together: these gestures (or all but these), in this scope, in this window."""

    gestures: frozenset[str]
    scope: str
    span: Span | None
    all_but: bool = False

    def counts(self, given: Given) -> bool:
        """Return whether an earlier gesture belongs here, whenever it was given."""
        return self.scope in given.scopes and (given.gesture in self.gestures) != self.all_but


@dataclass(slots=True)
class Standing:
    """Earlier gestures by counter: how many, how much in minor units; and what each envelope has left.

    `doubtful` has a bit for each counter that may hold too many, because something in it has no time or there is no
    `now`: good enough for a limit, which then gives less, and unknown to a condition, which might give more.
    """

    times: tuple[int, ...]
    amounts: tuple[int, ...]
    envelopes: tuple[int, ...]
    doubtful: int


def standing_of(
    counters: tuple[Counter, ...], envelopes: tuple[int, ...], history: Iterable[Given], now: datetime | None
) -> Standing:
    """Return the standing that `history` adds up to.

    A gesture without a time, or a request without `now`, counts in every window, and leaves that counter doubtful.
    """
    times = [0] * len(counters)
    amounts = [0] * len(counters)
    doubtful = 0
    for given in history:
        for index, counter in enumerate(counters):
            if not counter.counts(given):
                continue
            if counter.span is not None:
                if given.at is None or now is None:
                    doubtful |= 1 << index
                elif not within(given.at, now, counter.span):
                    continue
            times[index] += 1
            amounts[index] += given.amount
    return Standing(tuple(times), tuple(amounts), envelopes, doubtful)
