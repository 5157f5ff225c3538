"""Raw: a condition or an amount as somebody wrote it, before names and types are known. Every part keeps its place."""

from dataclasses import dataclass

from geste.core.findings import Place
from geste.core.windows import Span


@dataclass(frozen=True, slots=True)
class RawNumber:
    """A number as written, decimals included."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class RawMoney:
    """An amount in minor units, written with its currency."""

    minor: int
    place: Place


@dataclass(frozen=True, slots=True)
class RawPercent:
    """A share in hundredths of a percent."""

    basis_points: int
    place: Place


@dataclass(frozen=True, slots=True)
class RawText:
    """A word or a text."""

    value: str
    place: Place


@dataclass(frozen=True, slots=True)
class RawBool:
    """Yes or no."""

    value: bool
    place: Place


@dataclass(frozen=True, slots=True)
class RawSpan:
    """A length of time."""

    span: Span
    place: Place


@dataclass(frozen=True, slots=True)
class RawWord:
    """A bare value of a structured test; the type of what it is compared with decides what it means."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class RawKey:
    """The name a structured test stands under: a field of the list element at hand, or else a fact's path."""

    parts: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class RawName:
    """A name: a parameter, a list element, or the first part of a fact's path."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class RawField:
    """A part of something: `base.name`. Its place is where the whole path begins."""

    base: "Raw"
    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class RawIndex:
    """A look-up: `base[index]`. Its place is where the base begins."""

    base: "Raw"
    index: "Raw"
    place: Place


@dataclass(frozen=True, slots=True)
class RawCall:
    """A function call; a method call has its subject as first argument and `method` set."""

    name: str
    arguments: tuple["Raw", ...]
    place: Place
    method: bool = False


@dataclass(frozen=True, slots=True)
class RawList:
    """A list written out."""

    items: tuple["Raw", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class RawUnary:
    """`!x` or `-x`."""

    operator: str
    operand: "Raw"
    place: Place


@dataclass(frozen=True, slots=True)
class RawBinary:
    """`left operator right`."""

    operator: str
    left: "Raw"
    right: "Raw"
    place: Place


@dataclass(frozen=True, slots=True)
class RawSeveral:
    """Conditions of which all (`&&`) or any (`||`) must hold: however many there are, they stand side by side."""

    operator: str
    parts: tuple["Raw", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class RawChoose:
    """`condition ? yes : no`."""

    condition: "Raw"
    yes: "Raw"
    no: "Raw"
    place: Place


Raw = (
    RawNumber
    | RawMoney
    | RawPercent
    | RawText
    | RawBool
    | RawSpan
    | RawWord
    | RawKey
    | RawName
    | RawField
    | RawIndex
    | RawCall
    | RawList
    | RawUnary
    | RawBinary
    | RawSeveral
    | RawChoose
)


def children(raw: Raw) -> tuple[Raw, ...]:
    """Return the parts that a condition or an amount is made of."""
    match raw:
        case RawField(base=base):
            return (base,)
        case RawIndex(base=base, index=index):
            return (base, index)
        case RawCall(arguments=parts) | RawList(items=parts) | RawSeveral(parts=parts):
            return parts
        case RawUnary(operand=operand):
            return (operand,)
        case RawBinary(left=left, right=right):
            return (left, right)
        case RawChoose(condition=condition, yes=yes, no=no):
            return (condition, yes, no)
    return ()


def too_deep(raw: Raw, limit: int) -> Raw | None:
    """Return a part more than `limit` levels down, or None; what is read in a row, as `a - b - c`, nests as well."""
    level: tuple[Raw, ...] = (raw,)
    for _ in range(limit):
        level = tuple(part for outer in level for part in children(outer))
    return level[0] if level else None


def path_of(raw: Raw) -> tuple[str, ...] | None:
    """Return the dotted path `raw` spells, or None if it is no plain path."""
    parts: list[str] = []
    while isinstance(raw, RawField):
        parts.append(raw.name)
        raw = raw.base
    if not isinstance(raw, RawName):
        return None
    parts.append(raw.name)
    return tuple(reversed(parts))
