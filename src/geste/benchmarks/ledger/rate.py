"""Rate: how many in a second, and how long one of them waited."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Rate:
    """Figures of one measurement: done in a second, and the milliseconds half and all but a hundredth waited."""

    per_second: float
    p50: float
    p99: float

    @classmethod
    def of(cls, waits: Sequence[float], seconds: float, *, each: int = 1) -> Self:
        """Return the rate of as many as waited these seconds; each of them stood for `each` gestures."""
        in_order = sorted(waits)
        p50, p99 = (in_order[int(len(in_order) * share)] * 1000 for share in (0.5, 0.99))
        return cls(len(waits) * each / seconds, p50, p99)

    @classmethod
    def median(cls, rates: Sequence["Rate"]) -> "Rate":
        """Return the middle one by how many in a second."""
        return sorted(rates, key=lambda rate: rate.per_second)[len(rates) // 2]
