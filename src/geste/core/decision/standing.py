"""Standing: what has been given already, counted the way one charter's caps and limits ask for it."""

from collections.abc import Iterable
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


class Standing(NamedTuple):
    """Earlier gestures by counter: how many, how much in minor units; and what each envelope has left."""

    times: tuple[int, ...]
    amounts: tuple[int, ...]
    envelopes: tuple[int, ...]


def standing_of(
    counters: tuple[Counter, ...], envelopes: tuple[int, ...], history: Iterable[Given], now: datetime | None
) -> Standing:
    """Return the standing that `history` adds up to.

    A gesture without a time, or a request without `now`, counts in every window: no clock never means more authority.
    """
    times = [0] * len(counters)
    amounts = [0] * len(counters)
    for given in history:
        for index, counter in enumerate(counters):
            if not counter.counts(given):
                continue
            windowed = counter.span is not None and given.at is not None and now is not None
            if windowed and not within(given.at, now, counter.span):  # type: ignore[arg-type]
                continue
            times[index] += 1
            amounts[index] += given.amount
    return Standing(tuple(times), tuple(amounts), envelopes)
