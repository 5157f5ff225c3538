"""Chart: a few lines over some weeks, drawn on the server, each of them read as a table as well."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, LEFT, TOP = 420, 190, 34, 10
FULL = 100
RULES = (0, 50, 100)


@dataclass(frozen=True, slots=True)
class Series:
    """One line: its style, its name and its values from 0 to 100; None where nothing is known."""

    style: str
    name: str
    values: Sequence[int | None]


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is drawn: stretches of known values, a dot for each value, and the row that says the same."""

    style: str
    name: str
    paths: tuple[str, ...]
    dots: tuple[tuple[int, int], ...]
    values: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Lines on one field, with its rules and what stands under it."""

    width: int
    height: int
    left: int
    right: int
    columns: tuple[str, ...]
    rules: tuple[tuple[int, int], ...]
    lines: tuple[Line, ...]

    @property
    def is_empty(self) -> bool:
        """Return whether there is nothing to draw."""
        return not any(line.dots for line in self.lines)


def chart(columns: Sequence[str], series: Sequence[Series]) -> Chart:
    """Return lines over columns; a gap in the values is a gap in the line."""
    count = len(columns)
    return Chart(
        width=WIDTH,
        height=HEIGHT,
        left=LEFT,
        right=_across(count - 1, count),
        columns=tuple(columns),
        rules=tuple((_down(value), value) for value in RULES),
        lines=tuple(_line(it, count) for it in series),
    )


def _line(series: Series, count: int) -> Line:
    dots: list[tuple[int, int]] = []
    paths: list[str] = []
    for number, value in enumerate(series.values):
        if value is None:
            continue
        dot = (_across(number, count), _down(value))
        follows = number > 0 and series.values[number - 1] is not None
        step = f"{dot[0]},{dot[1]}"
        if follows:
            paths[-1] += f" {step}"
        else:
            paths.append(step)
        dots.append(dot)
    return Line(series.style, series.name, tuple(paths), tuple(dots), tuple(series.values))


def _across(number: int, count: int) -> int:
    return LEFT + TOP + round((WIDTH - LEFT - 2 * TOP) * number / max(count - 1, 1))


def _down(value: int) -> int:
    return TOP + round((HEIGHT - 2 * TOP) * (FULL - value) / FULL)
