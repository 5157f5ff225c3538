"""Alike: reads the past cases and the new ones, and which of them somebody who works there would call alike."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from geste.core.charter.types import Money, Number, Time, Type, Words, YesNo
from geste.core.charter.vocabulary import SEVERITIES
from geste.core.practice.nearest import Facts, Past

FILE = Path(__file__).resolve().parent / "alike.txt"


@dataclass(frozen=True, slots=True)
class Told:
    """One case: what is known, what the customer said, and the situation it is an instance of."""

    id: str
    situation: str
    facts: Facts
    words: str


@dataclass(slots=True)
class House:
    """One business: its facts, its past cases and the new ones."""

    name: str
    types: dict[str, Type] = field(default_factory=dict)
    past: list[Told] = field(default_factory=list)
    new: list[Told] = field(default_factory=list)

    def practice(self) -> list[Past]:
        """Return the past cases as the core takes them."""
        return [Past(told.id, told.facts) for told in self.past]


@cache
def houses() -> tuple[House, ...]:
    """Return every business of the file."""
    return tuple(_read(FILE.read_text(encoding="utf-8").splitlines()))


def _read(lines: list[str]) -> Iterator[House]:
    house, situation = House(""), ""
    for number, line in enumerate(lines, 1):
        kind, *parts = (part.strip() for part in line.split("|"))
        if line.startswith("### "):
            situation = line.removeprefix("### ")
        elif line.startswith("## "):
            house = House(line.removeprefix("## "))
            yield house
        elif line.startswith("# ") and house.name:
            house.types |= dict(_declared(line.removeprefix("# ")))
        elif kind in ("past", "new"):
            told = Told(f"{kind}-{number}", situation, _facts(parts[0], house.types), parts[1])
            (house.past if kind == "past" else house.new).append(told)


TYPES: dict[str, Type] = {
    "one_of": Words(()),
    "severity": Words(SEVERITIES),
    "yes_no": YesNo(),
    "number": Number(),
    "money": Money(),
    "time": Time(),
}


def _declared(line: str) -> Iterator[tuple[str, Type]]:
    for pair in line.split(", "):
        name, _, kind = pair.partition(": ")
        yield name, TYPES[kind]


def _facts(text: str, types: dict[str, Type]) -> Facts:
    pairs = (fact.partition("=") for fact in text.split())
    return {name: _READ[type(types[name])](value) for name, _, value in pairs}


_READ: dict[type, Callable[[str], object]] = {
    Words: str,
    YesNo: {"yes": True, "no": False}.__getitem__,
    Number: int,
    Money: lambda text: round(float(text) * 100),
    Time: lambda text: datetime.fromisoformat(f"2026-05-14T{text}:00").replace(tzinfo=UTC),
}
