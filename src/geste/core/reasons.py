"""Reasons: the only words the core speaks. A code with its values; phrases turn them into sentences."""

from typing import NamedTuple


class Reason(NamedTuple):
    """Why an answer is as it is: a stable code and the values that fill its sentence.

    Amounts stand in minor units under the keys listed in `MONEY_VALUES`.
    """

    code: str
    values: tuple[tuple[str, str | int], ...] = ()

    def value(self, name: str) -> str | int | None:
        """Return the value called `name`, or None."""
        return next((value for key, value in self.values if key == name), None)


MONEY_VALUES = frozenset({"cap", "asked", "left", "given", "expected", "floor", "up_to"})
