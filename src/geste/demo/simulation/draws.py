"""Draws: what a fact may turn out to be, as it stands in the tables of a business."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal

from geste.demo.simulation.chance import Chance

OPENS, CLOSES = 9, 19
"""Deliveries are made and contracts begin between these hours."""


@dataclass(slots=True)
class Scene:
    """What a draw may look at: chance, the moment, and the facts drawn before it, by path."""

    chance: Chance
    at: datetime
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Between:
    """A whole number from `low` to `high`."""

    low: int
    high: int

    def draw(self, scene: Scene) -> int:
        """Return one of them, each as likely."""
        return scene.chance.between(self.low, self.high)


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of the keys, as likely as its weight says."""

    weights: Mapping[str | int | bool, int]

    def draw(self, scene: Scene) -> str | int | bool:
        """Return one of them."""
        return scene.chance.weighed(self.weights)


@dataclass(frozen=True, slots=True)
class DaysAgo:
    """A moment so many days before, while deliveries are made."""

    low: int
    high: int

    def draw(self, scene: Scene) -> str:
        """Return the moment, in the time zone of the case."""
        day = scene.at - timedelta(days=scene.chance.between(self.low, self.high))
        at = day.replace(hour=scene.chance.between(OPENS, CLOSES), minute=scene.chance.between(0, 59))
        return at.isoformat()


@dataclass(frozen=True, slots=True)
class AtHour:
    """An hour of the day of the case."""

    hour: int

    def draw(self, scene: Scene) -> str:
        """Return the moment, in the time zone of the case."""
        return scene.at.replace(hour=self.hour, minute=0).isoformat()


@dataclass(frozen=True, slots=True)
class Of:
    """An amount that follows from another: so many percent of it, times a number if one is named."""

    amount: str
    percent: int = 100
    times: str = ""

    def draw(self, scene: Scene) -> str:
        """Return the amount, to the cent."""
        whole = Decimal(str(scene.facts[self.amount])) * self.percent / 100
        number = Decimal(str(scene.facts[self.times])) if self.times else Decimal(1)
        return str((whole * number).quantize(Decimal("0.01")))


@dataclass(frozen=True, slots=True)
class Same:
    """What another fact turned out to be."""

    fact: str

    def draw(self, scene: Scene) -> object:
        """Return that fact's value."""
        return scene.facts[self.fact]


Draw = Between | OneOf | DaysAgo | AtHour | Of | Same
Value = str | int | bool
Facts = Mapping[str, Draw | Value]
"""Facts by path: a value, or the draw that gives it."""


def drawn(facts: Facts, scene: Scene) -> dict[str, object]:
    """Return facts with every draw made, in the order of the table: later draws look at earlier ones."""
    result: dict[str, object] = {}
    for path, value in facts.items():
        result[path] = scene.facts[path] = value.draw(scene) if isinstance(value, Draw) else value
    return result


def nested(facts: Mapping[str, object]) -> dict[str, object]:
    """Return facts by path as the nested objects a case keeps."""
    result: dict[str, object] = {}
    for path, value in facts.items():
        inner = result
        *groups, name = path.split(".")
        for group in groups:
            inner = inner.setdefault(group, {})  # type: ignore[assignment]
        inner[name] = value
    return result
