"""Types: what kind of value a fact or an expression has, with its unit and range."""

from dataclasses import dataclass
from typing import TypeGuard

from geste.core import limits


@dataclass(frozen=True, slots=True)
class YesNo:
    """True or false."""


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number without a unit, within a range."""

    low: int = 0
    high: int = limits.NUMBER_DEFAULT


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units of the charter's currency, within a range."""

    low: int = 0
    high: int = limits.MONEY_MINOR


@dataclass(frozen=True, slots=True)
class Words:
    """One of a closed list of words."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FreeText:
    """Any text: identities, names."""


@dataclass(frozen=True, slots=True)
class Time:
    """A moment with its offset from UTC."""


@dataclass(frozen=True, slots=True)
class Duration:
    """An exact length of time."""


@dataclass(frozen=True, slots=True)
class Percent:
    """A share, in hundredths of a percent."""


@dataclass(frozen=True, slots=True)
class WordSet:
    """A set of words given by a parameter or a list."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Records:
    """A list of records with these fields."""

    fields: tuple[tuple[str, "Type"], ...]

    def field(self, name: str) -> "Type | None":
        """Return the type of the field called `name`, or None."""
        return next((kind for field_name, kind in self.fields if field_name == name), None)


Type = YesNo | Number | Money | Words | FreeText | Time | Duration | Percent | WordSet | Records

_NAMES: dict[type, str] = {
    YesNo: "yes_no",
    Number: "number",
    Money: "money",
    Words: "one_of",
    FreeText: "text",
    Time: "time",
    Duration: "duration",
    Percent: "percent",
    WordSet: "set",
    Records: "list",
}


def type_name(kind: Type) -> str:
    """Return the word a charter uses for this type."""
    return _NAMES[type(kind)]


def is_quantity(kind: Type) -> TypeGuard[Number | Money]:
    """Return whether values of this type can be added and compared by size."""
    return isinstance(kind, (Number, Money))
