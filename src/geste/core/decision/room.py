"""Room: writes, as Python source, how much every bound leaves to be given."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from geste.core.charter.types import is_quantity
from geste.core.decision.bounds import Bound

UNBOUNDED = 2**62
"""The cap of a bound that does not bind in this case."""


class Bounded(NamedTuple):
    """A bound with the source of its cap and of what counts against it; for an envelope, of what that has left.

    The cap may be written `whole` times as large, so that a share is divided only when it is the lowest.
    """

    bound: Bound
    cap: str
    given: str
    whole: int = 1

    @property
    def left(self) -> str:
        """The source of what may still be given."""
        return self.given if self.bound.counter is None else f"{self.cap} - {self.given}"

    @property
    def highest(self) -> int:
        """The highest its cap can be."""
        kind = self.bound.cap.type
        return kind.high if is_quantity(kind) and self.bound.condition is None else UNBOUNDED

    def exceeded(self, total: str) -> str:
        """The source of whether the amount goes past it; `total` is that of the amount and what was given."""
        if self.bound.counter is None:
            return f"judged > {self.given}"
        return f"{total} > {self.cap}" if self.whole == 1 else f"({total}) * {self.whole} > {self.cap}"


def room_lines(bounds: Sequence[Bounded]) -> list[str]:
    """Return the lines that make `room`, the most every bound leaves; empty if nothing bounds the amount.

    Bounds on the same counter are compared before subtracting. What only advises bounds nothing.
    """
    groups: dict[str, list[Bounded]] = {}
    for bound in bounds:
        if not bound.bound.is_guidance:
            groups.setdefault(bound.given, []).append(bound)
    lines: list[str] = []
    for number, group in enumerate(groups.values()):
        lowest, compared = _lowest(group)
        left = group[0]._replace(cap=lowest).left
        lines += (
            [*compared, f"left = {left}", "if left < room: room = left"] if number else [*compared, f"room = {left}"]
        )
    return lines


def _lowest(group: Sequence[Bounded]) -> tuple[str, list[str]]:
    """The source of the lowest cap of a group, and the lines that find it; fixed ones are compared now."""
    open_caps = [bound for bound in group if not bound.cap.isdecimal()]
    numbers = [int(bound.cap) for bound in group if bound.cap.isdecimal()]
    fixed = [repr(cap) for cap in sorted(numbers)[:1] if all(cap < bound.highest for bound in open_caps)]
    caps = sorted(dict.fromkeys((bound.whole, bound.cap) for bound in open_caps))
    if not caps:
        return repr(min(numbers)), []
    if caps[0][0] == 1 and len(caps) + len(fixed) == 1:
        return caps[0][1], []
    return "cap", list(_comparisons(caps, fixed))


def _comparisons(caps: Sequence[tuple[int, str]], fixed: Sequence[str]) -> Iterator[str]:
    for number, (whole, name) in enumerate(caps):
        value = name if whole == 1 else f"{name} // {whole}"
        if number == 0:
            yield f"cap = {value}"
        else:
            yield f"if {name} < {'cap' if whole == 1 else f'cap * {whole}'}: cap = {value}"
    for value in fixed:
        yield f"if {value} < cap: cap = {value}"
