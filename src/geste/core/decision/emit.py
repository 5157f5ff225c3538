"""Emit: writes a typed expression as Python source. It assumes every fact is known; the caller makes sure."""

from collections.abc import Mapping

from geste.core.charter import expression as e
from geste.core.charter.expression import Expression
from geste.core.charter.ranges import quotient, remainder
from geste.core.charter.types import is_quantity
from geste.core.money import share_of
from geste.core.windows import days_since, months_since, within

NAMESPACE: dict[str, object] = {
    "quotient": quotient,
    "remainder": remainder,
    "share_of": share_of,
    "within": within,
    "days_since": days_since,
    "months_since": months_since,
}
"""What emitted source may call."""

ASKED_AMOUNT = "proposal.amount"


class Emitter:
    """Writes expressions for one function. Facts become locals, constants become names in `constants`."""

    def __init__(self, counters: Mapping[e.Given, int]) -> None:
        self._counters = counters
        self.facts: dict[str, str] = {}
        self.confirmed: set[str] = set()
        self.constants: dict[str, object] = {}

    def constant(self, value: object) -> str:
        """Return source for a value: itself if it is a plain literal, else a name bound to it."""
        if isinstance(value, (bool, int, str)) or value is None:
            return repr(value)
        for name, known in self.constants.items():
            if known is value or (type(known) is type(value) and known == value):
                return name
        name = f"K{len(self.constants)}"
        self.constants[name] = value
        return name

    def source(self, expression: Expression) -> str:
        """Return Python source for an expression, bracketed where needed."""
        match expression:
            case e.Constant(value=value):
                return self.constant(value)
            case e.Fact(path=path):
                return self._fact(path)
            case e.Item(variable=variable, field=field):
                return f"{variable}[{field!r}]"
            case e.Not(operand=operand):
                return f"(not {self.source(operand)})"
            case e.All(parts=parts):
                return self._joined(" and ", parts)
            case e.Any(parts=parts):
                return self._joined(" or ", parts)
            case e.Compare(operator=operator, left=left, right=right):
                return f"({self.source(left)} {operator} {self.source(right)})"
            case e.OneOf(operand=operand, choices=choices):
                return f"({self.source(operand)} in {self.constant(choices.value)})"
            case e.Choose(condition=condition, yes=yes, no=no):
                return f"({self.source(yes)} if {self.source(condition)} else {self.source(no)})"
            case e.Given():
                return f"times[{self._counters[expression]}]"
            case e.Confirmed(fact=fact):
                self._fact(fact.path)
                self.confirmed.add(fact.path)
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
                return self._share(rate, operand)
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

    def _share(self, rate: e.Constant, operand: Expression) -> str:
        if is_quantity(operand.type) and operand.type.low >= 0:
            # What share_of does when nothing is negative, without the call.
            return f"(({self.source(operand)} * {rate.value} + 5000) // 10000)"
        return f"share_of({self.source(operand)}, {rate.value})"

    def _joined(self, word: str, parts: tuple[Expression, ...]) -> str:
        return f"({word.join(self.source(part) for part in parts)})"

    def _lookup(self, cells: tuple[tuple[tuple[str, ...], int], ...], keys: tuple[Expression, ...]) -> str:
        table: dict[object, object] = {}
        for words, value in cells:
            group = table
            for word in words[:-1]:
                group = group.setdefault(word, {})  # type: ignore[assignment]
            group[words[-1]] = value
        return self.constant(table) + "".join(f"[{self.source(key)}]" for key in keys)

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
        if path == ASKED_AMOUNT:
            return self.facts.setdefault(path, "asked")
        return self.facts.setdefault(path, f"f{len(self.facts)}")
