"""Spelling: the one canonical text of an expression, in CEL with a few extensions. Reading it gives it back."""

from datetime import datetime, timedelta

from geste.core.charter import expression as e
from geste.core.charter.expression import Expression
from geste.core.charter.types import Money, Percent, is_quantity
from geste.core.money import Currency, format_amount
from geste.core.windows import Span

_LOOSENESS = {"||": 1, "&&": 2, "+": 4, "-": 4, "*": 5, "/": 5, "%": 5}
_TIGHT = 7


def spell_expression(expression: Expression, currency: Currency) -> str:
    """Return the canonical text of an expression."""
    return _Speller(currency).text(expression)


def spell_span(span: Span) -> str:
    """Return the canonical text of a length of time: `24 hours`, `1 month`."""
    return f"{span.length} {span.unit}{'' if span.length == 1 else 's'}"


def spell_percent(basis_points: int) -> str:
    """Return the canonical text of a share: `8 %`, `7.5 %`."""
    whole, rest = divmod(basis_points, 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".") + " %"


def quoted(text: str) -> str:
    """Return a text as a CEL string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def _is_choice(part: Expression, operand: Expression) -> bool:
    """Whether a part says that a quantity equals something: several of them side by side are a list of numbers."""
    return (
        isinstance(part, e.Compare) and part.operator == "==" and part.left == operand and is_quantity(part.left.type)
    )


def _cel_length(seconds: int) -> str:
    """A length of time in the largest unit that holds it without rest, as CEL spells it."""
    for letter, unit in (("h", 3_600), ("m", 60)):
        if seconds % unit == 0:
            return f"{seconds // unit}{letter}"
    return f"{seconds}s"


class _Speller:
    def __init__(self, currency: Currency) -> None:
        self._currency = currency

    def text(self, expression: Expression, looseness: int = 0) -> str:
        """Return the text, in brackets if it binds less tightly than its surroundings."""
        own, text = self._spelled(expression)
        return f"({text})" if own < looseness else text

    def _spelled(self, expression: Expression) -> tuple[int, str]:
        match expression:
            case e.Constant():
                return _TIGHT, self._constant(expression)
            case e.Fact(path=path):
                return _TIGHT, path
            case e.Item(variable=variable, field=field):
                return _TIGHT, f"{variable}.{field}"
            case e.Lookup(parameter=parameter, keys=keys):
                return _TIGHT, parameter + "".join(f"[{self.text(key)}]" for key in keys)
            case e.Not(operand=operand):
                return 6, f"!{self.text(operand, 6)}"
            case e.All(parts=parts):
                return self._joined("&&", parts)
            case e.Any(parts=(e.Compare(left=left), *_) as parts) if all(_is_choice(part, left) for part in parts):
                values = ", ".join(self.text(part.right) for part in parts if isinstance(part, e.Compare))
                return 3, f"{self.text(left, 4)} in [{values}]"
            case e.Any(parts=parts):
                return self._joined("||", parts)
            case e.Compare(operator=operator, left=left, right=right):
                return 3, f"{self.text(left, 4)} {operator} {self.text(right, 4)}"
            case e.OneOf(operand=operand, choices=choices):
                return 3, f"{self.text(operand, 4)} in {self._constant(choices)}"
            case e.Arithmetic(operator="-", left=e.Constant(value=0, parameter=""), right=right):
                return 6, f"-{self.text(right, 6)}"
            case e.Arithmetic(operator=operator, left=left, right=right):
                own = _LOOSENESS[operator]
                return own, f"{self.text(left, own)} {operator} {self.text(right, own + 1)}"
            case e.Choose(condition=condition, yes=yes, no=no):
                return 0, f"{self.text(condition, 1)} ? {self.text(yes, 1)} : {self.text(no)}"
        return _TIGHT, self._called(expression)

    def _joined(self, operator: str, parts: tuple[Expression, ...]) -> tuple[int, str]:
        own = _LOOSENESS[operator]
        return own, f" {operator} ".join(self.text(part, own + 1) for part in parts)

    def _called(self, expression: Expression) -> str:
        match expression:
            case e.Share(rate=rate, operand=operand):
                return f"percent({self._rate(rate)}, {self.text(operand)})"
            case e.Outermost(extreme=extreme, parts=parts):
                return f"{extreme}({', '.join(self.text(part) for part in parts)})"
            case e.Quantified(quantity=quantity, source=source, variable=variable, body=body):
                macro = {"any": "exists", "all": "all", "one": "exists_one"}[quantity]
                return f"{source.path}.{macro}({variable}, {self.text(body)})"
            case e.Count(source=source, body=e.Constant(value=True)):
                return f"size({source.path})"
            case e.Count(source=source, variable=variable, body=body):
                return f"{source.path}.filter({variable}, {self.text(body)}).size()"
            case e.Total(source=source, variable=variable, body=body):
                return f"{source.path}.map({variable}, {self.text(body)}).sum()"
            case e.Within(since=since, span=span):
                return f"within({self.text(since)}, {quoted(spell_span(span))})"
            case e.Elapsed(unit=unit, since=since):
                return f"{unit}s_since({self.text(since)})"
            case e.Confirmed(fact=fact):
                return f"confirmed({fact.path})"
            case e.Given(gestures=gestures, scope=scope, span=span):
                names = quoted(gestures[0]) if len(gestures) == 1 else f"[{', '.join(map(quoted, gestures))}]"
                window = "" if span is None else f", {quoted(spell_span(span))}"
                return f"given({names}, {quoted(scope)}{window})"
        raise AssertionError(expression)

    def _rate(self, rate: e.Constant) -> str:
        return self._constant(rate)

    def _constant(self, constant: e.Constant) -> str:
        if constant.parameter:
            return constant.parameter
        value = constant.value
        match value:
            case bool():
                return "true" if value else "false"
            case str():
                return quoted(value)
            case frozenset():
                words = constant.type.values  # type: ignore[union-attr]
                return f"[{', '.join(quoted(word) for word in words)}]"
            case datetime():
                return f"timestamp({quoted(value.isoformat())})"
            case timedelta():
                return f'duration("{_cel_length(int(value.total_seconds()))}")'
        if isinstance(constant.type, Money):
            return format_amount(value, self._currency)
        if isinstance(constant.type, Percent):
            return spell_percent(value).removesuffix(" %")
        return str(value)
