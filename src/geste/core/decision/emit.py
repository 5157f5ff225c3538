"""Emit: writes a typed expression as Python source. It assumes every fact is known; the caller makes sure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import gcd

from geste.core.charter import expression as e
from geste.core.charter.expression import Expression
from geste.core.charter.ranges import quotient, remainder
from geste.core.charter.types import is_quantity
from geste.core.charter.vocabulary import ASKED_AMOUNT
from geste.core.money import share_of
from geste.core.windows import Span, days_since, months_since, within

NAMESPACE: dict[str, object] = {
    "quotient": quotient,
    "remainder": remainder,
    "share_of": share_of,
    "within": within,
    "days_since": days_since,
    "months_since": months_since,
}
"""What emitted source may call."""

WHOLE = 10_000


@dataclass(slots=True)
class Needs:
    """What a piece of source rests on: facts that must be known, be confirmed, and counters that must be certain."""

    facts: set[str] = field(default_factory=set)
    confirmed: set[str] = field(default_factory=set)
    counters: set[int] = field(default_factory=set)

    def add(self, other: "Needs") -> None:
        """Take in what another piece rests on."""
        self.facts |= other.facts
        self.confirmed |= other.confirmed
        self.counters |= other.counters


class Emitter:
    """Writes expressions for one function. Facts become locals, constants become names in `constants`.

    `needs` gathers what the source written since it was last set rests on. What stands in `shared` is worked out once
    at the head of the function and read from a local afterwards.
    """

    def __init__(self, counters: Mapping[e.Given, int], words: Mapping[str, tuple[str, ...]]) -> None:
        self._counters = counters
        self._words = words
        self._names: dict[object, str] = {}
        self.locals: dict[str, str] = {}
        self.standing: dict[str, str] = {}
        self.constants: dict[str, object] = {}
        self.needs = Needs()
        self.shared: dict[Expression, tuple[str, Needs]] = {}

    def constant(self, value: object) -> str:
        """Return source for a value: itself if it is a plain literal, else a name bound to it."""
        if isinstance(value, (bool, int, str)) or value is None:
            return repr(value)
        key = (type(value), value) if isinstance(value, (frozenset, datetime, timedelta, Span)) else id(value)
        name = self._names.setdefault(key, f"K{len(self.constants)}")
        self.constants[name] = value
        return name

    def read(self, place: str) -> str:
        """Return the local that holds what stands at a place of the standing, such as `amounts[2]`."""
        return self.standing.setdefault(place, f"g{len(self.standing)}")

    def condition(self, expression: Expression) -> str:
        """Return source for a whole condition or amount: a local if it is shared."""
        known = self.shared.get(expression) if self.shared else None
        if known is not None:
            name, needs = known
            self.needs.add(needs)
            return name
        if isinstance(expression, e.Not):
            return f"not {self.source(expression.operand)}"
        return self.source(expression)

    def source(self, expression: Expression) -> str:
        """Return Python source for an expression, bracketed where needed."""
        match expression:
            case e.Constant(value=value):
                return self.constant(value)
            case e.Fact(path=path):
                words = self._words.get(path)
                return self._fact(path) if words is None else f"{self.constant(words)}[{self._fact(path)}]"
            case e.Item(variable=variable, field=field):
                return f"{variable}[{field!r}]"
            case e.Not(operand=operand):
                return f"(not {self.source(operand)})"
            case e.All(parts=parts):
                return self._joined(" and ", parts)
            case e.Any(parts=parts):
                return self._joined(" or ", parts)
            case e.Compare(operator=operator, left=e.Fact(path=path), right=e.Constant(value=str(word))) if (
                word in self._words.get(path, ())
            ):
                return f"({self._fact(path)} {operator} {self._words[path].index(word)})"
            case e.Compare(operator=operator, left=left, right=right):
                return f"({self.source(left)} {operator} {self.source(right)})"
            case e.OneOf(operand=e.Fact(path=path), choices=e.Constant(value=frozenset(chosen))) if path in self._words:
                return f"{self.constant(tuple(word in chosen for word in self._words[path]))}[{self._fact(path)}]"
            case e.OneOf(operand=operand, choices=choices):
                return f"({self.source(operand)} in {self.constant(choices.value)})"
            case e.Choose(condition=condition, yes=yes, no=no):
                return f"({self.source(yes)} if {self.source(condition)} else {self.source(no)})"
            case e.Given(span=span):
                index = self._counters[expression]
                if span is not None:
                    self.needs.counters.add(index)
                return self.read(f"times[{index}]")
            case e.Confirmed(fact=fact):
                self._fact(fact.path)
                self.needs.confirmed.add(fact.path)
                return "True"
        return self._computed(expression)

    def _computed(self, expression: Expression) -> str:
        match expression:
            case e.Arithmetic(operator=operator, left=left, right=right):
                call = {"/": "quotient", "%": "remainder"}.get(operator)
                if call is not None:
                    return f"{call}({self.source(left)}, {self.source(right)})"
                return f"({self.source(left)} {operator} {self.source(right)})"
            case e.Share(rate=rate, operand=operand):
                if not (is_quantity(operand.type) and operand.type.low >= 0):
                    return f"share_of({self.source(operand)}, {rate.value})"
                part, whole = self.numerator(expression)
                return f"({part} // {whole})"
            case e.Outermost(extreme=extreme, parts=parts):
                return f"{extreme}({', '.join(self.source(part) for part in parts)})"
            case e.Lookup(cells=cells, keys=keys):
                return self._lookup(cells, keys)
            case e.Within(since=since, span=span, now=now):
                if span.exact is not None:
                    return f"({self.source(now)} - {self.source(since)} <= {self.constant(span.exact)})"
                return f"within({self.source(since)}, {self.source(now)}, {self.constant(span)})"
            case e.Elapsed(unit=unit, since=since, now=now):
                return f"{unit}s_since({self.source(since)}, {self.source(now)})"
            case e.Quantified() | e.Count() | e.Total():
                return self._over_list(expression)
        raise AssertionError(expression)

    def numerator(self, share: e.Share) -> tuple[str, int]:
        """Return the source of a share before its last step, a division rounded down, and the divisor of that."""
        rate, operand = share.rate.value, share.operand
        if not (is_quantity(operand.type) and operand.type.low >= 0):
            return self.source(share), 1
        # What share_of does when nothing is negative, without the call; small numbers are quicker.
        assert isinstance(rate, int)
        common = gcd(rate, WHOLE, WHOLE // 2)
        return f"({self.source(operand)} * {rate // common} + {WHOLE // 2 // common})", WHOLE // common

    def _joined(self, word: str, parts: tuple[Expression, ...]) -> str:
        return f"({word.join(self.source(part) for part in parts)})"

    def _lookup(self, cells: tuple[tuple[tuple[str, ...], int], ...], keys: tuple[Expression, ...]) -> str:
        words = [self._words.get(key.path) if isinstance(key, e.Fact) else None for key in keys]
        table = _nested(cells, words)
        places = (
            self.source(key) if known is None else self._fact(key.path)  # type: ignore[union-attr]
            for key, known in zip(keys, words, strict=True)
        )
        return self.constant(table) + "".join(f"[{place}]" for place in places)

    def _over_list(self, expression: e.Quantified | e.Count | e.Total) -> str:
        source, variable = self.source(expression.source), expression.variable
        body = self.source(expression.body)
        match expression:
            case e.Quantified(quantity="one"):
                return f"(sum(1 for {variable} in {source} if {body}) == 1)"
            case e.Quantified(quantity=quantity):
                return f"{quantity}({body} for {variable} in {source})"
            case e.Count(body=e.Constant(value=True)):
                return f"len({source})"
            case e.Count():
                return f"sum(1 for {variable} in {source} if {body})"
        return f"sum({body} for {variable} in {source})"

    def _fact(self, path: str) -> str:
        self.needs.facts.add(path)
        return self.locals.setdefault(path, "judged" if path == ASKED_AMOUNT else f"f{len(self.locals)}")


def _nested(cells: Iterable[tuple[tuple[str, ...], int]], words: Sequence[tuple[str, ...] | None]) -> object:
    """A table as nested look-ups: by place for what is one of known words, by word for what is not."""
    by_word: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for (word, *rest), value in cells:
        by_word.setdefault(word, []).append((tuple(rest), value))
    inner = {word: _nested(group, words[1:]) if words[1:] else group[0][1] for word, group in by_word.items()}
    return inner if words[0] is None else tuple(inner[word] for word in words[0])


def indented(lines: Iterable[str], depth: int = 1) -> Iterator[str]:
    """Return lines so many levels further in."""
    return ("    " * depth + line for line in lines)
